// Installs what is missing and, with `build`, compiles what has changed. Plain JavaScript without dependencies:
// it runs before anything is installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const run = (command, args, help) => {
  const { status, error } = spawnSync(command, args, { stdio: ['inherit', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) fail(`${error ? `${command}: ${error.message}. ` : ''}${help}`)
}
const fail = (message) => {
  console.error(`\nShenbao setup stopped. ${message}`)
  process.exit(1)
}
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

process.chdir(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: install 20.19 or newer.\nNode 版本过旧：请安装 20.19 或更高版本。`)

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  // npm's own Node, not ours: ours may live in the node_modules that npm ci is about to remove.
  const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = process.env
  const [command, ...first] = npm.endsWith('npm-cli.js') ? [node, npm] : ['npm']
  const help =
    'npm ci failed: the reason stands above (network? rights on node_modules?).\nnpm ci 失败：原因见上文（网络？node_modules 的写权限？）。'
  run(command, [...first, 'ci', '--include=dev'], help)
}

if (process.argv[2] === 'build') {
  const listed = ['schema', 'server'].flatMap((top) =>
    readdirSync(top, { recursive: true }).map((name) => `${top}/${name}`),
  )
  const sources = [...listed, 'tsconfig.json', 'tsconfig.build.json', 'node_modules/.package-lock.json']
  if (Math.max(...sources.map(changedAt)) > changedAt('dist/.built')) {
    const began = new Date()
    if (!existsSync('node_modules/typescript'))
      fail('TypeScript is missing: run npm ci --include=dev.\n缺少 TypeScript：请运行 npm ci --include=dev。')
    run(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
      'The sources do not compile.\n源代码编译失败。',
    )
    for (const top of ['schema', 'server'])
      cpSync(top, `dist/${top}`, {
        recursive: true,
        filter: (path) => statSync(path).isDirectory() || !path.endsWith('.ts'),
      })
    writeFileSync('dist/.built', '')
    utimesSync('dist/.built', began, began)
  }
}

// Installs what is missing and, with `build`, compiles what has changed. Plain JavaScript without dependencies:
// it runs before anything is installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: install 20.19 or newer.\nNode 版本过旧：请安装 20.19 或更高版本。`)
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) install()
linkNode()
if (process.argv[2] === 'build') build()

function install() {
  // npm ci empties the folder behind a link, which is somebody else's.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      'node_modules is a link to another folder, which npm ci would empty: remove the link, then start again.\nnode_modules 是指向其他文件夹的链接，npm ci 会将其清空：请删除该链接后重新启动。',
    )
  // npm's own Node, not ours: ours may live in the node_modules that npm ci is about to remove.
  const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = process.env
  const [command, ...first] = npm.endsWith('npm-cli.js') ? [node, npm] : ['npm']
  run(command, [...first, 'ci', '--include=dev'], 'npm ci failed: see above.\nnpm ci 失败：原因见上文。')
}

/** The Node that npm brought runs all npm scripts by this link, which npm 10 removes with the other platforms' packages. */
function linkNode() {
  const { platform, arch } = process
  const packages = [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]
  const name = packages.find((name) => existsSync(`node_modules/${name}/bin/node`))
  if (name && !existsSync('node_modules/.bin/node')) symlinkSync(`../${name}/bin/node`, 'node_modules/.bin/node')
}

function build() {
  const tops = ['schema', 'server']
  const files = tops.flatMap((top) => readdirSync(top, { recursive: true }).map((name) => `${top}/${name}`))
  const sources = [...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']
  if (Math.max(...sources.map(changedAt)) <= changedAt('dist/.built')) return
  const began = new Date()
  if (!existsSync('node_modules/typescript'))
    fail('TypeScript is missing: run npm ci --include=dev.\n缺少 TypeScript：请运行 npm ci --include=dev。')
  // Types are checked by `npm run check`; to start the service they need not be, and it takes half the time.
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck']
  run(process.execPath, tsc, 'The sources do not compile: see above.\n源代码无法编译：原因见上文。')
  const isNoSource = (path) => statSync(path).isDirectory() || !path.endsWith('.ts')
  for (const top of tops) cpSync(top, `dist/${top}`, { recursive: true, filter: isNoSource })
  writeFileSync('dist/.built', '')
  utimesSync('dist/.built', began, began)
}

function run(command, args, help) {
  // What the tools say goes to stderr: stdout is the server's.
  const { status, error } = spawnSync(command, args, { stdio: ['inherit', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) fail(error ? `${command}: ${error.message}. ${help}` : help)
}

function fail(message) {
  console.error(`\nShenbao setup stopped · 准备工作未完成\n${message}`)
  process.exit(1)
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

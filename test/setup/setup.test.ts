import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/data-folder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A project without dependencies, so that it installs without a network. */
function smallProject(): string {
  const project = temporaryFolder()
  for (const file of ['setup.mjs', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(root, file), join(project, file))
  for (const folder of ['schema', 'server/notices']) mkdirSync(join(project, folder), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "name": "small", "version": "1.0.0", "type": "module" }')
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ name: 'small', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'small' } } }),
  )
  writeFileSync(join(project, 'server/main.ts'), 'export const answer: number = 42\n')
  writeFileSync(join(project, 'server/notices/city.yaml'), 'city: xining\n')
  return project
}

test('leaves alone what a link for node_modules leads to', { timeout: 60_000 }, () => {
  const project = smallProject()
  const others = temporaryFolder()
  writeFileSync(join(others, 'package'), 'of another project')
  symlinkSync(others, join(project, 'node_modules'))
  const { status, stderr } = setup(project)
  expect(status).toBe(1)
  expect(stderr).toContain('remove the link')
  expect(readFileSync(join(others, 'package'), 'utf8')).toBe('of another project')
})

function setup(project: string, ...args: string[]) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['setup.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, took: performance.now() - began }
}

test('installs when nothing is installed, or the lock file is newer, and says nothing on stdout', {
  timeout: 60_000,
}, () => {
  const project = smallProject()
  const marker = join(project, 'node_modules/.package-lock.json')
  expect(setup(project)).toMatchObject({ status: 0, stdout: '' })
  const stale = new Date(2020, 0)
  mkdirSync(join(project, 'node_modules'), { recursive: true })
  writeFileSync(marker, '{}')
  writeFileSync(join(project, 'node_modules/left-over'), '')
  expect(setup(project).status).toBe(0)
  expect(existsSync(join(project, 'node_modules/left-over'))).toBe(true)

  utimesSync(marker, stale, stale)
  expect(setup(project).status).toBe(0)
  expect(existsSync(join(project, 'node_modules/left-over'))).toBe(false)
})

test('the Node that npm brought is linked when npm did not do it', () => {
  const project = smallProject()
  const name = `node_modules/node-${process.platform}-${process.arch}/bin`
  for (const folder of [name, 'node_modules/.bin']) mkdirSync(join(project, folder), { recursive: true })
  for (const file of [`${name}/node`, 'node_modules/.package-lock.json']) writeFileSync(join(project, file), '{}')
  for (const _twice of [1, 2]) expect(setup(project).status).toBe(0)
  expect(readlinkSync(join(project, 'node_modules/.bin/node'))).toBe(
    `../node-${process.platform}-${process.arch}/bin/node`,
  )
})

test('a failed install says so, in both languages', { timeout: 60_000 }, () => {
  const project = smallProject()
  writeFileSync(join(project, 'package-lock.json'), '{')
  const { status, stderr } = setup(project)
  expect(status).toBe(1)
  expect(stderr).toContain('npm ci failed')
  expect(stderr).toContain('npm ci 失败')
})

test('builds what has changed, with the files that are not sources, and nothing twice', { timeout: 60_000 }, () => {
  const project = smallProject()
  mkdirSync(join(project, 'node_modules'))
  for (const name of ['typescript', '@types'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  writeFileSync(join(project, 'node_modules/.package-lock.json'), '{}')
  expect(setup(project, 'build')).toMatchObject({ status: 0, stdout: '' })
  expect(readFileSync(join(project, 'dist/server/main.js'), 'utf8')).toContain('answer = 42')
  expect(readFileSync(join(project, 'dist/server/notices/city.yaml'), 'utf8')).toBe('city: xining\n')

  const built = readFileSync(join(project, 'dist/server/main.js'), 'utf8')
  writeFileSync(join(project, 'dist/server/main.js'), `${built}// untouched`)
  setup(project, 'build')
  expect(readFileSync(join(project, 'dist/server/main.js'), 'utf8')).toContain('// untouched')

  writeFileSync(join(project, 'server/main.ts'), 'export const answer: number = 43\n')
  setup(project, 'build')
  expect(readFileSync(join(project, 'dist/server/main.js'), 'utf8')).toContain('answer = 43')

  writeFileSync(join(project, 'server/main.ts'), 'export const = 44\n')
  const broken = setup(project, 'build')
  expect(broken.status).toBe(1)
  expect(broken.stderr).toContain('The sources do not compile')
})

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'

afterAll(killServers)

test('the command works beside a running service, on its bundled database', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder()
  const service = await startServer({ DATA_DIR: dataDir })
  const environment = { PATH: process.env.PATH, DATA_DIR: dataDir, LANG: 'en_US.UTF-8' }
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/server/guideline/cli.js', 'list'], {
    env: environment,
  })
  expect(stdout).toMatch(/xining\s+2024\s+1/)
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
})

test('a reader that goes away, such as head, is no error', { timeout: 60_000 }, async () => {
  const command = spawn(process.execPath, ['--import', 'tsx', 'server/guideline/cli.ts', 'check', 'README.md'])
  let complaint = ''
  command.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  command.stdout.destroy()
  const [code] = await once(command, 'close')
  expect(complaint).not.toContain('EPIPE')
  expect(code).toBe(1)
})

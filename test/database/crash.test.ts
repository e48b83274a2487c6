import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isAlive } from '../../server/database/embedded/postmaster.js'
import { runningPostgres, temporaryFolder, until } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'
import { query } from '../support/test-database.js'

afterAll(killServers)

const note = (url: string) => query(url, `create table note as select '中文' as text`)
const notes = (url: string) => query<{ text: string }>(url, 'select text from note')

describe('kill -9', () => {
  test('of the server ends PostgreSQL, and the next start has the data', { timeout: 30_000 }, async () => {
    const dataDir = temporaryFolder()
    const killed = await startServer({ DATA_DIR: dataDir })
    const { pid, url } = runningPostgres(dataDir)
    await note(url)
    killed.kill('SIGKILL')
    await killed.ended
    expect(await until(() => !isAlive(pid), 5_000)).toBeLessThan(5_000)

    const next = await startServer({ DATA_DIR: dataDir })
    expect(await notes(runningPostgres(dataDir).url)).toEqual([{ text: '中文' }])
    next.kill('SIGTERM')
    expect((await next.ended).code).toBe(0)
  })

  test('of the server and its watcher leaves a PostgreSQL that the next start ends', { timeout: 30_000 }, async () => {
    const dataDir = temporaryFolder()
    const killed = await startServer({ DATA_DIR: dataDir })
    const { pid } = runningPostgres(dataDir)
    for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n')) {
      const [, process_, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)/.exec(line) ?? []
      if (Number(parent) === killed.pid && command?.startsWith('sh ')) process.kill(Number(process_), 'SIGKILL')
    }
    killed.kill('SIGKILL')
    await killed.ended
    expect(isAlive(pid)).toBe(true)

    const next = await startServer({ DATA_DIR: dataDir })
    expect(isAlive(pid)).toBe(false)
    next.kill('SIGTERM')
    expect((await next.ended).code).toBe(0)
  })

  test('of PostgreSQL is repaired while the server runs', { timeout: 30_000 }, async () => {
    const dataDir = temporaryFolder()
    const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    const before = runningPostgres(dataDir)
    await note(before.url)
    process.kill(before.pid, 'SIGKILL')
    await until(() => !isAlive(before.pid), 5_000)
    const ready = () => fetch(`${server.url}/readyz`).then(({ status }) => status === 200)
    expect(await until(ready, 5_000)).toBeLessThan(5_000)
    expect(await notes(runningPostgres(dataDir).url)).toEqual([{ text: '中文' }])
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false)
  })
})

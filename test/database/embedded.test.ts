import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../server/database/embedded/postmaster.js'
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.js'
import { familyCpuSeconds } from '../bench/process-usage.js'
import { endedProcess, runningPostgres, temporaryFolder } from '../support/data-folder.js'
import { contendedMs } from '../support/processor-pressure.js'
import { killServers, startServer } from '../support/server-process.js'
import { query } from '../support/test-database.js'

afterAll(killServers)

const note = (url: string) => query(url, `create table note as select '中文' as text`)
const notes = (url: string) => query<{ text: string }>(url, 'select text from note')

test('first start, clean stop, and a second start over what a crash left: the data stays, nothing else does', {
  timeout: 60_000,
}, async () => {
  const parent = temporaryFolder()
  const dataDir = join(parent, 'deep', 'data')
  mkdirSync(join(dataDir, `postgres.init-${await endedProcess()}`, 'data'), { recursive: true })

  const contended = contendedMs()
  const first = await startServer({ DATA_DIR: dataDir, LC_ALL: 'C' })
  // Eight seconds, but for those in which the machine has more to do than it can; and never more work than that.
  expect(first.readyAfterMs - (contendedMs() - contended)).toBeLessThan(8_000)
  expect(familyCpuSeconds(first.pid)).toBeLessThan(8)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  expect(statSync(join(parent, 'deep')).mode & 0o777).toBe(0o777 & ~process.umask())
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600)
  const { pid, url } = runningPostgres(dataDir)
  await note(url)
  const text = await query(url, `select lower('ÄÉ') as lower, 'Straße' ilike '%AßE' as ilike, length('西宁') as length`)
  expect(text).toEqual([{ lower: 'äé', ilike: true, length: 2 }])
  first.kill('SIGTERM')
  const { code, output } = await first.ended
  expect(code).toBe(0)
  const [ready] = output.split('\n')
  expect(ready).toBe(`Shenbao 申报 is ready: ${first.url}/graphql  (GraphiQL in a browser at the same address)`)
  expect(isAlive(pid)).toBe(false)
  expect(readdirSync(dataDir).sort()).toEqual(['audit-heads.jsonl', 'keys.json', 'postgres'])
  expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['data', 'password'])

  // What a crash leaves behind; in a restarted container the noted process id may be a stranger's.
  const data = join(dataDir, 'postgres', 'data')
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n`)
  writeFileSync(join(dataDir, 'postgres', '.s.PGSQL.50000'), '')
  const second = await startServer({ DATA_DIR: dataDir })
  expect(await notes(runningPostgres(dataDir).url)).toEqual([{ text: '中文' }])
  expect(existsSync(join(dataDir, 'postgres', '.s.PGSQL.50000'))).toBe(false)
  second.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
})

test('as root, a folder that the unprivileged user can not enter gets a note that names the data', {
  timeout: 30_000,
}, async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'only root runs PostgreSQL as another user')
  const dataDir = temporaryFolder()
  chmodSync(dataDir, 0o700)
  const options = { dataDir, maxConnections: 20, durable: false, logger: pino({ level: 'silent' }), onLost: () => {} }
  const first = await startEmbeddedPostgres(options)
  await note(first.url)
  await first.stop(1_000)
  const [noteName] = readdirSync(dataDir)
  const place =
    readFileSync(join(dataDir, noteName ?? ''), 'utf8')
      .trim()
      .split('\n')
      .at(-1) ?? ''
  expect(place).toMatch(/^\/var\/tmp\/shenbao-[0-9a-f]{12}\/postgres$/)
  onTestFinished(() => rmSync(dirname(place), { recursive: true, force: true }))

  const second = await startEmbeddedPostgres(options)
  expect(await notes(second.url)).toEqual([{ text: '中文' }])
  await second.stop(1_000)

  rmSync(dirname(place), { recursive: true })
  await expect(startEmbeddedPostgres(options)).rejects.toThrow('to begin with an empty database, delete that note')
})

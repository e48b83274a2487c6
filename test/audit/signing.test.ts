import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Deliver, deliveryTo } from '../../server/audit/deliver-line.js'
import { readLine } from '../../server/audit/heads-line.js'
import { signHeads } from '../../server/audit/sign-heads.js'
import { startSigning } from '../../server/audit/start-signing.js'
import { verifySignedHeads } from '../../server/audit/verify-signed-heads.js'
import { connectOrm } from '../../server/database/connect.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { temporaryFolder } from '../support/data-folder.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

const keyring = new Keyring(newKeySet())
const silent = pino({ level: 'silent' })

let database: TestDatabase
let orm: MikroORM
let file: string
beforeAll(async () => {
  database = await createTestDatabase()
  orm = await connectOrm(
    { connectionString: database.url },
    { entities: [], poolSize: 8, statementTimeoutMs: 0, logger: silent },
  )
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})
beforeEach(async () => {
  await query(database.url, 'truncate audit_signing; update audit_head set unsigned = false')
  file = join(temporaryFolder(), 'trail', 'heads.jsonl')
})

async function newSubjects(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  const values = ids.map((id) => `('${id}', '测试人员', '${id}@example.org')`)
  await query(database.url, `insert into account (id, name, email) values ${values}`)
  return ids
}

const intoFile = () => deliveryTo({ auditHeadsFile: file, auditHeadsUrl: undefined, dataDir: '' })
const sign = (deliver: Deliver = intoFile()) => signHeads({ em: orm.em, keyring, deliver, now: () => new Date() })
const linesOf = () => readFileSync(file, 'utf8').trimEnd().split('\n')
const signedSubjects = () => linesOf().flatMap((line) => readLine(line)?.heads.map(([, id]) => id) ?? [])

async function expectSound(): Promise<void> {
  const report = ({ message }: { message: { en: string } }) => expect.unreachable(message.en)
  await verifySignedHeads(orm.em.fork(), keyring, file, report)
}

test('what has grown is signed once, in a file that only its owner reads', async () => {
  const [first] = await newSubjects(1)
  expect(await sign()).toBe(1)
  await newSubjects(1)
  expect(await sign()).toBe(1)
  expect(await sign()).toBe(0)
  expect(signedSubjects()).toHaveLength(2)
  expect(signedSubjects()[0]).toBe(first)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expectSound()
})

test('a busy minute has several lines, and none of its heads is left out', async () => {
  const subjects = await newSubjects(2_345)
  expect(await sign()).toBe(3)
  expect(signedSubjects().toSorted()).toEqual(subjects.toSorted())
  await expectSound()
})

test('a line that could not be delivered comes again, the same to the letter, and nothing after it is lost', async () => {
  const tried: string[] = []
  const failing: Deliver = async (line) => {
    tried.push(line)
    throw new Error('nobody there')
  }
  const [a] = await newSubjects(1)
  await expect(sign(failing)).rejects.toThrow('nobody there')
  const [b] = await newSubjects(1)
  await expect(sign(failing)).rejects.toThrow('nobody there')
  expect(await sign()).toBe(2)
  expect(signedSubjects()).toEqual([a, b])
  expect(tried).toEqual([linesOf()[0], linesOf()[0]])
  await expectSound()
})

test('a line that was delivered and not noted as such is not written twice', async () => {
  await newSubjects(1)
  const cutOff: Deliver = async (line, sequence) => {
    await intoFile()(line, sequence)
    throw new Error('killed')
  }
  await expect(sign(cutOff)).rejects.toThrow('killed')
  expect(await sign()).toBe(1)
  expect(linesOf()).toHaveLength(1)
  await expectSound()
})

test('a line that was half written is written whole, and nobody else’s text is touched', async () => {
  await newSubjects(1)
  await sign()
  await newSubjects(1)
  const torn: Deliver = async (line) => {
    appendFileSync(file, line.slice(0, 40))
    throw new Error('killed')
  }
  await expect(sign(torn)).rejects.toThrow('killed')
  expect(await sign()).toBe(1)
  expect(linesOf()).toHaveLength(2)
  await expectSound()
  writeFileSync(file, 'a note without an end')
  await newSubjects(1)
  await expect(sign()).rejects.toThrow("doesn't end with a whole line")
  expect(readFileSync(file, 'utf8')).toBe('a note without an end')
})

test('several servers that sign while others write make one chain of lines, with the last head of each subject', async () => {
  const subjects = await newSubjects(20)
  let writing = true
  const write = async (n: number) => {
    for (let i = 0; i < 15; i++) {
      await query(
        database.url,
        `update account set demo = not demo where id in ('${subjects[n]}', '${subjects[19 - n]}')`,
      )
    }
  }
  const signing = Array.from({ length: 4 }, async () => {
    while (writing) await sign()
  })
  await Promise.all(Array.from({ length: 8 }, (_, n) => write(n))).finally(() => {
    writing = false
  })
  await Promise.all(signing)
  await sign()
  await expectSound()
  const lines = linesOf().map((line) => readLine(line))
  expect(lines.map((line) => line?.sequence)).toEqual(lines.map((_, i) => i + 1))
  const last = new Map(lines.flatMap((line) => line?.heads ?? []).map(([, id, sequence]) => [id, sequence]))
  const heads = await query<{ id: string; sequence: string }>(
    database.url,
    `select subject_id as id, sequence from audit_head where subject_id = any('{${subjects}}')`,
  )
  for (const { id, sequence } of heads) expect(last.get(id)).toBe(Number(sequence))
}, 30_000)

test('with an address the lines are posted to it, and again after an answer that is no', async () => {
  const received: string[] = []
  let status = 503
  const receiver = createServer(async (request, response) => {
    received.push(Buffer.concat(await request.toArray()).toString('utf8'))
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void receiver.close())
  const auditHeadsUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/heads`
  const deliver = deliveryTo({ auditHeadsFile: undefined, auditHeadsUrl, dataDir: '' })
  await newSubjects(1)
  await expect(sign(deliver)).rejects.toThrow('AUDIT_HEADS_URL answered with status 503')
  status = 204
  expect(await sign(deliver)).toBe(1)
  expect(received).toHaveLength(2)
  expect(received[1]).toBe(received[0])
  expect(readLine(received[1]?.trimEnd() ?? '')?.heads).toHaveLength(1)
})

test('a server signs every so often, and once more when it stops', async () => {
  const config = { auditHeadsEverySeconds: 1, auditHeadsFile: file, auditHeadsUrl: undefined, dataDir: '' }
  const signing = startSigning({ config, em: orm.em, keyring, logger: silent })
  const [first] = await newSubjects(1)
  await expect.poll(() => signedSubjectsSoFar(), { timeout: 5_000 }).toEqual([first])
  const [second] = await newSubjects(1)
  await signing.close()
  expect(signedSubjects()).toEqual([first, second])
})

function signedSubjectsSoFar(): string[] {
  return statSync(file, { throwIfNoEntry: false }) ? signedSubjects() : []
}

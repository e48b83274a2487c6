import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import type { MailSettings } from '../../server/mail/open-transport.js'
import { sendMail } from '../../server/mail/send-mail.js'
import { type MailSender, startMailSender } from '../../server/mail/start-mail-sender.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { temporaryFolder, until } from '../support/data-folder.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'
import { type SmtpServer, startSmtpServer, textOf } from './smtp-server.js'

const to = 'li.example@mail.example'
const code = 'Q0RFRkdISUpLTE1OT1BRUlNUVVZXWFla'
const keyring = new Keyring(newKeySet())

let database: TestDatabase
let orm: MikroORM
let smtp: SmtpServer
let senders: MailSender[] = []
let log = ''

beforeAll(async () => {
  database = await createTestDatabase()
  const address = { connectionString: database.url }
  orm = await connectOrm(address, {
    entities: [],
    poolSize: 2,
    statementTimeoutMs: 0,
    logger: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})
beforeEach(async () => {
  await query(database.url, 'delete from mail')
  smtp = await startSmtpServer()
  log = ''
})
afterEach(async () => {
  smtp.close()
  await Promise.all(senders.map((sender) => sender.close()))
  senders = []
})

function start(settings: Partial<MailSettings> = {}): MailSender {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void (log += line) })
  const all = { dataDir: '/nowhere', mailFrom: undefined, publicUrl: undefined, smtpUrl: smtp.url, ...settings }
  const sender = startMailSender({ orm, keyring, settings: all, logger })
  senders.push(sender)
  return sender
}

const queue = (reader = to, keys = keyring) =>
  orm.em
    .fork()
    .transactional((em) =>
      sendMail(em, keys, { to: reader, template: 'password-reset', values: { code }, locale: 'en' }),
    )

const rows = () =>
  query<{
    sent: boolean
    failed: boolean
    attempts: number
    content_sealed: string | null
    pause: number
    failure: string
  }>(
    database.url,
    `select sent_at is not null as sent, failed_at is not null as failed, attempts, content_sealed, failure,
            extract(epoch from next_attempt_at - now())::float as pause from mail`,
  )

test('a mail goes out once its transaction is committed, with its code and a link', async () => {
  await queue()
  start({ publicUrl: 'https://apply.example.cn', mailFrom: 'Desk <desk@example.cn>' })
  await until(() => smtp.messages.length > 0, 4_000)
  const [message = ''] = smtp.messages
  expect(message).toMatch(/^From: Desk <desk@example\.cn>\r$/m)
  expect(message).toMatch(/^To: li\.example@mail\.example\r$/m)
  expect(message).toMatch(/^Subject: Shenbao: Set a new password\r$/m)
  expect(textOf(message)).toContain(`https://apply.example.cn/reset-password#${code}\r\n`)
  await until(async () => (await rows())[0]?.sent === true, 2_000)
})

test('a mail of a transaction that was undone is never sent', async () => {
  const undone = orm.em.fork().transactional(async (em) => {
    await sendMail(em, keyring, { to, template: 'password-reset', values: { code }, locale: 'en' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await queue('other@mail.example')
  start()
  await until(() => smtp.messages.length > 0, 4_000)
  expect(smtp.messages.join()).not.toContain(to)
})

test('without PUBLIC_URL there is the code and no link', async () => {
  await queue()
  start()
  await until(() => smtp.messages.length > 0, 4_000)
  const text = textOf(smtp.messages[0] ?? '')
  expect(text).toContain(code)
  expect(text).not.toContain('http')
})

test('neither reader nor code can be read in the database, and nothing of them is left when the mail is sent', async () => {
  await queue()
  const [waiting] = await query(database.url, 'select mail::text as row from mail')
  expect(waiting?.row).not.toMatch(/li\.example|Q0RFRk|TE1OT1/)
  start()
  await until(async () => (await rows())[0]?.sent === true, 4_000)
  expect((await rows())[0]?.content_sealed).toBeNull()
})

test('what fails for now is tried again later, each time after a longer pause', async () => {
  smtp.answerTo(() => '451 busy, li.example@mail.example')
  await queue()
  start()
  await until(() => log.includes('tried again later'), 4_000)
  expect((await rows())[0]).toMatchObject({ sent: false, failed: false, attempts: 1 })
  expect((await rows())[0]?.pause).toBeGreaterThan(5)
  await query(database.url, 'update mail set next_attempt_at = now()')
  await until(async () => (await rows())[0]?.attempts === 2 && ((await rows())[0]?.pause ?? 0) < 61, 4_000)
  expect((await rows())[0]?.pause).toBeGreaterThan(20)
  smtp.answerTo(() => '250 ok')
  await query(database.url, 'update mail set next_attempt_at = now()')
  await until(async () => (await rows())[0]?.sent === true, 4_000)
  expect(log).toContain('"reason":"451"')
  expect(log).not.toContain('li.example')
})

test('it is given up after eight attempts', async () => {
  smtp.answerTo(() => '451 busy')
  await queue()
  await query(database.url, 'update mail set attempts = 7')
  start()
  await until(async () => (await rows())[0]?.failed === true, 4_000)
  expect((await rows())[0]).toMatchObject({ attempts: 8, content_sealed: null, failure: '451' })
  expect(log).toContain('a mail was given up')
})

test('a reader whom the mail server refuses for good is given up at once, and the log does not name him', async () => {
  smtp.answerTo((command) => (command.includes(to) ? `550 no such user ${to}` : '250 ok'))
  await queue()
  await queue('other@mail.example')
  start()
  await until(async () => (await rows()).every(({ sent, failed }) => sent || failed), 4_000)
  expect((await rows()).filter(({ failed }) => failed)).toMatchObject([{ attempts: 1, failure: '550' }])
  expect(smtp.messages).toHaveLength(1)
  expect(log).not.toContain('li.example')
})

test('a mail whose key is gone is given up, and the next one is sent', async () => {
  await queue(to, new Keyring(newKeySet()))
  await queue('other@mail.example')
  start()
  await until(() => smtp.messages.length === 1, 4_000)
  expect((await rows()).filter(({ failed }) => failed)).toMatchObject([{ failure: 'CannotOpen' }])
})

test('several servers send each mail once', { timeout: 20_000 }, async () => {
  for (let i = 0; i < 30; i++) await queue(`reader${i}@mail.example`)
  for (let i = 0; i < 4; i++) start()
  await until(async () => (await rows()).every(({ sent }) => sent), 10_000)
  const readers = smtp.messages.map((message) => /^To: (.*)\r$/m.exec(message)?.[1])
  expect(new Set(readers).size).toBe(30)
  expect(readers).toHaveLength(30)
})

test('a mail that a server took and left is sent by another, under the same message id', async () => {
  await queue()
  const [taken] = await query<{ id: string }>(database.url, 'update mail set attempts = 1 returning id')
  start()
  await until(() => smtp.messages.length > 0, 4_000)
  expect(smtp.messages[0]).toContain(`Message-ID: <${taken?.id}@localhost>`)
})

test('a mail server that is not there leaves the mail in the outbox', async () => {
  await queue()
  start({ smtpUrl: 'smtp://127.0.0.1:1' })
  await until(() => log.includes('tried again later'), 4_000)
  expect((await rows())[0]).toMatchObject({ sent: false, failed: false })
})

test('without SMTP_URL mails become files that only their owner may read, and the log names them', async () => {
  const dataDir = temporaryFolder()
  await queue()
  start({ smtpUrl: undefined, dataDir })
  await until(async () => (await rows())[0]?.sent === true, 4_000)
  const folder = join(dataDir, 'outbox')
  const [name = ''] = readdirSync(folder)
  expect(name).toMatch(/^\d{14}-password-reset-[\da-f]{8}\.eml$/)
  expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  expect(readFileSync(join(folder, name), 'utf8')).toContain(`\n${code}\n`)
  expect(JSON.parse(log.trim().split('\n').at(-1) ?? '')).toMatchObject({ level: 30, file: join(folder, name) })
})

import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationsOf } from '../../server/access/check-access.js'
import { callOperation, operationOf } from './call-operation.js'
import { checkRows, digits } from './check-rows.js'
import { endsSessions } from './examples.js'
import { gather } from './gather.js'
import { minimalArguments } from './minimal-arguments.js'
import { personas } from './personas.js'
import { sendMails } from './send-mails.js'
import { type StartedWorld, startWorld } from './start-world.js'
import { tableTexts } from './table-hashes.js'

/*
 * Every personal value of the world is known here. After everybody has read everything and called everything, none of them
 * stands anywhere in clear: not in an answer, an error, the log, a table, or a mail.
 */

/** Typed by careless clients into every text: valid by its check digit, and nobody's; and a number kept for tests. */
const careless = ['11010519491231002X', '+8613800138000']

let started: StartedWorld
let log = ''
const answers: string[] = []
beforeAll(async () => {
  started = await startWorld(pino({ level: 'trace' }, { write: (line: string) => void (log += line) }))
}, 60_000)
afterAll(() => started.close())

const secrets = () => [
  ...started.world.clearValues.map(({ value }) => digits(value)),
  ...personas.flatMap((persona) => started.world.tokenOf(persona) ?? []),
]

test('everybody reads everything', async () => {
  const { service } = started
  const ask: typeof service.ask = async (...asked) => {
    const answer = await service.ask(...asked)
    answers.push(JSON.stringify(answer))
    return answer
  }
  expect(await gather(checkRows({ ...started, service: { ...service, ask } }, started.seen.keys()))).toEqual([])
  expect(answers.length).toBeGreaterThan(personas.length)
}, 120_000)

test('everybody calls everything with personal values in every text', async () => {
  const { service } = started
  for (const name of operationsOf(service.schema)) {
    if (endsSessions.has(name)) continue
    for (const text of careless) {
      const args = minimalArguments(operationOf(service.schema, name), text)
      for (const persona of personas) {
        const { errors, data } = await callOperation(service, persona, name, args, { briefly: false })
        const answer = JSON.stringify({ errors, data })
        expect(answer, `${persona.name} calling ${name}`).not.toContain(digits(text))
        answers.push(answer)
      }
    }
  }
}, 240_000)

test('none of it is in a mail that goes out', async () => {
  const mails = await sendMails(started)
  expect([...mails.keys()]).toEqual(
    expect.arrayContaining([
      ...['address-registered', 'collaborator-invitation', 'member-invitation', 'official-invitation'],
      ...['password-reset', 'second-factor-reset', 'sign-in-changed', 'verify-email'],
    ]),
  )
  expect(mails.get('member-invitation')?.join()).toContain('测试单位 alpha')
  for (const [template, texts] of mails)
    for (const secret of [...secrets(), ...careless.map(digits)])
      expect(
        texts.filter((text) => text.includes(secret)),
        `${secret} in ${template}`,
      ).toEqual([])
}, 60_000)

test('none of it is in an answer, in the log or in a table', async () => {
  expect(log).toContain('"msg":"request"')
  const texts = await tableTexts(started.orm)
  expect(texts['public.applicant']).toContain('测试单位 alpha')
  for (const secret of [...secrets(), ...careless.map(digits)]) {
    expect(answers.filter((answer) => answer.includes(secret))).toEqual([])
    expect(log.includes(secret), `${secret} in the log`).toBe(false)
    for (const [table, text] of Object.entries(texts))
      expect(text.includes(secret), `${secret} in ${table}`).toBe(false)
  }
}, 60_000)

test('events that belong to no city, which supervisors of all cities see, say of people no name and no address', async () => {
  const events = await started.orm.em
    .fork()
    .execute<{ type: string; text: string }[]>(
      `select subject_type as type, event::text as text from audit_event event where city is null`,
    )
  expect([...new Set(events.map(({ type }) => type))]).toEqual(expect.arrayContaining(['Account', 'Invitation']))
  for (const personal of ['测试人员', '测试庚', '@example.org', ...secrets(), ...careless.map(digits)])
    expect(
      events.filter(({ text }) => text.includes(personal)).map(({ type }) => type),
      personal,
    ).toEqual([])
})

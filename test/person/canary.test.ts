import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../support/test-database.js'
import { type PersonApp, personFields, startPersonApp } from './start-person-app.js'

/** Numbers of nobody, as typed and as stored. */
const canaries = ['11010519491231002X', '1949-12-31', '13800138000', '53010219200508011X', 'E87654321', '6309127']
const wrong = ['110105194912310029', '1380013800', '+8613800138', 'E8765432100000']

let app: PersonApp
let log = ''
beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void (log += line) })
  app = await startPersonApp(undefined, logger)
}, 60_000)
afterAll(() => app.close())

const none = (text: string, what: string) => {
  for (const canary of [...canaries, ...wrong]) expect(text.includes(canary), `${canary} in ${what}`).toBe(false)
}

test('what is sealed is nowhere in clear: not in answers, errors, logs, nor in any table', async () => {
  const applicant = await app.makeApplicant()
  const editor = await app.makeAccount()
  await app.makeMember(editor, applicant, 'EDIT')
  const office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const supervisor = await app.makeAccount({ grants: [{ role: 'SUPERVISOR' }] })

  const inputs = [
    {
      idDocument: { kind: 'RESIDENT_ID', number: '11010519491231002X' },
      birthDate: '1949-12-31',
      phone: '13800138000',
    },
    { idDocument: { kind: 'RESIDENT_ID', number: '53010219200508011X' }, phone: '0971-6309127' },
    { idDocument: { kind: 'PASSPORT', number: 'E87654321' }, phone: '6309127', birthDate: '1949-12-31' },
  ]
  const added = []
  for (const input of inputs) added.push(await app.addPerson(editor, applicant, input))
  expect(added.map(({ errors }) => errors)).toEqual([[], [], []])
  const [first] = added.map(({ person }) => person)
  if (!first) throw new Error('nobody was added')
  // Again, with mistakes, in the wrong place, and in a document that is broken.
  const answers = [
    added,
    await app.addPerson(editor, applicant, inputs[0]),
    await app.addPerson(editor, applicant, { idDocument: { kind: 'RESIDENT_ID', number: wrong[0] }, phone: wrong[1] }),
    await app.addPerson(editor, applicant, { idDocument: { kind: 'PASSPORT', number: wrong[3] }, phone: wrong[2] }),
    await app.updatePerson(editor, { id: first.id, revision: 1, name: '测试', onStaff: true, ...inputs[2] }),
    await app.updatePerson(editor, { id: first.id, revision: 1, name: '测试', onStaff: true, ...inputs[1] }),
    await app.reveal(editor, '11010519491231002X', 'PHONE'),
    await app.askAs(editor, `{ node(id: "Person:11010519491231002X") { id } }`),
  ]
  for (const account of [editor, office, supervisor, null]) {
    answers.push(
      await app.askAs(account, `query ($id: ID!) { node(id: $id) { ... on Person { ${personFields} } } }`, {
        id: first.id,
      }),
    )
    answers.push(
      await app.askAs(
        account,
        `query ($id: ID!) { node(id: $id) { ... on Applicant { contact { phone } people { nodes { ${personFields} } } } } }`,
        { id: `Applicant:${applicant}` },
      ),
    )
  }
  none(JSON.stringify(answers), 'answers')

  // What is refused before any resolver runs names the place, not the value; and a fault is told without it.
  const invalid = await app.askAs(
    editor,
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { errors { code } } }',
    {
      input: { ...inputs[0], phone: 13800138000 },
    },
  )
  expect(invalid.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  await app.execute(`alter table person rename column phone_masked to phone_gone`)
  const fault = await app.askAs(
    editor,
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { errors { code } } }',
    {
      input: {
        ...{ applicant: `Applicant:${applicant}`, idempotencyKey: 'canary-12345', name: '测试', onStaff: true },
        ...{ idDocument: { kind: 'PASSPORT', number: 'X1234567' }, phone: '13800138000' },
      },
    },
  )
  expect(fault.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
  await app.execute(`alter table person rename column phone_gone to phone_masked`)
  none(JSON.stringify([invalid, fault]), 'errors')

  // Told on purpose, and not written down.
  expect(JSON.stringify(await app.reveal(office, first.id, 'ID_NUMBER'))).toContain('11010519491231002X')

  expect(log).toContain('masked error')
  none(log, 'the log')
  const tables = await query<{ name: string }>(
    app.database.url,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.map(({ name }) => name)).toContain('public.audit_event')
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(app.database.url, `select t::text as row from ${name} as t`)
    none(rows.map(({ row }) => row).join('\n'), name)
  }
}, 60_000)

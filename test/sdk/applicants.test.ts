import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../sdk/src/index.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { madeUpCode, registration } from '../applicant/registrations.js'

/* The organisations and people are invented. */

let app: AccessApp
let account: string
let client: ReturnType<typeof clientOf>
beforeAll(async () => {
  app = await startAccessApp()
  account = await app.makeAccount()
  client = clientOf(account)
})
afterAll(() => app.close())

const clientOf = (who: string, then: (response: Response) => Response | Promise<Response> = (response) => response) =>
  createClient({
    ...{ url: `${app.url}/graphql`, locale: 'en' },
    fetch: async (address, init) =>
      then(await fetch(address, { ...init, headers: { ...init.headers, 'x-test-account': who } })),
  })

const details = (changes: object = {}) => {
  const { idempotencyKey: _made, ...input } = registration(changes)
  return input as Parameters<typeof client.applicants.register>[0]
}

async function registered(): Promise<string> {
  const made = await client.applicants.register(details())
  if (made.status !== 'done') throw new Error(JSON.stringify(made.errors))
  return made.applicant.id
}

const person = (applicant: string) => ({
  ...{ applicant, name: '测试甲', onStaff: true, phone: '13800138000' },
  idDocument: { kind: 'RESIDENT_ID' as const, number: '11010519491231002X' },
})

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const got: Item[] = []
  for await (const item of items) got.push(item)
  return got
}

test('an organisation is registered, read again, and stands in the list', async () => {
  const creditCode = madeUpCode()
  const made = await client.applicants.register(details({ creditCode }))
  expect(made).toMatchObject({ status: 'done', applicant: { creditCode, verification: { state: 'PENDING' } } })
  if (made.status !== 'done') return
  expect(await client.applicants.get(made.applicant.id)).toEqual({ ...made.applicant, evidence: { nodes: [] } })
  expect((await all(client.applicants.list())).map(({ id }) => id)).toContain(made.applicant.id)
  expect(await client.applicants.get(`Guideline:xining-2024-1`)).toBeNull()
  expect(await clientOf(await app.makeAccount()).applicants.get(made.applicant.id)).toBeNull()
})

test('what is wrong is data, with the fields', async () => {
  const refused = await client.applicants.register(details({ creditCode: '1', contactPhone: 'x' }))
  expect(refused).toMatchObject({
    status: 'refused',
    errors: expect.arrayContaining([expect.objectContaining({ path: ['input', 'contactPhone'] })]),
  })
})

test('a registration whose answer was lost is sent again, and done once', async () => {
  let lost = false
  const unlucky = clientOf(account, (response) => {
    if (lost) return response
    lost = true
    throw new TypeError('the connection broke')
  })
  const creditCode = madeUpCode()
  expect(await unlucky.applicants.register(details({ creditCode }))).toMatchObject({ status: 'done' })
  expect(lost).toBe(true)
  expect(await app.execute('select from applicant where credit_code = ?', [creditCode])).toHaveLength(1)
})

test('people are added and listed, with their numbers masked', async () => {
  const applicant = await registered()
  const made = await client.people.add(person(applicant))
  expect(made).toMatchObject({ status: 'done', person: { name: '测试甲', idDocument: { kind: 'RESIDENT_ID' } } })
  const [listed, ...more] = await all(client.people.list(applicant))
  expect(more).toEqual([])
  expect(JSON.stringify(listed)).not.toContain('19491231')
  expect(await client.people.add(person(applicant))).toMatchObject({
    status: 'refused',
    errors: [{ code: 'PERSON_EXISTS' }],
  })
  expect(await all(client.people.list(`Applicant:${randomUUID()}`))).toEqual([])
})

test('an uploaded document becomes evidence', async () => {
  const applicant = await registered()
  const key = randomUUID()
  await app.execute(
    `insert into document (id, purpose, file_name, media_type, size, sha256, uploaded_by_id, applicant_id, state, scan,
       created_at, stored_at) values (?, 'EVIDENCE', 'licence.pdf', 'application/pdf', 10, ?, ?, ?, 'STORED', 'CLEAN',
       now(), now())`,
    [key, 'a'.repeat(64), account, applicant.replace('Applicant:', '')],
  )
  const input = { applicant, document: `Document:${key}`, kind: 'BUSINESS_LICENCE' as const }
  const made = await client.evidence.add(input)
  expect(made).toMatchObject({ status: 'done', evidence: { kind: 'BUSINESS_LICENCE', fileName: 'licence.pdf' } })
  expect((await client.applicants.get(applicant))?.evidence.nodes).toEqual([
    expect.objectContaining({ attachmentCode: 'business-licence' }),
  ])
  expect(await client.evidence.add({ ...input, kind: 'OTHER' })).toMatchObject({
    status: 'refused',
    errors: [{ code: 'FILE_IN_USE' }],
  })
})

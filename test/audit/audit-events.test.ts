import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'

let app: AccessApp
let supervisor: string
let officer: string
let document: string
beforeAll(async () => {
  app = await startAccessApp()
  supervisor = await app.makeAccount({ grants: [{ role: 'SUPERVISOR' }] })
  officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const { data } = await app.askAs(
    officer,
    'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { document { id } } } }',
    {
      input: { purpose: 'REGISTER_IMPORT', fileName: 'a.csv', size: 1, city: 'xining', idempotencyKey: 'audit-events' },
    },
  )
  document = (data as { requestUpload: { upload: { document: { id: string } } } }).requestUpload.upload.document.id
})
afterAll(() => app.close())

type Node = Record<string, unknown> & { changes: { name: string; before: string | null; after: string | null }[] }

async function eventsSeen(account: string | null, filter: object): Promise<Node[]> {
  const query = `query ($filter: AuditEventFilter) { auditEvents(filter: $filter, first: 100) { totalCount nodes {
    subject subjectType sequence actor action operation tableName rowId request reason city hash changes { name before after } } } }`
  const { data, errors } = await app.askAs(account, query, { filter })
  expect(errors).toBeUndefined()
  const { nodes, totalCount } = (data as { auditEvents: { nodes: Node[]; totalCount: number } }).auditEvents
  expect(totalCount).toBe(nodes.length)
  return nodes
}

test('a supervisor reads what was done in his city, and what changed by it', async () => {
  const [event, ...more] = await eventsSeen(supervisor, { subject: document })
  expect(more).toEqual([])
  expect(event).toMatchObject({
    ...{
      subject: document,
      subjectType: 'Document',
      sequence: 1,
      actor: `Account:${officer}`,
      action: 'requestUpload',
    },
    ...{ operation: 'INSERT', tableName: 'public.document', rowId: document.slice('Document:'.length), city: 'xining' },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    request: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(event?.changes).toContainEqual({ name: 'purpose', before: null, after: '"REGISTER_IMPORT"' })
})

test('each filter leaves what it says', async () => {
  const all = await eventsSeen(supervisor, {})
  expect(await eventsSeen(supervisor, { actor: `Account:${officer}` })).toEqual(
    all.filter(({ actor }) => actor === `Account:${officer}`),
  )
  expect(await eventsSeen(supervisor, { actor: `UserAccount:${officer}` })).toHaveLength(1)
  expect(await eventsSeen(supervisor, { action: 'requestUpload' })).toHaveLength(1)
  const accounts = await eventsSeen(supervisor, { subjectType: 'Account' })
  expect(accounts).toEqual(all.filter(({ subjectType }) => subjectType === 'Account'))
  expect(accounts.length).toBeGreaterThan(1)
  expect(await eventsSeen(supervisor, { subject: `UserAccount:${officer}` })).toEqual(
    all.filter(({ subject }) => subject === `Account:${officer}`),
  )
  const past = '2020-01-01T00:00:00Z'
  const future = '2120-01-01T00:00:00Z'
  expect(await eventsSeen(supervisor, { from: past, to: future })).toHaveLength(all.length)
  expect(await eventsSeen(supervisor, { from: future })).toEqual([])
  expect(await eventsSeen(supervisor, { to: past })).toEqual([])
  for (const subject of ['', 'Document', ':', 'Document:', 'nobody:x', document.replace('Document', 'Applicant')]) {
    expect(await eventsSeen(supervisor, { subject })).toEqual([])
  }
})

test('the newest come first, page by page', async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const query = `query ($after: String) { auditEvents(first: 2, after: $after) { nodes { id at } pageInfo { endCursor hasNextPage } } }`
    const { data } = await app.askAs(supervisor, query, { after })
    const page = (
      data as { auditEvents: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
    ).auditEvents
    seen.push(...page.nodes.map(({ id }) => id))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  const rows = await app.execute<{ id: string }>(
    `select 'AuditEvent:' || id as id from audit_event order by at desc, id desc`,
  )
  expect(seen).toEqual(rows.map(({ id }) => id))
  expect(seen.length).toBeGreaterThan(4)
})

test('a supervisor of another city sees nothing of this one, and nobody else sees anything', async () => {
  const elsewhere = await app.makeAccount({ grants: [{ role: 'SUPERVISOR', city: 'valmar' }] })
  const seen = await eventsSeen(elsewhere, {})
  expect(new Set(seen.map(({ city }) => city))).toEqual(new Set([null, 'valmar']))
  expect(await eventsSeen(elsewhere, { subject: document })).toEqual([])
  const roles = ['PROGRAMME_OFFICE', 'ACCEPTANCE_DESK', 'EXPERT', 'ADMINISTRATOR'] as const
  const others = [null, ...(await Promise.all(roles.map((role) => app.makeAccount({ grants: [{ role }] }))))]
  for (const account of others) {
    const { errors } = await app.askAs(account, '{ auditEvents { totalCount } }')
    expect(errors?.[0]?.extensions.code).toBe(account === null ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  }
})

test('what belongs to an applicant is of its city, whatever table it stands in', async () => {
  const id = randomUUID()
  await app.execute(
    `insert into applicant (id, city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
       legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index, contact_phone_masked,
       business_operations, party_branch)
     values (?, 'valmar', '91630100MA00000000', '虚构单位', 'ENTERPRISE', 'NONE', true, '630103', '-', '2020-01-01', '-', '-',
       '-', '-', '-', '-', true, false)`,
    [id],
  )
  await app.makeMember(officer, id, 'EDIT')
  expect(await eventsSeen(supervisor, { subject: `Applicant:${id}` })).toEqual([])
  const elsewhere = await app.makeAccount({ grants: [{ role: 'SUPERVISOR', city: 'valmar' }] })
  const events = await eventsSeen(elsewhere, { subject: `Applicant:${id}` })
  expect(events.map(({ tableName, city, sequence }) => [tableName, city, sequence])).toEqual([
    ['public.member', 'valmar', 2],
    ['public.applicant', 'valmar', 1],
  ])
  const told = JSON.stringify(events)
  expect(told).toContain('虚构单位')
})

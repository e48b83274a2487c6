import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { keyOf, mutate, registered, type UserError } from './registrations.js'

let now = new Date('2023-06-01T02:00:00Z')
let app: AccessApp
let editor: string
let office: string
let supervisor: string
let applicant: string
beforeAll(async () => {
  app = await startAccessApp(() => now)
  editor = await app.makeAccount()
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  supervisor = await app.makeAccount({ grants: [{ role: 'SUPERVISOR' }] })
  applicant = await registered(app, editor)
})
afterAll(() => app.close())

/** A file of an organisation's, as if it had been uploaded. */
async function file(of = applicant, { state = 'STORED', scan = 'CLEAN' } = {}): Promise<string> {
  const id = randomUUID()
  const stored = state === 'STORED'
  await app.execute(
    `insert into document (id, purpose, file_name, media_type, size, sha256, uploaded_by_id, applicant_id, state, scan,
      created_at, stored_at, expires_at) values (?, 'EVIDENCE', 'licence.pdf', ?, 10, ?, ?, ?, ?, ?, now(), ?, ?)`,
    [
      ...[id, stored ? 'application/pdf' : null, stored ? 'a'.repeat(64) : null, editor, keyOf(of), state, scan],
      ...[stored ? '2023-05-01T00:00:00Z' : null, state === 'PENDING' ? '2099-01-01T00:00:00Z' : null],
    ],
  )
  return `Document:${id}`
}

const shown = `id kind attachmentCode number issuedOn expiresOn expired expiresWithinDays year state addedAt endedAt fileName
  mediaType size downloadUrl`
type Payload = { evidence: Record<string, unknown> | null; downloadUrl?: string | null; errors: UserError[] }

let keys = 0
async function send(account: string, mutation: string, input: object): Promise<Payload> {
  const selected = mutation === 'revealEvidence' ? 'downloadUrl' : `evidence { ${shown} }`
  const document = `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { ${selected} errors { code message path } } }`
  const { data, errors } = await app.askAs(account, document, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return data[mutation] as Payload
}

const add = async (changes: object = {}, account = editor) =>
  send(account, 'addEvidence', {
    ...{ idempotencyKey: `evidence-${keys++}`, applicant, kind: 'BUSINESS_LICENCE', document: await file() },
    ...changes,
  })

const read = async (account: string, id: unknown) => {
  const { data } = await app.askAs(account, `query ($id: ID!) { node(id: $id) { ... on Evidence { ${shown} } } }`, {
    id,
  })
  return data?.node as Record<string, unknown> | null
}

describe('evidence', () => {
  test('is added with what stands on it, and is the attachment of later applications', async () => {
    const { evidence, errors } = await add({ number: ' 注 123 ', issuedOn: '2020-01-01', expiresOn: '2023-06-11' })
    expect(errors).toEqual([])
    expect(evidence).toEqual({
      id: expect.stringMatching(/^Evidence:/),
      ...{ kind: 'BUSINESS_LICENCE', attachmentCode: 'business-licence', number: '注 123', year: null },
      ...{ issuedOn: '2020-01-01', expiresOn: '2023-06-11', expired: false, expiresWithinDays: 10 },
      ...{ state: 'CURRENT', addedAt: '2023-06-01T02:00:00.000Z', endedAt: null },
      ...{ fileName: 'licence.pdf', mediaType: 'application/pdf', size: 10, downloadUrl: expect.any(String) },
    })
  })

  test('expires by the clock, at midnight in China', async () => {
    const { evidence } = await add({ expiresOn: '2023-06-02' })
    const at = async (instant: string) => {
      now = new Date(instant)
      const { expired, expiresWithinDays } = (await read(office, evidence?.id)) ?? {}
      return [expired, expiresWithinDays]
    }
    expect(await at('2023-06-02T15:59:59Z')).toEqual([false, 0])
    expect(await at('2023-06-02T16:00:00Z')).toEqual([true, -1])
    now = new Date('2023-06-01T02:00:00Z')
  })

  test('without an end it never expires', async () => {
    expect((await add()).evidence).toMatchObject({ expired: false, expiresWithinDays: null })
  })

  test('is replaced by a newer one, and the old one is kept', async () => {
    const { evidence } = await add({ kind: 'AUDIT_REPORT', year: 2021 })
    const newer = await send(editor, 'replaceEvidence', {
      ...{ idempotencyKey: `evidence-${keys++}`, id: evidence?.id, document: await file(), year: 2022 },
    })
    expect(newer.evidence).toMatchObject({ kind: 'AUDIT_REPORT', year: 2022, state: 'CURRENT' })
    expect(await read(editor, evidence?.id)).toMatchObject({ state: 'REPLACED', endedAt: '2023-06-01T02:00:00.000Z' })
    const again = await send(editor, 'withdrawEvidence', { id: evidence?.id })
    expect(again.errors).toMatchObject([{ code: 'EVIDENCE_UNKNOWN', path: ['input', 'id'] }])
  })

  test('is withdrawn, and then stands among what was', async () => {
    const own = await registered(app, editor)
    const { evidence } = await add({ applicant: own, document: await file(own) })
    expect((await send(editor, 'withdrawEvidence', { id: evidence?.id })).evidence).toMatchObject({
      state: 'WITHDRAWN',
    })
    const lists =
      'query ($id: ID!) { node(id: $id) { ... on Applicant { evidence { totalCount } formerEvidence { nodes { id } } } } }'
    expect((await app.askAs(editor, lists, { id: own })).data?.node).toEqual({
      evidence: { totalCount: 0 },
      formerEvidence: { nodes: [{ id: evidence?.id }] },
    })
  })
})

describe('what is refused', () => {
  test.each<[object, [code: string, field: string][]]>([
    [{ issuedOn: '2023-06-02' }, [['ISSUED_IN_FUTURE', 'issuedOn']]],
    [{ issuedOn: '2020-01-02', expiresOn: '2020-01-01' }, [['EXPIRES_BEFORE_ISSUED', 'expiresOn']]],
    [{ expiresOn: '2023-02-29' }, [['DATE_NOT_REAL', 'expiresOn']]],
    [{ kind: 'AUDIT_REPORT' }, [['EVIDENCE_YEAR_NEEDED', 'year']]],
    [{ kind: 'FINANCIAL_STATEMENTS', year: 2024 }, [['EVIDENCE_YEAR_WRONG', 'year']]],
    [{ kind: 'LEGAL_REPRESENTATIVE_ID', number: '11010519491231002X' }, [['EVIDENCE_NUMBER_NOT_TAKEN', 'number']]],
    [
      { document: 'Document:x', year: 1900 },
      [
        ['FILE_UNKNOWN', 'document'],
        ['EVIDENCE_YEAR_WRONG', 'year'],
      ],
    ],
  ])('%j', async (changes, expected) => {
    const { evidence, errors } = await add(changes)
    expect(evidence).toBeNull()
    expect(errors.map(({ code, path }) => [code, path])).toEqual(
      expected.map(([code, field]) => [code, ['input', field]]),
    )
    expect(JSON.stringify(errors)).not.toContain('11010519491231002X')
  })

  test('a file that has not come, carries malware, is in use, or is another organisation’s', async () => {
    const used = await file()
    await add({ document: used })
    const other = await registered(app, editor)
    const codes = []
    for (const document of [
      await file(applicant, { state: 'PENDING', scan: 'NOT_SCANNED' }),
      await file(applicant, { scan: 'INFECTED' }),
      used,
      await file(other),
    ]) {
      codes.push((await add({ document })).errors.map(({ code }) => code))
    }
    expect(codes).toEqual([['FILE_NOT_STORED'], ['FILE_INFECTED'], ['FILE_IN_USE'], ['FILE_UNKNOWN']])
  })

  test('from members without the right to edit, for others’ and for deactivated organisations', async () => {
    const reader = await app.makeAccount()
    await app.makeMember(reader, keyOf(applicant), 'SUBMIT')
    expect((await add({}, reader)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    const stranger = await app.makeAccount()
    await registered(app, stranger)
    expect((await add({}, stranger)).errors).toMatchObject([
      { code: 'APPLICANT_UNKNOWN', path: ['input', 'applicant'] },
    ])
    const closed = await registered(app, editor)
    const document = await file(closed)
    await mutate(app, editor, 'deactivateApplicant', { id: closed, reason: '注销' })
    expect((await add({ applicant: closed, document })).errors).toMatchObject([{ code: 'APPLICANT_DEACTIVATED' }])
  })
})

test('an ID card is shown with a reason only, to those who check it, and that is noted', async () => {
  const { evidence } = await add({ kind: 'LEGAL_REPRESENTATIVE_ID' })
  expect(evidence?.downloadUrl).toBeNull()
  expect((await read(office, evidence?.id))?.downloadUrl).toBeNull()
  const reveal = (reason: string) => send(office, 'revealEvidence', { id: evidence?.id, reason })
  expect(await reveal(' ')).toMatchObject({ downloadUrl: null, errors: [{ code: 'TEXT_EMPTY' }] })
  expect(await reveal('形式审查')).toMatchObject({ downloadUrl: expect.any(String), errors: [] })
  const events = await app.execute<{ actor: string }>(
    "select actor from audit_event where action = 'revealEvidence' and subject_id = ?",
    [keyOf(applicant)],
  )
  expect(events).toEqual([{ actor: office }])
  const document = 'mutation ($input: RevealEvidenceInput!) { revealEvidence(input: $input) { downloadUrl } }'
  const answer = await app.askAs(supervisor, document, { input: { id: evidence?.id, reason: '查看' } })
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('nor is its file given out by its own id: to those who may only read it never, to editors until it is said what it is', async () => {
  const reader = await app.makeAccount()
  await app.makeMember(reader, keyOf(applicant), 'SUBMIT')
  const desk = await app.makeAccount({ grants: [{ role: 'ACCEPTANCE_DESK' }] })
  const document = await file()
  const given = async (id: string) => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Document { fileName downloadUrl thumbnailUrl } } }'
    const accounts = { editor, reader, desk, office, supervisor }
    const seen = await Promise.all(
      Object.entries(accounts).map(async ([name, account]) => {
        const node = (await app.askAs(account, query, { id })).data?.node as Record<string, unknown> | null
        expect(node?.fileName).toBe('licence.pdf')
        return node?.downloadUrl || node?.thumbnailUrl ? [name] : []
      }),
    )
    return seen.flat()
  }
  await app.execute('update document set thumbnail = true where id = ?', [keyOf(document)])
  expect(await given(document)).toEqual(['editor'])
  const { evidence } = await add({ kind: 'LEGAL_REPRESENTATIVE_ID', document })
  expect(await given(document)).toEqual([])
  expect(await send(reader, 'revealEvidence', { id: evidence?.id, reason: '好奇' })).toMatchObject({
    downloadUrl: null,
    errors: [{ code: 'NOT_IN_CHARGE' }],
  })
  expect(await send(editor, 'revealEvidence', { id: evidence?.id, reason: '核对扫描件' })).toMatchObject({ errors: [] })
  // Withdrawn, it still shows what it shows.
  await send(editor, 'withdrawEvidence', { id: evidence?.id })
  expect(await given(document)).toEqual([])
  const licence = await file()
  await add({ document: licence })
  expect(await given(licence)).toEqual(['editor', 'reader', 'desk', 'office', 'supervisor'])
})

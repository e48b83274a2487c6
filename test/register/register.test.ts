import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditCode, idNumber, mutate, type Refusable, type RegisterApp, startRegisterApp } from './register-app.js'

/* Who keeps and reads the registers, and what single entries are refused for. */

let app: RegisterApp
beforeAll(async () => {
  app = await startRegisterApp()
})
afterAll(() => app.close())

const record = (changes: object = {}) => ({
  ...{ city: 'xining', subject: 'PERSON', subjectName: '虚构人员', personIdNumber: idNumber(1), kind: 'BAD_CREDIT' },
  ...{ what: '虚构事由', since: '2021-01-01', source: '虚构文号', idempotencyKey: randomUUID(), ...changes },
})

const project = (changes: object = {}) => ({
  ...{ city: 'xining', number: `XN-${randomUUID().slice(0, 8)}`, title: '虚构项目', leaderName: '虚构人员' },
  ...{ leaderIdNumber: idNumber(1), creditCode: creditCode(1), unitName: '虚构单位', category: '科技创新能力建设专项' },
  ...{ startsOn: '2021-01-01', plannedEndOn: '2023-12-31', state: 'ACTIVE', idempotencyKey: randomUUID(), ...changes },
})

type Row = Record<string, unknown> & { id: string; revision: number }
type RecordPayload = Refusable & { record: Row | null }
type ProjectPayload = Refusable & { project: Row | null }

const addRecord = (input: object, account = app.office) =>
  mutate<RecordPayload>(
    app,
    account,
    `mutation ($input: AddIntegrityRecordInput!) { addIntegrityRecord(input: $input) {
      record { id city personIdNumber revision until } errors { code path message } } }`,
    input,
  )

const endRecord = (input: object) =>
  mutate<RecordPayload>(
    app,
    app.office,
    `mutation ($input: EndIntegrityRecordInput!) { endIntegrityRecord(input: $input) {
      record { until endReason revision } errors { code path message } } }`,
    input,
  )

const addProject = (input: object, account = app.office) =>
  mutate<ProjectPayload>(
    app,
    account,
    `mutation ($input: AddLedgerProjectInput!) { addLedgerProject(input: $input) {
      project { id number category leaderIdNumber revision } errors { code path message } } }`,
    input,
  )

const updateProject = (input: object) =>
  mutate<ProjectPayload>(
    app,
    app.office,
    `mutation ($input: UpdateLedgerProjectInput!) { updateLedgerProject(input: $input) {
      project { state endedOn leaderName leaderIdNumber revision } errors { code path message } } }`,
    input,
  )

const found = async (account: string | null, query: string) => (await app.askAs(account, query)).data

test('each role reads the registers of its city, or not at all', async () => {
  await addRecord(record())
  await addProject(project())
  const query = '{ integrityRecords { totalCount } ledgerProjects { totalCount } registerImports { totalCount } }'
  for (const role of ['PROGRAMME_OFFICE', 'SUPERVISOR', 'ACCEPTANCE_DESK'] as const) {
    const here = await app.makeAccount({ grants: [{ role }] })
    expect(await found(here, query)).toMatchObject({
      integrityRecords: { totalCount: 1 },
      ledgerProjects: { totalCount: 1 },
    })
    const elsewhere = await app.makeAccount({ grants: [{ role, city: 'valmar' }] })
    expect(await found(elsewhere, query)).toMatchObject({
      integrityRecords: { totalCount: 0 },
      ledgerProjects: { totalCount: 0 },
    })
  }
  const others = [
    null,
    await app.makeAccount({ grants: [{ role: 'EXPERT' }] }),
    await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] }),
    await app.makeAccount({ grants: [{ role: 'RECOMMENDING_AUTHORITY', authority: 'chengxi-science' }] }),
  ]
  for (const account of others) expect(await found(account, query)).toBeNull()
})

test('an ID number finds its entries, and is shown to nobody', async () => {
  const number = idNumber(77)
  await addRecord(record({ personIdNumber: number }))
  await addProject(project({ leaderIdNumber: number, number: 'XN-77' }))
  const { data } = await app.askAs(
    app.office,
    `query ($number: String!) {
      integrityRecords(filter: { personIdNumber: $number, open: true }) { nodes { personIdNumber } }
      ledgerProjects(filter: { leaderIdNumber: $number, states: [ACTIVE], plannedEndTo: "2023-12-31" }) { nodes { number leaderIdNumber } }
    }`,
    { number: ` ${number.toLowerCase()} ` },
  )
  const masked = `63***************${number.at(-1)}`
  expect(data).toEqual({
    integrityRecords: { nodes: [{ personIdNumber: masked }] },
    ledgerProjects: { nodes: [{ number: 'XN-77', leaderIdNumber: masked }] },
  })
  const stored = await app.execute(
    `select to_jsonb(r)::text || to_jsonb(p)::text as text from integrity_record r, ledger_project p`,
  )
  expect(JSON.stringify(stored)).not.toContain(number)
  const audited = await app.execute('select before, after from audit_event')
  expect(JSON.stringify(audited)).not.toContain(number)
})

test('an entry goes into the register of the own city only', async () => {
  for (const city of ['valmar', 'nowhere', '']) {
    expect((await addRecord(record({ city }))).errors).toMatchObject([
      { code: 'CITY_UNKNOWN', path: ['input', 'city'] },
    ])
    expect((await addProject(project({ city }))).errors).toMatchObject([
      { code: 'CITY_UNKNOWN', path: ['input', 'city'] },
    ])
  }
  const desk = await app.makeAccount({ grants: [{ role: 'ACCEPTANCE_DESK' }] })
  await expect(addRecord(record(), desk)).rejects.toThrow('FORBIDDEN')
})

test('everything that is wrong with an entry is told at once', async () => {
  const wrong = record({ personIdNumber: '630104195001010011', what: ' ', since: '2023-06-02', until: '2023-02-30' })
  const { record: made, errors } = await addRecord(wrong)
  expect(made).toBeNull()
  expect(errors.map(({ code, path }: { code: string; path: string[] }) => [code, path[1]])).toEqual([
    ['ID_NUMBER_CHECK_DIGIT', 'personIdNumber'],
    ['TEXT_EMPTY', 'what'],
    ['DATE_IN_FUTURE', 'since'],
    ['DATE_NOT_REAL', 'until'],
  ])
  expect(JSON.stringify(errors)).not.toContain('630104195001010011')
  const unit = await addRecord(record({ subject: 'UNIT' }))
  expect(unit.errors.map(({ code, path }: { code: string; path: string[] }) => [code, path[1]])).toEqual([
    ['SUBJECT_AMBIGUOUS', 'personIdNumber'],
    ['TEXT_EMPTY', 'creditCode'],
  ])
})

test('the same entry twice is refused, also when two come at once; the same request is answered again', async () => {
  const input = record({ personIdNumber: idNumber(5) })
  const both = await Promise.all([addRecord(input), addRecord({ ...input, idempotencyKey: randomUUID() })])
  expect(both.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code))).toEqual(['RECORD_EXISTS'])
  const projects = await Promise.all([1, 2].map(() => addProject(project({ number: 'XN-TWICE' }))))
  expect(projects.flatMap(({ errors }) => errors)).toMatchObject([
    { code: 'PROJECT_NUMBER_TAKEN', path: ['input', 'number'] },
  ])
  const once = project()
  expect(await addProject(once)).toEqual(await addProject(once))
})

test('a record ends with a reason; a stale revision is refused', async () => {
  const { record: made } = await addRecord(record({ personIdNumber: idNumber(6) }))
  const end = { id: made?.id, revision: 1, until: '2023-01-01', reason: '撤销决定（虚构）' }
  expect((await endRecord({ ...end, until: '2020-12-31' })).errors).toMatchObject([
    { code: 'ENDS_BEFORE_START', path: ['input', 'until'] },
  ])
  expect((await endRecord(end)).record).toEqual({ until: '2023-01-01', endReason: '撤销决定（虚构）', revision: 2 })
  expect((await endRecord(end)).errors).toMatchObject([{ code: 'STALE_REVISION', path: ['input', 'revision'] }])
  expect((await endRecord({ ...end, id: 'IntegrityRecord:nothing' })).errors).toMatchObject([
    { code: 'NOT_IN_REGISTER' },
  ])
})

test('a project changes; its end goes with its state', async () => {
  const { project: made, errors } = await addProject(project({ leaderIdNumber: null }))
  expect(errors).toEqual([])
  expect(made).toMatchObject({ category: 'capacity-building', leaderIdNumber: null, revision: 1 })
  const refused = await updateProject({ id: made?.id, revision: 1, state: 'CLOSED' })
  expect(refused.errors).toMatchObject([{ code: 'TEXT_EMPTY', path: ['input', 'endedOn'] }])
  const closed = await updateProject({ id: made?.id, revision: 1, state: 'CLOSED', endedOn: '2023-05-31' })
  expect(closed.project).toMatchObject({ state: 'CLOSED', endedOn: '2023-05-31', revision: 2 })
  const open = await updateProject({ id: made?.id, revision: 2, state: 'ACCEPTANCE', leaderIdNumber: idNumber(9) })
  expect(open.project).toMatchObject({
    state: 'ACCEPTANCE',
    endedOn: null,
    leaderIdNumber: expect.stringMatching(/^63\*+/),
  })
  expect((await updateProject({ id: made?.id, revision: 2, title: 'x' })).errors).toMatchObject([
    { code: 'STALE_REVISION' },
  ])
  const wrong = await updateProject({ id: made?.id, revision: 3, category: 'no-such', creditCode: '1' })
  expect(wrong.errors.map(({ code }: { code: string }) => code)).toEqual(['CREDIT_CODE_LENGTH', 'CATEGORY_UNKNOWN'])
})

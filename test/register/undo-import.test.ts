import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  csv,
  idNumber,
  ledgerHeader,
  ledgerRow,
  mutate,
  type Refusable,
  type RegisterApp,
  startRegisterApp,
} from './register-app.js'

let app: RegisterApp
beforeAll(async () => {
  app = await startRegisterApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('delete from register_change')
  await app.execute('delete from ledger_project')
})

const importRows = (...rows: string[][]) => app.importFile('台账.csv', csv([ledgerHeader, ...rows]))

type Undone = Refusable & { import: { state: string; undoReason: string } | null }

const undo = (id: string | undefined, account = app.office) =>
  mutate<Undone>(
    app,
    account,
    'mutation ($input: UndoImportInput!) { undoImport(input: $input) { import { state undoReason } errors { code message path } } }',
    { import: id, reason: '导错文件' },
  )

const rows = () =>
  app.execute(
    `select number, title, state, ended_on::text, leader_id_masked as leader from ledger_project order by number`,
  )

test('takes back what the import added and changed, and nothing else', async () => {
  await importRows(ledgerRow(1, { 3: '' }), ledgerRow(2))
  const before = await rows()
  const second = await importRows(
    ledgerRow(1, { 1: '新名称', 9: '已结题', 10: '2023-05-01' }),
    ledgerRow(2),
    ledgerRow(3),
    ledgerRow(4),
  )
  expect(second.report).toMatchObject({ added: 2, changed: 1, unchanged: 1 })
  expect(await undo(second.import?.id)).toEqual({ import: { state: 'UNDONE', undoReason: '导错文件' }, errors: [] })
  expect(await rows()).toEqual(before)
  expect((await undo(second.import?.id)).errors).toMatchObject([
    { code: 'IMPORT_ALREADY_UNDONE', path: ['input', 'import'] },
  ])
})

test('is refused for rows that somebody or another import changed since, and names them', async () => {
  const first = await importRows(ledgerRow(1), ledgerRow(2), ledgerRow(3))
  const second = await importRows(ledgerRow(1, { 1: '由第二次导入改' }))
  const [row] = await app.execute<{ id: string }>(`select id from ledger_project where number = 'XN-2021-2'`)
  const { errors } = await mutate(
    app,
    app.office,
    'mutation ($input: UpdateLedgerProjectInput!) { updateLedgerProject(input: $input) { errors { code message path } } }',
    { id: `LedgerProject:${row?.id}`, revision: 1, title: '手工改' },
  )
  expect(errors).toEqual([])
  const after = await rows()
  const refused = await undo(first.import?.id)
  expect(refused.import).toBeNull()
  expect(refused.errors).toMatchObject([{ code: 'ROWS_CHANGED_SINCE', path: ['input', 'import'] }])
  expect(refused.errors[0]?.message).toContain('2 of its entries were changed since')
  expect(refused.errors[0]?.message).toContain('XN-2021-1, XN-2021-2')
  expect(await rows()).toEqual(after)
  // The newer one can be undone, and then the row is the older one's again.
  expect((await undo(second.import?.id)).errors).toEqual([])
  expect((await undo(first.import?.id)).errors[0]?.message).toContain('1 of its entries')
})

test('of two who undo at once, one does', async () => {
  const { import: made } = await importRows(ledgerRow(1), ledgerRow(2))
  const both = await Promise.all([undo(made?.id), undo(made?.id)])
  expect(both.map(({ errors }) => errors.map(({ code }: { code: string }) => code)).toSorted()).toEqual([
    [],
    ['IMPORT_ALREADY_UNDONE'],
  ])
  expect(await rows()).toEqual([])
})

test('is for the programme office of the same city', async () => {
  const { import: made } = await importRows(ledgerRow(1))
  const other = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE', city: 'valmar' }] })
  expect((await undo(made?.id, other)).errors).toMatchObject([{ code: 'NOT_IN_REGISTER' }])
  const desk = await app.makeAccount({ grants: [{ role: 'ACCEPTANCE_DESK' }] })
  await expect(undo(made?.id, desk)).rejects.toThrow('FORBIDDEN')
  expect(await rows()).toHaveLength(1)
})

test('integrity records go in and out likewise; whom they are about follows from the number', async () => {
  const file = csv([
    ['名称', '统一社会信用代码', '身份证号', '记录类型', '事由', '起始日期', '截止日期', '来源'],
    ['虚构单位', ledgerRow(1)[4] ?? '', '', '不良信用记录', '虚构', '2021-01-01', '', '虚构 1 号'],
    ['虚构人员', '', idNumber(1), '违反科研诚信', '虚构', '2022-01-01', '2023-01-01', '虚构 2 号'],
    ['说不清', ledgerRow(1)[4] ?? '', idNumber(1), '不良信用记录', '虚构', '2021-01-01', '', '虚构'],
    ['将来', ledgerRow(1)[4] ?? '', '', '不良信用记录', '虚构', '2023-06-02', '', '虚构'],
  ])
  const options = { register: 'INTEGRITY', skipInvalid: true }
  const { report, import: made } = await app.importFile('记录.csv', file, options)
  expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
    [4, 'SUBJECT_AMBIGUOUS'],
    [5, 'DATE_IN_FUTURE'],
  ])
  expect(report).toMatchObject({ added: 2, written: true })
  const stored = () => app.execute('select subject, kind, until::text from integrity_record order by since')
  expect(await stored()).toEqual([
    { subject: 'UNIT', kind: 'BAD_CREDIT', until: null },
    { subject: 'PERSON', kind: 'INTEGRITY_BREACH', until: '2023-01-01' },
  ])
  expect((await app.importFile('记录.csv', file, options)).report).toMatchObject({ added: 0, unchanged: 2 })
  expect((await undo(made?.id)).errors).toEqual([])
  expect(await stored()).toEqual([])
})

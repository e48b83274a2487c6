import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { csv, ledgerHeader, ledgerRow, type RegisterApp, startRegisterApp } from './register-app.js'

let app: RegisterApp
beforeAll(async () => {
  app = await startRegisterApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('delete from register_change')
  await app.execute('delete from ledger_project')
})

const stored = () => app.execute<{ count: number }>('select count(*)::int as count from ledger_project')
const codes = ({ report }: Awaited<ReturnType<RegisterApp['importFile']>>) =>
  report.problems.map(({ row, column, code }) => [row, column, code])

test('the rows of a file go into the ledger, and once more they are there already', { timeout: 20_000 }, async () => {
  const file = csv([ledgerHeader, ledgerRow(1), ledgerRow(2)])
  const first = await app.importFile('台账.csv', file)
  expect(first.errors).toEqual([])
  expect(first.report).toMatchObject({ written: true, rows: 2, added: 2, invalid: 0, problems: [] })
  expect(first.import).toMatchObject({ state: 'DONE' })
  const again = await app.importFile('台账.csv', file)
  expect(again.report).toMatchObject({ written: true, rows: 2, added: 0, unchanged: 2 })
  const changed = await app.importFile('台账.csv', csv([ledgerHeader, ledgerRow(1, { 1: '改名' }), ledgerRow(3)]))
  expect(changed.report).toMatchObject({ added: 1, changed: 1, unchanged: 0 })
  expect(await stored()).toEqual([{ count: 3 }])
})

test('a try writes nothing, and tells the same', async () => {
  const tried = await app.importFile('台账.csv', csv([ledgerHeader, ledgerRow(1)]), { dryRun: true })
  expect(tried).toMatchObject({ errors: [], import: null, report: { dryRun: true, written: false, added: 1 } })
  expect(await stored()).toEqual([{ count: 0 }])
})

test('a hundred thousand rows are read whole: one torn row, and none of them is written', {
  timeout: 120_000,
}, async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => ledgerRow(i + 1))
  const torn = await app.importFile('台账.csv', csv([ledgerHeader, ...rows.slice(1), ['XN-half', '半行']]))
  expect(torn.errors).toMatchObject([{ code: 'ROWS_INVALID', path: ['input', 'document'] }])
  expect(torn).toMatchObject({ import: null, report: { written: false, rows: 100_000, added: 99_999, invalid: 1 } })
  expect(torn.report.problems[0]?.row).toBe(100_001)
  expect(await stored()).toEqual([{ count: 0 }])
})

describe('what is wrong with a row', () => {
  test('is told with row, column and what to do, and then nothing is written', async () => {
    const rows = [
      ledgerHeader,
      ledgerRow(1),
      ledgerRow(2, { 4: '91630100MA000000XX', 8: '2020-01-01' }),
      ledgerRow(3, { 3: '630104195001010011', 9: '跑步中' }),
      ledgerRow(4, { 0: '' }),
      ledgerRow(5, { 9: '已结题' }),
      ledgerRow(6, { 10: '2023-05-01' }),
      ledgerRow(7, { 6: '不存在的计划' }),
      ledgerRow(8, { 7: '2021-02-30' }),
    ]
    const { errors, report, import: made } = await app.importFile('台账.csv', csv(rows))
    expect(errors).toMatchObject([{ code: 'ROWS_INVALID', path: ['input', 'document'] }])
    expect(made).toBeNull()
    expect(report).toMatchObject({ written: false, rows: 8, added: 1, invalid: 7 })
    expect(report.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '统一社会信用代码', 'CREDIT_CODE_CHECK_DIGIT'],
      [3, '计划完成日期', 'ENDS_BEFORE_START'],
      [4, '状态', 'VALUE_UNKNOWN'],
      [5, '项目编号', 'TEXT_EMPTY'],
      [6, '实际结束日期', 'TEXT_EMPTY'],
      [7, '实际结束日期', 'PROJECT_UNDER_WAY'],
      [8, '计划类别', 'CATEGORY_UNKNOWN'],
      [9, '开始日期', 'DATE_NOT_REAL'],
    ])
    expect(await stored()).toEqual([{ count: 0 }])
  })

  test('may be left out, and the other rows are written', async () => {
    const rows = [ledgerHeader, ledgerRow(1), ledgerRow(2, { 9: '' }), ledgerRow(3)]
    const { errors, report } = await app.importFile('台账.csv', csv(rows), { skipInvalid: true })
    expect(errors).toEqual([])
    expect(report).toMatchObject({ written: true, added: 2, invalid: 1 })
    expect(await stored()).toEqual([{ count: 2 }])
  })

  test('never repeats a number, in whatever language', async () => {
    const wrong = '630104195001010011'
    const { report } = await app.importFile('台账.csv', csv([ledgerHeader, ledgerRow(1, { 3: wrong })]))
    expect(codes({ report } as never)).toEqual([[2, '负责人证件号码', 'ID_NUMBER_CHECK_DIGIT']])
    expect(JSON.stringify(report)).not.toContain(wrong)
  })

  test('of a thousand and more problems are told a thousand, and all are counted', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => ledgerRow(n, { 9: '' }))
    const { report } = await app.importFile('台账.csv', csv([ledgerHeader, ...rows]), { dryRun: true })
    expect(report).toMatchObject({ invalid: 1_200, problemCount: 1_200 })
    expect(report.problems).toHaveLength(1_000)
  })
})

describe('forms of files', () => {
  const rows = [ledgerHeader, ledgerRow(1, { 1: '含“引号”，与 "双引号"; 分号\n及换行' }), ledgerRow(2)]

  test.each([
    ['with a BOM', Buffer.from(`\uFEFF${csv(rows)}`)],
    ['with semicolons', Buffer.from(csv(rows, ';'))],
    ['with tabs', Buffer.from(csv(rows, '\t'))],
    ['with a title and empty lines', Buffer.from(`西宁市项目台账（虚构）\r\n\r\n${csv(rows)}\r\n\r\n`)],
  ])('%s', async (_form, file) => {
    const { report } = await app.importFile('台账.csv', file)
    expect(report).toMatchObject({ written: true, added: 2, problems: [] })
    const [row] = await app.execute<{ title: string }>(`select title from ledger_project where number = 'XN-2021-1'`)
    expect(row?.title).toBe('含“引号”，与 "双引号"; 分号 及换行')
  })

  test('in GBK, as Excel in China saves it', async () => {
    // 项目编号 and so on as the bytes of GBK: TextEncoder knows UTF-8 only.
    const header = Buffer.from(
      'cfeec4bfb1e0bac52ccfeec4bfc3fbb3c62ccfeec4bfb8badd1fc8cb'.replace('dd1f', 'd4f0'),
      'hex',
    )
    expect(new TextDecoder('gb18030').decode(header)).toBe('项目编号,项目名称,项目负责人')
    const rest = Buffer.from(',credit code,unit,category,starts on,planned end,state\nA-1,Title,Leader,', 'latin1')
    const values = Buffer.from(`${ledgerRow(1)[4]},Unit,key-rnd-conversion,2021/1/1,20241231,ACTIVE`, 'latin1')
    const { report, errors } = await app.importFile('gbk.csv', Buffer.concat([header, rest, values]))
    expect(errors).toEqual([])
    expect(report).toMatchObject({ written: true, added: 1, ignoredColumns: [] })
    expect(
      await app.execute('select starts_on::text as starts, planned_end_on::text as ends from ledger_project'),
    ).toEqual([{ starts: '2021-01-01', ends: '2024-12-31' }])
  })

  test('with headers of their own, which a mapping explains; other columns are named', async () => {
    const header = ledgerHeader.map((text) => (text === '项目编号' ? '内部号' : text))
    const file = csv([
      [...header, '备注'],
      [...ledgerRow(1), '无'],
    ])
    expect((await app.importFile('台账.csv', file)).errors).toMatchObject([
      { code: 'COLUMN_MISSING', path: ['input', 'document'], message: expect.stringContaining('项目编号') },
    ])
    const mapping = [{ column: 'number', header: '内部号' }]
    const { report } = await app.importFile('台账.csv', file, { mapping })
    expect(report).toMatchObject({ written: true, added: 1, ignoredColumns: ['备注'] })
    const wrong = await app.importFile('台账.csv', file, { mapping: [{ column: 'nummer', header: '内部号' }] })
    expect(wrong.errors).toMatchObject([{ code: 'COLUMN_UNKNOWN', path: ['input', 'mapping'] }])
  })
})

describe('files that are no table', () => {
  test.each([
    ['HEADER_MISSING', 'one,two\n1,2'],
    [
      'COLUMN_TWICE',
      csv([
        [...ledgerHeader, '编号'],
        [...ledgerRow(1), '1'],
      ]),
    ],
    ['FILE_UNREADABLE', `${csv([ledgerHeader, ledgerRow(1)])}\n"XN-2,未闭合`],
  ])('%s', async (code, file) => {
    const { errors, report, import: made } = await app.importFile('台账.csv', file)
    expect(errors).toMatchObject([{ code, path: ['input', 'document'] }])
    expect({ report, made }).toEqual({ report: null, made: null })
    expect(await stored()).toEqual([{ count: 0 }])
  })

  test('a torn row is told: with a separator too few, or cells too many', async () => {
    const file = `${csv([ledgerHeader, ledgerRow(1)])}\nXN-9,半行\n${csv([[...ledgerRow(2), '多余']])}`
    const { report } = await app.importFile('台账.csv', file, { dryRun: true })
    expect(codes({ report } as never)).toEqual([
      [3, null, 'ROW_INCOMPLETE'],
      [4, null, 'ROW_INCOMPLETE'],
    ])
    expect(report.added).toBe(1)
  })

  test('formulas are refused, values that were guarded against spreadsheets are not; rounded numbers are told', async () => {
    const file = csv([
      ledgerHeader,
      ledgerRow(1, { 1: '=HYPERLINK("http://example.org")' }),
      ledgerRow(2, { 0: '="0012"' }),
      ledgerRow(3, { 3: '6.30104E+17' }),
    ])
    const { report } = await app.importFile('台账.csv', file, { skipInvalid: true })
    expect(codes({ report } as never)).toEqual([
      [2, '项目名称', 'CELL_FORMULA'],
      [4, '负责人证件号码', 'DIGITS_LOST'],
    ])
    expect(await app.execute('select number from ledger_project')).toEqual([{ number: '0012' }])
  })
})

describe('rows that meet', () => {
  test('the same row twice counts once; two that differ are a problem of the second', async () => {
    const file = csv([ledgerHeader, ledgerRow(1), ledgerRow(1), ledgerRow(1, { 1: '另一个名称' })])
    const { report } = await app.importFile('台账.csv', file, { skipInvalid: true })
    expect(report).toMatchObject({ rows: 3, added: 1, duplicates: 1, invalid: 1 })
    expect(report.problems).toMatchObject([{ row: 4, code: 'ROW_CONFLICT', message: expect.stringContaining('Row 2') }])
  })

  test('an import doesn’t put another leader’s number on a project, and adds one that was missing', async () => {
    await app.importFile('台账.csv', csv([ledgerHeader, ledgerRow(1, { 3: '' }), ledgerRow(2)]))
    const file = csv([ledgerHeader, ledgerRow(1), ledgerRow(2, { 3: ledgerRow(3)[3] ?? '' })])
    const { report } = await app.importFile('台账.csv', file, { skipInvalid: true })
    expect(report).toMatchObject({ changed: 1, invalid: 1 })
    expect(codes({ report } as never)).toEqual([[3, '负责人证件号码', 'LEADER_DIFFERS']])
    const masked = await app.execute('select leader_id_masked as masked from ledger_project order by number')
    expect(masked).toEqual([{ masked: `63***************${ledgerRow(1)[3]?.at(-1)}` }, { masked: expect.any(String) }])
  })

  test('of two imports at once, one adds the rows and the other finds them', async () => {
    const file = csv([ledgerHeader, ...Array.from({ length: 600 }, (_, n) => ledgerRow(n))])
    const both = await Promise.all([app.importFile('a.csv', file), app.importFile('b.csv', file)])
    expect(both.map(({ errors }) => errors)).toEqual([[], []])
    expect(
      both.map(({ report }) => [report.added, report.unchanged]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    ).toEqual([
      [0, 600],
      [600, 0],
    ])
    expect(await stored()).toEqual([{ count: 600 }])
  })

  test('the same request once more writes nothing more, and tells the same', async () => {
    const options = { idempotencyKey: 'import-of-june-1' }
    const file = csv([ledgerHeader, ledgerRow(1)])
    const document = await app.upload('台账.csv', file)
    const first = await app.importFile('台账.csv', file, { ...options, document })
    const again = await app.importFile('台账.csv', file, { ...options, document })
    expect(again).toEqual(first)
    expect(first.report.added).toBe(1)
    const other = await app.importFile('台账.csv', file, { ...options, document, skipInvalid: true })
    expect(other.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }])
  })
})

import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { ZipArchive } from '../../server/register/import/zip-archive.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'
import { fullForm } from './full-form.js'
import { uploadImport } from './upload-import.js'

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp()
})
afterAll(() => app.close())

type Value = string | number | null
type Sheets = { name: string; rows: Value[][] }[]
type Imported = {
  report: {
    written: boolean
    sheets: string[]
    problems: { sheet: string | null; cell: string | null; code: string; message: string }[]
  } | null
  errors: { code: string; path: string[] }[]
}

const { budget } = fullForm()
const shownBudget = `budget { revision equipmentNote
  equipment { specialFunds selfRaised } purchasedEquipment { specialFunds selfRaised } operations { specialFunds selfRaised }
  labour { specialFunds selfRaised } indirect { specialFunds selfRaised }
  equipmentItems { key name model quantity amount use } annualPlan { key year specialFunds selfRaised }
  fundingSources { key funder amount kind kindOther use } }`

/** An application with the made-up budget. */
async function withBudget(content: object = budget): Promise<string> {
  const application = await app.create()
  const { errors } = await app.save('budget', { application, revision: 0, content })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return application
}

async function download(application: string): Promise<Buffer> {
  const { budgetWorkbookUrl } = (await app.read(application, 'budgetWorkbookUrl')) as { budgetWorkbookUrl: string }
  const response = await fetch(new URL(budgetWorkbookUrl, app.url))
  if (!response.ok) throw new Error(await response.text())
  return Buffer.from(await response.arrayBuffer())
}

async function sheetsOf(workbook: Buffer): Promise<Sheets> {
  const sheets = await readExcelFile(workbook)
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as Value[][] }))
}

async function workbookOf(sheets: Sheets): Promise<Buffer> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) =>
      row.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
    ),
  }))
  return (await writeExcelFile(written as never).toBuffer()) as Buffer
}

async function importFile(application: string, workbook: Buffer, more: object = {}): Promise<Imported> {
  const document = await uploadImport(app, '预算.xlsx', workbook)
  const { data, errors } = await app.askAs(
    app.editor,
    `mutation ($input: ImportBudgetInput!) { importBudget(input: $input) {
      report { written sheets problems { sheet cell code message } } errors { code path } } }`,
    { input: { application, document, revision: 1, dryRun: false, ...more } },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data.importBudget as Imported
}

/** The exported workbook with some cells changed, such as `{ '12.1 支出预算!C3': 1 }`. */
async function changed(application: string, cells: Record<string, Value>): Promise<Buffer> {
  const sheets = await sheetsOf(await download(application))
  for (const [at, value] of Object.entries(cells)) {
    const [, name, column, row] = /^(.*)!([A-Z])(\d+)$/.exec(at) as RegExpExecArray
    const rows = sheets.find((sheet) => sheet.name === name)?.rows as Value[][]
    const line = rows[Number(row) - 1] as Value[]
    line[(column as string).charCodeAt(0) - 65] = value
  }
  return workbookOf(sheets)
}

const told = ({ report }: Imported) => report?.problems.map(({ sheet, cell, code }) => [sheet, cell, code])

describe('a budget’s workbook', () => {
  test('has the tables as they are printed, in 万元, with their sums', async () => {
    const [main, equipment, plan, sources] = await sheetsOf(await download(await withBudget()))
    expect(main).toEqual({
      name: '12.1 支出预算',
      rows: [
        ['12.1支出预算明细表（单位：万元）', null, null, null, null],
        ['序号', '项目', '合计', '专项经费', '自筹经费'],
        ['1', '经费支出', 390, 150, 240],
        ['2', '（一）直接费用', 360.000075, 140.00005, 220.000025],
        ['3', '1.设备费', 180, 60, 120],
        ['4', '其中：购置设备费', 140, 50, 90],
        ['5', '2.业务费', 120.000075, 50.00005, 70.000025],
        ['6', '3.劳务费', 60, 30, 30],
        ['7', '（二）间接费用', 29.999925, 9.99995, 19.999975],
      ],
    })
    expect(equipment?.rows.slice(1)).toEqual([
      ['设备名称', '规格型号', '数量', '金额', '用途', '行标识（请勿修改）'],
      ['熔盐反应装置', 'XG-300', 1, 80, '中试合成', 'q1'],
      ['合计', null, null, 80, null, null],
    ])
    expect(plan?.rows.slice(2)).toEqual([
      [2027, 250, 100, 150, 'y1'],
      [2028, 140, 50, 90, 'y2'],
      ['项目总投资', 390, 150, 240, null],
    ])
    expect(sources?.rows.slice(2)).toEqual([
      ['虚构锂材科技有限公司', 200, '2、单位自有货币资金', null, '设备费、业务费、劳务费', 'f1'],
      ['虚构新能源有限公司', 40, '3、其他资金', '合作单位投入', '设备费', 'f2'],
      ['合计', 240, null, null, null, null],
    ])
  })

  test('has no formula, whatever a text begins with', async () => {
    const use = '=HYPERLINK("http://example.org","x")'
    const item = { ...budget.equipmentItems[0], use, name: '+1+1', model: '@SUM(A1)' }
    const application = await withBudget({ ...budget, equipmentItems: [item] })
    const workbook = await download(application)
    const zip = new ZipArchive(workbook)
    for (let sheet = 1; sheet <= 4; sheet++) {
      const pieces: Buffer[] = []
      for await (const piece of zip.read(`xl/worksheets/sheet${sheet}.xml`)) pieces.push(piece)
      expect(Buffer.concat(pieces).toString()).not.toMatch(/<f[ >]/)
    }
    expect((await importFile(application, workbook)).errors).toEqual([])
    expect(await app.read(application, 'budget { revision equipmentItems { use name model } }')).toEqual({
      budget: { revision: 1, equipmentItems: [{ use, name: '+1+1', model: '@SUM(A1)' }] },
    })
  })

  test('comes back as it went, to the last fen, with rows that stay the rows that they are', async () => {
    const application = await withBudget()
    const before = await app.read(application, shownBudget)
    const workbook = await download(application)
    expect((await importFile(application, workbook)).report).toMatchObject({ written: true, problems: [] })
    expect(await app.read(application, shownBudget)).toEqual(before)
    const empty = await app.create()
    await app.save('budget', { application: empty, revision: 0, content: { equipmentNote: '留存的说明' } })
    expect((await importFile(empty, workbook)).errors).toEqual([])
    expect(await app.read(empty, shownBudget)).toEqual({
      budget: { ...(before?.budget as object), revision: 2, equipmentNote: '留存的说明' },
    })
  })

  test('keeps the largest amount to the fen', async () => {
    const labour = { specialFunds: '9999999999999.98', selfRaised: '0.01' }
    const application = await withBudget({ labour })
    expect((await importFile(application, await download(application))).errors).toEqual([])
    expect(await app.read(application, 'budget { revision labour { specialFunds selfRaised } }')).toEqual({
      budget: { revision: 1, labour },
    })
  })

  test('is at an address that ends, and that nobody can make up', async () => {
    const application = await withBudget()
    const { budgetWorkbookUrl } = (await app.read(application, 'budgetWorkbookUrl')) as { budgetWorkbookUrl: string }
    const other = await withBudget()
    const moved = budgetWorkbookUrl.replace(
      /applications\/[^/]+/,
      `applications/${other.slice(other.indexOf(':') + 1)}`,
    )
    const get = (path: string) => fetch(new URL(path, app.url)).then(({ status }) => status)
    expect(await get(budgetWorkbookUrl)).toBe(200)
    expect(await get(budgetWorkbookUrl.replace(/signature=.*/, 'signature=x'))).toBe(403)
    expect(await get(budgetWorkbookUrl.replace(/expires=(\d)/, 'expires=9'))).toBe(403)
    expect(await get(moved)).toBe(403)
  })
})

describe('an import of a workbook', () => {
  test('is tried without writing', async () => {
    const application = await withBudget()
    const workbook = await changed(application, { '12.2 设备!E3': '另一用途' })
    const tried = await importFile(application, workbook, { dryRun: true })
    expect(tried).toMatchObject({ report: { written: false, problems: [] }, errors: [] })
    expect(await app.read(application, 'budget { revision }')).toEqual({ budget: { revision: 1 } })
    expect((await importFile(application, workbook)).report?.written).toBe(true)
    expect(await app.read(application, 'budget { revision equipmentItems { use } }')).toEqual({
      budget: { revision: 2, equipmentItems: [{ use: '另一用途' }] },
    })
    const late = await importFile(application, await changed(application, { '12.2 设备!E3': '第三' }))
    expect(late.errors).toMatchObject([{ code: 'STALE_REVISION', path: ['input', 'revision'] }])
  })

  test.each<[string, Record<string, Value>, [string, string, string][]]>([
    [
      'a total of 12.1',
      { '12.1 支出预算!C5': 181 },
      [
        ['12.1 支出预算', 'C5', 'BUDGET_ROW_TOTAL_DIFFERS'],
        ['12.1 支出预算', 'C4', 'BUDGET_DIRECT_DIFFERS'],
      ],
    ],
    [
      'row 2',
      { '12.1 支出预算!D4': 141.00005, '12.1 支出预算!C4': 361.000075 },
      [
        ['12.1 支出预算', 'C4', 'BUDGET_DIRECT_DIFFERS'],
        ['12.1 支出预算', 'C3', 'BUDGET_EXPENDITURE_DIFFERS'],
        ['12.1 支出预算', 'D4', 'BUDGET_DIRECT_DIFFERS'],
        ['12.1 支出预算', 'D3', 'BUDGET_EXPENDITURE_DIFFERS'],
      ],
    ],
    [
      'row 1',
      { '12.1 支出预算!E3': 241, '12.1 支出预算!C3': 391 },
      [
        ['12.1 支出预算', 'C3', 'BUDGET_EXPENDITURE_DIFFERS'],
        ['12.1 支出预算', 'E3', 'BUDGET_EXPENDITURE_DIFFERS'],
      ],
    ],
    [
      'a third decimal of yuan',
      {
        '12.1 支出预算!D8': 30.0000001,
        '12.1 支出预算!C8': null,
        '12.1 支出预算!D4': null,
        '12.1 支出预算!C4': null,
        '12.1 支出预算!C3': null,
      },
      [['12.1 支出预算', 'D8', 'AMOUNT_TOO_PRECISE']],
    ],
    ['an amount below zero', { '12.2 设备!D3': -1, '12.2 设备!D4': null }, [['12.2 设备', 'D3', 'NEGATIVE_AMOUNT']]],
    ['a separator', { '12.2 设备!D3': '1,000', '12.2 设备!D4': null }, [['12.2 设备', 'D3', 'AMOUNT_HAS_SEPARATORS']]],
    ['a name of a row', { '12.1 支出预算!B8': '4.差旅费' }, [['12.1 支出预算', 'B8', 'BUDGET_ROW_UNKNOWN']]],
    ['the sum of a list', { '12.4 自筹经费来源!B5': 241 }, [['12.4 自筹经费来源', 'B5', 'BUDGET_SUM_DIFFERS']]],
    [
      'a total of 12.3',
      { '12.3 分年度投资计划!B3': 251, '12.3 分年度投资计划!B5': null },
      [['12.3 分年度投资计划', 'B3', 'BUDGET_ROW_TOTAL_DIFFERS']],
    ],
    ['a year', { '12.3 分年度投资计划!A4': 2027 }, [['12.3 分年度投资计划', 'A4', 'YEAR_TWICE']]],
    ['a kind of source', { '12.4 自筹经费来源!C3': '贷款' }, [['12.4 自筹经费来源', 'C3', 'CHOICE_UNKNOWN']]],
    ['half a machine', { '12.2 设备!C3': 0.5 }, [['12.2 设备', 'C3', 'FIELD_TYPE']]],
    ['a header', { '12.2 设备!D2': '价格' }, [['12.2 设备', null as never, 'HEADER_MISSING']]],
    [
      'the unit',
      { '12.2 设备!A1': '12.2 50万元以上的设备'.replace('万元', '') },
      [['12.2 设备', 'A1', 'BUDGET_UNIT_UNKNOWN']],
    ],
    ['a key', { '12.3 分年度投资计划!E4': 'y 2' }, [['12.3 分年度投资计划', 'E4', 'KEY_MALFORMED']]],
  ])('with %s that is wrong tells sheet and cell, and writes nothing', async (_what, cells, problems) => {
    const application = await withBudget()
    const result = await importFile(application, await changed(application, cells))
    expect(told(result)).toEqual(problems)
    expect(result).toMatchObject({
      report: { written: false },
      errors: [{ code: 'IMPORT_REFUSED', path: ['input', 'document'] }],
    })
    expect(await app.read(application, 'budget { revision }')).toEqual({ budget: { revision: 1 } })
  })

  test('sums that are left out are not compared, and machine digits are no decimals', async () => {
    const application = await withBudget({ labour: { specialFunds: '1.00', selfRaised: '1.00' } })
    const workbook = await changed(application, {
      ...{ '12.1 支出预算!C3': null, '12.1 支出预算!D3': null, '12.1 支出预算!E3': null },
      ...{ '12.1 支出预算!C4': null, '12.1 支出预算!D4': null, '12.1 支出预算!E4': null },
      ...{ '12.1 支出预算!C8': 0.3, '12.1 支出预算!D8': 0.1 + 0.2, '12.1 支出预算!E8': 0 },
    })
    expect((await importFile(application, workbook)).report).toMatchObject({ problems: [], written: true })
    expect(await app.read(application, 'budget { labour { specialFunds selfRaised } }')).toEqual({
      budget: { labour: { specialFunds: '3000.00', selfRaised: '0.00' } },
    })
    const [last] = await app.execute<{ action: string }>(
      'select action from audit_event where subject_id = ? order by sequence desc limit 1',
      [keyOf(application)],
    )
    expect(last?.action).toBe('importBudget')
  })

  test('of one sheet leaves the tables of the others; of none it is refused', async () => {
    const application = await withBudget()
    const sheets = await sheetsOf(await download(application))
    const sources = sheets.filter(({ name }) => name.startsWith('12.4'))
    ;(sources[0]?.rows[2] as Value[])[4] = '业务费'
    const { report } = await importFile(application, await workbookOf(sources))
    expect(report).toMatchObject({ sheets: ['12.4 自筹经费来源'], written: true })
    const after = (await app.read(application, shownBudget)) as { budget: typeof budget }
    expect(after.budget.fundingSources[0]?.use).toBe('业务费')
    expect(after.budget.equipmentItems).toEqual(budget.equipmentItems)
    expect(after.budget.labour).toEqual(budget.labour)
    const none = await importFile(application, await workbookOf([{ name: '别的', rows: [['x']] }]), { revision: 2 })
    expect(none).toMatchObject({ report: null, errors: [{ code: 'SHEET_UNKNOWN', path: ['input', 'document'] }] })
  })

  test('of a file that unpacks to more than a budget is refused', { timeout: 30_000 }, async () => {
    const application = await withBudget()
    const rows = Array.from({ length: 600 }, (_, at) => [`第 ${at} 行`])
    const many = await importFile(application, await workbookOf([{ name: '12.2 设备', rows }]))
    expect(many.errors).toMatchObject([{ code: 'TOO_MANY_ROWS' }])
    const large = Array.from({ length: 100 }, (_, at) => [`${at}${'长'.repeat(30_000)}`])
    const unpacked = await importFile(application, await workbookOf([{ name: '12.2 设备', rows: large }]))
    expect(unpacked).toMatchObject({ report: null, errors: [{ code: 'FILE_UNREADABLE' }] })
  })
})

import { Readable } from 'node:stream'
import readSheet from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readXlsx } from '../../server/register/import/read-xlsx.js'
import { ledgerHeader, ledgerRow, type RegisterApp, startRegisterApp } from './register-app.js'

let app: RegisterApp
beforeAll(async () => {
  app = await startRegisterApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('delete from register_change')
  await app.execute('delete from ledger_project')
})

type Cell = {
  value?: string | number | Date | boolean
  type?: unknown
  format?: string
  rowSpan?: number
  span?: number
} | null

const text = (value: string): Cell => (value === '' ? null : { value, type: String })

/** A workbook's bytes. */
async function workbook(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  return (await writeExcelFile(rows as never).toBuffer()) as Buffer
}

const codes = ({ report }: Awaited<ReturnType<RegisterApp['importFile']>>) =>
  report.problems.map(({ row, column, code }) => [row, column, code])

test('days in cells and in texts, and numbers that are short enough', async () => {
  const days = ledgerRow(1).map(text)
  days[0] = { value: 20210001, type: Number }
  days[7] = { value: new Date(Date.UTC(2021, 1, 28)), type: Date, format: 'yyyy"年"m"月"d"日"' }
  days[8] = { value: 20241231, type: Number }
  const file = await workbook([ledgerHeader.map(text), days, ledgerRow(2, { 7: '2021年3月1日' }).map(text)])
  const { report, errors } = await app.importFile('台账.xlsx', file)
  expect({ errors, problems: report.problems }).toEqual({ errors: [], problems: [] })
  expect(
    await app.execute(
      'select number, starts_on::text as starts, planned_end_on::text as ends from ledger_project order by 1',
    ),
  ).toEqual([
    { number: '20210001', starts: '2021-02-28', ends: '2024-12-31' },
    { number: 'XN-2021-2', starts: '2021-03-01', ends: '2024-12-31' },
  ])
})

test('an ID number that the spreadsheet has rounded is told, and so are merged cells, in each row', async () => {
  const rounded = ledgerRow(1).map(text)
  rounded[3] = { value: 630104195001010000, type: Number }
  const upper = ledgerRow(2).map(text)
  upper[5] = { value: '虚构单位', type: String, rowSpan: 2 }
  const lower = ledgerRow(3).map(text)
  lower[5] = null
  const file = await workbook([
    [{ value: '台账', type: String, span: 11 }, ...Array<null>(10).fill(null)],
    ledgerHeader.map(text),
    rounded,
    upper,
    lower,
    ledgerRow(4).map(text),
  ])
  const { report } = await app.importFile('台账.xlsx', file, { skipInvalid: true })
  expect(codes({ report } as never)).toEqual([
    [3, '负责人证件号码', 'DIGITS_LOST'],
    [4, '承担单位', 'CELLS_MERGED'],
    [5, '承担单位', 'CELLS_MERGED'],
  ])
  expect(report.problems[1]?.message).toContain('F4:F5')
  expect(report).toMatchObject({ written: true, rows: 4, added: 1, invalid: 3 })
})

test('a file that only looks like a workbook is refused', async () => {
  const file = await workbook([ledgerHeader.map(text), ledgerRow(1).map(text)])
  const damaged = Buffer.from(file)
  damaged.fill(0x41, 200, 400)
  const answers = await Promise.all([app.importFile('台账.xlsx', damaged).catch((error: Error) => error)])
  for (const answer of answers) {
    // The upload sees it first, where the content isn't a workbook's any more.
    if (answer instanceof Error) expect(answer.message).toContain('FILE_')
    else expect(answer.errors).toMatchObject([{ code: 'FILE_UNREADABLE' }])
  }
  expect(await app.execute('select from ledger_project')).toEqual([])
})

test('cells are read as another reader of workbooks reads them', async () => {
  const signs = ['<&>"\'', ' 空格 ', 'a\nb', '𠮷', '_x0041_', "it's > that", ']]>', '']
  const rows = signs.map((sign, n): Cell[] => [
    text(sign),
    { value: n * 1.5, type: Number },
    { value: n % 2 === 0, type: Boolean },
    { value: new Date(Date.UTC(1999 + n, n, 28)), type: Date, format: 'dd.mm.yyyy' },
  ])
  const file = await workbook(rows)
  const ours: string[][] = []
  for await (const { cells } of readXlsx(Readable.from([file]))) ours.push(cells.map((cell) => cell.text.trim()))
  const [theirs] = await readSheet(file)
  expect(ours).toEqual(
    theirs?.data.map((row) =>
      row.map((value) => {
        if (value instanceof Date) return value.toISOString().slice(0, 10)
        return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '')
      }),
    ),
  )
})

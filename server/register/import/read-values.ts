import { type Label, labels } from '../../../schema/labels.js'
import { type Issue, issue } from '../../../schema/rules/issue.js'
import type { Column } from './columns.js'
import type { Layout } from './match-header.js'
import { emptyCell, type SheetRow } from './sheet.js'
import { dayOf } from './xlsx-sheet.js'

/** The values of a row, by column; and what is wrong with its cells, each with the header of the column. */
export type RowValues = {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly { readonly header: string | null; readonly issue: Issue }[]
}

/** Reads the cells of a row as what their columns hold. Empty cells have no value. */
export function readValues({ columns, width }: Layout, row: SheetRow): RowValues {
  const values: Record<string, string> = {}
  const problems: { header: string | null; issue: Issue }[] = []
  const { length } = row.cells
  if (row.complete && (length < width || row.cells.slice(width).some(({ text }) => text !== ''))) {
    problems.push({ header: null, issue: incomplete(length, width) })
  }
  for (const { column, place, header } of columns) {
    const cell = row.cells[place] ?? emptyCell
    if (cell.issue) {
      problems.push({ header, issue: cell.issue })
      continue
    }
    const text = cell.text.trim()
    if (text === '') continue
    const value = valueOf(column, text, cell.number === true)
    if (typeof value === 'string') values[column.name] = value
    else problems.push({ header, issue: value })
  }
  return { values, problems }
}

function valueOf(column: Column, text: string, number: boolean): string | Issue {
  switch (column.kind) {
    case 'id':
      return (number && text.length > 15) || /^\d(\.\d+)?E\+\d+$/i.test(text) ? digitsLost : text
    case 'day':
      return dayText(text, number)
    case 'choice':
      return choiceOf(column, text)
    default:
      return text
  }
}

/** 2023-07-14, 2023/7/14, 2023.7.14, 2023年7月14日 and 20230714, each perhaps with a time; other texts stay as they are. */
function dayText(text: string, number: boolean): string {
  if (number && /^\d{4,5}(\.\d+)?$/.test(text) && Number(text) > 9_999) return dayOf(Number(text))
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

function choiceOf({ values, words = {} }: Column, text: string): string | Issue {
  const table = Object.entries<Label>(values ? labels[values] : {})
  const written = text.toLowerCase()
  const found = table.find(([code, label]) =>
    [code, label['zh-CN'], label.en].some((name) => name.toLowerCase() === written),
  )
  return found?.[0] ?? words[text] ?? unknownValue(table.map(([, label]) => label))
}

const digitsLost = issue(
  'DIGITS_LOST',
  '号码以数字格式保存，超过 15 位的部分已被表格软件改为 0；请将该列设为文本格式后重新填写。',
  'The spreadsheet keeps the number as a figure, and has lost all digits after the 15th; make the column text, and fill it in again.',
)

const unknownValue = (known: readonly Label[]) =>
  issue(
    'VALUE_UNKNOWN',
    `请填写下列之一：${known.map((label) => label['zh-CN']).join('、')}。`,
    `Give one of: ${known.map((label) => label.en).join(', ')}.`,
  )

const incomplete = (cells: number, width: number) =>
  issue(
    'ROW_INCOMPLETE',
    `该行有 ${cells} 个单元格，表头有 ${width} 个；请检查分隔符和引号是否缺失。`,
    `The row has ${cells} cells and the header ${width}; look for a missing separator or quote.`,
  )

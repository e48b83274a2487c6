import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { issue } from '../../../schema/rules/issue.js'
import { type Cell, type SheetRow, UnreadableFile } from './sheet.js'

/** Longest row in characters: a quote that is never closed would otherwise take in the rest of the file. */
const longestRow = 100_000

/**
 * The rows of a CSV file (RFC 4180), separated by commas, semicolons or tabs, whichever its first line has most of. A BOM is
 * left out.
 * @param encoding as TextDecoder names it
 * @throws {UnreadableFile} at the row from which on it can't be read
 */
export async function* readCsv(stream: Readable, encoding: string): AsyncGenerator<SheetRow> {
  // Loaded when somebody imports: it takes a moment, and servers start without.
  const { CsvError, parse } = await import('csv-parse')
  const text = decoded(stream, encoding)
  const first = await text.next()
  const beginning = first.done ? '' : first.value
  async function* whole() {
    yield beginning
    yield* text
  }
  const parser = parse({
    delimiter: delimiterOf(beginning),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  })
  // What goes wrong comes out of the parser, and leaving the loop ends the rest.
  pipeline(whole, parser).catch(() => {})
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++
      yield { number, cells: record.map(cellOf), complete: true }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(tornAt(number + 1))
    throw error
  } finally {
    stream.destroy()
  }
}

async function* decoded(stream: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const piece of stream) {
    const text = decoder.decode(piece as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** Of the first line with anything in it; a comma, if it has none of them. */
function delimiterOf(beginning: string): string {
  const line = beginning.split(/\r?\n|\r/).find((candidate) => candidate.trim() !== '') ?? ''
  const unquoted = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => unquoted.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Spreadsheets are kept from changing `0123` by writing `="0123"`; any other formula is refused, not run. */
function cellOf(text: string): Cell {
  const kept = /^="([^"]*)"$/.exec(text.trim())?.[1]
  if (kept !== undefined) return { text: kept }
  return text.trimStart().startsWith('=') ? { text, issue: formula } : { text }
}

const formula = issue(
  'CELL_FORMULA',
  '单元格为公式；请填写值本身。',
  'The cell holds a formula; put the value itself there.',
)

const tornAt = (row: number) =>
  issue(
    'FILE_UNREADABLE',
    `自第 ${row} 行起无法读取：引号没有成对，或该行过长。请用表格软件重新另存为 CSV 或 XLSX。`,
    `From row ${row} on it can't be read: a quote is not closed, or the row is too long. Save it anew from a spreadsheet, as CSV or XLSX.`,
  )

import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { issue } from '../../schema/rules/issue.js'
import { type SheetRow, UnreadableFile } from '../register/import/sheet.js'
import { readSharedTexts, readStyles, readWorkbook } from '../register/import/xlsx-parts.js'
import { readMergedRanges, SheetScanner } from '../register/import/xlsx-sheet.js'
import { damaged, ZipArchive } from '../register/import/zip-archive.js'

/** What any file in the archive may come to in bytes: the budget's sheets have some ten thousand. */
const largestPart = 8 * 1024 * 1024
/** Rows that are read of a sheet. */
const mostRows = 500

/**
 * The rows of some sheets of a workbook, by name; those that it doesn't have are missing.
 * @throws {UnreadableFile}
 */
export async function readSheets(
  stream: Readable,
  names: readonly string[],
): Promise<Map<string, readonly SheetRow[]>> {
  const zip = new ZipArchive(await buffer(stream), largestPart)
  const { sheets, from1904 } = await readWorkbook(zip)
  const texts = await readSharedTexts(zip)
  const dateStyles = await readStyles(zip)
  const read = new Map<string, readonly SheetRow[]>()
  for (const { name, file } of sheets) {
    if (!names.includes(name) || read.has(name)) continue
    if (!zip.has(file)) throw damaged()
    read.set(name, await rowsOf(zip, file, { texts, dateStyles, from1904, merged: await readMergedRanges(zip, file) }))
  }
  return read
}

async function rowsOf(zip: ZipArchive, file: string, parts: SheetScanner['parts']): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  const scanner = new SheetScanner(parts, (row) => rows.push(row))
  for await (const piece of zip.read(file)) {
    scanner.write(piece)
    if (rows.length > mostRows) throw new UnreadableFile(tooManyRows)
  }
  return rows
}

const tooManyRows = issue(
  'TOO_MANY_ROWS',
  `工作表超过 ${mostRows} 行；请删去预算表以外的内容。`,
  `A sheet has more than ${mostRows} rows; take out all but the budget.`,
)

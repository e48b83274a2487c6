import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { SheetRow } from './sheet.js'
import { readSharedTexts, readStyles, readWorkbook } from './xlsx-parts.js'
import { readMergedRanges, SheetScanner } from './xlsx-sheet.js'
import { damaged, ZipArchive } from './zip-archive.js'

/**
 * The rows of the first sheet of an XLSX file (ECMA-376, part 1, chapter 18), without empty ones, read while it is unpacked:
 * in memory are the packed file and the texts that its cells share. Days come as YYYY-MM-DD. Cells that were merged with
 * others, show an error, or hold a formula that was never worked out say so.
 * @throws {UnreadableFile}
 */
export async function* readXlsx(stream: Readable): AsyncGenerator<SheetRow> {
  const zip = new ZipArchive(await buffer(stream))
  const { sheets, from1904 } = await readWorkbook(zip)
  const sheet = sheets[0]?.file
  if (sheet === undefined || !zip.has(sheet)) throw damaged()
  const texts = await readSharedTexts(zip)
  const dateStyles = await readStyles(zip)
  const merged = await readMergedRanges(zip, sheet)
  const rows: SheetRow[] = []
  const scanner = new SheetScanner({ texts, dateStyles, from1904, merged }, (row) => rows.push(row))
  for await (const piece of zip.read(sheet)) {
    scanner.write(piece)
    yield* rows.splice(0)
  }
}

import { withoutEscapes, type XmlHandler, XmlScanner } from './xml-scanner.js'
import { damaged, type ZipArchive } from './zip-archive.js'

/** Characters that the cells of a sheet may share, in all. */
const mostSharedText = 50_000_000
/** Sheets that are looked for. */
const mostSheets = 100

/** A sheet's name, and the file that it is in. */
type NamedSheet = { readonly name: string; readonly file: string }

/** The sheets in their order, and whether days count from 1904. @throws {UnreadableFile} if there is none */
export async function readWorkbook(zip: ZipArchive): Promise<{ sheets: readonly NamedSheet[]; from1904: boolean }> {
  const named: { name: string; id: string | undefined }[] = []
  let from1904 = false
  await scan(zip, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'sheet' && named.length < mostSheets)
        named.push({ name: attribute('name') ?? '', id: attribute('id') })
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    },
  })
  const targets = new Map<string | undefined, string | undefined>()
  await scan(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id'), attribute('Target'))
    },
  })
  const sheets = named.flatMap(({ name, id }) => {
    const target = targets.get(id)
    return target === undefined ? [] : [{ name, file: target.startsWith('/') ? target.slice(1) : `xl/${target}` }]
  })
  if (sheets.length === 0) throw damaged()
  return { sheets, from1904 }
}

/** The texts that cells refer to by number, without the pronunciation beside them. */
export async function readSharedTexts(zip: ZipArchive): Promise<string[]> {
  const texts: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return texts
  let text = ''
  let total = 0
  let inText = false
  let inPronunciation = false
  await scan(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inPronunciation = true
    },
    text(piece) {
      if (inText && !inPronunciation) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inPronunciation = false
      else if (name === 'si') {
        total += text.length
        if (total > mostSharedText) throw damaged()
        texts.push(withoutEscapes(text))
      }
    },
  })
  return texts
}

/** Numbers of the cell styles that show numbers as days. */
export async function readStyles(zip: ZipArchive): Promise<ReadonlySet<string>> {
  const days = new Set<string>()
  if (!zip.has('xl/styles.xml')) return days
  const ownFormats = new Map<string, boolean>()
  let inCellStyles = false
  let count = 0
  await scan(zip, 'xl/styles.xml', {
    open(name, attribute) {
      if (name === 'numFmt') ownFormats.set(attribute('numFmtId') ?? '', showsDay(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const format = attribute('numFmtId') ?? ''
      if (ownFormats.get(format) ?? isBuiltInDay(Number(format))) days.add(String(count))
      count++
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return days
}

/** ECMA-376, 18.8.30: days among the formats that every spreadsheet knows, those of Chinese ones included. */
function isBuiltInDay(format: number): boolean {
  return (
    (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
  )
}

function showsDay(code: string): boolean {
  return /[yd年日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, (quoted) => (/[年月日]/.test(quoted) ? '年' : '')))
}

async function scan(zip: ZipArchive, name: string, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler)
  for await (const piece of zip.read(name)) scanner.write(piece)
}

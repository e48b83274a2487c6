import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'

/*
 * Looks into one PDF and ends. It imports nothing of ours, so that it runs from TypeScript as well as compiled.
 *
 * A reader may take any place of the file that begins like an object for one, whatever the cross-reference table says: so
 * every such place is looked at, also in compressed object streams (ISO 32000-2, 7.5.7), for names that make a reader act.
 */

const encrypting = new Set(['Encrypt'])
/** Actions that run something (ISO 32000-2, 12.6.4), and forms that are programs (XFA). */
const acting = new Set(['JavaScript', 'Launch', 'ImportData', 'Rendition', 'XFA'])
/** Files in the file (7.11.4), and what shows them. */
const carrying = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'EF', 'GoToE', 'RichMedia'])

/** Bytes that all object streams may unpack to: those of a thousand pages of text come to a few megabytes. */
const mostUnpacked = 128 * 1024 * 1024

const bytes = await readFile((workerData as { path: string }).path)
parentPort?.postMessage(await answer())

async function answer(): Promise<{ pages: number } | { fault: string }> {
  const fault = faultOf(bytes)
  if (fault) return { fault }
  try {
    const { numPages } = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    return numPages > 0 ? { pages: numPages } : { fault: 'DAMAGED' }
  } catch (error) {
    return { fault: (error as Error).name === 'PasswordException' ? 'ENCRYPTED' : 'DAMAGED' }
  }
}

function faultOf(file: Buffer): string | undefined {
  const text = file.toString('latin1')
  const found = new Set<string>()
  // Places that overlap are read twice; of a file made of such places not more than this.
  let left = 4 * text.length + 1_000_000
  let unpackable = mostUnpacked
  for (const begin of beginnings(text)) {
    const names = new Set<string>()
    const end = readObject(text, begin, names)
    for (const name of names) found.add(name)
    left -= end - begin
    const data = names.has('ObjStm') ? /\s*stream(?:\r\n|\n|\r)/y : undefined
    if (data) {
      data.lastIndex = end
      const packed = data.test(text) ? file.subarray(data.lastIndex, endOfStream(text, data.lastIndex)) : undefined
      const inner = packed && unpack(packed, names, unpackable)
      const [first, ...more] = [...text.slice(begin, end).matchAll(/\/First[\s\0]+(\d+)/g)].map(([, place]) =>
        Number(place),
      )
      // What can't be looked into isn't taken.
      if (inner === undefined || first === undefined || more.length > 0) return 'DAMAGED'
      unpackable -= inner.length
      left += 4 * inner.length
      left -= readObjectStream(inner, first, found)
    }
    if (left < 0) return 'DAMAGED'
  }
  if (has(encrypting)) return 'ENCRYPTED'
  if (has(acting)) return 'ACTIVE'
  return has(carrying) ? 'CARRYING' : undefined

  function has(wanted: Set<string>): boolean {
    return [...wanted].some((name) => found.has(name))
  }
}

/** Where the contents of indirect objects (`12 0 obj`) and trailers begin. */
function* beginnings(text: string): Generator<number> {
  for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at + 3)) {
    // A number before it, with white space or a comment between.
    if (/(?:\d|%[^\r\n]*|^)[\s\0]*$/.test(text.slice(Math.max(0, at - 100), at))) yield at + 3
  }
  for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', at + 7)) yield at + 7
}

function endOfStream(text: string, begin: number): number {
  const end = text.indexOf('endstream', begin)
  return end < 0 ? text.length : end
}

/** The content of an object stream; undefined if it is packed in another way than all programs do, or into too much. */
function unpack(packed: Buffer, names: Set<string>, most: number): string | undefined {
  const filters = [
    'ASCIIHexDecode',
    'ASCII85Decode',
    'LZWDecode',
    'RunLengthDecode',
    'Crypt',
    'Predictor',
    'AHx',
    'A85',
  ]
  if (filters.some((filter) => names.has(filter))) return undefined
  if (!names.has('FlateDecode') && !names.has('Fl')) return packed.toString('latin1')
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).toString('latin1')
  } catch {
    return undefined
  }
}

/** Its head lists the objects: number and place in turn, counted from the first object. */
function readObjectStream(content: string, first: number, found: Set<string>): number {
  const places = content
    .slice(0, first)
    .trim()
    .split(/[\s\0]+/)
    .map(Number)
  let read = 0
  for (let i = 1; i < places.length; i += 2) {
    const begin = first + (places[i] ?? 0)
    read += readObject(content, begin, found) - begin
  }
  return read
}

/** Notes the names in the object that begins at a place; gives where it ends (ISO 32000-2, 7.2 and 7.3). */
function readObject(text: string, begin: number, names: Set<string>): number {
  const token = /[\s\0]+|%[^\r\n]*|(<<|\[)|(>>|\])|<[^>]*>?|\/((?:[^\s\0()<>[\]{}/%])*)|\(|[^\s\0()<>[\]{}/%]+|[)>{}]/y
  token.lastIndex = begin
  let depth = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const [all = '', opening, closing, name] = token.exec(text) ?? []
    if (all === '') return at + 1
    if (/^[\s\0%]/.test(all)) continue
    if (opening) depth += 1
    else if (closing) depth -= 1
    else if (name !== undefined) names.add(plain(name))
    else if (all === '(') token.lastIndex = endOfString(text, at + 1)
    else if (all === 'endobj' || all === 'stream') return at
    if (depth <= 0) return token.lastIndex
  }
  return text.length
}

/** A letter of a name may be written as its code. */
function plain(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Brackets may stand in a text in pairs, or behind a backslash. */
function endOfString(text: string, begin: number): number {
  let depth = 1
  let at = begin
  for (; at < text.length && depth > 0; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
  }
  return at
}

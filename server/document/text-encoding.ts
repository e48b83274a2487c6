import { createReadStream } from 'node:fs'

/** The encodings that texts come in, as WHATWG names them: Excel in China saves CSV in GBK, which GB 18030 contains. */
const encodings = ['utf-8', 'gb18030'] as const
export type TextEncoding = (typeof encodings)[number]

/** What is text to the eye and more than text to the programs that open it: PDF, RTF, HTML and XML. */
const otherText = /^\uFEFF?\s*(?:%PDF-|\{\\rtf|<)/

/**
 * The encoding of a file that is text from its first byte to its last: no control characters but tabs and line ends, and
 * every byte means something in that encoding. What can be UTF-8 is UTF-8. The file is read in pieces.
 * @returns undefined for what is no text, and for PDF, RTF, HTML and XML
 */
export async function textEncodingOf(path: string): Promise<TextEncoding | undefined> {
  let possible = encodings.map((encoding) => new Reading(encoding))
  for await (const piece of createReadStream(path)) {
    if (hasControls(piece)) return undefined
    possible = possible.filter((reading) => reading.take(piece))
    if (possible.length === 0) return undefined
  }
  return possible.find((reading) => reading.take() && !otherText.test(reading.begin))?.encoding
}

/** The attempt to read a file in one encoding. */
class Reading {
  begin = ''
  readonly #decoder: TextDecoder

  constructor(readonly encoding: TextEncoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  }

  /** Reads the next piece, or without one the end; false if it isn't in this encoding. */
  take(piece?: Buffer): boolean {
    try {
      const text = this.#decoder.decode(piece, { stream: piece !== undefined })
      if (this.begin.length < 100) this.begin += text.slice(0, 100)
      return true
    } catch {
      return false
    }
  }
}

/** Bytes below 32 are control characters in both encodings: neither uses them in longer sequences. */
function hasControls(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return true
  }
  return false
}

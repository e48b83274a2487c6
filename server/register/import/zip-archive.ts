import { Readable, Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { issue } from '../../../schema/rules/issue.js'
import { UnreadableFile } from './sheet.js'

/** What one file in an archive may come to in bytes: a small archive can say that it holds a very large one. */
const largestEntry = 512 * 1024 * 1024

type Entry = { readonly method: number; readonly size: number; readonly offset: number }

/** A ZIP archive in memory (APPNOTE 6.3.10, without ZIP64 and encryption), whose files are unpacked piece by piece. */
export class ZipArchive {
  readonly #entries = new Map<string, Entry>()

  /**
   * @param largest bytes that one of its files may come to, unpacked
   * @throws {UnreadableFile} for what is no such archive
   */
  constructor(
    readonly bytes: Buffer,
    readonly largest = largestEntry,
  ) {
    try {
      this.#readDirectory()
    } catch (error) {
      throw error instanceof RangeError ? damaged() : error
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The content of a file. @throws {UnreadableFile} if there is none of this name, also while it is read */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry) throw damaged()
    const { bytes } = this
    const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
    const packed = Readable.from([bytes.subarray(start, start + entry.size)])
    const content: Readable | Transform = entry.method === 8 ? packed.pipe(createInflateRaw()) : packed
    let total = 0
    try {
      for await (const piece of content) {
        total += (piece as Buffer).length
        if (total > this.largest) throw tooLarge()
        yield piece as Buffer
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : damaged()
    } finally {
      content.destroy()
    }
  }

  #readDirectory(): void {
    const { bytes } = this
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end < 0) throw damaged()
    const count = bytes.readUInt16LE(end + 10)
    let at = bytes.readUInt32LE(end + 16)
    for (let i = 0; i < count; i++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw damaged()
      const [method, size, offset] = [
        bytes.readUInt16LE(at + 10),
        bytes.readUInt32LE(at + 20),
        bytes.readUInt32LE(at + 42),
      ]
      const nameLength = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      if (method !== 0 && method !== 8) throw damaged()
      this.#entries.set(name, { method, size, offset })
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  }
}

export const damaged = () =>
  new UnreadableFile(
    issue(
      'FILE_UNREADABLE',
      'XLSX 文件已损坏或被加密；请用表格软件打开并重新保存，不要设置密码。',
      'The XLSX file is damaged or encrypted; open it in a spreadsheet and save it anew, without a password.',
    ),
  )

const tooLarge = () =>
  new UnreadableFile(
    issue(
      'FILE_UNREADABLE',
      '文件解压后过大；请删去数据以外的内容，或分成几个文件。',
      'Unpacked, the file is too large; take out all but the data, or split it.',
    ),
  )

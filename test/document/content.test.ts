import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, gbkCsv, pdf, png } from './samples.js'
import { answerTo, beginPut } from './send-raw.js'
import { type DocumentApp, put, sha256Of, startDocumentApp } from './start-document-app.js'
import { zip } from './zip.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
let officer: string
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
  officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

const evidence = (content: Buffer, fileName = 'a.pdf', more = {}) =>
  app.uploadOf(editor.account, content, { purpose: 'EVIDENCE', fileName, applicant: editor.applicant, ...more })
const register = (content: Buffer, fileName: string) =>
  app.uploadOf(officer, content, { purpose: 'REGISTER_IMPORT', fileName })

const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
const contentTypes = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
)

describe('content that isn’t what its name says is refused for good', () => {
  test.each<[string, string, Buffer]>([
    ['HTML', 'a.pdf', html],
    ['HTML behind a byte order mark', 'a.pdf', Buffer.concat([Buffer.from('\uFEFF'), html])],
    ['a picture', 'a.pdf', png],
    ['a PDF', 'a.png', pdf],
    ['SVG', 'a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', 'a.jpg', Buffer.concat([Buffer.from('MZ'), randomBytes(500)])],
    ['text', 'a.pdf', csv],
    ['the first bytes of a picture', 'a.png', png.subarray(0, 4)],
    ['nothing known', 'a.pdf', Buffer.from([1, 2, 3])],
  ])('evidence: %s named %s', async (_what, fileName, content) => {
    const { id, url } = await evidence(content, fileName)
    const answer = await put(url, content, { 'content-type': 'application/pdf' })
    expect([answer.status, answer.code]).toEqual([422, 'FILE_TYPE_NOT_ALLOWED'])
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'REFUSED', mediaType: null, downloadUrl: null })
    expect(app.filesOnDisk()).toEqual([])
    expect(await put(url, content)).toMatchObject({ status: 409, code: 'FILE_REFUSED' })
  })

  test.each<[string, string, Buffer]>([
    ['HTML', 'a.csv', html],
    ['a PDF of plain letters', 'a.csv', pdf],
    ['RTF', 'a.csv', Buffer.from('{\\rtf1 a}')],
    ['a NUL byte in a table', 'a.csv', Buffer.from('a,b\r\n1,\u00002\r\n')],
    ['a control character at the end', 'a.csv', Buffer.concat([csv, Buffer.from([0x1b])])],
    ['UTF-16', 'a.csv', Buffer.from('\uFEFFa,b\r\n', 'utf16le')],
    ['a character cut off at the end', 'a.csv', Buffer.from([0x61, 0x2c, 0xb2])],
    ['no text in any encoding', 'a.csv', Buffer.from([0x61, 0xff, 0x61])],
    ['a spreadsheet', 'a.csv', zip([['[Content_Types].xml', contentTypes]])],
    ['a table', 'a.xlsx', csv],
    ['an archive', 'a.xlsx', zip([['a.csv', csv]])],
  ])('register: %s named %s', async (_what, fileName, content) => {
    const { id, url } = await register(content, fileName)
    expect(await put(url, content)).toMatchObject({ status: 422, code: 'FILE_TYPE_NOT_ALLOWED' })
    expect(await app.read(officer, id)).toMatchObject({ state: 'REFUSED' })
  })
})

describe('what looks wrong and isn’t', () => {
  test('a character that is cut between two pieces, in both encodings', async () => {
    for (const [one, charset] of [
      [csv, 'utf-8'],
      [gbkCsv, 'gb18030'],
    ] as const) {
      const row = Buffer.concat([Buffer.from('a'), one])
      const content = Buffer.concat(Array.from({ length: 20_000 }, () => row))
      const { id, url } = await register(content, 'a.csv')
      expect(await put(url, content)).toMatchObject({ status: 200 })
      expect(await app.read(officer, id)).toMatchObject({ mediaType: `text/csv; charset=${charset}` })
    }
  })

  test('a table that begins like a program or a picture', async () => {
    for (const begin of ['MZ', 'BM', 'ID3', 'GIF89a', '8BPS']) {
      const content = Buffer.from(`${begin},姓名\r\n1,测试\r\n`)
      const { url } = await register(content, 'a.csv')
      expect(await put(url, content), begin).toMatchObject({ status: 200 })
    }
  })

  test('a spreadsheet that would unpack to 2 GB: it is stored as it is, without being unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(50 * 1024 * 1024))
    const content = zip([
      ['[Content_Types].xml', Buffer.from(officeTypes)],
      ...Array.from({ length: 40 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, bomb, 50 * 1024 * 1024] as const),
    ])
    const { id, url } = await register(content, 'a.xlsx')
    const before = process.memoryUsage().rss
    const began = performance.now()
    expect(await put(url, content)).toMatchObject({ status: 200 })
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    expect(await app.read(officer, id)).toMatchObject({ state: 'STORED', size: content.length })
  })
})

const officeTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`

describe('more or less than was announced isn’t taken, and may be sent again', () => {
  test('more, and the sender says so', async () => {
    const { id, url } = await evidence(pdf)
    const answer = await put(url, Buffer.concat([pdf, Buffer.from('%')]))
    expect([answer.status, answer.code]).toEqual([413, 'FILE_TOO_LARGE'])
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
    expect(await put(url, pdf)).toMatchObject({ status: 200 })
  })

  test('more, and the sender says nothing of it', async () => {
    const { id, url } = await evidence(pdf)
    const sending = beginPut(url)
    sending.write(pdf)
    for (let i = 0; i < 100; i++) sending.write(Buffer.alloc(65_536))
    sending.end()
    expect(await answerTo(sending)).toEqual({ status: 413, code: 'FILE_TOO_LARGE' })
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
  })

  test('far more: it isn’t listened to for ever', async () => {
    const { url } = await evidence(pdf)
    let sent = 0
    const endless = new Readable({
      read() {
        sent += 65_536
        this.push(Buffer.alloc(65_536))
      },
    })
    const sending = beginPut(url)
    const answer = answerTo(sending).catch((error: Error) => error)
    endless.pipe(sending)
    await new Promise((resolve) => sending.once('close', resolve))
    endless.destroy()
    // Whoever goes on sending may see the connection break in place of the answer.
    expect(await answer).toSatisfy((it: unknown) => it instanceof Error || (it as { status: number }).status === 413)
    expect(sent).toBeLessThan(64 * 1_048_576)
    expect(app.filesOnDisk().filter((name) => name.startsWith('incoming'))).toEqual([])
  })

  test('less', async () => {
    const { id, url } = await evidence(pdf)
    expect(await put(url, pdf.subarray(1))).toMatchObject({ status: 422, code: 'FILE_SIZE_DIFFERS' })
    expect(await put(url, Buffer.alloc(0))).toMatchObject({ status: 422, code: 'FILE_SIZE_DIFFERS' })
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
    expect(await put(url, pdf)).toMatchObject({ status: 200 })
  })

  test('another content than the digest says', async () => {
    const { id, url } = await evidence(pdf, 'a.pdf', { sha256: sha256Of(pdf).toUpperCase() })
    const damaged = Buffer.from(pdf)
    damaged.writeUInt8(damaged.readUInt8(20) ^ 1, 20)
    expect(await put(url, damaged)).toMatchObject({ status: 422, code: 'FILE_DIGEST_DIFFERS' })
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING', sha256: sha256Of(pdf) })
    expect(await put(url, pdf)).toMatchObject({ status: 200 })
  })

  test('a file that is compressed on the way', async () => {
    const { url } = await evidence(pdf)
    const answer = await put(url, pdf, { 'content-encoding': 'gzip' })
    expect([answer.status, answer.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })
})

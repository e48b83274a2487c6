import { randomUUID } from 'node:crypto'
import { Transformer } from '@napi-rs/image'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfOfPages, refusedPdfs, takenPdfs } from './pdf-samples.js'
import { jpegOf, pngOf } from './picture-samples.js'
import { pdf, png } from './samples.js'
import { answerTo, beginPut } from './send-raw.js'
import { type DocumentApp, get, put, sha256Of, startDocumentApp } from './start-document-app.js'
import { zip } from './zip.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
})
afterAll(() => app.close())

const inputOf = (fileName: string, more: object = {}) => ({
  ...{ purpose: 'ATTACHMENT', applicant: editor.applicant, fileName },
  ...more,
})
const ask = (content: Buffer, fileName = 'a.pdf') => app.uploadOf(editor.account, content, inputOf(fileName))
const read = (id: string) => app.read(editor.account, id)

async function send(content: Buffer, fileName = 'a.pdf') {
  const { id, url } = await ask(content, fileName)
  const sent = await put(url, content)
  return { id, url, ...sent, message: JSON.parse(sent.bytes.toString()).errors?.[0]?.message as string | undefined }
}

describe('PDFs', () => {
  test.each([1, 12, 300])('of %i pages are counted', async (count) => {
    const { id } = await send(pdfOfPages(count))
    expect(await read(id)).toMatchObject({ state: 'STORED', pages: count, thumbnailUrl: null })
  })

  test.each(refusedPdfs)('with %s are refused for good, with what to do', async (_what, content, code) => {
    const sent = await send(content)
    expect([sent.status, sent.code]).toEqual([422, code])
    expect(sent.message).toMatch(/new upload|upload of each/)
    expect(await read(sent.id)).toMatchObject({ state: 'REFUSED', pages: null, downloadUrl: null })
    expect(await put(sent.url, content)).toMatchObject({ status: 409, code: 'FILE_REFUSED' })
  })

  test.each(takenPdfs)('with %s are taken', async (_what, content) => {
    expect(await send(content)).toMatchObject({ status: 200 })
  })

  test('other kinds of files with their name are refused', async () => {
    const contents = [
      zip([['a.exe', Buffer.from('MZ')]]),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ]
    for (const content of contents) expect(await send(content)).toMatchObject({ code: 'FILE_TYPE_NOT_ALLOWED' })
  })
})

describe('pictures', () => {
  const thumbnailOf = async (id: string) => {
    const { thumbnailUrl } = (await read(id)) ?? {}
    const answer = await get(app.url + thumbnailUrl)
    return { ...answer, picture: await new Transformer(answer.bytes).metadata(true) }
  }

  test.each([
    ['wide', pngOf(1_000, 250), [320, 80]],
    ['high', pngOf(300, 900), [107, 320]],
    ['tiny', png, [1, 1]],
  ])('%s ones get a small picture', async (_what, content, [width, height]) => {
    const { id } = await send(content, 'a.png')
    expect(await read(id)).toMatchObject({ mediaType: 'image/png', pages: null })
    const { status, headers, picture } = await thumbnailOf(id)
    expect([status, picture.width, picture.height]).toEqual([200, width, height])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })

  test('that a camera held upright are shown upright, without where they were taken', async () => {
    const { id } = await send(await jpegOf(400, 200, 6), 'a.jpg')
    const { picture, bytes } = await thumbnailOf(id)
    expect([picture.width, picture.height, picture.orientation]).toEqual([160, 320, undefined])
    expect(bytes.includes('GPS')).toBe(false)
  })

  test('addresses of a thumbnail and of the picture aren’t good for each other', async () => {
    const { id } = await send(pngOf(20, 20), 'a.png')
    const { thumbnailUrl, downloadUrl } = (await read(id)) as Record<string, string>
    const swapped = [String(thumbnailUrl).replace('/thumbnail', ''), String(downloadUrl).replace('?', '/thumbnail?')]
    for (const path of swapped) expect(await get(app.url + path)).toMatchObject({ status: 403 })
  })

  test('that unpack to gigabytes are refused by their header, at once', async () => {
    const bomb = pngOf(20_000, 20_000)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    const sent = await send(bomb, 'a.png')
    expect([sent.status, sent.code]).toEqual([422, 'PICTURE_TOO_LARGE'])
    expect(sent.message).toContain('20000 × 20000')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('that are cut off, or lie about their size, are refused', async () => {
    const jpeg = await jpegOf(400, 400)
    const lying = pngOf(20, 20)
    lying.writeUInt32BE(400, 16)
    const cases: [Buffer, string][] = [
      [jpeg.subarray(0, jpeg.length / 2), 'a.jpg'],
      [pngOf(200, 200).subarray(0, 60), 'b.png'],
      [lying, 'c.png'],
    ]
    for (const [content, name] of cases) expect(await send(content, name)).toMatchObject({ code: 'FILE_DAMAGED' })
  })
})

test('looking into large files keeps nobody waiting', { timeout: 60_000 }, async () => {
  const [scan, photo] = [pdfOfPages(60_000), pngOf(12_000, 12_000)]
  const uploads = [await ask(scan), await ask(photo, 'a.png')]
  let longest = 0
  let last = timeOfThread()
  // In the thread's own time: others have the processors as well.
  const timer = setInterval(() => {
    longest = Math.max(longest, timeOfThread() - last)
    last = timeOfThread()
  }, 5)
  const answers = await Promise.all([put(uploads[0]?.url ?? '', scan), put(uploads[1]?.url ?? '', photo)])
  clearInterval(timer)
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(longest).toBeLessThan(200)
})

describe('the same file twice', () => {
  const again = (content: Buffer, more: object) =>
    app.askUpload(editor.account, inputOf('b.pdf', { size: content.length, ...more, idempotencyKey: randomUUID() }))

  test('is one document: known by its digest, nothing has to be sent', async () => {
    const content = pdfOfPages(2)
    const { id } = await send(content)
    const { upload } = await again(content, { sha256: sha256Of(content) })
    expect(upload).toMatchObject({ document: { id, fileName: 'a.pdf', state: 'STORED' }, url: null })
  })

  test('is one document: without a digest it is found when it comes, however often it is sent', async () => {
    const content = pdfOfPages(3)
    const first = await send(content)
    const kept = app.filesOnDisk()
    const second = await ask(content, 'b.pdf')
    expect(second.id).not.toBe(first.id)
    for (let i = 0; i < 2; i++) {
      const { status, bytes } = await put(second.url, content)
      expect([status, JSON.parse(bytes.toString()).id]).toEqual([200, first.id])
    }
    expect(app.filesOnDisk()).toEqual(kept)
  })

  test('a repeated request for the second gets the first', async () => {
    const content = pdfOfPages(4)
    const first = await send(content)
    const input = inputOf('b.pdf', { size: content.length, idempotencyKey: randomUUID() })
    const asked = await app.askUpload(editor.account, input)
    await put(app.url + asked.upload?.url, content)
    const repeated = await app.askUpload(editor.account, input)
    expect(repeated.upload).toMatchObject({ document: { id: first.id }, url: null })
  })

  test('sent at the same time, too', { timeout: 30_000 }, async () => {
    const content = pdfOfPages(5)
    const uploads = await Promise.all([1, 2, 3, 4].map(() => ask(content)))
    const answers = await Promise.all(uploads.map(({ url }) => put(url, content)))
    const ids = new Set(answers.map(({ bytes }) => JSON.parse(bytes.toString()).id))
    expect([answers.map(({ status }) => status), ids.size]).toEqual([[200, 200, 200, 200], 1])
  })

  test('of another organisation is its own', async () => {
    const content = pdfOfPages(6)
    const first = await send(content)
    const other = await app.makeEditor()
    const input = { ...inputOf('a.pdf'), applicant: other.applicant, sha256: sha256Of(content) }
    const { id, url } = await app.uploadOf(other.account, content, input)
    expect(await put(url, content)).toMatchObject({ status: 200 })
    expect(id).not.toBe(first.id)
    expect(await app.read(other.account, id)).toMatchObject({ state: 'STORED' })
  })
})

describe('too much', () => {
  test('a file of 200 MB is refused before it is sent, and when it is sent all the same, at its first bytes', async () => {
    const size = 200 * 1024 * 1024
    const { upload, errors } = await app.askUpload(editor.account, inputOf('a.pdf', { size }))
    expect([upload, errors.map(({ code, path }) => [code, path])]).toEqual([
      null,
      [['FILE_TOO_LARGE', ['input', 'size']]],
    ])
    const { url } = await ask(pdf)
    const sending = beginPut(url, { 'content-length': size })
    sending.write(pdf)
    expect(await answerTo(sending)).toEqual({ status: 413, code: 'FILE_TOO_LARGE' })
    sending.destroy()
  })

  test('500 files of one organisation within a day', async () => {
    const { account, applicant } = await app.makeEditor()
    await app.execute(
      `insert into document (id, purpose, file_name, size, uploaded_by_id, applicant_id, created_at, state, scan)
        select gen_random_uuid(), 'ATTACHMENT', 'a.pdf', 1, ?, ?, now(), 'REFUSED', 'NOT_SCANNED' from generate_series(1, 500)`,
      [account, applicant.replace('Applicant:', '')],
    )
    const input = { ...inputOf('a.pdf'), applicant, size: 10 }
    expect((await app.askUpload(account, input)).errors[0]).toMatchObject({ code: 'TOO_MANY_FILES', path: ['input'] })
    app.wait(24 * 60 * 60_000)
    expect((await app.askUpload(account, input)).errors).toEqual([])
  })
})

/** Milliseconds for which this thread has had a processor. */
function timeOfThread(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../support/data-folder.js'
import { largePdf, pdf } from './samples.js'
import { beginPut } from './send-raw.js'
import { type DocumentApp, get, put, sha256Of, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
})
afterAll(() => app.close())

const megabyte = 1024 * 1024
let files = 0
/** A file that wasn't sent before, and where to send it. */
async function file(size = 3 * megabyte, more: object = {}) {
  files += 1
  const content = Buffer.concat([largePdf(size), Buffer.from(`% ${files}`)])
  const input = { purpose: 'ATTACHMENT', fileName: 'a.pdf', applicant: editor.applicant, ...more }
  return { content, ...(await app.uploadOf(editor.account, content, input)) }
}

/** Sends bytes of a file, or asks without any. */
async function send(url: string, content: Buffer, start: number, end: number) {
  const range = { 'content-range': `bytes ${start}-${end - 1}/${content.length}` }
  const { status, code, bytes } = await put(url, content.subarray(start, end), range)
  return { status, code, ...JSON.parse(bytes.toString()) }
}
async function ask(url: string, content: Buffer) {
  const { status, bytes } = await put(url, Buffer.alloc(0), { 'content-range': `bytes */${content.length}` })
  return { status, ...JSON.parse(bytes.toString()) }
}
/** What is there of files that are still coming: all, or a document’s. */
const incoming = (id = '') =>
  app.filesOnDisk().filter((name) => name.startsWith(`incoming/${id.replace('Document:', '')}`))

test('a file comes in pieces and is the same as if it had come at once', async () => {
  const { id, url, content } = await file()
  expect(await ask(url, content)).toMatchObject({ status: 202, state: 'PENDING', received: 0, size: content.length })
  for (let at = 0; at < 3 * megabyte; at += megabyte) {
    const answer = await send(url, content, at, at + megabyte)
    expect(answer).toMatchObject({ status: 202, id, received: at + megabyte })
  }
  expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
  const last = await send(url, content, 3 * megabyte, content.length)
  expect(last).toMatchObject({ status: 200, id, state: 'STORED', sha256: sha256Of(content), pages: 1 })
  const { downloadUrl } = (await app.read(editor.account, id)) ?? {}
  expect((await get(app.url + downloadUrl)).bytes.equals(content)).toBe(true)
  expect(incoming()).toEqual([])
})

describe('a connection that breaks', () => {
  test('in a piece loses that piece only', async () => {
    const { url, content } = await file()
    await send(url, content, 0, megabyte)
    const range = { 'content-range': `bytes ${megabyte}-${2 * megabyte - 1}/${content.length}` }
    const sending = beginPut(url, { ...range, 'content-length': megabyte })
    sending.write(content.subarray(megabyte, megabyte + 300_000))
    await until(() => incoming().length === 2, 5_000)
    sending.destroy()
    await until(() => incoming().length === 1, 5_000)
    expect(await ask(url, content)).toMatchObject({ status: 202, received: megabyte })
    expect(await send(url, content, megabyte, content.length)).toMatchObject({ status: 200, sha256: sha256Of(content) })
  })

  test('before the answer: the piece is sent again, the last one too', async () => {
    const { url, content } = await file()
    for (let i = 0; i < 2; i++) {
      expect(await send(url, content, 0, megabyte)).toMatchObject({ status: 202, received: megabyte })
    }
    for (let i = 0; i < 2; i++) {
      const last = await send(url, content, megabyte, content.length)
      expect(last).toMatchObject({ status: 200, sha256: sha256Of(content) })
    }
    expect(await ask(url, content)).toMatchObject({ status: 200, state: 'STORED' })
  })

  test('and a sender that begins anew, whole or from the first piece', async () => {
    const [one, two] = [await file(), await file()]
    await send(one.url, one.content, 0, megabyte)
    expect(await put(one.url, one.content)).toMatchObject({ status: 200 })
    await send(two.url, two.content, 0, 2 * megabyte)
    expect(await send(two.url, two.content, 0, two.content.length - 1)).toMatchObject({ code: 'FILE_PIECE_MISPLACED' })
    expect(await send(two.url, two.content, 2 * megabyte, two.content.length)).toMatchObject({ status: 200 })
  })
})

describe('what doesn’t fit', () => {
  test('a piece that leaves a gap is told from where to go on', async () => {
    const { url, content } = await file()
    await send(url, content, 0, 1_000)
    const answer = await send(url, content, 2_000, 3_000)
    expect([answer.status, answer.errors[0].message]).toEqual([
      416,
      '1,000 bytes are there; go on with byte 1000, counted from 0.',
    ])
    expect(await ask(url, content)).toMatchObject({ received: 1_000 })
  })

  test.each(['bytes 0-9/10', 'bytes 5-1/SIZE', 'bytes 0-SIZE/SIZE', 'bytes 0-9/*', 'lines 0-9/SIZE', 'bytes=0-9'])(
    '%s',
    async (range) => {
      const { id, url, content } = await file(1_000)
      const header = range.replaceAll('SIZE', String(content.length))
      const answer = await put(url, content.subarray(0, 10), { 'content-range': header })
      expect([answer.status, answer.code]).toEqual([416, 'FILE_PIECE_MISPLACED'])
      expect(incoming(id)).toEqual([])
    },
  )

  test('more or less than the piece says', async () => {
    const { url, content } = await file(1_000)
    const range = { 'content-range': `bytes 0-99/${content.length}` }
    expect(await put(url, content.subarray(0, 101), range)).toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(await put(url, content.subarray(0, 99), range)).toMatchObject({ code: 'FILE_SIZE_DIFFERS' })
    expect(await ask(url, content)).toMatchObject({ received: 0 })
  })

  test('content that isn’t what was announced has to be sent anew, all of it', async () => {
    const digest = { sha256: sha256Of(pdf) }
    const { url, content } = await file(1_000, digest)
    await send(url, content, 0, 500)
    expect(await send(url, content, 500, content.length)).toMatchObject({ status: 422, code: 'FILE_DIGEST_DIFFERS' })
    expect(await ask(url, content)).toMatchObject({ status: 202, received: 0 })
  })
})

test('many senders of one file at once', { timeout: 30_000 }, async () => {
  const { id, url, content } = await file()
  const sender = async () => {
    for (;;) {
      const { state, received } = await ask(url, content)
      if (state === 'STORED') return
      const { status } = await send(url, content, received, Math.min(received + 500_000, content.length))
      expect([200, 202, 416]).toContain(status)
      await sleep(1)
    }
  }
  await Promise.all([sender(), sender(), sender()])
  expect(await app.read(editor.account, id)).toMatchObject({ state: 'STORED', sha256: sha256Of(content) })
  expect(incoming(id)).toEqual([])
})

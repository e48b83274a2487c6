import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../support/data-folder.js'
import { largePdf, pdf } from './samples.js'
import { answerTo, beginPut } from './send-raw.js'
import { type DocumentApp, get, put, sha256Of, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
})
afterAll(() => app.close())

const evidence = (content: Buffer) =>
  app.uploadOf(editor.account, content, { purpose: 'EVIDENCE', fileName: 'a.pdf', applicant: editor.applicant })
const incoming = () => app.filesOnDisk().filter((name) => name.startsWith('incoming/'))
const kept = () => app.filesOnDisk().filter((name) => name.startsWith('documents/'))

const large = largePdf(5 * 1024 * 1024)

describe('a connection that breaks', () => {
  test.each([1, 70_000, large.length - 1])(
    'after %i bytes leaves nothing, and the same PUT works afterwards',
    async (sent) => {
      const { id, url } = await evidence(large)
      const before = kept()
      const sending = beginPut(url, { 'content-length': large.length })
      sending.write(large.subarray(0, sent))
      await until(() => incoming().length === 1, 5_000)
      sending.destroy()
      await until(() => incoming().length === 0, 5_000)
      expect(kept()).toEqual(before)
      expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
      expect(await put(url, large)).toMatchObject({ status: 200 })
      expect(incoming()).toEqual([])
    },
  )

  test('before the answer: sending it all again gets the same answer', async () => {
    const { id, url } = await evidence(pdf)
    const first = await put(url, pdf)
    const document = await app.read(editor.account, id)
    app.wait(1_000)
    const again = await put(url, pdf)
    expect([again.status, again.bytes.toString()]).toEqual([200, first.bytes.toString()])
    expect(await app.read(editor.account, id)).toMatchObject({ storedAt: document?.storedAt })
  })
})

describe('what is stored stays', () => {
  test('another content is refused', async () => {
    const { id, url } = await evidence(pdf)
    await put(url, pdf)
    const other = Buffer.from(pdf.toString().replace('0 0 3 3', '0 0 9 9'))
    expect(await put(url, other)).toMatchObject({ status: 409, code: 'FILE_ALREADY_STORED' })
    const { downloadUrl } = (await app.read(editor.account, id)) ?? {}
    expect((await get(app.url + downloadUrl)).bytes.equals(pdf)).toBe(true)
  })

  test('of many at once one content wins, whole, and everyone is told how it went', { timeout: 30_000 }, async () => {
    const contents = [1, 2, 3].map((version) => Buffer.concat([largePdf(1_000_000), Buffer.from(`${version}`)]))
    const [any] = contents
    const { id, url } = await evidence(any ?? pdf)
    const answers = await Promise.all(
      contents
        .flatMap((content) => [content, content, content])
        .map(async (content) => ({ content, ...(await put(url, content)) })),
    )
    const document = await app.read(editor.account, id)
    const { downloadUrl, sha256 } = document ?? {}
    const back = await get(app.url + downloadUrl)
    expect(sha256Of(back.bytes)).toBe(sha256)
    for (const { content, status, code } of answers) {
      const won = sha256Of(content) === sha256
      expect([status, code]).toEqual(won ? [200, undefined] : [409, 'FILE_ALREADY_STORED'])
    }
    expect(incoming()).toEqual([])
  })
})

test('two uploads interleaved don’t mix', async () => {
  const [one, two] = [largePdf(300_000), Buffer.concat([largePdf(299_999), Buffer.from('x')])]
  const [a, b] = [await evidence(one), await evidence(two)]
  const [sendingA, sendingB] = [beginPut(a.url), beginPut(b.url)]
  const answers = [answerTo(sendingA), answerTo(sendingB)]
  for (let at = 0; at < one.length; at += 50_000) {
    sendingA.write(one.subarray(at, at + 50_000))
    await sleep(5)
    sendingB.write(two.subarray(at, at + 50_000))
  }
  sendingA.end()
  sendingB.end()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
  expect(await app.read(editor.account, a.id)).toMatchObject({ sha256: sha256Of(one) })
  expect(await app.read(editor.account, b.id)).toMatchObject({ sha256: sha256Of(two) })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, pdf } from './samples.js'
import { type DocumentApp, get, put, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
})
afterAll(() => app.close())

const evidence = (content = pdf, fileName = 'a.pdf') =>
  app.uploadOf(editor.account, content, { purpose: 'EVIDENCE', fileName, applicant: editor.applicant })

async function stored() {
  const { id, url } = await evidence()
  await put(url, pdf)
  const document = await app.read(editor.account, id)
  return { id, url, downloadUrl: app.url + document?.downloadUrl }
}

/** The address with other values in its query. */
function changed(address: string, values: Record<string, string | null>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.href
}

describe('an address that wasn’t made for this is refused, and nothing is stored', () => {
  test.each<[string, (url: string, other: string) => string]>([
    ['no signature', (url) => changed(url, { signature: null })],
    ['an empty signature', (url) => changed(url, { signature: '' })],
    ['a changed signature', (url) => changed(url, { signature: `A${new URL(url).searchParams.get('signature')}` })],
    ['two signatures', (url) => `${url}&signature=x`],
    ['another moment of expiry', (url) => changed(url, { expires: '99999999999' })],
    ['no expiry', (url) => changed(url, { expires: null })],
    ['the signature of another upload', (url, other) => changed(url, Object.fromEntries(new URL(other).searchParams))],
  ])('%s', async (_what, change) => {
    const [{ id, url }, other] = [await evidence(), await evidence()]
    const answer = await put(change(url, other.url), pdf)
    expect([answer.status, answer.code]).toEqual([403, 'FILE_ADDRESS_INVALID'])
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
    expect(app.filesOnDisk()).toEqual([])
  })

  test('addresses to upload and to download aren’t good for each other', async () => {
    const { url, downloadUrl } = await stored()
    expect(await put(downloadUrl, pdf)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_INVALID' })
    expect(await get(url)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_INVALID' })
  })

  test('a document that there isn’t, and what is no id', async () => {
    const { url } = await evidence()
    const { pathname } = new URL(url)
    for (const path of [
      '/documents/00000000-0000-4000-8000-000000000000',
      '/documents/..%2Fkeys.json',
      '/documents/a',
    ]) {
      expect(await put(url.replace(pathname, path), pdf)).toMatchObject({ status: 404, code: 'FILE_UNKNOWN' })
      expect(await get(url.replace(pathname, path))).toMatchObject({ status: 404, code: 'FILE_UNKNOWN' })
    }
  })

  test('a size that was changed in the database after signing', async () => {
    const { id, url } = await evidence()
    await app.execute('update document set size = size + 1 where id = ?', [id.replace('Document:', '')])
    expect(await put(url, pdf)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_INVALID' })
  })
})

test('a session of another account doesn’t upload here; the own one and none do', async () => {
  const { id, url } = await evidence()
  const { account } = await app.makeEditor()
  const answer = await put(url, pdf, { 'x-test-account': account })
  expect([answer.status, answer.code]).toEqual([403, 'FILE_ADDRESS_INVALID'])
  expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING' })
  expect(await put(url, pdf, { 'x-test-account': editor.account })).toMatchObject({ status: 200 })
})

test('addresses stop to hold', async () => {
  const pending = await evidence()
  const { downloadUrl } = await stored()
  app.wait(5 * 60_000 - 1_000)
  expect(await get(downloadUrl)).toMatchObject({ status: 200 })
  app.wait(6 * 60_000)
  expect(await get(downloadUrl)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_EXPIRED' })
  app.wait(5 * 60_000)
  expect(await put(pending.url, pdf)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_EXPIRED' })
})

test('the uploads of a deactivated account don’t hold either', async () => {
  const { account, applicant } = await app.makeEditor()
  const { url } = await app.uploadOf(account, pdf, { purpose: 'EVIDENCE', fileName: 'a.pdf', applicant })
  await app.execute('update account set deactivated_at = now() where id = ?', [account])
  expect(await put(url, pdf)).toMatchObject({ status: 403, code: 'FILE_ADDRESS_EXPIRED' })
})

test('what isn’t stored, or is infected, isn’t given out', async () => {
  const { id, downloadUrl } = await stored()
  await app.execute(`update document set scan = 'INFECTED' where id = ?`, [id.replace('Document:', '')])
  expect(await get(downloadUrl)).toMatchObject({ status: 404, code: 'FILE_NOT_STORED' })
  expect(await app.read(editor.account, id)).toMatchObject({ scan: 'INFECTED', downloadUrl: null })
})

test('other methods are refused, with those that there are', async () => {
  const { url } = await evidence()
  const answer = await fetch(url, { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT'])
})

test('errors are in the reader’s language', async () => {
  const { url } = await evidence()
  const answer = await put(changed(url, { signature: 'x' }), pdf, { 'accept-language': 'zh-CN' })
  expect(JSON.parse(answer.bytes.toString()).errors[0]).toEqual({
    message: '文件地址不完整或被改动。请原样使用接口给出的地址。',
    extensions: { code: 'FILE_ADDRESS_INVALID' },
  })
})

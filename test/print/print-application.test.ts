import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationApp, keyOf, startApplicationApp } from '../application/application-app.js'
import { fullForm } from '../application/full-form.js'
import { saveForm } from '../application/saved-form.js'
import { readPdf } from './read-pdf.js'

let app: ApplicationApp
let time = new Date('2026-11-23T02:00:00Z')
beforeAll(async () => {
  app = await startApplicationApp(() => time)
})
afterAll(() => app.close())

/** The made-up form without what names files, of which the test has none. */
function form() {
  const { attachments, declarations, ...others } = fullForm()
  return others
}

const path = (address: unknown) => String(address).replace(/^https?:\/\/[^/]+/, '')

async function printInFull(application: string, account = app.editor) {
  const { data, errors } = await app.askAs(
    account,
    'mutation ($input: PrintApplicationInput!) { printApplication(input: $input) { url errors { code path message } } }',
    { input: { application } },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data.printApplication as { url: string | null; errors: { code: string; path: string[] }[] }
}

async function download(address: unknown) {
  const response = await fetch(app.url.replace(/\/graphql$/, '') + path(address))
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

test('an application is printed as it is stored, with personal values masked', async () => {
  const application = await saveForm(app, form())
  const { printUrl } = (await app.read(application, 'printUrl')) ?? {}
  const { response, bytes } = await download(printUrl)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('盐湖提锂')
  const { text } = await readPdf(bytes)
  const { name, idNumber } = form().team.personnel[1] ?? {}
  for (const part of [name, '重点研发与转化计划', '360.000075', '草稿', '二〇二三年制']) expect(text).toContain(part)
  expect(text).not.toContain(idNumber)
  expect(text).not.toContain('13900005678')
  // Nothing was changed: the same bytes.
  expect(Buffer.compare((await download(printUrl)).bytes, bytes)).toBe(0)
}, 60_000)

test('in full it is for those who may edit, and stands in the audit trail', async () => {
  const application = await saveForm(app, form())
  const { url, errors } = await printInFull(application)
  expect(errors).toEqual([])
  const { text } = await readPdf((await download(url)).bytes)
  for (const { idNumber } of form().team.personnel) expect(text).toContain(idNumber)
  expect(text).toContain('13900005678')
  const events = await app.execute<{ action: string }[]>(
    `select action from audit_event where subject_id = ? and operation = 'RECORD'`,
    [keyOf(application)],
  )
  expect(events).toEqual([{ action: 'printApplication' }])

  const stranger = await app.makeAccount({ name: '测试外人' })
  await expect(printInFull(application, stranger)).rejects.toThrow('FORBIDDEN')
}, 60_000)

test('an address opens what it was made for, as long as it holds', async () => {
  const [one, other] = [await app.create(), await app.create()]
  const address = path((await app.read(one, 'printUrl'))?.printUrl)
  const code = async (changed: string) => {
    const { response, bytes } = await download(changed)
    return [response.status, JSON.parse(Buffer.from(bytes).toString()).errors[0].extensions.code]
  }
  expect(await code(address.replace(keyOf(one), keyOf(other)))).toEqual([403, 'FILE_ADDRESS_INVALID'])
  expect(await code(address.replace('form.pdf', 'form-in-full.pdf'))).toEqual([403, 'FILE_ADDRESS_INVALID'])
  expect(await code(address.replace(/signature=./, 'signature=_'))).toEqual([403, 'FILE_ADDRESS_INVALID'])
  expect(await code(address.split('?')[0] ?? '')).toEqual([403, 'FILE_ADDRESS_INVALID'])
  time = new Date('2026-11-23T02:11:00Z')
  expect(await code(address)).toEqual([403, 'FILE_ADDRESS_EXPIRED'])
  time = new Date('2026-11-23T02:00:00Z')
})

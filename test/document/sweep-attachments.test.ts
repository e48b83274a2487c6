import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Files } from '../../server/document/files.js'
import { sweepAttachments } from '../../server/document/sweep-attachments.js'
import { sweepUploads } from '../../server/document/sweep-uploads.js'
import { pdfOfPages } from './pdf-samples.js'
import { type DocumentApp, put, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
let application: string
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
  const { application: made } = await mutate('createApplication', 'CreateApplicationInput', 'application { id }', {
    ...{ applicant: editor.applicant, idempotencyKey: randomUUID() },
  })
  application = (made as { id: string }).id
})
afterAll(() => app.close())

async function mutate(name: string, type: string, selected: string, input: object): Promise<Record<string, unknown>> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} errors { code } } }`
  const { data, errors } = await app.askAs(editor.account, query, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return data[name] as Record<string, unknown>
}

/** Saves section 15 with these files; gives the codes of what was refused. */
async function save(...documents: string[]): Promise<string[]> {
  const [row] = await app.execute<{ revision: number }>(
    `select coalesce(max(revision), 0) as revision from section_revision where application_id = ?`,
    [application.replace('Application:', '')],
  )
  const content = { items: documents.map((document, at) => ({ key: `file-${at + 1}`, document })) }
  const input = { application, revision: row?.revision ?? 0, content }
  const type = 'SaveApplicationAttachmentsInput'
  const { errors } = await mutate('saveApplicationAttachments', type, 'revision', input)
  return (errors as { code: string }[]).map(({ code }) => code)
}

let pages = 0
const ask = (content: Buffer) =>
  app.uploadOf(editor.account, content, { purpose: 'ATTACHMENT', fileName: 'a.pdf', applicant: editor.applicant })

async function uploaded(): Promise<string> {
  pages += 1
  const content = pdfOfPages(pages)
  const { id, url } = await ask(content)
  expect(await put(url, content)).toMatchObject({ status: 200 })
  return id
}

const files = () => new Files({ dataDir: app.dataDir, secrets: () => app.keyring.secrets('upload') })
const days = 24 * 60 * 60_000
const sweep = (inMs: number) => sweepAttachments(app.orm, files(), new Date(Date.now() + inMs))
const isThere = async (id: string) => (await app.read(editor.account, id)) !== null
const onDisk = (id: string) => app.filesOnDisk().some((name) => name.endsWith(id.replace('Document:', '')))

test('attachments that no application ever named go when their time is over, with their files', async () => {
  const id = await uploaded()
  expect(await sweep(-days)).toBe(0)
  expect([await isThere(id), onDisk(id)]).toEqual([true, true])
  expect(await sweep(days)).toBe(1)
  expect([await isThere(id), onDisk(id)]).toEqual([false, false])
})

test('what any revision ever named stays', async () => {
  const [first, second] = [await uploaded(), await uploaded()]
  expect(await save(first)).toEqual([])
  expect(await save(second)).toEqual([])
  expect(await sweep(days)).toBe(0)
  expect([onDisk(first), onDisk(second)]).toEqual([true, true])
})

test('an upload that never came stays as long as a section names it, and so does what it turned out to be', async () => {
  const content = pdfOfPages(1_000)
  const [original, twice] = [await ask(content), await ask(content)]
  await put(original.url, content)
  await put(twice.url, content)
  const lapsed = await ask(pdfOfPages(2_000))
  expect(await save(twice.id, lapsed.id)).toEqual([])
  expect(await sweepUploads(app.orm, files(), new Date(Date.now() + days))).toBe(0)
  expect(await sweep(days)).toBe(0)
  expect(onDisk(original.id)).toBe(true)
  expect([await isThere(twice.id), await isThere(lapsed.id)]).toEqual([true, true])
})

test('evidence and registers aren’t touched', async () => {
  const content = pdfOfPages(3_000)
  const input = { purpose: 'EVIDENCE', fileName: 'a.pdf', applicant: editor.applicant }
  const { id, url } = await app.uploadOf(editor.account, content, input)
  await put(url, content)
  expect(await sweep(days)).toBe(0)
  expect(await isThere(id)).toBe(true)
})

test('a file that is swept while a section that names it is saved: the one or the other, never a name without a file', {
  timeout: 60_000,
}, async () => {
  for (let i = 0; i < 8; i++) {
    const id = await uploaded()
    const [codes] = await Promise.all([save(id), sweep(days), sweep(days)])
    expect([codes, onDisk(id)]).toEqual((await isThere(id)) ? [[], true] : [['FILE_UNKNOWN'], false])
  }
})

import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Files } from '../../server/document/files.js'
import { sweepUploads } from '../../server/document/sweep-uploads.js'
import { pdf } from './samples.js'
import { type DocumentApp, put, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
})
afterAll(() => app.close())

const minute = 60_000
const evidence = () =>
  app.uploadOf(editor.account, pdf, { purpose: 'EVIDENCE', fileName: 'a.pdf', applicant: editor.applicant })
const sweep = (inMs: number) => {
  const files = new Files({ dataDir: app.dataDir, secrets: () => app.keyring.secrets('upload') })
  return sweepUploads(app.orm, files, new Date(Date.now() + inMs))
}
const stateOf = async (id: string) => (await app.read(editor.account, id))?.state

test('what isn’t uploaded in time goes, when an upload begun in time can’t run any more; the rest stays', async () => {
  const [lapsed, stored, refused] = [await evidence(), await evidence(), await evidence()]
  await put(stored.url, pdf)
  await put(refused.url, Buffer.alloc(pdf.length))
  expect(await sweep(15 * minute)).toBe(0)
  expect(await sweep(24 * minute)).toBe(0)
  expect(await stateOf(lapsed.id)).toBe('PENDING')
  expect(await sweep(26 * minute)).toBe(1)
  expect(await stateOf(lapsed.id)).toBeUndefined()
  expect([await stateOf(stored.id), await stateOf(refused.id)]).toEqual(['STORED', 'REFUSED'])
  expect(app.filesOnDisk()).toEqual([`documents/${stored.id.replace('Document:', '')}`])
  expect(await put(lapsed.url, pdf)).toMatchObject({ status: 404, code: 'FILE_UNKNOWN' })
  await app.execute('delete from document')
})

test('of what a killed server left, too', async () => {
  const { id } = await evidence()
  await put((await evidence()).url, pdf)
  const [kept = ''] = app.filesOnDisk().filter((name) => !name.includes(id))
  const left = join(app.dataDir, 'incoming', randomUUID())
  writeFileSync(left, 'half a file')
  await sweep(0)
  expect(app.filesOnDisk()).toContain(`incoming/${left.split('/').at(-1)}`)
  await utimes(left, new Date(0), new Date(Date.now() - 11 * minute))
  await sweep(0)
  expect(app.filesOnDisk().filter((name) => name.startsWith('incoming'))).toEqual([])
  expect(app.filesOnDisk()).toContain(kept)
  await app.execute('delete from document')
})

test('several servers sweep at once; more than one transaction’s worth goes', async () => {
  const ids = Array.from({ length: 250 }, () => randomUUID())
  for (const id of ids) {
    await app.execute(
      `insert into document (id, purpose, file_name, size, uploaded_by_id, city, created_at, expires_at)
        values (?, 'REGISTER_IMPORT', 'a.csv', 1, ?, 'xining', now(), now() - interval '1 hour')`,
      [id, editor.account],
    )
  }
  const swept = await Promise.all([sweep(0), sweep(0), sweep(0)])
  expect(swept.reduce((sum, each) => sum + each, 0)).toBe(250)
})

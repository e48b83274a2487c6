import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '../access/viewers.js'
import { csv, pdf } from './samples.js'
import { type DocumentApp, put, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
let evidence: string
let register: string
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
  const asked = await app.uploadOf(editor.account, pdf, {
    purpose: 'EVIDENCE',
    fileName: 'a.pdf',
    applicant: editor.applicant,
  })
  await put(asked.url, pdf)
  evidence = asked.id
  const officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const imported = await app.uploadOf(officer, csv, { purpose: 'REGISTER_IMPORT', fileName: 'a.csv' })
  await put(imported.url, csv)
  register = imported.id
})
afterAll(() => app.close())

const official = (grant: Grant) => app.makeAccount({ grants: [grant] })

describe('evidence', () => {
  test('is seen by the members of its organisation and by the officials in charge of it', async () => {
    const member = await app.makeAccount()
    await app.makeMember(member, editor.applicant.replace('Applicant:', ''))
    const seeing = [
      editor.account,
      member,
      await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengdong-science' }),
      await official({ role: 'ACCEPTANCE_DESK' }),
      await official({ role: 'PROGRAMME_OFFICE' }),
      await official({ role: 'SUPERVISOR' }),
    ]
    // Nobody has said yet what it shows: it could be an ID card.
    for (const account of seeing) {
      const downloadUrl = account === editor.account ? expect.stringMatching(/^\/documents\//) : null
      expect(await app.read(account, evidence)).toMatchObject({ fileName: 'a.pdf', downloadUrl })
    }
  })

  test('is seen by nobody else', async () => {
    const others = [
      null,
      (await app.makeEditor()).account,
      await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengxi-science' }),
      await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengdong-science', city: 'valmar' }),
      await official({ role: 'ACCEPTANCE_DESK', city: 'valmar' }),
      await official({ role: 'PROGRAMME_OFFICE', city: 'valmar' }),
      await official({ role: 'SUPERVISOR', city: 'valmar' }),
      await official({ role: 'EXPERT' }),
      await official({ role: 'ADMINISTRATOR' }),
    ]
    for (const account of others) expect(await app.read(account, evidence)).toBeNull()
  })
})

test('an attachment is seen by the members of its organisation only: drafts are theirs', async () => {
  const { id, url } = await app.uploadOf(editor.account, pdf, {
    purpose: 'ATTACHMENT',
    fileName: 'a.pdf',
    applicant: editor.applicant,
  })
  await put(url, pdf)
  const member = await app.makeAccount()
  await app.makeMember(member, editor.applicant.replace('Applicant:', ''))
  expect((await app.read(member, id))?.downloadUrl).toMatch(/^\/documents\//)
  const others = [
    null,
    (await app.makeEditor()).account,
    await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengdong-science' }),
    await official({ role: 'ACCEPTANCE_DESK' }),
    await official({ role: 'PROGRAMME_OFFICE' }),
    await official({ role: 'SUPERVISOR' }),
  ]
  for (const account of others) expect(await app.read(account, id)).toBeNull()
})

test('a register’s file is seen by the programme office of its city', async () => {
  const seeing = await official({ role: 'PROGRAMME_OFFICE' })
  expect(await app.read(seeing, register)).toMatchObject({ fileName: 'a.csv' })
  const others = [
    null,
    editor.account,
    await official({ role: 'PROGRAMME_OFFICE', city: 'valmar' }),
    await official({ role: 'SUPERVISOR' }),
    await official({ role: 'ACCEPTANCE_DESK' }),
    await official({ role: 'ADMINISTRATOR' }),
  ]
  for (const account of others) expect(await app.read(account, register)).toBeNull()
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, gbkCsv, largePdf, pdf, png, xlsx } from './samples.js'
import { type DocumentApp, get, put, sha256Of, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
let officer: string
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
  officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('a file comes in and goes out', () => {
  test.each([
    ['evidence as PDF', 'licence.pdf', pdf, 'application/pdf'],
    ['evidence as a picture', '营业执照.PNG', png, 'image/png'],
    ['a report of 3 MiB', 'audit.pdf', largePdf(3 * 1024 * 1024), 'application/pdf'],
  ])('%s', async (_what, fileName, content, mediaType) => {
    const input = { purpose: 'EVIDENCE', applicant: editor.applicant, fileName, sha256: sha256Of(content) }
    const { id, url } = await app.uploadOf(editor.account, content, input)
    expect(await app.read(editor.account, id)).toMatchObject({ state: 'PENDING', mediaType: null, downloadUrl: null })
    const sent = await put(url, content)
    expect(sent.status).toBe(200)
    expect(JSON.parse(sent.bytes.toString())).toEqual({
      id,
      state: 'STORED',
      scan: 'NOT_SCANNED',
      pages: mediaType === 'application/pdf' ? 1 : null,
      mediaType,
      size: content.length,
      sha256: sha256Of(content),
    })
    const document = await app.read(editor.account, id)
    expect(document).toMatchObject({ purpose: 'EVIDENCE', state: 'STORED', scan: 'NOT_SCANNED', mediaType, fileName })
    expect(document?.storedAt).toBeTruthy()
    const back = await get(app.url + document?.downloadUrl)
    expect(back.bytes.equals(content)).toBe(true)
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-disposition': expect.stringMatching(/^attachment; /),
    })
  })

  test('a register as CSV in UTF-8 and GBK, and as XLSX', async () => {
    const files = [
      ['integrity.csv', csv, 'text/csv; charset=utf-8'],
      ['integrity.csv', gbkCsv, 'text/csv; charset=gb18030'],
      ['integrity.xlsx', await xlsx(), spreadsheet],
    ] as const
    for (const [fileName, content, mediaType] of files) {
      const { id, url } = await app.uploadOf(officer, content, { purpose: 'REGISTER_IMPORT', fileName })
      expect(await put(url, content)).toMatchObject({ status: 200 })
      const document = await app.read(officer, id)
      expect(document).toMatchObject({ mediaType, state: 'STORED', sha256: sha256Of(content) })
      const back = await get(app.url + document?.downloadUrl)
      expect(back.headers.get('content-type')).toBe(mediaType)
      expect(back.bytes.equals(content)).toBe(true)
    }
  })
})

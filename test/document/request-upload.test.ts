import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, pdf } from './samples.js'
import { type DocumentApp, put, startDocumentApp } from './start-document-app.js'

let app: DocumentApp
let editor: { account: string; applicant: string }
let officer: string
beforeAll(async () => {
  app = await startDocumentApp()
  editor = await app.makeEditor()
  officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

const evidence = () => ({ purpose: 'EVIDENCE', fileName: 'a.pdf', size: 100, applicant: editor.applicant })
const register = { purpose: 'REGISTER_IMPORT', fileName: 'a.csv', size: 100 }
const mebibyte = 1024 * 1024

describe('what can’t become a file is refused beforehand', () => {
  test.each([
    ['no name', { fileName: '' }, 'FILE_NAME_MALFORMED', 'fileName'],
    ['a name that is only a path', { fileName: '../..' }, 'FILE_NAME_MALFORMED', 'fileName'],
    ['a page', { fileName: 'a.html' }, 'FILE_TYPE_NOT_ALLOWED', 'fileName'],
    ['two extensions', { fileName: 'a.pdf.exe' }, 'FILE_TYPE_NOT_ALLOWED', 'fileName'],
    ['a name hidden behind NUL', { fileName: 'a.exe\u0000.pdf' }, null, ''],
    ['a table as evidence', { fileName: 'a.csv' }, 'FILE_TYPE_NOT_ALLOWED', 'fileName'],
    ['an empty file', { size: 0 }, 'FILE_EMPTY', 'size'],
    ['a negative size', { size: -5 }, 'FILE_EMPTY', 'size'],
    ['a byte too much', { size: 20 * mebibyte + 1 }, 'FILE_TOO_LARGE', 'size'],
    ['as large as may be', { size: 20 * mebibyte }, null, ''],
    ['half a digest', { sha256: 'abc' }, 'FILE_DIGEST_MALFORMED', 'sha256'],
    ['no applicant', { applicant: null }, 'APPLICANT_UNKNOWN', 'applicant'],
    ['nobody’s applicant', { applicant: `Applicant:${randomUUID()}` }, 'APPLICANT_UNKNOWN', 'applicant'],
    ['something else’s id', { applicant: 'Guideline:xining-2024-1' }, 'APPLICANT_UNKNOWN', 'applicant'],
    ['evidence of a city', { city: 'xining' }, 'CITY_UNKNOWN', 'city'],
    ['a register by a company', { ...register, applicant: null }, 'FORBIDDEN', 'purpose'],
  ])('%s', async (_what, input, code, field) => {
    const { upload, errors } = await app.askUpload(editor.account, { ...evidence(), ...input })
    const refused = errors.map(({ code, path }) => [code, ...path])
    expect(refused).toEqual(code === null ? [] : [[code, 'input', field]])
    expect(upload === null).toBe(code !== null)
  })

  test('every mistake is told at once, in the caller’s language', async () => {
    const input = { ...evidence(), fileName: 'a.exe', size: 0, sha256: 'x', idempotencyKey: randomUUID() }
    const query = 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { errors { message path } } }'
    const { data } = await app.askAs(editor.account, query, { input }, 'zh-CN')
    expect(data?.requestUpload).toEqual({
      errors: [
        { message: '此处可上传：.pdf, .png, .jpg, .jpeg。', path: ['input', 'fileName'] },
        { message: '文件为空；size 为字节数，至少为 1。', path: ['input', 'size'] },
        { message: expect.stringContaining('64 位十六进制数'), path: ['input', 'sha256'] },
      ],
    })
  })
})

describe('whose files they are', () => {
  test('the public and experts can’t ask', async () => {
    const expert = await app.makeAccount({ grants: [{ role: 'EXPERT' }] })
    const query = 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { errors { code } } }'
    const variables = { input: { ...register, idempotencyKey: randomUUID() } }
    expect((await app.askAs(null, query, variables)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await app.askAs(expert, query, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  test('evidence takes the right to edit, for that very organisation', async () => {
    const other = await app.makeEditor()
    const reader = await app.makeAccount()
    await app.makeMember(reader, editor.applicant.replace('Applicant:', ''))
    for (const account of [other.account, reader]) {
      const { upload, errors } = await app.askUpload(account, evidence())
      expect([upload, errors[0]?.code]).toEqual([null, 'APPLICANT_UNKNOWN'])
    }
  })

  test('a register is of a city where the asker runs the programme', async () => {
    const ofTwo = await app.makeAccount({
      grants: [{ role: 'PROGRAMME_OFFICE' }, { role: 'PROGRAMME_OFFICE', city: 'valmar' }],
    })
    const code = async (account: string, input: object) =>
      (await app.askUpload(account, { ...register, ...input })).errors[0]?.code
    expect(await code(officer, {})).toBeUndefined()
    expect(await code(officer, { city: 'xining' })).toBeUndefined()
    expect(await code(officer, { city: 'valmar' })).toBe('CITY_UNKNOWN')
    expect(await code(officer, { applicant: editor.applicant })).toBe('APPLICANT_UNKNOWN')
    expect(await code(ofTwo, {})).toBe('CITY_UNKNOWN')
    expect(await code(ofTwo, { city: 'valmar' })).toBeUndefined()
  })

  test('an account has 50 uploads open at most; those that lapsed don’t count', async () => {
    const { account, applicant } = await app.makeEditor()
    const ask = () => app.askUpload(account, { ...evidence(), applicant })
    for (let i = 0; i < 50; i++) expect((await ask()).errors).toEqual([])
    expect((await ask()).errors[0]?.code).toBe('TOO_MANY_UPLOADS')
    app.wait(15 * 60_000)
    expect((await ask()).errors).toEqual([])
  })
})

describe('a repeated request', () => {
  test('gets the same document and address, until the file is there', async () => {
    const input = { ...register, size: csv.length, idempotencyKey: randomUUID() }
    const first = await app.askUpload(officer, input)
    expect(await app.askUpload(officer, input)).toEqual(first)
    await put(app.url + first.upload?.url, csv)
    const later = await app.askUpload(officer, input)
    expect(later.upload).toMatchObject({ document: { id: first.upload?.document.id, state: 'STORED' }, url: null })
  })

  test('with another input is refused', async () => {
    const input = { ...evidence(), size: pdf.length, idempotencyKey: randomUUID() }
    await app.askUpload(editor.account, input)
    const { upload, errors } = await app.askUpload(editor.account, { ...input, size: 5 })
    expect([upload, errors[0]?.code]).toEqual([null, 'IDEMPOTENCY_KEY_REUSED'])
  })
})

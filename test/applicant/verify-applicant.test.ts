import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessApp, type Grant, startAccessApp } from '../access/viewers.js'
import { mutate, registered } from './registrations.js'

const now = new Date('2023-06-01T02:00:00Z')

let app: AccessApp
let member: string
let chengdong: string
let chengxi: string
let office: string
let elsewhere: string
beforeAll(async () => {
  app = await startAccessApp(() => now)
  const official = (grant: Grant) => app.makeAccount({ grants: [grant] })
  member = await app.makeAccount()
  chengdong = await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengdong-science' })
  chengxi = await official({ role: 'RECOMMENDING_AUTHORITY', authority: 'chengxi-science' })
  office = await official({ role: 'PROGRAMME_OFFICE' })
  elsewhere = await official({ role: 'PROGRAMME_OFFICE', city: 'valmar' })
})
afterAll(() => app.close())

test('the authority of its jurisdiction confirms an organisation, and its members see when', async () => {
  const id = await registered(app, member)
  const { applicant, errors } = await mutate(app, chengdong, 'verifyApplicant', { id, revision: 1, note: '证照相符' })
  expect(errors).toEqual([])
  expect(applicant?.verification).toEqual({ state: 'VERIFIED', at: '2023-06-01T02:00:00.000Z', note: '证照相符' })
})

test('the programme office refuses it later, with a reason', async () => {
  const id = await registered(app, member)
  await mutate(app, chengdong, 'verifyApplicant', { id, revision: 1 })
  const { applicant, errors } = await mutate(app, office, 'refuseApplicant', { id, revision: 1, note: '证照已注销' })
  expect(errors).toEqual([])
  expect(applicant?.verification).toMatchObject({ state: 'REFUSED', note: '证照已注销' })
})

test('a refusal without a reason is refused', async () => {
  const id = await registered(app, member)
  const { applicant, errors } = await mutate(app, office, 'refuseApplicant', { id, revision: 1, note: ' ' })
  expect(applicant).toBeNull()
  expect(errors).toMatchObject([{ code: 'TEXT_EMPTY', path: ['input', 'note'] }])
})

test('for another authority, another city’s office, and members there is no such organisation to verify', async () => {
  const id = await registered(app, member)
  const unknown = [{ code: 'APPLICANT_UNKNOWN', path: ['input', 'id'] }]
  for (const official of [chengxi, elsewhere]) {
    expect((await mutate(app, official, 'verifyApplicant', { id, revision: 1 })).errors).toMatchObject(unknown)
  }
  const document = 'mutation ($input: VerifyApplicantInput!) { verifyApplicant(input: $input) { errors { code } } }'
  const answer = await app.askAs(member, document, { input: { id, revision: 1 } })
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('nobody verifies an organisation that he is a member of', async () => {
  const id = await registered(app, office)
  expect((await mutate(app, office, 'verifyApplicant', { id, revision: 1 })).errors).toMatchObject([
    { code: 'OWN_APPLICANT', path: ['input', 'id'] },
  ])
})

test('only what was looked at is verified', async () => {
  const id = await registered(app, member)
  expect((await mutate(app, office, 'verifyApplicant', { id, revision: 2 })).errors).toMatchObject([
    { code: 'STALE_REVISION', path: ['input', 'revision'] },
  ])
})

test('what is decided is not decided again', async () => {
  const id = await registered(app, member)
  await mutate(app, office, 'verifyApplicant', { id, revision: 1 })
  expect((await mutate(app, chengdong, 'verifyApplicant', { id, revision: 1 })).errors).toMatchObject([
    { code: 'VERIFICATION_UNCHANGED', path: ['input', 'id'] },
  ])
})

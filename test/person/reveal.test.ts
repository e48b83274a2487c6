import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactPhone, type PersonApp, residentId, startPersonApp } from './start-person-app.js'

let app: PersonApp
let applicant: string
let editor: string
let person: string
const number = residentId('19850607')
beforeAll(async () => {
  app = await startPersonApp()
  applicant = await app.makeApplicant()
  editor = await app.makeAccount()
  await app.makeMember(editor, applicant, 'EDIT')
  const idDocument = { kind: 'RESIDENT_ID', number }
  person = (await app.addPerson(editor, applicant, { idDocument, phone: '13800138000' })).person?.id ?? ''
})
afterAll(() => app.close())

/** What came of it: the value, or the codes and paths of the refusals. */
async function revealed(account: string | null, subject: string, field: string, reason?: string): Promise<unknown> {
  const { data, errors } = await app.reveal(account, subject, field, reason)
  if (!data) return errors?.map(({ extensions: { code } }) => code)
  const { value, errors: refusals } = data.revealPersonalData as {
    value: string | null
    errors: { code: string; path: string[] }[]
  }
  return refusals.length > 0 ? refusals.map(({ code, path }) => `${code} ${path.join('.')}`) : value
}

const trail = () =>
  app.execute<{ actor: string; reason: string; after: object }>(
    `select actor, reason, after from audit_event where action = 'revealPersonalData' order by id`,
  )

describe('a masked value', () => {
  it.each([
    ['ID_NUMBER', number],
    ['PHONE', '+8613800138000'],
    ['BIRTH_DATE', '1985-06-07'],
  ])('of a person, %s, is told to an editor with a reason', async (field, value) => {
    expect(await revealed(editor, person, field)).toBe(value)
  })

  it('of an organisation’s contact is told, and only the phone', async () => {
    expect(await revealed(editor, `Applicant:${applicant}`, 'PHONE')).toBe(contactPhone)
    expect(await revealed(editor, `Applicant:${applicant}`, 'ID_NUMBER')).toEqual([
      'PERSONAL_FIELD_UNKNOWN input.field',
    ])
  })

  it('that is not stored is null', async () => {
    const idDocument = { kind: 'PASSPORT', number: 'E7654321' }
    const added = await app.addPerson(editor, applicant, { idDocument })
    expect(await revealed(editor, added.person?.id ?? '', 'BIRTH_DATE')).toBeNull()
  })

  it('is told to the desk and the programme office of the city, and to nobody else', async () => {
    const official = (
      role: 'PROGRAMME_OFFICE' | 'ACCEPTANCE_DESK' | 'SUPERVISOR' | 'EXPERT' | 'ADMINISTRATOR',
      city?: string,
    ) => app.makeAccount({ grants: [{ role, city }] })
    for (const role of ['PROGRAMME_OFFICE', 'ACCEPTANCE_DESK'] as const) {
      expect(await revealed(await official(role), person, 'ID_NUMBER')).toBe(number)
      expect(await revealed(await official(role, 'valmar'), person, 'ID_NUMBER')).toEqual([
        'SUBJECT_UNKNOWN input.subject',
      ])
    }
    const reader = await app.makeAccount()
    await app.makeMember(reader, applicant, 'SUBMIT')
    expect(await revealed(reader, person, 'ID_NUMBER')).toEqual(['REVEAL_NOT_ALLOWED input.subject'])
    const foreign = await app.makeAccount()
    await app.makeMember(foreign, await app.makeApplicant(), 'MANAGE', 'EDIT')
    expect(await revealed(foreign, person, 'ID_NUMBER')).toEqual(['SUBJECT_UNKNOWN input.subject'])
    expect(await revealed(foreign, `Applicant:${applicant}`, 'PHONE')).toEqual(['SUBJECT_UNKNOWN input.subject'])
    expect(await revealed(null, person, 'ID_NUMBER')).toEqual(['UNAUTHENTICATED'])
    for (const role of ['SUPERVISOR', 'EXPERT', 'ADMINISTRATOR'] as const) {
      expect(await revealed(await official(role), person, 'ID_NUMBER')).toEqual(['FORBIDDEN'])
    }
    const authority = { role: 'RECOMMENDING_AUTHORITY', authority: 'chengdong-science' } as const
    expect(await revealed(await app.makeAccount({ grants: [authority] }), person, 'ID_NUMBER')).toEqual(['FORBIDDEN'])
  })

  it.each([
    ['none', ''],
    ['two characters', '因为'],
    ['four and blanks', ' 1234 '],
    ['a page', '长'.repeat(501)],
    ['an unprintable one', 'ab\u0000cdef'],
  ])('is not told for a reason such as %s', async (_what, reason) => {
    expect(await revealed(editor, person, 'PHONE', reason)).toEqual(['REASON_MALFORMED input.reason'])
  })

  it('of nobody is not told', async () => {
    for (const subject of ['', 'Person:1', 'Guideline:xining-2024-1', "Person:' or 1=1 --"]) {
      expect(await revealed(editor, subject, 'PHONE')).toEqual(['SUBJECT_UNKNOWN input.subject'])
    }
  })

  it('does not open when its text was put into another row, and nothing of it is told', async () => {
    const other = await app.addPerson(editor, applicant)
    const id = other.person?.id.slice('Person:'.length)
    const move = `update person set id_number_sealed = (select id_number_sealed from person where id = ?) where id = ?`
    await app.execute(move, [person.slice('Person:'.length), id])
    const before = await trail()
    const { data, errors } = await app.reveal(editor, other.person?.id ?? '', 'ID_NUMBER')
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
    expect(JSON.stringify(errors)).not.toMatch(/sealed|id_number/)
    expect(await trail()).toEqual(before)
  })
})

it('whoever asked, for what and why is in the audit trail, without the value; what is refused is not told and not there', async () => {
  const before = (await trail()).length
  await revealed(editor, person, 'ID_NUMBER', '核对立项材料')
  await revealed(editor, person, 'ID_NUMBER', '')
  const events = (await trail()).slice(before)
  expect(events).toMatchObject([{ actor: editor, reason: '核对立项材料' }])
  expect(JSON.stringify(events)).toContain('ID_NUMBER')
  expect(JSON.stringify(events)).not.toContain(number)
})

it('an account is told 100 values within an hour, also when it asks for many at once', async () => {
  const greedy = await app.makeAccount()
  await app.makeMember(greedy, applicant, 'EDIT')
  const told = []
  for (let i = 0; i < 11; i++) {
    told.push(...(await Promise.all(Array.from({ length: 10 }, () => revealed(greedy, person, 'PHONE')))))
  }
  expect(told.filter((value) => value === '+8613800138000')).toHaveLength(100)
  expect(told.at(-1)).toEqual(['TOO_MANY_REVEALS input'])
  expect(await revealed(editor, person, 'PHONE')).toBe('+8613800138000')
}, 60_000)

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactPhone, type PersonApp, residentId, type ShownPerson, startPersonApp } from './start-person-app.js'

let app: PersonApp
let applicant: string
let editor: string
let reader: string
beforeAll(async () => {
  app = await startPersonApp()
  applicant = await app.makeApplicant()
  editor = await app.makeAccount()
  reader = await app.makeAccount()
  await app.makeMember(editor, applicant, 'EDIT')
  await app.makeMember(reader, applicant)
})
afterAll(() => app.close())

const codes = ({ errors }: { errors: { code: string; path: string[] }[] }) =>
  errors.map(({ code, path }) => `${code} ${path.join('.')}`)

/** A person of the organisation's; fails if it is refused. */
async function add(more: object = {}, to = applicant, by = editor): Promise<ShownPerson> {
  const { person, errors } = await app.addPerson(by, to, more)
  if (!person) throw new Error(JSON.stringify(errors))
  return person
}

const changes = (person: ShownPerson, more: object = {}) => ({
  ...{ id: person.id, revision: person.revision, name: person.name, onStaff: true },
  ...more,
})

describe('adding', () => {
  it.each([
    ['RESIDENT_ID', '11010519491231002X', '11***************X', 'FEMALE'],
    ['RESIDENT_ID', ' 53010219200508011x ', '53***************X', 'MALE'],
    ['PASSPORT', 'e12345678', 'E*******8', null],
    ['HK_MACAU_PERMIT', 'H12345678', 'H*******8', null],
  ])('takes a %s with the number %s, and shows %s', async (kind, number, shown, sex) => {
    const person = await add({
      idDocument: { kind, number },
      ...{ phone: '0971-8230515转802', title: ' 高级  工程师 ', degree: '', employer: null },
    })
    expect(person).toMatchObject({
      ...{ name: '测试人员', idDocument: { kind, number: shown }, sex, phone: '+8697******15', revision: 1 },
      ...{
        title: '高级 工程师',
        degree: null,
        employer: null,
        deactivatedAt: null,
        createdAt: '2026-03-02T04:00:00.000Z',
      },
    })
  })

  it('reads a local number with the area code of the city', async () => {
    const { id } = await add({ phone: '8230515' })
    expect((await app.reveal(editor, id, 'PHONE')).data).toMatchObject({
      revealPersonalData: { value: '+869718230515' },
    })
  })

  const resident = (number: string) => ({ idDocument: { kind: 'RESIDENT_ID', number } })
  it.each([
    [resident('110105194912310021'), ['ID_NUMBER_CHECK_DIGIT input.idDocument.number']],
    [resident(residentId('20260303')), ['ID_NUMBER_BORN_IN_FUTURE input.idDocument.number']],
    [resident('110105194913310021'), ['ID_NUMBER_BIRTH_DATE input.idDocument.number']],
    [resident('110105491231002'), ['ID_NUMBER_FIFTEEN_DIGITS input.idDocument.number']],
    [resident('Robert'), ['ID_NUMBER_FORMAT input.idDocument.number']],
    [{ idDocument: { kind: 'TAIWAN_PERMIT', number: '1234' } }, ['ID_NUMBER_FORMAT input.idDocument.number']],
    [{ ...resident('11010519491231002X'), birthDate: '1949-12-30' }, ['BIRTH_DATE_DIFFERS input.birthDate']],
    [{ ...resident('11010519491231002X'), sex: 'MALE' }, ['SEX_DIFFERS input.sex']],
    [{ birthDate: '1979-02-29' }, ['DATE_NOT_REAL input.birthDate']],
    [
      { idDocument: { kind: 'PASSPORT', number: 'E1234567' }, birthDate: '2026-03-03' },
      ['BIRTH_DATE_IN_FUTURE input.birthDate'],
    ],
    [{ phone: '1390000' }, ['PHONE_NOT_ASSIGNED input.phone']],
    [{ phone: 'call me' }, ['PHONE_MALFORMED input.phone']],
    [{ name: '  ' }, ['TEXT_EMPTY input.name']],
    [{ title: '长'.repeat(101) }, ['TEXT_TOO_LONG input.title']],
    [
      { name: '', ...resident('1'), phone: '' },
      ['TEXT_EMPTY input.name', 'ID_NUMBER_FORMAT input.idDocument.number', 'PHONE_MALFORMED input.phone'],
    ],
  ])('refuses wrong input %#, and says where', async (more, expected) => {
    const before = await app.execute('select count(*) from person')
    const refused = await app.addPerson(editor, applicant, more)
    expect(refused.person).toBeNull()
    expect(codes(refused).sort()).toEqual([...expected].sort())
    expect(await app.execute('select count(*) from person')).toEqual(before)
  })

  it('is allowed with the right to edit only, and says nothing of other organisations', async () => {
    const unseen = await app.makeApplicant()
    const office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
    expect(codes(await app.addPerson(reader, applicant))).toEqual(['MEMBER_RIGHT_NEEDED input.applicant'])
    expect(codes(await app.addPerson(editor, unseen))).toEqual(['APPLICANT_UNKNOWN input.applicant'])
    expect(codes(await app.addPerson(editor, 'x'))).toEqual(['APPLICANT_UNKNOWN input.applicant'])
    expect(codes(await app.addPerson(editor, randomUUID()))).toEqual(['APPLICANT_UNKNOWN input.applicant'])
    await expect(app.addPerson(office, applicant)).rejects.toThrow('FORBIDDEN')
    await expect(app.addPerson(null, applicant)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('is refused for a deactivated organisation', async () => {
    const closed = await app.makeApplicant()
    await app.makeMember(editor, closed, 'EDIT')
    await app.execute('update applicant set deactivated_at = now() where id = ?', [closed])
    expect(codes(await app.addPerson(editor, closed))).toEqual(['APPLICANT_DEACTIVATED input.applicant'])
  })

  it('keeps one person per document, in whatever form it is written, and by whatever key it was indexed', async () => {
    const number = residentId()
    await add({ idDocument: { kind: 'RESIDENT_ID', number } })
    const again = await app.addPerson(editor, applicant, {
      idDocument: { kind: 'RESIDENT_ID', number: ` ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}` },
    })
    expect(codes(again)).toEqual(['PERSON_EXISTS input.idDocument.number'])
    expect(again.errors[0]?.message).not.toContain(number)
    const other = await app.makeApplicant()
    await app.makeMember(editor, other, 'EDIT')
    expect((await add({ idDocument: { kind: 'RESIDENT_ID', number } }, other)).revision).toBe(1)
  })

  it('keeps one person per document in a race of 20', async () => {
    const idDocument = { kind: 'RESIDENT_ID', number: residentId() }
    const all = await Promise.all(Array.from({ length: 20 }, () => app.addPerson(editor, applicant, { idDocument })))
    expect(all.filter(({ person }) => person !== null)).toHaveLength(1)
    const refusals = all.flatMap(({ errors }) => errors.map(({ code }) => code))
    expect(refusals).toEqual(Array(19).fill('PERSON_EXISTS'))
  })

  it('gives the first answer to a repeated request, and refuses the key for another person', async () => {
    const input = { idempotencyKey: randomUUID(), idDocument: { kind: 'RESIDENT_ID', number: residentId() } }
    const first = await add(input)
    expect(await add(input)).toEqual(first)
    const other = { ...input, idDocument: { kind: 'RESIDENT_ID', number: residentId() } }
    expect(codes(await app.addPerson(editor, applicant, other))).toEqual([
      'IDEMPOTENCY_KEY_REUSED input.idempotencyKey',
    ])
  })
})

describe('changing', () => {
  it('keeps document and phone that are left out', async () => {
    const idDocument = { kind: 'RESIDENT_ID', number: residentId() }
    const person = await add({ idDocument, phone: '13800138000' })
    const { person: after } = await app.updatePerson(editor, changes(person, { name: '测试改名', degree: '博士' }))
    expect(after).toEqual({ ...person, name: '测试改名', degree: '博士', revision: 2 })
    const value = async (field: string) => (await app.reveal(editor, person.id, field)).data?.revealPersonalData
    expect(await value('ID_NUMBER')).toMatchObject({ value: idDocument.number })
    expect(await value('PHONE')).toMatchObject({ value: '+8613800138000' })
    expect(await value('BIRTH_DATE')).toMatchObject({ value: '1979-04-05' })
  })

  it('takes another document and phone, and what they tell', async () => {
    const person = await add()
    const idDocument = { kind: 'PASSPORT', number: 'X1234567' }
    const more = { idDocument, phone: '+1 650 253 0000', birthDate: '1980-01-02', sex: 'FEMALE' }
    const { person: after } = await app.updatePerson(editor, changes(person, more))
    expect(after).toMatchObject({
      idDocument: { kind: 'PASSPORT', number: 'X******7' },
      ...{ sex: 'FEMALE', phone: '+165******00', revision: 2 },
    })
    const { data } = await app.reveal(editor, person.id, 'BIRTH_DATE')
    expect(data?.revealPersonalData).toMatchObject({ value: '1980-01-02' })
  })

  it('compares birth date and sex with the document that stays', async () => {
    const person = await add({ idDocument: { kind: 'RESIDENT_ID', number: residentId('19800101') } })
    const refused = await app.updatePerson(editor, changes(person, { birthDate: '1980-01-02' }))
    expect(codes(refused)).toEqual(['BIRTH_DATE_DIFFERS input.birthDate'])
    expect((await app.updatePerson(editor, changes(person, { birthDate: '1980-01-01' }))).errors).toEqual([])
  })

  it('refuses a document that another person has', async () => {
    const idDocument = { kind: 'RESIDENT_ID', number: residentId() }
    await add({ idDocument })
    const other = await add()
    expect(codes(await app.updatePerson(editor, changes(other, { idDocument })))).toEqual([
      'PERSON_EXISTS input.idDocument.number',
    ])
  })

  it('allows the document that the person has already', async () => {
    const idDocument = { kind: 'RESIDENT_ID', number: residentId() }
    const person = await add({ idDocument })
    expect((await app.updatePerson(editor, changes(person, { idDocument }))).errors).toEqual([])
  })

  it('is refused to whoever looked at an older revision, who gets the present one', async () => {
    const person = await add()
    const both = await Promise.all([
      app.updatePerson(editor, changes(person, { name: '测试甲' })),
      app.updatePerson(editor, changes(person, { name: '测试乙' })),
    ])
    const [done] = both.filter(({ errors }) => errors.length === 0)
    const [late] = both.filter(({ errors }) => errors.length > 0)
    expect(late && codes(late)).toEqual(['STALE_REVISION input.revision'])
    expect(late?.person).toEqual(done?.person)
  })

  it('is for editors of the organisation only; others’ people can not be told from none', async () => {
    const person = await add()
    const foreign = await app.makeAccount()
    await app.makeMember(foreign, await app.makeApplicant(), 'EDIT')
    for (const mutate of [app.updatePerson, app.deactivatePerson]) {
      const input = (id: string) => (mutate === app.updatePerson ? changes({ ...person, id }) : { id, revision: 1 })
      expect(codes(await mutate(reader, input(person.id)))).toEqual(['MEMBER_RIGHT_NEEDED input.id'])
      const refused = await mutate(foreign, input(person.id))
      expect(refused).toEqual(await mutate(foreign, input(`Person:${randomUUID()}`)))
      expect(codes(refused)).toEqual(['PERSON_UNKNOWN input.id'])
      expect(codes(await mutate(editor, input(`Applicant:${applicant}`)))).toEqual(['PERSON_UNKNOWN input.id'])
      expect(codes(await mutate(editor, input("Person:' or true --")))).toEqual(['PERSON_UNKNOWN input.id'])
    }
    expect(await app.peopleOf(editor, applicant)).toContainEqual(person)
  })
})

describe('deactivating', () => {
  it('takes a person out of the list, keeps the row, and lets the person be added anew', async () => {
    const idDocument = { kind: 'RESIDENT_ID', number: residentId() }
    const person = await add({ idDocument })
    const { id, revision } = person
    const stale = await app.deactivatePerson(editor, { id, revision: 7 })
    expect(codes(stale)).toEqual(['STALE_REVISION input.revision'])
    const { person: after } = await app.deactivatePerson(editor, { id, revision })
    expect(after).toEqual({ ...person, revision: 2, deactivatedAt: '2026-03-02T04:00:00.000Z' })
    expect(await app.peopleOf(editor, applicant)).not.toContainEqual(expect.objectContaining({ id }))
    expect(codes(await app.deactivatePerson(editor, { id, revision: 2 }))).toEqual(['PERSON_DEACTIVATED input.id'])
    expect((await add({ idDocument })).id).not.toBe(id)
    const { data } = await app.askAs(editor, 'query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(data).toEqual({ node: { id } })
  })
})

describe('seeing', () => {
  it('is for members, and for the authority, desk, office and supervisor of the organisation', async () => {
    const person = await add()
    const seenBy = async (account: string | null) =>
      (await app.peopleOf(account, applicant))?.some(({ id }) => id === person.id) ?? false
    const official = (
      role: 'PROGRAMME_OFFICE' | 'ACCEPTANCE_DESK' | 'SUPERVISOR' | 'EXPERT' | 'ADMINISTRATOR',
      city?: string,
    ) => app.makeAccount({ grants: [{ role, city }] })
    const authority = (code: string) =>
      app.makeAccount({ grants: [{ role: 'RECOMMENDING_AUTHORITY', authority: code }] })
    const member = await app.makeAccount()
    await app.makeMember(member, await app.makeApplicant(), 'EDIT')
    const seeing = [editor, reader, await official('PROGRAMME_OFFICE'), await official('ACCEPTANCE_DESK')]
    seeing.push(await official('SUPERVISOR'), await authority('chengdong-science'))
    const blind = [null, await app.makeAccount(), member, await official('EXPERT'), await official('ADMINISTRATOR')]
    blind.push(await official('PROGRAMME_OFFICE', 'valmar'), await official('SUPERVISOR', 'valmar'))
    blind.push(await official('ACCEPTANCE_DESK', 'valmar'), await authority('chengxi-science'))
    for (const account of seeing) expect(await seenBy(account)).toBe(true)
    for (const account of blind) expect(await seenBy(account)).toBe(false)
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const account of seeing) {
      expect((await app.askAs(account, query, { id: person.id })).data).toEqual({ node: { id: person.id } })
    }
    for (const account of blind)
      expect((await app.askAs(account, query, { id: person.id })).data).toEqual({ node: null })
  })

  it('comes in pages of at most 100, in the order asked for', async () => {
    const own = await app.makeApplicant()
    await app.makeMember(editor, own, 'EDIT')
    for (const name of ['丙', '甲', '乙']) await add({ name }, own)
    const query = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Applicant {
      people(first: $first, after: $after, orderBy: [{ field: NAME, direction: DESC }]) {
        totalCount nodes { name } pageInfo { endCursor hasNextPage } } } } }`
    type Page = { people: { totalCount: number; nodes: { name: string }[]; pageInfo: { endCursor: string } } }
    const id = `Applicant:${own}`
    const first = (await app.askAs(editor, query, { id, first: 2 })).data?.node as Page
    expect(first.people).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const { endCursor: after } = first.people.pageInfo
    const second = (await app.askAs(editor, query, { id, first: 2, after })).data?.node as Page
    const names = [...first.people.nodes, ...second.people.nodes].map(({ name }) => name)
    expect(names).toEqual(['丙', '乙', '甲'].sort().reverse())
    const { errors } = await app.askAs(editor, query, { id, first: 101 })
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

it('a phone of an organisation’s contact is masked too', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Applicant { contact { phone } } } }'
  const { data } = await app.askAs(reader, query, { id: `Applicant:${applicant}` })
  expect(JSON.stringify(data)).not.toContain(contactPhone.slice(3))
})

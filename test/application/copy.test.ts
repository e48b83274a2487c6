import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maskIdNumber, maskPhone } from '../../server/secrets/mask.js'
import { residentId } from '../access/world-registers.js'
import { registered, type UserError } from '../applicant/registrations.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

/* A new application from an old one, and empty fields filled in from what is known. People and organisations are invented. */

let app: ApplicationApp
let keys = 0
beforeAll(async () => {
  app = await startApplicationApp()
})
afterAll(() => app.close())

type Payload = {
  application: Record<string, unknown> | null
  filled: { section: string; path: string; label: string }[]
  errors: UserError[]
}

async function mutate(name: string, input: object, selected: string, account = app.editor): Promise<Payload> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`
  const { data, errors } = await app.askAs(
    account,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} errors { code path } } }`,
    { input },
    'zh-CN',
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data[name] as Payload
}

const copy = (application: string, more: { account?: string; idempotencyKey?: string; year?: number } = {}) => {
  const { account, ...input } = { idempotencyKey: `copy-${keys++}-key`, ...more }
  const sections = `cover { revision title category direction } basics { revision leader { name idNumber mobile } }
    grounds { text } declarations { revision commitment } opinion { revision text }
    attachments { items { key requirement document note } }`
  return mutate('copyApplication', { application, ...input }, `application { id status title ${sections} }`, account)
}

const prefill = (application: string, more: { account?: string; from?: string; sections?: string[] } = {}) => {
  const { account, ...input } = more
  const shown = `basics { revision contact { name email phone } leader { name sex title mobile idNumber birthMonth } stage }
    team { personnel { key name age employer idNumber task } } opinion { legalRepresentative }
    declarations { platformList { kind name } platforms } grounds { text } cover { title }`
  const selected = `application { ${shown} } filled { section path label }`
  return mutate('prefillApplication', { application, ...input }, selected, account)
}

const leader = {
  ...{ name: '测试丙', idKind: 'RESIDENT_ID', idNumber: '11010519491231002X', mobile: '13900005678' },
  ...{ title: '高级工程师' },
}

async function filledIn(): Promise<string> {
  const application = await app.create()
  const save = (section: string, content: object) => app.save(section, { application, revision: 0, content })
  await save('cover', { title: '虚构项目', category: 'major-special' })
  await save('basics', { leader, projectContact: { name: '测试丁', mobile: leader.mobile } })
  await save('team', { personnel: [{ key: 'k1', name: '测试丙', idKind: 'RESIDENT_ID', idNumber: leader.idNumber }] })
  await save('grounds', { text: '依据' })
  await save('opinion', { text: '同意' })
  await save('declarations', { commitment: true })
  return application
}

describe('a copy', () => {
  test('has what the old one says, its personal values sealed anew, and nothing that was declared', async () => {
    const old = await filledIn()
    await app.save('grounds', { application: old, revision: 1, content: { text: '依据二' } })
    const { application, errors } = await copy(old)
    expect(errors).toEqual([])
    expect(application).toMatchObject({
      ...{ status: 'DRAFT', title: '虚构项目', cover: { revision: 1, category: 'major-special' } },
      basics: {
        leader: { name: '测试丙', idNumber: maskIdNumber(leader.idNumber), mobile: maskPhone('+8613900005678') },
      },
      ...{ grounds: { text: '依据二' }, declarations: { revision: 0, commitment: null } },
      opinion: { revision: 0, text: null },
    })
    expect(application?.id).not.toBe(old)
    const values = (id: unknown) =>
      app.execute<{ id: string; value_sealed: string; value_index: string }>(
        'select id, value_sealed, value_index from application_personal_value where application_id = ? order by value_index',
        [keyOf(String(id))],
      )
    const [mine, theirs] = [await values(application?.id), await values(old)]
    expect(mine.map(({ value_index }) => value_index)).toEqual(theirs.map(({ value_index }) => value_index))
    expect(mine).toHaveLength(2)
    for (const { id, value_sealed } of mine) {
      const place = { table: 'application_personal_value', column: 'value_sealed', row: id }
      expect([leader.idNumber, '+8613900005678']).toContain(app.keyring.open('personal', value_sealed, place))
      expect(theirs.map((value) => value.id)).not.toContain(id)
    }
    // It can be saved on, masks sent back.
    const shown = (application?.basics as { leader: object }).leader
    const content = { leader: { ...shown, idKind: 'RESIDENT_ID' } }
    const saved = await app.save('basics', { application: application?.id, revision: 1, content })
    expect(saved).toMatchObject({ revision: 2, errors: [] })
  })

  test('leaves out files that are the organisation’s no more', async () => {
    const old = await app.create()
    const [gone, kept] = [await makeAttachment(), await makeAttachment()]
    const items = [gone, kept].map((document, at) => ({
      key: `k${at}`,
      document: `Document:${document}`,
      note: '材料',
    }))
    expect(await app.save('attachments', { application: old, revision: 0, content: { items } })).toMatchObject({
      errors: [],
    })
    await app.execute('delete from document where id = ?', [gone])
    const { application } = await copy(old)
    expect(application?.attachments).toEqual({
      items: [
        { key: 'k0', requirement: null, document: null, note: '材料' },
        { key: 'k1', requirement: null, document: `Document:${kept}`, note: '材料' },
      ],
    })
  })

  test('is made once for a request sent twice, and only by who edits for the organisation', async () => {
    const old = await filledIn()
    const once = { idempotencyKey: `copied-once-${keys++}` }
    const [first, second] = await Promise.all([copy(old, once), copy(old, once)])
    expect(first.application?.id).toBe(second.application?.id)
    const reader = await app.makeAccount()
    await app.makeMember(reader, keyOf(app.applicant))
    expect((await copy(old, { account: reader })).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    const other = await app.makeAccount()
    await registered(app, other, { name: '虚构其他单位' })
    expect((await copy(old, { account: other })).errors).toMatchObject([
      { code: 'APPLICATION_UNKNOWN', path: ['input', 'application'] },
    ])
    expect((await copy(old, { year: 1999 })).errors).toMatchObject([{ code: 'GUIDELINE_NOT_FOUND' }])
    await app.execute('update application set deleted_at = now() where id = ?', [keyOf(old)])
    expect((await copy(old)).errors).toMatchObject([{ code: 'APPLICATION_DELETED' }])
  })
})

describe('prefilling', () => {
  test('takes contact, legal representative, platforms and people from the organisation, into empty fields only', async () => {
    await app.execute(
      `insert into applicant_platform (id, applicant_id, position, kind, name)
       values (gen_random_uuid(), ?, 1, 'KEY_LABORATORY', '虚构重点实验室')`,
      [keyOf(app.applicant)],
    )
    const person = await makePerson()
    const application = await app.create()
    await app.save('basics', { application, revision: 0, content: { leader: { person, title: '研究员' } } })
    await app.save('team', {
      ...{ application, revision: 0 },
      content: {
        personnel: [
          { key: 'a', name: '测试庚' },
          { key: 'b', person, task: '总体' },
        ],
      },
    })
    const { filled, errors, application: now } = await prefill(application)
    expect(errors).toEqual([])
    const idNumber = maskIdNumber(residentId(77))
    expect(now).toMatchObject({
      basics: {
        ...{
          revision: 2,
          contact: { name: '测试乙', email: 'contact@example.org', phone: maskPhone('+8613900001234') },
        },
        leader: {
          name: '测试辛',
          title: '研究员',
          mobile: maskPhone('+8613900007777'),
          idNumber,
          birthMonth: '1990-01',
        },
      },
      team: {
        personnel: [
          { key: 'a', name: '测试庚', age: null, employer: null, idNumber: null, task: null },
          { key: 'b', name: '测试辛', age: 33, employer: '虚构锂材科技有限公司', idNumber, task: '总体' },
        ],
      },
      opinion: { legalRepresentative: '测试甲' },
      declarations: { platformList: [{ kind: 'KEY_LABORATORY', name: '虚构重点实验室' }], platforms: null },
    })
    expect(filled).toContainEqual({ section: 'BASICS', path: 'leader.mobile', label: '项目负责人：移动电话' })
    expect(filled.map(({ path }) => path)).toContain('personnel.b.idNumber')
    expect(filled.map(({ path }) => path)).not.toContain('leader.title')
    const stored = await app.execute('select content from section_revision where application_id = ?', [
      keyOf(application),
    ])
    expect(JSON.stringify(stored)).not.toContain(residentId(77))

    expect(await prefill(application)).toMatchObject({ filled: [], errors: [] })
    expect(await app.read(application, 'basics { revision }')).toEqual({ basics: { revision: 2 } })
  })

  test('takes from an earlier application of the organisation what is asked for, and no declarations', async () => {
    const old = await filledIn()
    const application = await app.create()
    await app.save('grounds', { application, revision: 0, content: { text: '自己的' } })
    const { application: now, filled } = await prefill(application, { from: old })
    expect(now).toMatchObject({
      ...{ grounds: { text: '自己的' }, cover: { title: null }, opinion: { legalRepresentative: null } },
      basics: { leader: { name: '测试丙', idNumber: maskIdNumber(leader.idNumber) } },
    })
    expect(new Set(filled.map(({ section }) => section))).toEqual(new Set(['BASICS', 'TEAM']))
    const asked = await prefill(application, { from: old, sections: ['COVER', 'DECLARATIONS'] })
    expect(asked.filled.map(({ section, path }) => [section, path])).toEqual([
      ['COVER', 'title'],
      ['COVER', 'category'],
    ])
  })

  test('is for who edits for the organisation, from its own applications', async () => {
    const application = await app.create()
    const other = await app.makeAccount()
    const applicant = await registered(app, other, { name: '虚构另一单位' })
    expect((await prefill(application, { account: other })).errors).toMatchObject([{ code: 'APPLICATION_UNKNOWN' }])
    await app.makeMember(app.editor, keyOf(applicant), 'EDIT')
    const { data } = await app.askAs(
      app.editor,
      'mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { application { id } } }',
      { input: { applicant, idempotencyKey: `elsewhere-${keys++}` } },
    )
    const { id: elsewhere } = (data?.createApplication as { application: { id: string } }).application
    expect((await prefill(application, { from: elsewhere })).errors).toMatchObject([
      { code: 'APPLICATION_UNKNOWN', path: ['input', 'from'] },
    ])
    const collaborator = await app.makeAccount()
    await app.execute(
      `insert into application_collaborator (application_id, applicant_id, account_id, may_edit, joined_at)
       values (?, ?, ?, true, now())`,
      [keyOf(application), keyOf(app.applicant), collaborator],
    )
    await registered(app, collaborator, { name: '虚构合作单位' })
    expect((await prefill(application, { account: collaborator })).errors).toMatchObject([
      { code: 'MEMBER_RIGHT_NEEDED' },
    ])
  })
})

async function makePerson(): Promise<string> {
  const { data, errors } = await app.askAs(
    app.editor,
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { person { id } errors { code path } } }',
    {
      input: {
        ...{ idempotencyKey: `person-${keys++}-key`, applicant: app.applicant, name: '测试辛', onStaff: true },
        ...{ title: '工程师', phone: '13900007777', idDocument: { kind: 'RESIDENT_ID', number: residentId(77) } },
      },
    },
  )
  const { person } = (data?.addPerson ?? {}) as { person?: { id: string } }
  if (!person) throw new Error(JSON.stringify(errors ?? data))
  return person.id
}

/** A file as if it had been uploaded. */
async function makeAttachment(): Promise<string> {
  const [row] = await app.execute<{ id: string }>(
    `insert into document (id, applicant_id, purpose, state, scan, file_name, media_type, size, uploaded_by_id, created_at,
       stored_at, sha256)
     values (gen_random_uuid(), ?, 'ATTACHMENT', 'STORED', 'CLEAN', '测试.pdf', 'application/pdf', 10, ?, now(), now(), ?)
     returning id`,
    [keyOf(app.applicant), app.editor, String(keys++).padStart(64, '0')],
  )
  return row?.id ?? ''
}

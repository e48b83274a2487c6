import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationApp, type Saved, startApplicationApp } from './application-app.js'

/* What the later of two who save the same section gets, and that he can save it as it is. All people are invented. */

let app: ApplicationApp
let colleague: string
beforeAll(async () => {
  app = await startApplicationApp()
  colleague = await app.makeAccount({ name: '测试同事' })
  await app.makeMember(colleague, app.applicant.slice('Applicant:'.length), 'EDIT')
})
afterAll(() => app.close())

const shownLeader = 'name sex title mobile idKind idNumber'
const shown = `merged { revision editedBy leader { ${shownLeader} } partners { key name kind } }`

async function save(application: string, revision: number, content: object, account = app.editor): Promise<Saved> {
  const { data, errors } = await app.askAs(
    account,
    `mutation ($input: SaveApplicationBasicsInput!) { saveApplicationBasics(input: $input) {
      application { basics { revision leader { ${shownLeader} } } } revision ${shown} conflicts errors { code path } } }`,
    { input: { application, revision, content } },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data.saveApplicationBasics as Saved
}

const first = {
  leader: {
    name: '测试丙',
    title: '工程师',
    mobile: '13900005678',
    idKind: 'RESIDENT_ID',
    idNumber: '11010519491231002X',
  },
  partners: [
    { key: 'k1', name: '虚构单位一' },
    { key: 'k2', name: '虚构单位二' },
  ],
}

test('what both changed is put together, clashes are named, and it can be saved as it is', async () => {
  const application = await app.create()
  await save(application, 0, first)
  const theirs = {
    leader: { ...first.leader, title: '研究员', sex: 'MALE' },
    partners: [{ key: 'k2', name: '虚构单位贰' }, first.partners[0], { key: 'k3', name: '虚构单位三' }],
  }
  await save(application, 1, theirs, colleague)
  const late = await save(application, 1, {
    leader: { ...first.leader, title: '教授', mobile: '13900001234' },
    partners: [...first.partners, { key: 'k4', kind: 'UNIVERSITY' }],
  })
  const merged = late.merged as { leader: Record<string, string>; partners: object[]; revision: number }
  expect(late).toMatchObject({
    ...{ revision: 2, errors: [{ code: 'STALE_REVISION', path: ['input', 'revision'] }], conflicts: ['leader.title'] },
    merged: {
      ...{ revision: 2, editedBy: null },
      leader: { name: '测试丙', title: '研究员', sex: 'MALE', mobile: '+8613900001234' },
      partners: [
        { key: 'k2', name: '虚构单位贰', kind: null },
        { key: 'k4', name: null, kind: 'UNIVERSITY' },
        { key: 'k1', name: '虚构单位一', kind: null },
        { key: 'k3', name: '虚构单位三', kind: null },
      ],
    },
  })
  expect(merged.leader.idNumber).toContain('*')

  const { revision, ...content } = merged
  const { editedBy: _, ...typed } = content as Record<string, unknown>
  const again = await save(application, revision, typed)
  expect(again).toMatchObject({ revision: 3, errors: [], merged: null, conflicts: [] })
  expect(again.application).toMatchObject({ basics: { leader: { title: '研究员', idNumber: merged.leader.idNumber } } })
  const [values] = await app.execute<{ count: string }>(
    'select count(*) as count from application_personal_value where application_id = ?',
    [application.slice('Application:'.length)],
  )
  expect(Number(values?.count)).toBe(3)
})

test('a masked value of the older revision is still known when somebody has typed another one', async () => {
  const application = await app.create()
  const { application: saved } = await save(application, 0, first)
  const { leader } = (saved as { basics: { leader: typeof first.leader } }).basics
  await save(application, 1, { ...first, leader: { ...first.leader, mobile: '13900001234' } }, colleague)
  const late = await save(application, 1, { ...first, leader: { ...leader, title: '教授' } })
  expect(late.errors).toMatchObject([{ code: 'STALE_REVISION' }])
  expect(late.conflicts).toEqual([])
  const merged = late.merged as { leader: typeof leader }
  expect(merged.leader.title).toBe('教授')
  expect(merged.leader.mobile).not.toBe(leader.mobile)
  const { application: now } = await save(application, 2, { leader: merged.leader })
  expect(now).toMatchObject({ basics: { revision: 3, leader: merged.leader } })
})

test('a number that is stored already can be typed again, in another place of the merged section too', async () => {
  const application = await app.create()
  await save(application, 0, { leader: first.leader, projectContact: { name: '测试丁' } })
  await save(application, 1, { leader: first.leader, projectContact: { name: '测试戊' } }, colleague)
  const typed = { leader: first.leader, projectContact: { name: '测试丁', mobile: first.leader.mobile } }
  const late = await save(application, 1, typed)
  expect(late.errors).toMatchObject([{ code: 'STALE_REVISION' }])
  const content = { projectContact: { name: '测试戊', mobile: '+8613900005678' }, leader: late.merged?.leader }
  expect(await save(application, 2, content as object)).toMatchObject({ revision: 3, errors: [] })
})

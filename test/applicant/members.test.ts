import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberRight } from '../../schema/enums.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { keyOf, mutate, registered, type UserError } from './registrations.js'

let app: AccessApp
let manager: string
let office: string
beforeAll(async () => {
  app = await startAccessApp()
  manager = await app.makeAccount({ name: '管理甲' })
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

type MemberRow = { id: string; name: string; rights: string[]; leftAt: string | null }
type Changed = { member: MemberRow | null; left?: boolean; errors: UserError[] }

async function members(id: string, account = office): Promise<MemberRow[]> {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on Applicant { members { nodes { id name rights leftAt } } } } }'
  const { data } = await app.askAs(account, query, { id })
  return (data?.node as { members: { nodes: MemberRow[] } }).members.nodes
}

async function change(account: string, mutation: string, input: object): Promise<Changed> {
  const shown = mutation === 'leaveApplicant' ? 'left' : 'member { id name rights leftAt }'
  const document = `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { ${shown} errors { code message path } } }`
  const { data, errors } = await app.askAs(account, document, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return data[mutation] as Changed
}

/** An organisation with another member; ids of the organisation and of both members. */
async function organisation(...rights: MemberRight[]) {
  const id = await registered(app, manager)
  const colleague = await app.makeAccount({ name: '成员乙' })
  await app.makeMember(colleague, keyOf(id), ...rights)
  const found = await members(id)
  const of = (name: string) => found.find((member) => member.name === name)?.id ?? ''
  return { id, colleague, first: of('管理甲'), second: of('成员乙') }
}

describe('members', () => {
  test('a manager says what a member may do', async () => {
    const { colleague, id, second } = await organisation()
    const { member } = await change(manager, 'setMemberRights', { member: second, rights: ['EDIT', 'READ'] })
    expect(member).toMatchObject({ name: '成员乙', rights: ['EDIT', 'READ'] })
    expect(await members(id, colleague)).toContainEqual(expect.objectContaining({ rights: ['EDIT', 'READ'] }))
  })

  test('nobody but a manager does so, not even for himself', async () => {
    const { colleague, second, first } = await organisation('EDIT', 'SUBMIT')
    const needed = [{ code: 'MEMBER_RIGHT_NEEDED', path: ['input', 'id'] }]
    const own = await change(colleague, 'setMemberRights', { member: second, rights: ['MANAGE'] })
    expect(own).toMatchObject({ member: null, errors: needed })
    expect(await change(colleague, 'removeMember', { member: first })).toMatchObject({ member: null, errors: needed })
  })

  test('who is taken out sees nothing any more, and stays in the records', async () => {
    const { colleague, id, second } = await organisation('EDIT')
    const { member } = await change(manager, 'removeMember', { member: second })
    expect(member?.leftAt).not.toBeNull()
    expect((await members(id)).map(({ name }) => name)).toEqual(['管理甲'])
    expect((await app.askAs(colleague, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({
      node: null,
    })
    expect(await change(manager, 'removeMember', { member: second })).toMatchObject({
      errors: [{ code: 'MEMBER_UNKNOWN', path: ['input', 'member'] }],
    })
  })

  test('a member leaves by himself', async () => {
    const { colleague, id } = await organisation()
    expect(await change(colleague, 'leaveApplicant', { id })).toEqual({ left: true, errors: [] })
    expect((await members(id)).map(({ name }) => name)).toEqual(['管理甲'])
  })

  test('members of another organisation are none', async () => {
    const { second } = await organisation()
    const stranger = await app.makeAccount()
    const own = await registered(app, stranger)
    expect(await change(stranger, 'removeMember', { member: second })).toMatchObject({
      errors: [{ code: 'MEMBER_UNKNOWN', path: ['input', 'member'] }],
    })
    for (const id of ['Member:x', `Member:${keyOf(own)}`, own]) {
      expect((await change(stranger, 'removeMember', { member: id })).errors).toMatchObject([
        { code: 'MEMBER_UNKNOWN' },
      ])
    }
  })
})

describe('the last manager', () => {
  const last = [{ code: 'LAST_MANAGER', path: ['input'] }]

  test('neither leaves, nor goes, nor gives up the right', async () => {
    const { id, first } = await organisation('EDIT')
    expect(await change(manager, 'leaveApplicant', { id })).toMatchObject({ left: false, errors: last })
    expect(await change(manager, 'removeMember', { member: first })).toMatchObject({ errors: last })
    expect(await change(manager, 'setMemberRights', { member: first, rights: ['EDIT'] })).toMatchObject({
      errors: last,
    })
  })

  test('with another manager he may go, and then sees it no more', async () => {
    const { id, first } = await organisation('MANAGE')
    expect(await change(manager, 'removeMember', { member: first })).toEqual({ member: null, errors: [] })
    expect((await members(id)).map(({ name }) => name)).toEqual(['成员乙'])
  })

  test('two managers who leave at the same time leave one behind', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, colleague } = await organisation('MANAGE')
      const answers = await Promise.all([manager, colleague].map((who) => change(who, 'leaveApplicant', { id })))
      expect(answers.filter(({ left }) => left)).toHaveLength(1)
      expect(await members(id)).toHaveLength(1)
    }
  })

  test('of two managers who take each other out at the same time, one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, colleague, first, second } = await organisation('MANAGE')
      // Whoever is out before he asks is told so in another way.
      const remove = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { errors { code } } }'
      await Promise.all([
        app.askAs(manager, remove, { input: { member: second } }),
        app.askAs(colleague, remove, { input: { member: first } }),
      ])
      expect(await members(id)).toHaveLength(1)
    }
  })
})

describe('a deactivated organisation', () => {
  test('can be read, and not be changed', async () => {
    const { id, second } = await organisation('EDIT')
    const done = await mutate(app, manager, 'deactivateApplicant', { id, reason: '单位注销' })
    expect(done.applicant).toMatchObject({ statusNote: '单位注销', deactivatedAt: expect.any(String) })
    const refused = [{ code: 'APPLICANT_DEACTIVATED', path: ['input', 'id'] }]
    expect(await change(manager, 'removeMember', { member: second })).toMatchObject({ errors: refused })
    expect(await mutate(app, office, 'verifyApplicant', { id, revision: 1 })).toMatchObject({ errors: refused })
    expect(await mutate(app, office, 'deactivateApplicant', { id, reason: '再次' })).toMatchObject({ errors: refused })
    expect(await members(id, manager)).toHaveLength(2)
    const again = await mutate(app, manager, 'reactivateApplicant', { id, reason: '误操作' })
    expect(again.applicant).toMatchObject({ deactivatedAt: null, statusNote: '误操作' })
    expect((await change(manager, 'removeMember', { member: second })).errors).toEqual([])
  })

  test('what the office has deactivated, the office alone activates', async () => {
    const { id } = await organisation()
    await mutate(app, office, 'deactivateApplicant', { id, reason: '登记有误' })
    expect((await mutate(app, manager, 'reactivateApplicant', { id, reason: '请恢复' })).errors).toMatchObject([
      { code: 'DEACTIVATED_BY_OFFICE', path: ['input', 'id'] },
    ])
    expect((await mutate(app, office, 'reactivateApplicant', { id, reason: '已更正' })).errors).toEqual([])
    expect((await mutate(app, office, 'reactivateApplicant', { id, reason: '已更正' })).errors).toMatchObject([
      { code: 'APPLICANT_ACTIVE' },
    ])
  })

  test('a reason is needed, and the right to manage', async () => {
    const { id, colleague } = await organisation('EDIT', 'SUBMIT')
    expect((await mutate(app, manager, 'deactivateApplicant', { id, reason: '' })).errors).toMatchObject([
      { code: 'TEXT_EMPTY', path: ['input', 'reason'] },
    ])
    expect((await mutate(app, colleague, 'deactivateApplicant', { id, reason: '试试' })).errors).toMatchObject([
      { code: 'MEMBER_RIGHT_NEEDED', path: ['input', 'id'] },
    ])
  })
})

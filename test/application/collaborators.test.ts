import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registered, type UserError } from '../applicant/registrations.js'
import { type InvitationApp, withMails } from '../invitation/invitation-app.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

/* People of other organisations who are invited to one application, and what they may not. All are invented. */

let app: ApplicationApp & Pick<InvitationApp, 'addressOf' | 'codeSentTo'>
let application: string
let guest: string
let keys = 0
beforeAll(async () => {
  app = withMails(await startApplicationApp())
})
afterAll(() => app.close())
beforeEach(async () => {
  application = await app.create()
  guest = await app.makeAccount({ name: '测试协作者' })
})

type Payload = Record<string, unknown> & { errors: UserError[] }

async function mutate(account: string | null, name: string, input: object, selected: string): Promise<Payload> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`
  const { data, errors } = await app.askAs(
    account,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} errors { code path } } }`,
    { input },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data[name] as Payload
}

async function invite(right: 'EDIT' | 'READ', { as = app.editor, to = guest } = {}): Promise<Payload> {
  const input = { application, email: await app.addressOf(to), right, idempotencyKey: `invite-${keys++}` }
  return mutate(as, 'inviteCollaborator', input, 'invitation { id state rights application { id } }')
}

async function accept(account = guest): Promise<Payload> {
  const { code } = await app.codeSentTo(await app.addressOf(account))
  const { data } = await app.askAs(
    account,
    `mutation ($token: String!) { acceptInvitation(token: $token) {
      acceptance { applicant applicantName application applicationTitle role } errors { code } } }`,
    { token: code },
  )
  return data?.acceptInvitation as Payload
}

const save = (account: string, revision = 0) =>
  app.save('grounds', { application, revision, content: { text: `论述 ${revision}` } }, { account })

async function sees(account: string, id: string): Promise<boolean> {
  const { data } = await app.askAs(account, 'query ($id: ID!) { node(id: $id) { id } }', { id })
  return data?.node !== null
}

describe('a collaborator', () => {
  test('is invited by mail, accepts, sees this application, and saves if he may edit', async () => {
    expect(await sees(guest, application)).toBe(false)
    expect(await invite('EDIT')).toMatchObject({
      invitation: { state: 'PENDING', rights: ['EDIT', 'READ'], application: { id: application } },
      errors: [],
    })
    expect(await accept()).toEqual({
      acceptance: {
        ...{ applicant: null, applicantName: '虚构锂材科技有限公司', role: null },
        ...{ application, applicationTitle: '' },
      },
      errors: [],
    })
    expect(await save(guest)).toMatchObject({ revision: 1, errors: [] })
    const seen = await app.read(
      application,
      'applicant { id } applicantName grounds { editedBy } collaborators { name right self leftAt }',
      guest,
    )
    expect(seen).toEqual({
      ...{ applicant: null, applicantName: '虚构锂材科技有限公司', grounds: { editedBy: '测试协作者' } },
      collaborators: [{ name: '测试协作者', right: 'EDIT', self: true, leftAt: null }],
    })
    const { data } = await app.askAs(guest, '{ applications { nodes { id } totalCount } applicants { totalCount } }')
    expect(data?.applications ?? null).toBeNull()
    const { data: list } = await app.askAs(guest, '{ applications { nodes { id } totalCount } }')
    expect(list?.applications).toEqual({ nodes: [{ id: application }], totalCount: 1 })
  })

  test('who may only read doesn’t save', async () => {
    await invite('READ')
    await accept()
    expect((await save(guest)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    expect(await app.read(application, 'collaborators { right }', guest)).toEqual({
      collaborators: [{ right: 'READ' }],
    })
  })

  test('sees and does nothing else of the organisation, even as a member of another one', async () => {
    const elsewhere = await registered(app, guest, { name: '虚构合作单位' })
    await invite('EDIT')
    await accept()
    const other = await app.create()
    expect(await sees(guest, other)).toBe(false)
    const { data } = await app.askAs(
      guest,
      `query ($id: ID!) { node(id: $id) { id } applicants { nodes { id } } invitations { totalCount } }`,
      { id: app.applicant },
    )
    expect(data).toEqual({ node: null, applicants: { nodes: [{ id: elsewhere }] }, invitations: { totalCount: 0 } })
    expect((await invite('READ', { as: guest, to: app.editor })).errors).toMatchObject([
      { code: 'MEMBER_RIGHT_NEEDED' },
    ])
    const exported = await mutate(guest, 'exportApplication', { application, reason: '测试：核对权限' }, '__typename')
    expect(exported.errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
  })

  test('is taken out by the organisation, or leaves, and sees nothing from then on', async () => {
    await invite('EDIT')
    await accept()
    const seen = await app.read(application, 'collaborators { id }')
    const [collaborator] = seen?.collaborators as { id: string }[]
    // As a member of another organisation he may call it, and still not take anybody out.
    await registered(app, guest, { name: '虚构合作单位' })
    const remove = (account: string) =>
      mutate(account, 'removeCollaborator', { collaborator: collaborator?.id }, 'application { collaborators { id } }')
    expect((await remove(guest)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    expect(await remove(app.editor)).toEqual({ application: { collaborators: [] }, errors: [] })
    expect(await sees(guest, application)).toBe(false)
    expect((await save(guest)).errors).toMatchObject([{ code: 'APPLICATION_UNKNOWN' }])
    expect((await remove(app.editor)).errors).toMatchObject([{ code: 'COLLABORATOR_UNKNOWN' }])

    await invite('READ')
    await accept()
    expect(await mutate(guest, 'leaveApplication', { application }, 'left')).toEqual({ left: true, errors: [] })
    expect(await sees(guest, application)).toBe(false)
    expect((await mutate(guest, 'leaveApplication', { application }, 'left')).left).toBe(false)
  })
})

describe('an invitation', () => {
  test('isn’t sent to a member, or twice to who has accepted', async () => {
    expect((await invite('EDIT', { to: app.editor })).errors).toMatchObject([
      { code: 'ALREADY_MEMBER', path: ['input', 'email'] },
    ])
    await invite('EDIT')
    await accept()
    expect((await invite('READ')).errors).toMatchObject([{ code: 'ALREADY_COLLABORATOR' }])
  })

  test('is made, seen and revoked by who edits for the organisation, not by who reads', async () => {
    const [writer, reader] = [await app.makeAccount(), await app.makeAccount()]
    await app.makeMember(writer, keyOf(app.applicant), 'EDIT')
    await app.makeMember(reader, keyOf(app.applicant))
    expect((await invite('READ', { as: reader })).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    const { invitation } = (await invite('READ', { as: writer })) as unknown as { invitation: { id: string } }
    const list = async (account: string) => {
      const { data } = await app.askAs(account, 'query ($id: ID) { invitations(application: $id) { totalCount } }', {
        id: application,
      })
      return data?.invitations
    }
    expect([await list(writer), await list(reader)]).toEqual([{ totalCount: 1 }, { totalCount: 0 }])
    const { data } = await app.askAs(
      writer,
      'mutation ($id: ID!) { revokeInvitation(id: $id) { invitation { state } errors { code } } }',
      { id: invitation.id },
    )
    expect(data?.revokeInvitation).toEqual({ invitation: { state: 'REVOKED' }, errors: [] })
    expect((await accept()).errors).toMatchObject([{ code: 'INVITATION_REVOKED' }])
  })

  test('doesn’t outlive the right of who made it, and makes no member of who accepts it', async () => {
    const writer = await app.makeAccount()
    await app.makeMember(writer, keyOf(app.applicant), 'EDIT')
    await invite('EDIT', { as: writer })
    await app.execute('update member set may_edit = false where account_id = ?', [writer])
    expect((await accept()).errors).toMatchObject([{ code: 'INVITATION_REVOKED' }])
    await app.execute('update member set may_edit = true where account_id = ?', [writer])
    expect((await accept()).errors).toEqual([])
    expect(await app.execute('select from member where account_id = ?', [guest])).toHaveLength(0)
  })

  test('of two who accept it at once one gets in, and twenty are the most', async () => {
    await invite('EDIT')
    const codes = (await Promise.all([accept(), accept()])).map(({ errors }) => errors[0]?.code ?? 'ACCEPTED')
    expect(codes.toSorted()).toEqual(['ACCEPTED', 'INVITATION_USED'])
    for (let made = 1; made < 20; made++) {
      expect((await invite('READ', { to: await app.makeAccount() })).errors).toEqual([])
    }
    expect((await invite('READ', { to: await app.makeAccount() })).errors).toMatchObject([
      { code: 'TOO_MANY_COLLABORATORS' },
    ])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, InvitationWorld } from './invitation-world.js'

let world: InvitationWorld
beforeAll(async () => {
  world = await InvitationWorld.start()
})
afterAll(() => world.close())
beforeEach(() => world.renew())

describe('an invitation', () => {
  test('goes out by mail, and makes the owner of the address a member with the rights offered', async () => {
    const { invitation, errors } = await world.inviteMember({ rights: ['EDIT', 'SUBMIT'] })
    expect(errors).toEqual([])
    expect(invitation).toMatchObject({
      email: world.address,
      state: 'PENDING',
      rights: ['EDIT', 'SUBMIT', 'READ'],
      role: null,
      expiresAt: '2026-06-15T08:00:00.000Z',
    })
    const { code } = await world.app.codeSentTo(world.address)
    expect(await world.accept(code)).toEqual({
      acceptance: {
        applicant: `Applicant:${world.applicant}`,
        applicantName: expect.stringMatching(/^示例单位/),
        role: null,
        city: null,
        authority: null,
      },
      errors: [],
    })
    const members = await world.app.execute(
      'select may_manage, may_edit, may_submit from member where account_id = ?',
      [world.guest],
    )
    expect(members).toEqual([{ may_manage: false, may_edit: true, may_submit: true }])
    expect((await world.list(world.manager)).nodes).toMatchObject([{ state: 'ACCEPTED' }])
  })

  test('works once', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    await world.accept(code)
    expect(codesOf(await world.accept(code))).toEqual(['INVITATION_USED'])
  })

  test('works once for twenty who accept it at the same moment', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.accept(code)))
    expect(answers.filter(({ acceptance }) => acceptance)).toHaveLength(1)
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['INVITATION_USED']))
    expect(await world.app.execute('select id from member where account_id = ?', [world.guest])).toHaveLength(1)
  })

  test('expires after 14 days', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    world.time = new Date('2026-06-15T08:00:00Z')
    expect(codesOf(await world.accept(code))).toEqual(['INVITATION_EXPIRED'])
    expect((await world.list(world.manager)).nodes).toMatchObject([{ state: 'EXPIRED' }])
    world.time = new Date('2026-06-15T07:59:59Z')
    expect(codesOf(await world.accept(code))).toEqual([])
  })

  test('is not for another account, even with the code', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    const other = await world.app.makeAccount()
    expect(codesOf(await world.accept(code, other))).toEqual(['INVITATION_FOR_ANOTHER_ADDRESS'])
    await expect(world.accept(code, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(await world.app.execute('select id from member where account_id = ?', [other])).toEqual([])
  })

  test('waits until the address of the account is confirmed', async () => {
    const unconfirmed = await world.app.makeAccount({ emailVerified: false })
    await world.inviteMember({ email: await world.app.addressOf(unconfirmed) })
    const { code } = await world.app.codeSentTo(await world.app.addressOf(unconfirmed))
    expect(codesOf(await world.accept(code, unconfirmed))).toEqual(['EMAIL_NOT_VERIFIED'])
  })

  test.each([
    ['left', 'update member set left_at = now() where account_id = ?'],
    ['may no longer manage', 'update member set may_manage = false where account_id = ?'],
    ['was deactivated', 'update account set deactivated_at = now() where id = ?'],
  ])('is worth nothing once the one who invited %s', async (_how, change) => {
    await world.inviteMember()
    await world.app.execute(change, [world.manager])
    expect(codesOf(await world.accept((await world.app.codeSentTo(world.address)).code))).toEqual([
      'INVITATION_REVOKED',
    ])
  })
})

test.each(['', 'x', 'A'.repeat(43), '邀请码', `${'A'.repeat(43)}\u0000`])(
  'the code %j belongs to no invitation',
  async (token) => {
    expect(await world.accept(token)).toMatchObject({
      acceptance: null,
      errors: [{ code: 'INVITATION_UNKNOWN', path: ['token'] }],
    })
  },
)

test('errors are told in both languages', async () => {
  const document = 'mutation { acceptInvitation(token: "x") { errors { message } } }'
  const chinese = await world.app.askAs(world.guest, document, {}, 'zh-CN')
  expect(JSON.stringify(chinese.data)).toContain('没有这个邀请')
})

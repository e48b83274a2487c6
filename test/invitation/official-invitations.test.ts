import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, InvitationWorld } from './invitation-world.js'

let world: InvitationWorld
beforeAll(async () => {
  world = await InvitationWorld.start()
})
afterAll(() => world.close())
beforeEach(() => world.renew())

describe('an official’s invitation', () => {
  test('gives the role to the owner of the address', async () => {
    const { invitation, errors } = await world.inviteOfficial({
      role: 'RECOMMENDING_AUTHORITY',
      authority: 'chengdong-science',
    })
    expect(errors).toEqual([])
    expect(invitation).toMatchObject({
      role: 'RECOMMENDING_AUTHORITY',
      city: 'xining',
      authority: 'chengdong-science',
      rights: [],
    })
    const { code, text } = await world.app.codeSentTo(world.address)
    expect(text).toContain('城东区')
    expect(await world.accept(code)).toMatchObject({
      acceptance: { role: 'RECOMMENDING_AUTHORITY', applicant: null },
      errors: [],
    })
    const grants = await world.app.execute(
      'select role, city, authority, granted_by_id as by from role_grant where account_id = ?',
      [world.guest],
    )
    expect(grants).toEqual([
      { role: 'RECOMMENDING_AUTHORITY', city: 'xining', authority: 'chengdong-science', by: world.administrator },
    ])
  })

  test.each([
    [{ role: 'PUBLIC', city: null }, 'ROLE_NOT_AN_OFFICIALS', 'role'],
    [{ role: 'APPLICANT_MEMBER' }, 'ROLE_NOT_AN_OFFICIALS', 'role'],
    [{ role: 'ADMINISTRATOR' }, 'ROLE_PLACE_WRONG', 'city'],
    [{ role: 'EXPERT', city: null }, 'ROLE_PLACE_WRONG', 'city'],
    [{ role: 'EXPERT', city: 'atlantis' }, 'CITY_UNKNOWN', 'city'],
    [{ role: 'EXPERT', authority: 'chengdong-science' }, 'ROLE_PLACE_WRONG', 'authority'],
    [{ role: 'RECOMMENDING_AUTHORITY' }, 'ROLE_PLACE_WRONG', 'authority'],
    [{ role: 'RECOMMENDING_AUTHORITY', authority: 'nowhere' }, 'AUTHORITY_UNKNOWN', 'authority'],
    [{ email: 'nobody' }, 'EMAIL_MALFORMED', 'email'],
  ])('%o is refused', async (input, code, field) => {
    expect(await world.inviteOfficial(input)).toMatchObject({
      invitation: null,
      errors: [{ code, path: ['input', field] }],
    })
  })

  test('is an administrator’s, and never to himself or to one who has the role', async () => {
    await expect(world.inviteOfficial({}, world.manager)).rejects.toThrow('FORBIDDEN')
    await expect(world.inviteOfficial({}, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(codesOf(await world.inviteOfficial({ email: await world.app.addressOf(world.administrator) }))).toEqual([
      'ROLE_FOR_ONESELF',
    ])
    const clerk = await world.app.makeAccount({ grants: [{ role: 'ACCEPTANCE_DESK' }] })
    expect(codesOf(await world.inviteOfficial({ email: await world.app.addressOf(clerk) }))).toEqual([
      'ROLE_ALREADY_GRANTED',
    ])
  })

  test('is worth nothing once the one who invited is no administrator any more', async () => {
    const second = await world.app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
    await world.inviteOfficial({}, second)
    await world.app.execute('update role_grant set revoked_at = now() where account_id = ?', [second])
    expect(codesOf(await world.accept((await world.app.codeSentTo(world.address)).code))).toEqual([
      'INVITATION_REVOKED',
    ])
  })

  test('is seen and revoked by administrators', async () => {
    const { invitation } = await world.inviteOfficial()
    expect(
      (await world.list(world.administrator, '(state: PENDING, first: 100)')).nodes.map(({ email }) => email),
    ).toContain(world.address)
    const other = await world.app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
    expect(await world.revoke(invitation?.id ?? '', other)).toMatchObject({ invitation: { state: 'REVOKED' } })
    expect((await world.list(world.manager)).nodes).toEqual([])
  })
})

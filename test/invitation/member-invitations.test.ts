import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, InvitationWorld } from './invitation-world.js'

let world: InvitationWorld
beforeAll(async () => {
  world = await InvitationWorld.start()
})
afterAll(() => world.close())
beforeEach(() => world.renew())

describe('a member’s invitation', () => {
  test('is kept as a hash only', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    expect(code).toMatch(/^[\w-]{43}$/)
    const [row] = await world.app.execute<{ row: string }>(
      'select invitation::text as row from invitation where email = ?',
      [world.address],
    )
    expect(row?.row).not.toContain(code)
    expect(row?.row).not.toContain(Buffer.from(code, 'base64url').toString('hex'))
  })

  test('takes the place of an earlier one to the same address, however it is written', async () => {
    await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    const [name = '', domain = ''] = world.address.split('@')
    await world.inviteMember({ email: `${name.toUpperCase()}@${domain}` })
    expect(codesOf(await world.accept(code))).toEqual(['INVITATION_REVOKED'])
    expect((await world.list(world.manager, '(state: PENDING)')).totalCount).toBe(1)
  })

  test('needs the right to manage the organisation', async () => {
    const editor = await world.app.makeAccount()
    await world.app.makeMember(editor, world.applicant, 'EDIT', 'SUBMIT')
    const stranger = await world.app.makeAccount()
    await world.app.makeMember(stranger, await world.app.makeApplicant(), 'MANAGE')
    for (const account of [editor, stranger]) {
      expect(await world.inviteMember({}, account)).toMatchObject({
        invitation: null,
        errors: [{ code: 'APPLICANT_UNKNOWN', path: ['input', 'applicant'] }],
      })
    }
    await expect(world.inviteMember({}, world.guest)).rejects.toThrow('FORBIDDEN')
    await expect(world.inviteMember({}, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(await world.app.codeSentTo(world.address)).toMatchObject({ mails: 0 })
  })

  test('can be neither seen nor revoked by others', async () => {
    const { invitation } = await world.inviteMember()
    const id = invitation?.id ?? ''
    const editor = await world.app.makeAccount()
    await world.app.makeMember(editor, world.applicant, 'EDIT', 'SUBMIT')
    const stranger = await world.app.makeAccount()
    await world.app.makeMember(stranger, await world.app.makeApplicant(), 'MANAGE')
    for (const account of [editor, stranger, world.administrator]) {
      expect((await world.list(account)).nodes.map(({ email }) => email)).not.toContain(world.address)
      expect(codesOf(await world.revoke(id, account))).toEqual(['INVITATION_UNKNOWN'])
      expect((await world.app.askAs(account, `{ node(id: "${id}") { id } }`)).data).toEqual({ node: null })
    }
  })

  test('can be revoked until it is accepted', async () => {
    const { invitation } = await world.inviteMember()
    const { code } = await world.app.codeSentTo(world.address)
    const revoked = await world.revoke(invitation?.id ?? '')
    expect(revoked).toMatchObject({ invitation: { state: 'REVOKED' }, errors: [] })
    expect(await world.revoke(invitation?.id ?? '')).toMatchObject({ invitation: { state: 'REVOKED' }, errors: [] })
    expect(codesOf(await world.accept(code))).toEqual(['INVITATION_REVOKED'])
    const second = await world.inviteMember()
    await world.accept((await world.app.codeSentTo(world.address)).code)
    expect(codesOf(await world.revoke(second.invitation?.id ?? ''))).toEqual(['INVITATION_USED'])
  })

  test.each(['Invitation:x', `Invitation:${randomUUID()}`, 'x', ''])(
    'revoking %j tells that there is none',
    async (id) => {
      expect(codesOf(await world.revoke(id))).toEqual(['INVITATION_UNKNOWN'])
    },
  )

  test('is refused for a member, and for what is no address', async () => {
    await world.app.makeMember(world.guest, world.applicant)
    expect(await world.inviteMember()).toMatchObject({ errors: [{ code: 'ALREADY_MEMBER', path: ['input', 'email'] }] })
    expect(await world.inviteMember({ email: 'nobody' })).toMatchObject({ errors: [{ code: 'EMAIL_MALFORMED' }] })
  })

  test('is sent once for a repeated request, and refused for another one with the same key', async () => {
    const idempotencyKey = randomUUID()
    const first = await world.inviteMember({ idempotencyKey })
    const second = await world.inviteMember({ idempotencyKey })
    expect(second).toEqual(first)
    expect(await world.app.codeSentTo(world.address)).toMatchObject({ mails: 1 })
    expect(codesOf(await world.inviteMember({ idempotencyKey, rights: ['MANAGE'] }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ])
  })

  test('stops at 50 that wait, in a race, too', async () => {
    await world.app.execute(
      `insert into invitation (email, applicant_id, token_hash, expires_at)
         select 'waiting' || n || '@example.org', ?, uuid_send(gen_random_uuid()), '2026-06-20' from generate_series(1, 48) n`,
      [world.applicant],
    )
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => world.inviteMember({ email: `racer${i}@example.org` })),
    )
    expect(answers.filter(({ invitation }) => invitation)).toHaveLength(2)
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['TOO_MANY_INVITATIONS']))
  })
})

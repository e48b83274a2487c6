import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type InvitationApp, startInvitationApp } from './invitation-app.js'

let app: InvitationApp
let time = new Date('2026-06-01T08:00:00Z')
let administrator: string
let applicant: string
let manager: string
let guest: string
let address: string

beforeAll(async () => {
  app = await startInvitationApp(() => time)
  administrator = await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
})
afterAll(() => app.close())
beforeEach(async () => {
  time = new Date('2026-06-01T08:00:00Z')
  applicant = await app.makeApplicant()
  manager = await app.makeAccount()
  await app.makeMember(manager, applicant, 'MANAGE')
  guest = await app.makeAccount()
  address = await app.addressOf(guest)
})

const fields = 'invitation { id email state rights role city authority expiresAt } errors { code message path }'

type Made = {
  invitation: { id: string; state: string; rights: string[] } | null
  errors: { code: string; message: string; path: string[] }[]
}

async function mutate(account: string | null, name: string, type: string, input: object): Promise<Made> {
  const { data, errors } = await app.askAs(
    account,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    {
      input: { idempotencyKey: randomUUID(), ...input },
    },
  )
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
  return data?.[name] as Made
}

const inviteMember = (input: object = {}, by: string | null = manager) =>
  mutate(by, 'inviteMember', 'InviteMemberInput', {
    applicant: `Applicant:${applicant}`,
    email: address,
    rights: ['EDIT'],
    ...input,
  })

const inviteOfficial = (input: object = {}, by: string | null = administrator) =>
  mutate(by, 'inviteOfficial', 'InviteOfficialInput', {
    email: address,
    role: 'ACCEPTANCE_DESK',
    city: 'xining',
    ...input,
  })

async function accept(token: string, account: string | null = guest) {
  const { data, errors } = await app.askAs(
    account,
    'mutation ($token: String!) { acceptInvitation(token: $token) { acceptance { applicant applicantName role city authority } errors { code path } } }',
    { token },
  )
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
  return data?.acceptInvitation as { acceptance: object | null; errors: { code: string; path: string[] }[] }
}

async function revoke(id: string, account = manager) {
  const { data, errors } = await app.askAs(account, `mutation ($id: ID!) { revokeInvitation(id: $id) { ${fields} } }`, {
    id,
  })
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
  return data?.revokeInvitation as Made
}

async function list(account: string, args = '') {
  const { data, errors } = await app.askAs(account, `{ invitations${args} { totalCount nodes { id email state } } }`)
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
  return data?.invitations as { totalCount: number; nodes: { id: string; email: string; state: string }[] }
}

const codesOf = ({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code)

describe('a member’s invitation', () => {
  test('goes out by mail, and makes the owner of the address a member with the rights offered', async () => {
    const { invitation, errors } = await inviteMember({ rights: ['EDIT', 'SUBMIT'] })
    expect(errors).toEqual([])
    expect(invitation).toMatchObject({
      email: address,
      state: 'PENDING',
      rights: ['EDIT', 'SUBMIT', 'READ'],
      role: null,
      expiresAt: '2026-06-15T08:00:00.000Z',
    })
    const { code } = await app.codeSentTo(address)
    expect(await accept(code)).toEqual({
      acceptance: {
        applicant: `Applicant:${applicant}`,
        applicantName: expect.stringMatching(/^示例单位/),
        role: null,
        city: null,
        authority: null,
      },
      errors: [],
    })
    const members = await app.execute('select may_manage, may_edit, may_submit from member where account_id = ?', [
      guest,
    ])
    expect(members).toEqual([{ may_manage: false, may_edit: true, may_submit: true }])
    expect((await list(manager)).nodes).toMatchObject([{ state: 'ACCEPTED' }])
  })

  test('is kept as a hash only', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    expect(code).toMatch(/^[\w-]{43}$/)
    const [row] = await app.execute<{ row: string }>('select invitation::text as row from invitation where email = ?', [
      address,
    ])
    expect(row?.row).not.toContain(code)
    expect(row?.row).not.toContain(Buffer.from(code, 'base64url').toString('hex'))
  })

  test('works once', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    await accept(code)
    expect(codesOf(await accept(code))).toEqual(['INVITATION_USED'])
  })

  test('works once for twenty who accept it at the same moment', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(code)))
    expect(answers.filter(({ acceptance }) => acceptance)).toHaveLength(1)
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['INVITATION_USED']))
    expect(await app.execute('select id from member where account_id = ?', [guest])).toHaveLength(1)
  })

  test('expires after 14 days', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    time = new Date('2026-06-15T08:00:00Z')
    expect(codesOf(await accept(code))).toEqual(['INVITATION_EXPIRED'])
    expect((await list(manager)).nodes).toMatchObject([{ state: 'EXPIRED' }])
    time = new Date('2026-06-15T07:59:59Z')
    expect(codesOf(await accept(code))).toEqual([])
  })

  test('can be revoked until it is accepted', async () => {
    const { invitation } = await inviteMember()
    const { code } = await app.codeSentTo(address)
    const revoked = await revoke(invitation?.id ?? '')
    expect(revoked).toMatchObject({ invitation: { state: 'REVOKED' }, errors: [] })
    expect(await revoke(invitation?.id ?? '')).toMatchObject({ invitation: { state: 'REVOKED' }, errors: [] })
    expect(codesOf(await accept(code))).toEqual(['INVITATION_REVOKED'])
    const second = await inviteMember()
    await accept((await app.codeSentTo(address)).code)
    expect(codesOf(await revoke(second.invitation?.id ?? ''))).toEqual(['INVITATION_USED'])
  })

  test('takes the place of an earlier one to the same address, however it is written', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    const [name = '', domain = ''] = address.split('@')
    await inviteMember({ email: `${name.toUpperCase()}@${domain}` })
    expect(codesOf(await accept(code))).toEqual(['INVITATION_REVOKED'])
    expect((await list(manager, '(state: PENDING)')).totalCount).toBe(1)
  })

  test('is not for another account, even with the code', async () => {
    await inviteMember()
    const { code } = await app.codeSentTo(address)
    const other = await app.makeAccount()
    expect(codesOf(await accept(code, other))).toEqual(['INVITATION_FOR_ANOTHER_ADDRESS'])
    await expect(accept(code, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(await app.execute('select id from member where account_id = ?', [other])).toEqual([])
  })

  test('waits until the address of the account is confirmed', async () => {
    const unconfirmed = await app.makeAccount({ emailVerified: false })
    await inviteMember({ email: await app.addressOf(unconfirmed) })
    const { code } = await app.codeSentTo(await app.addressOf(unconfirmed))
    expect(codesOf(await accept(code, unconfirmed))).toEqual(['EMAIL_NOT_VERIFIED'])
  })

  test.each([
    ['left', 'update member set left_at = now() where account_id = ?'],
    ['may no longer manage', 'update member set may_manage = false where account_id = ?'],
    ['was deactivated', 'update account set deactivated_at = now() where id = ?'],
  ])('is worth nothing once the one who invited %s', async (_how, change) => {
    await inviteMember()
    await app.execute(change, [manager])
    expect(codesOf(await accept((await app.codeSentTo(address)).code))).toEqual(['INVITATION_REVOKED'])
  })

  test('needs the right to manage the organisation', async () => {
    const editor = await app.makeAccount()
    await app.makeMember(editor, applicant, 'EDIT', 'SUBMIT')
    const stranger = await app.makeAccount()
    await app.makeMember(stranger, await app.makeApplicant(), 'MANAGE')
    for (const account of [editor, stranger]) {
      expect(await inviteMember({}, account)).toMatchObject({
        invitation: null,
        errors: [{ code: 'APPLICANT_UNKNOWN', path: ['input', 'applicant'] }],
      })
    }
    await expect(inviteMember({}, guest)).rejects.toThrow('FORBIDDEN')
    await expect(inviteMember({}, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(await app.codeSentTo(address)).toMatchObject({ mails: 0 })
  })

  test('can be neither seen nor revoked by others', async () => {
    const { invitation } = await inviteMember()
    const id = invitation?.id ?? ''
    const editor = await app.makeAccount()
    await app.makeMember(editor, applicant, 'EDIT', 'SUBMIT')
    const stranger = await app.makeAccount()
    await app.makeMember(stranger, await app.makeApplicant(), 'MANAGE')
    for (const account of [editor, stranger, administrator]) {
      expect((await list(account)).nodes.map(({ email }) => email)).not.toContain(address)
      expect(codesOf(await revoke(id, account))).toEqual(['INVITATION_UNKNOWN'])
      expect((await app.askAs(account, `{ node(id: "${id}") { id } }`)).data).toEqual({ node: null })
    }
  })

  test.each(['Invitation:x', `Invitation:${randomUUID()}`, 'x', ''])(
    'revoking %j tells that there is none',
    async (id) => {
      expect(codesOf(await revoke(id))).toEqual(['INVITATION_UNKNOWN'])
    },
  )

  test('is refused for a member, and for what is no address', async () => {
    await app.makeMember(guest, applicant)
    expect(await inviteMember()).toMatchObject({ errors: [{ code: 'ALREADY_MEMBER', path: ['input', 'email'] }] })
    expect(await inviteMember({ email: 'nobody' })).toMatchObject({ errors: [{ code: 'EMAIL_MALFORMED' }] })
  })

  test('is sent once for a repeated request, and refused for another one with the same key', async () => {
    const idempotencyKey = randomUUID()
    const first = await inviteMember({ idempotencyKey })
    const second = await inviteMember({ idempotencyKey })
    expect(second).toEqual(first)
    expect(await app.codeSentTo(address)).toMatchObject({ mails: 1 })
    expect(codesOf(await inviteMember({ idempotencyKey, rights: ['MANAGE'] }))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
  })

  test('stops at 50 that wait, in a race, too', async () => {
    await app.execute(
      `insert into invitation (email, applicant_id, token_hash, expires_at)
         select 'waiting' || n || '@example.org', ?, uuid_send(gen_random_uuid()), '2026-06-20' from generate_series(1, 48) n`,
      [applicant],
    )
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => inviteMember({ email: `racer${i}@example.org` })),
    )
    expect(answers.filter(({ invitation }) => invitation)).toHaveLength(2)
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['TOO_MANY_INVITATIONS']))
  })
})

describe('an official’s invitation', () => {
  test('gives the role to the owner of the address', async () => {
    const { invitation, errors } = await inviteOfficial({
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
    const { code, text } = await app.codeSentTo(address)
    expect(text).toContain('城东区')
    expect(await accept(code)).toMatchObject({
      acceptance: { role: 'RECOMMENDING_AUTHORITY', applicant: null },
      errors: [],
    })
    const grants = await app.execute(
      'select role, city, authority, granted_by_id as by from role_grant where account_id = ?',
      [guest],
    )
    expect(grants).toEqual([
      { role: 'RECOMMENDING_AUTHORITY', city: 'xining', authority: 'chengdong-science', by: administrator },
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
    expect(await inviteOfficial(input)).toMatchObject({ invitation: null, errors: [{ code, path: ['input', field] }] })
  })

  test('is an administrator’s, and never to himself or to one who has the role', async () => {
    await expect(inviteOfficial({}, manager)).rejects.toThrow('FORBIDDEN')
    await expect(inviteOfficial({}, null)).rejects.toThrow('UNAUTHENTICATED')
    expect(codesOf(await inviteOfficial({ email: await app.addressOf(administrator) }))).toEqual(['ROLE_FOR_ONESELF'])
    const clerk = await app.makeAccount({ grants: [{ role: 'ACCEPTANCE_DESK' }] })
    expect(codesOf(await inviteOfficial({ email: await app.addressOf(clerk) }))).toEqual(['ROLE_ALREADY_GRANTED'])
  })

  test('is worth nothing once the one who invited is no administrator any more', async () => {
    const second = await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
    await inviteOfficial({}, second)
    await app.execute('update role_grant set revoked_at = now() where account_id = ?', [second])
    expect(codesOf(await accept((await app.codeSentTo(address)).code))).toEqual(['INVITATION_REVOKED'])
  })

  test('is seen and revoked by administrators', async () => {
    const { invitation } = await inviteOfficial()
    expect((await list(administrator, '(state: PENDING, first: 100)')).nodes.map(({ email }) => email)).toContain(
      address,
    )
    const other = await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
    expect(await revoke(invitation?.id ?? '', other)).toMatchObject({ invitation: { state: 'REVOKED' } })
    expect((await list(manager)).nodes).toEqual([])
  })
})

test.each(['', 'x', 'A'.repeat(43), '邀请码', `${'A'.repeat(43)}\u0000`])(
  'the code %j belongs to no invitation',
  async (token) => {
    expect(await accept(token)).toMatchObject({
      acceptance: null,
      errors: [{ code: 'INVITATION_UNKNOWN', path: ['token'] }],
    })
  },
)

test('errors are told in both languages', async () => {
  const document = 'mutation { acceptInvitation(token: "x") { errors { message } } }'
  const chinese = await app.askAs(guest, document, {}, 'zh-CN')
  expect(JSON.stringify(chinese.data)).toContain('没有这个邀请')
})

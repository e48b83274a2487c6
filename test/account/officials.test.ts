import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'

let app: AccessApp
let administrator: string
let clerk: string

beforeAll(async () => {
  app = await startAccessApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('update role_grant set revoked_at = now() where revoked_at is null')
  administrator = await app.makeAccount({ name: '示例管理员', grants: [{ role: 'ADMINISTRATOR' }] })
  clerk = await app.makeAccount({ name: '示例办事员' })
})

type Payload = {
  grant?: { id: string; role: string } | null
  account?: { id: string; deactivatedAt: string | null } | null
  errors: { code: string; path: string[] }[]
}

async function ask(account: string | null, query: string, variables = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await app.askAs(account, query, variables)
  if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
  return data ?? {}
}

async function grantRole(input: object, by: string | null = administrator): Promise<Payload> {
  const { grantRole } = await ask(
    by,
    'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { grant { id role city authority revokedAt } errors { code path } } }',
    { input: { account: `UserAccount:${clerk}`, idempotencyKey: randomUUID(), ...input } },
  )
  return grantRole as Payload
}

async function revokeRole(id: string, by: string | null = administrator): Promise<Payload> {
  const document = 'mutation ($id: ID!) { revokeRole(id: $id) { grant { id revokedAt } errors { code path } } }'
  return (await ask(by, document, { id })).revokeRole as Payload
}

async function change(name: 'deactivateAccount' | 'reactivateAccount', account: string, by = administrator) {
  const document = `mutation ($id: ID!) { ${name}(id: $id) { account { id deactivatedAt } errors { code path } } }`
  return (await ask(by, document, { id: `UserAccount:${account}` }))[name] as Payload
}

const codesOf = ({ errors }: Payload) => errors.map(({ code }) => code)
const desk = { role: 'ACCEPTANCE_DESK', city: 'xining' }

async function grantOf(account: string): Promise<string> {
  const [grant] = await app.execute<{ id: string }>(
    'select id from role_grant where account_id = ? and revoked_at is null',
    [account],
  )
  return `RoleGrant:${grant?.id}`
}

test('administrators list accounts with their roles, and nobody else does', async () => {
  await grantRole(desk)
  const list = '{ accounts(first: 100, official: true) { totalCount nodes { name grants { role city revokedAt } } } }'
  const { accounts } = await ask(administrator, list)
  expect(accounts).toEqual({
    totalCount: 2,
    nodes: expect.arrayContaining([
      { name: '示例办事员', grants: [{ role: 'ACCEPTANCE_DESK', city: 'xining', revokedAt: null }] },
    ]),
  })
  await expect(ask(clerk, list)).rejects.toThrow('FORBIDDEN')
  await expect(ask(null, list)).rejects.toThrow('UNAUTHENTICATED')
  const node = `{ node(id: "UserAccount:${administrator}") { id } }`
  expect(await ask(clerk, node)).toEqual({ node: null })
  expect(await ask(clerk, `{ node(id: "${await grantOf(administrator)}") { id } }`)).toEqual({ node: null })
})

test('an account is found by its whole address, however it is written', async () => {
  const email = `${clerk.toUpperCase()}@Example.org`
  const { accounts } = await ask(administrator, 'query ($email: String) { accounts(email: $email) { nodes { id } } }', {
    email,
  })
  expect(accounts).toEqual({ nodes: [{ id: `UserAccount:${clerk}` }] })
})

test('a role is given once, and ends when it is revoked', async () => {
  const { grant, errors } = await grantRole(desk)
  expect(errors).toEqual([])
  expect(grant).toMatchObject({ role: 'ACCEPTANCE_DESK', city: 'xining', authority: null, revokedAt: null })
  expect(codesOf(await grantRole(desk))).toEqual(['ROLE_ALREADY_GRANTED'])
  const revoked = await revokeRole(grant?.id ?? '')
  expect(revoked).toMatchObject({ grant: { revokedAt: expect.any(String) }, errors: [] })
  expect(await revokeRole(grant?.id ?? '')).toEqual(revoked)
  expect(codesOf(await grantRole(desk))).toEqual([])
})

test('a repeated request gives the role once', async () => {
  const idempotencyKey = randomUUID()
  const first = await grantRole({ ...desk, idempotencyKey })
  expect(await grantRole({ ...desk, idempotencyKey })).toEqual(first)
  expect(codesOf(await grantRole({ ...desk, role: 'EXPERT', idempotencyKey }))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
})

test('what is wrong with a role, or whom it is for, is told', async () => {
  expect(codesOf(await grantRole({ ...desk, account: `UserAccount:${administrator}` }))).toEqual(['ROLE_FOR_ONESELF'])
  expect(codesOf(await grantRole({ ...desk, account: 'UserAccount:nobody' }))).toEqual(['ACCOUNT_UNKNOWN'])
  expect(codesOf(await grantRole({ ...desk, account: clerk }))).toEqual(['ACCOUNT_UNKNOWN'])
  expect(codesOf(await grantRole({ role: 'EXPERT', city: 'atlantis' }))).toEqual(['CITY_UNKNOWN'])
  expect(codesOf(await revokeRole('RoleGrant:00000000-0000-0000-0000-000000000000'))).toEqual(['ROLE_GRANT_UNKNOWN'])
  expect(codesOf(await revokeRole('RoleGrant:x'))).toEqual(['ROLE_GRANT_UNKNOWN'])
})

test('only administrators give and revoke roles', async () => {
  for (const [account, code] of [
    [clerk, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    await expect(grantRole(desk, account)).rejects.toThrow(code)
    await expect(revokeRole(await grantOf(administrator), account)).rejects.toThrow(code)
  }
})

test('the last administrator stays', async () => {
  expect(codesOf(await revokeRole(await grantOf(administrator)))).toEqual(['LAST_ADMINISTRATOR'])
  expect(codesOf(await change('deactivateAccount', administrator))).toEqual(['LAST_ADMINISTRATOR'])
  const second = await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] })
  expect(codesOf(await change('deactivateAccount', second))).toEqual([])
  expect(codesOf(await revokeRole(await grantOf(administrator)))).toEqual(['LAST_ADMINISTRATOR'])
})

test('of two administrators who revoke each other at the same moment one stays', async () => {
  for (let round = 0; round < 5; round++) {
    await app.execute('update role_grant set revoked_at = now() where revoked_at is null')
    const [a, b] = [
      await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] }),
      await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] }),
    ]
    const [grantOfA, grantOfB] = [await grantOf(a), await grantOf(b)]
    const answers = await Promise.all(
      [revokeRole(grantOfB, a), revokeRole(grantOfA, b)].map((answer) => answer.catch(() => null)),
    )
    expect(answers.filter((answer) => answer?.grant)).toHaveLength(1)
    const left = await app.execute(`select id from role_grant where role = 'ADMINISTRATOR' and revoked_at is null`)
    expect(left).toHaveLength(1)
  }
})

test('a deactivated account loses its sessions at once, and gets no role; it can be opened again', async () => {
  await app.execute(
    `insert into auth."user" (id, name, email, "emailVerified") select id, name, email, true from account where id = ?`,
    [clerk],
  )
  await app.execute(
    `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt") values (?, ?, ?, now() + interval '1 day', now())`,
    [randomUUID(), randomUUID(), clerk],
  )
  const closed = await change('deactivateAccount', clerk)
  expect(closed).toMatchObject({ account: { deactivatedAt: expect.any(String) }, errors: [] })
  expect(await app.execute('select id from auth.session where "userId" = ?', [clerk])).toEqual([])
  expect(await change('deactivateAccount', clerk)).toEqual(closed)
  expect(codesOf(await grantRole(desk))).toEqual(['ACCOUNT_UNKNOWN'])
  expect(await change('reactivateAccount', clerk)).toMatchObject({ account: { deactivatedAt: null }, errors: [] })
  expect(codesOf(await grantRole(desk))).toEqual([])
})

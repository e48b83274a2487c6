import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../support/data-folder.js'
import { query } from '../support/test-database.js'
import { accountOf, done, enrol, type SignInApp, startSignInApp, tokenOf } from './sign-in-app.js'

let app: SignInApp
beforeAll(async () => {
  app = await startSignInApp()
})
afterAll(() => app.close())

const listeners = () =>
  query<{ pid: number }>(
    app.database.url,
    `select pid from pg_stat_activity where application_name = 'shenbao changes' and datname = current_database()`,
  )

/** Sets up that nobody can be looked up: whoever is known then is remembered. */
async function whileNobodyIsFound<Result>(where: SignInApp, work: () => Promise<Result>): Promise<Result> {
  await where.execute('alter table auth.session rename to session_away')
  try {
    return await work()
  } finally {
    await where.execute('alter table auth.session_away rename to session')
  }
}

async function isRemembered(where: SignInApp, token: string): Promise<boolean> {
  return whileNobodyIsFound(where, async () => {
    const { body } = await where.ask('{ viewer { roles } }', {}, token)
    return body.errors?.[0]?.path?.toString() === 'viewer' || body.data?.viewer != null
  })
}

const rolesOf = async (token: string) => {
  const { body } = await app.ask('{ viewer { roles } }', {}, token)
  return (body.data?.viewer as { roles: string[] } | undefined)?.roles
}

test('somebody is remembered for seconds, while changes are heard of', async () => {
  await app.makeAccount('known@example.org')
  const token = await tokenOf(app, 'known@example.org')
  await accountOf(app, token)
  await until(async () => (await listeners()).length === 1, 2_000)
  await until(async () => {
    await accountOf(app, token)
    return isRemembered(app, token)
  }, 2_000)

  // The connection is lost: from then on everybody is looked up.
  for (const { pid } of await listeners()) await query(app.database.url, `select pg_terminate_backend(${pid})`)
  await until(async () => !(await isRemembered(app, token)), 500)
  expect(await accountOf(app, token)).toBe('known@example.org')
  // And is heard again after a second.
  await until(async () => {
    await accountOf(app, token)
    return isRemembered(app, token)
  }, 4_000)
})

test('a role or a membership that ends is seen within moments by a process that didn’t end it', async () => {
  const id = await app.makeAccount('grant@example.org')
  await app.execute(`insert into role_grant (account_id, role, city) values (?, 'EXPERT', 'xining')`, [id])
  const { token } = await enrol(app, await tokenOf(app, 'grant@example.org'))
  expect(await rolesOf(token)).toEqual(['PUBLIC', 'EXPERT'])
  await app.execute('update role_grant set revoked_at = now() where account_id = ?', [id])
  await until(async () => (await rolesOf(token))?.length === 1, 1_000)
})

test('a mutation looks everybody up anew', async () => {
  await app.makeAccount('fresh@example.org')
  const token = await tokenOf(app, 'fresh@example.org')
  await until(async () => {
    await accountOf(app, token)
    return isRemembered(app, token)
  }, 4_000)
  const { status } = await whileNobodyIsFound(app, () => app.ask('mutation { signOut { done } }', {}, token))
  expect(status).toBe(500)
})

test('behind a pooler that lends connections for a transaction nobody is remembered', async () => {
  const pooled = await startSignInApp({ beside: app, environment: { DATABASE_POOLER: 'transaction' } })
  try {
    await app.makeAccount('pooled@example.org')
    const token = await tokenOf(pooled, 'pooled@example.org')
    for (let i = 0; i < 3; i++) expect(await accountOf(pooled, token)).toBe('pooled@example.org')
    expect(await isRemembered(pooled, token)).toBe(false)
    await done(pooled, 'mutation { signOut { done errors { code } } }', {}, token)
    expect(await accountOf(pooled, token)).toBeNull()
  } finally {
    await pooled.close()
  }
})

test('when a session was used last is kept, to some minutes', async () => {
  await app.makeAccount('used@example.org')
  const token = await tokenOf(app, 'used@example.org')
  const lastUsed = async () => {
    const { body } = await app.ask('{ viewer { sessions { lastUsedAt } } }', {}, token)
    const [session] = (body.data?.viewer as { sessions: { lastUsedAt: string }[] }).sessions
    return Date.now() - Date.parse(session?.lastUsedAt ?? '')
  }
  expect(await lastUsed()).toBeLessThan(60_000)
  for (const [ago, minutes] of [['4 minutes', 4] as const, ['6 minutes', 0] as const]) {
    await app.execute(`update auth.session_use set at = now() - interval '${ago}'`)
    await done(app, 'mutation { revokeOtherSessions { done errors { code } } }', {}, token)
    expect(Math.floor((await lastUsed()) / 60_000)).toBe(minutes)
  }
})

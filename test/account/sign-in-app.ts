import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { TOTP, URI } from 'otpauth'
import { pino } from 'pino'
import { createAccount } from '../../server/account/create-account.js'
import { createApp } from '../../server/app.js'
import { loadConfig } from '../../server/config.js'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import type { Mail } from '../../server/mail/compose-mail.js'
import { openMail } from '../../server/mail/send-mail.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { type Answer, ask } from '../http/ask.js'
import { createTestDatabase, type TestDatabase } from '../support/test-database.js'

/*
 * Tests of signing in go through HTTP. All people are invented, and their addresses are of the domain kept for examples.
 */

export interface SignInApp {
  readonly url: string
  readonly orm: MikroORM
  readonly database: TestDatabase
  readonly keyring: Keyring
  /** Everything logged so far, at the most talkative level. */
  log(): string
  /** Sends a document with a session's token, if there is one, and further headers. */
  ask(query: string, variables?: object, token?: string | null, headers?: Record<string, string>): Promise<Answer>
  /** An account with a confirmed address; gives its id. */
  makeAccount(email: string, password?: string): Promise<string>
  execute<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** What the outbox has for an address, oldest first. */
  mails(to: string): Promise<Mail[]>
  close(): Promise<void>
}

export const password = 'correct horse 电池'

type Options = {
  environment?: Record<string, string>
  /** Another process of the same service: its database and its keys. */
  beside?: SignInApp
  keyring?: Keyring
}

export async function startSignInApp({ environment = {}, beside, keyring: given }: Options = {}): Promise<SignInApp> {
  const database = beside?.database ?? (await createTestDatabase())
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbao-sign-in-'))
  const config = loadConfig({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: dataDir, ...environment })
  let log = ''
  const write = (line: string) => {
    log += line
  }
  const logger = pino({ level: 'trace' }, { write })
  const keyring = given ?? beside?.keyring ?? new Keyring(newKeySet())
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities, poolSize: 5, statementTimeoutMs: 0, logger })
  const app = await createApp({ config, orm, logger, keyring })
  const url = await app.listen()
  const execute = <Row>(sql: string, values: readonly unknown[] = []) =>
    orm.em.fork().execute<Row[]>(sql, values as unknown[]) as Promise<Row[]>
  return {
    url,
    orm,
    database,
    keyring,
    log: () => log,
    execute,
    ask: (query, variables = {}, token = null, headers = {}) =>
      ask(url, { query, variables }, { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers }),
    makeAccount: (email, word = password) =>
      orm.em.fork().transactional((em) => createAccount(em, { name: '测试人员', email, password: word, locale: 'en' })),
    async mails(to) {
      const rows = await execute<{ id: string; sealed: string }>(
        'select id, content_sealed as sealed from mail where content_sealed is not null order by queued_at, id',
      )
      return rows.map(({ id, sealed }) => openMail(keyring, id, sealed)).filter((mail) => mail.to === to)
    },
    async close() {
      await app.close()
      await orm.close(true)
      if (!beside) await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Errors = { code: string; message: string; path: string[] }[]

type SignedIn = {
  session: { token: string | null; expiresAt: string } | null
  secondFactor: { challenge: string; expiresAt: string } | null
  errors: Errors
}

const signInFields = 'session { token expiresAt } secondFactor { challenge expiresAt } errors { code message path }'

export async function signIn(
  app: SignInApp,
  name: string,
  word = password,
  headers: Record<string, string> = {},
): Promise<SignedIn> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { ${signInFields} } }`
  const { body } = await app.ask(query, { input: { name, password: word } }, null, headers)
  if (!body.data) throw new Error(JSON.stringify(body.errors))
  return body.data.signIn as SignedIn
}

/** The token of a new session of an account without second factor. */
export async function tokenOf(app: SignInApp, name: string, word = password): Promise<string> {
  const { session, errors } = await signIn(app, name, word)
  if (!session?.token) throw new Error(JSON.stringify(errors))
  return session.token
}

export async function passSecondFactor(app: SignInApp, input: object, token: string | null = null): Promise<SignedIn> {
  const query = `mutation ($input: PassSecondFactorInput!) { passSecondFactor(input: $input) { ${signInFields} } }`
  const { body } = await app.ask(query, { input }, token)
  if (!body.data) throw new Error(JSON.stringify(body.errors))
  return body.data.passSecondFactor as SignedIn
}

/** A mutation whose answer is `done` and `errors`. */
export async function done(
  app: SignInApp,
  mutation: string,
  variables: object = {},
  token: string | null = null,
): Promise<{ done: boolean; errors: Errors }> {
  const { body } = await app.ask(mutation, variables, token)
  if (!body.data) throw new Error(JSON.stringify(body.errors))
  return Object.values(body.data)[0] as { done: boolean; errors: Errors }
}

/** Whether a token is taken, and what a token that isn't is told. */
export async function accountOf(app: SignInApp, token: string): Promise<string | null> {
  const { status, body } = await app.ask('{ viewer { account { email } } }', {}, token)
  if (status === 401 && body.errors?.[0]?.extensions.code === 'UNAUTHENTICATED') return null
  return (body.data?.viewer as { account: { email: string } | null }).account?.email ?? 'public'
}

export interface Enrolled {
  /** The token of the session, which passed the second factor. */
  token: string
  recoveryCodes: string[]
  /** The app's code some half minutes from now. */
  code(later?: number): string
}

/** Enrols an authenticator app for the account of a session, with the code of a mail if it was reset. */
export async function enrol(app: SignInApp, token: string, resetCode?: string): Promise<Enrolled> {
  const begun = await app.ask(
    'mutation ($password: String, $code: String) { enrolSecondFactor(password: $password, code: $code) { enrolment { uri secret } errors { code } } }',
    { password, code: resetCode },
    token,
  )
  const { uri } = (begun.body.data?.enrolSecondFactor as { enrolment: { uri: string } }).enrolment
  const totp = URI.parse(uri)
  if (!(totp instanceof TOTP)) throw new Error(`not an address of a TOTP: ${uri}`)
  const code = (later = 0) => totp.generate({ timestamp: Date.now() + later * 30_000 })
  const confirmed = await app.ask(
    'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes session { token } errors { code } } }',
    // The code of the half minute before: that of this one is left for the test.
    { code: code(-1) },
    token,
  )
  const { recoveryCodes, session, errors } = confirmed.body.data?.confirmSecondFactor as {
    recoveryCodes: string[]
    session: { token: string }
    errors: Errors
  }
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return { token: session.token, recoveryCodes, code }
}

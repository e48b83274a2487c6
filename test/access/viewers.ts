import { randomUUID } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { FastifyRequest } from 'fastify'
import { pino } from 'pino'
import type { MemberRight, Role } from '../../schema/enums.js'
import { publicViewer, type Viewer } from '../../server/access/viewer.js'
import { storeBundledNotices } from '../../server/guideline/store-bundled-notices.js'
import { type Answer, ask } from '../http/ask.js'
import { type Given, startTestApp, type TestApp } from '../support/test-app.js'

/*
 * Tests of who may do what: accounts, grants and memberships are rows in the database, and a test says by a header which
 * account asks, without signing in. The viewer is made of the rows anew for each request. All people are invented.
 */

const accountHeader = 'x-test-account'

/** A role of an official's; `city` is Xining unless said. */
export type Grant = { role: Role; city?: string; authority?: string }

export interface AccessApp extends TestApp {
  /** Runs SQL as the service's own work, under no policy. */
  execute<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** An account with verified address and the given roles; gives its id. */
  makeAccount(options?: { name?: string; grants?: readonly Grant[]; emailVerified?: boolean }): Promise<string>
  /** Makes an account a member; READ is what everyone has. */
  makeMember(account: string, applicant: string, ...rights: MemberRight[]): Promise<void>
  /** Sends a document as an account, or as the public; in English unless said. */
  askAs(account: string | null, query: string, variables?: object, language?: string): Promise<Answer['body']>
}

/** The service with the bundled notices. `now` is its clock, the system's if left out. */
export async function startAccessApp(
  now?: () => Date,
  given: Given = {},
  environment: Record<string, string> = {},
): Promise<AccessApp> {
  const makeOptions = (orm: MikroORM) => ({
    now,
    viewerOf: async ({ headers }: FastifyRequest) => ({ viewer: await viewerOf(orm, headers[accountHeader]) }),
  })
  const app = await startTestApp(environment, makeOptions, given)
  await storeBundledNotices(app.orm.em, pino({ level: 'silent' }))
  const execute = <Row>(sql: string, values: readonly unknown[] = []) =>
    app.orm.em.fork().execute<Row[]>(sql, values as unknown[]) as Promise<Row[]>
  return {
    ...app,
    execute,
    async makeAccount({ name = '测试人员', grants = [], emailVerified = true } = {}) {
      const id = randomUUID()
      await execute('insert into account (id, name, email, email_verified) values (?, ?, ?, ?)', [
        id,
        name,
        `${id}@example.org`,
        emailVerified,
      ])
      for (const { role, city = 'xining', authority } of grants) {
        await execute('insert into role_grant (account_id, role, city, authority) values (?, ?, ?, ?)', [
          id,
          role,
          role === 'ADMINISTRATOR' ? null : city,
          authority ?? null,
        ])
      }
      return id
    },
    async makeMember(account, applicant, ...rights) {
      await execute(
        'insert into member (applicant_id, account_id, may_manage, may_edit, may_submit) values (?, ?, ?, ?, ?)',
        [applicant, account, ...(['MANAGE', 'EDIT', 'SUBMIT'] as const).map((right) => rights.includes(right))],
      )
    },
    async askAs(account, query, variables, language = 'en') {
      const headers = { 'accept-language': language, ...(account !== null && { [accountHeader]: account }) }
      return (await ask(app.url, { query, variables }, headers)).body
    },
  }
}

type MemberRow = { applicant: string; manage: boolean; edit: boolean; submit: boolean }

async function viewerOf(orm: MikroORM, account: unknown): Promise<Viewer> {
  if (typeof account !== 'string') return publicViewer
  const em = orm.em.fork()
  const members = await em.execute<MemberRow[]>(
    `select applicant_id as applicant, may_manage as manage, may_edit as edit, may_submit as submit
      from member where account_id = ? and left_at is null`,
    [account],
  )
  const grants = await em.execute<{ role: Role; city: string; authority: string | null }[]>(
    'select role, city, authority from role_grant where account_id = ? and revoked_at is null',
    [account],
  )
  const having = (right?: 'manage' | 'edit' | 'submit') =>
    members.filter((member) => !right || member[right]).map(({ applicant }) => applicant)
  const citiesOf = (wanted: Role) => grants.filter(({ role }) => role === wanted).map(({ city }) => city)
  return {
    account,
    session: 'test',
    roles: [
      'PUBLIC',
      ...(members.length > 0 ? (['APPLICANT_MEMBER'] as const) : []),
      ...new Set(grants.map(({ role }) => role)),
    ],
    applicants: { MANAGE: having('manage'), EDIT: having('edit'), SUBMIT: having('submit'), READ: having() },
    jurisdictions: grants.flatMap(({ city, authority }) => (authority ? [`${city}/${authority}`] : [])),
    cities: {
      ACCEPTANCE_DESK: citiesOf('ACCEPTANCE_DESK'),
      PROGRAMME_OFFICE: citiesOf('PROGRAMME_OFFICE'),
      EXPERT: citiesOf('EXPERT'),
      SUPERVISOR: citiesOf('SUPERVISOR'),
    },
  }
}

import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { createAccount } from '../../../server/account/create-account.js'
import { connectOrm } from '../../../server/database/connect.js'
import { entities } from '../../../server/database/entities.js'
import { madeUpCode } from '../../applicant/registrations.js'
import { startTestPostgres } from '../../support/postgres.setup.js'
import { createTestDatabase } from '../../support/test-database.js'
import { WrongAnswer } from '../bench.js'
import { makeDataFolder, type ServerProcess, startServer } from '../server-process.js'

/** A service on a database that writes to the disk as in production, and somebody who works for an organisation there. */
export type FormWorld = {
  readonly server: ServerProcess
  readonly orm: MikroORM
  readonly token: string
  /** Id of the organisation. */
  readonly applicant: string
  /** Folder of the service's data. */
  readonly folder: string
  /** Sends a document as the organisation's editor. @throws WrongAnswer for any error */
  ask(query: string, variables?: object): Promise<Readonly<Record<string, unknown>>>
  /** Begins an application; gives its id. */
  create(): Promise<string>
  stop(): Promise<void>
}

const person = { name: '测试人员', email: 'bench@example.org', password: 'correct horse battery staple' }

/** Starts it, with a synthetic account and organisation. */
export async function startFormWorld(): Promise<FormWorld> {
  const postgres = await startTestPostgres(true)
  process.env.TEST_POSTGRES_URL = postgres.url
  const database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  const logger = pino({ level: 'silent' })
  const orm = await connectOrm(
    { connectionString: database.url },
    { entities, poolSize: 2, statementTimeoutMs: 0, logger },
  )
  const folder = await makeDataFolder()
  const server = await startServer(folder)
  const stop = async () => {
    await server.stop()
    await orm.close(true)
    await postgres.stop()
  }
  try {
    await orm.em.fork().transactional((em) => createAccount(em, person))
    const asked = askerOf(server)
    const { session } = await asked(
      'mutation ($input: SignInInput!) { result: signIn(input: $input) { session { token } errors { code } } }',
      { input: { name: person.email, password: person.password } },
    )
    const { token } = session as { token: string }
    const ask = askerOf(server, token)
    const { applicant } = await ask(
      'mutation ($input: RegisterApplicantInput!) { result: registerApplicant(input: $input) { applicant { id } errors { code } } }',
      { input: organisation() },
    )
    const { id } = applicant as { id: string }
    let keys = 0
    const create = async () => {
      const input = { applicant: id, idempotencyKey: `bench-application-${keys++}` }
      const { application } = await ask(
        'mutation ($input: CreateApplicationInput!) { result: createApplication(input: $input) { application { id } errors { code } } }',
        { input },
      )
      return (application as { id: string }).id
    }
    return { server, orm, token, applicant: id, folder, ask, create, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function askerOf({ url }: ServerProcess, token?: string): FormWorld['ask'] {
  return async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data?: { result?: { errors?: unknown[] } }; errors?: unknown }
    if (errors || !data?.result || (data.result.errors?.length ?? 0) > 0) {
      throw new WrongAnswer(JSON.stringify(errors ?? data).slice(0, 500))
    }
    return data.result as Readonly<Record<string, unknown>>
  }
}

function organisation() {
  return {
    ...{ idempotencyKey: 'bench-applicant-1', city: 'xining', creditCode: madeUpCode(), name: '虚构锂材科技有限公司' },
    ...{ kind: 'ENTERPRISE', level: 'NONE', legalPerson: true, district: '630102', foundedOn: '2015-06-01' },
    ...{ registeredAddress: '西宁市城东区虚构路 1 号', legalRepresentative: '测试甲', contactName: '测试乙' },
    ...{ contactEmail: 'contact@example.org', contactPhone: '13900001234', businessOperations: true },
    partyBranch: false,
  }
}

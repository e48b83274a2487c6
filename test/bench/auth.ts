import { rm } from 'node:fs/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { applicants } from '../../sdk/examples/applicants.js'
import { createAccount } from '../../server/account/create-account.js'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { startTestPostgres } from '../support/postgres.setup.js'
import { createTestDatabase } from '../support/test-database.js'
import { type Bench, type BenchOptions, median, type Row, told, WrongAnswer } from './bench.js'
import { load, type Request } from './http-load.js'
import { makeDataFolder, type ServerProcess, startServer } from './server-process.js'

const connections = 16
const milliseconds = 2_000
/** A signed-in request may cost this much of an anonymous one. */
const bound = 1.15

/** What somebody costs who is signed in: the same requests with a session's token and without, in turn. */
export async function bench({ rounds }: BenchOptions): Promise<Bench> {
  const postgres = await startTestPostgres()
  process.env.TEST_POSTGRES_URL = postgres.url
  const database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  const logger = pino({ level: 'silent' })
  const address = { connectionString: database.url }
  const orm = await connectOrm(address, { entities, poolSize: 2, statementTimeoutMs: 0, logger })
  const folder = await makeDataFolder()
  const server = await startServer(folder)
  try {
    const token = await signedIn(orm, server)
    const turns = Math.max(rounds, 3)
    const light = await compare(server, title, '"title"', token, turns)
    const check = await compare(server, eligibility(), '"result":"ELIGIBLE"', token, turns)
    const cold = await compare(server, { query: `${title.query} # no mutation` }, '"title"', token, turns)
    const signIns = await signInsPerSecond(orm, server)
    const ratio = Math.max(light.cpuRatio, check.cpuRatio)
    return {
      rows: [
        ratioRow('signed in ÷ anonymous, server CPU of a request: a guideline’s title', light.cpuRatio),
        ratioRow('the same: checkEligibility, 50 facts', check.cpuRatio),
        told('a guideline’s title, anonymous', light.anonymous.cpuUs, 'µs CPU'),
        told('the same, signed in', light.signedIn.cpuUs, 'µs CPU'),
        told('checkEligibility, anonymous', check.anonymous.cpuUs, 'µs CPU'),
        told('the same, signed in', check.signedIn.cpuUs, 'µs CPU'),
        told(
          `a guideline’s title under load of ${connections} connections, anonymous`,
          light.anonymous.perSecond,
          'requests/s',
        ),
        told('the same, signed in', light.signedIn.perSecond, 'requests/s'),
        told('checkEligibility, anonymous', check.anonymous.perSecond, 'requests/s'),
        told('the same, signed in', check.signedIn.perSecond, 'requests/s'),
        told('a guideline’s title, signed in, looked up on every request, ÷ anonymous, server CPU', cold.cpuRatio, '×'),
        told('the same', cold.signedIn.perSecond, 'requests/s'),
        told('sign-ins, each an Argon2id hash of 19 MiB', signIns, 'a second'),
      ],
      figures: { ratio, light: light.cpuRatio, check: check.cpuRatio, cold: cold.cpuRatio, signInsPerSecond: signIns },
    }
  } finally {
    await server.stop()
    await orm.close(true)
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function ratioRow(what: string, ratio: number): Row {
  return { what, figure: `${ratio.toFixed(3)} ×`, must: `≤ ${bound} ×`, kept: ratio <= bound }
}

const title: Request = { query: '{ guideline(city: "xining", year: 2024) { title } }' }

function eligibility(): Request {
  const [applicant] = applicants
  if (!applicant) throw new Error('The demo has no applicants.')
  const { category, direction, facts } = applicant
  return {
    query: `query ($input: CheckEligibilityInput!) {
      checkEligibility(input: $input) { verdict { result findings(outcomes: [FAIL, UNKNOWN]) { title } } errors { code } }
    }`,
    variables: { input: { city: 'xining', year: 2024, category, direction, asOf: '2023-06-01T10:00:00+08:00', facts } },
  }
}

const person = { name: '测试人员', email: 'bench@example.org', password: 'correct horse battery staple' }

async function signedIn(orm: MikroORM, server: ServerProcess): Promise<string> {
  await orm.em.fork().transactional((em) => createAccount(em, person))
  return signIn(server)
}

async function signIn({ url }: ServerProcess): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }'
  const input = { name: person.email, password: person.password }
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  })
  const text = await response.text()
  const token = /"token":"([^"]+)"/.exec(text)?.[1]
  if (token === undefined) throw new WrongAnswer(text.slice(0, 500))
  return token
}

type Measured = { readonly perSecond: number; readonly cpuUs: number }
type Compared = { readonly anonymous: Measured; readonly signedIn: Measured; readonly cpuRatio: number }

/** Each round measures both, one after the other, in the other order each time; the ratio is that of the middle round. */
async function compare(
  server: ServerProcess,
  request: Request,
  expected: string,
  token: string,
  rounds: number,
): Promise<Compared> {
  const measure = async (request: Request): Promise<Measured> => {
    const check = (answer: string) => {
      if (!answer.includes(expected)) throw new WrongAnswer(answer.slice(0, 500))
    }
    const [cpu, began] = [server.cpu(), performance.now()]
    const perSecond = await load({ server, connections, milliseconds }, request, check)
    const answers = (perSecond * (performance.now() - began)) / 1_000
    return { perSecond, cpuUs: ((server.cpu() - cpu) * 1e6) / answers }
  }
  const signed = { ...request, token }
  await measure(request)
  await measure(signed)
  const pairs: { anonymous: Measured; signedIn: Measured }[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push({ anonymous: await measure(request), signedIn: await measure(signed) })
    else {
      const signedIn = await measure(signed)
      pairs.push({ anonymous: await measure(request), signedIn })
    }
  }
  const middle = (who: 'anonymous' | 'signedIn'): Measured => ({
    perSecond: median(pairs.map((pair) => pair[who].perSecond)),
    cpuUs: median(pairs.map((pair) => pair[who].cpuUs)),
  })
  const cpuRatio = median(pairs.map(({ anonymous, signedIn }) => signedIn.cpuUs / anonymous.cpuUs))
  return { anonymous: middle('anonymous'), signedIn: middle('signedIn'), cpuRatio }
}

/** Four at a time, as hashing is on Node's four threads; the counts of attempts are cleared, which an address has a limit of. */
async function signInsPerSecond(orm: MikroORM, server: ServerProcess): Promise<number> {
  const [together, turns] = [4, 20]
  await orm.em.fork().execute('truncate auth.attempt')
  const began = performance.now()
  for (let turn = 0; turn < turns; turn++) await Promise.all(Array.from({ length: together }, () => signIn(server)))
  return (together * turns * 1_000) / (performance.now() - began)
}

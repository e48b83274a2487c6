import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { readCase } from '../../schema/rules/case-facts.js'
import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import { compileEdition } from '../../schema/rules/compile-edition.js'
import { applicants } from '../../sdk/examples/applicants.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { atMost, type Bench, median, told, WrongAnswer } from './bench.js'
import { load, type Request } from './http-load.js'
import { makeDataFolder, startServer } from './server-process.js'

const notice = new URL('../../server/guideline/notices/xining-2024.yaml', import.meta.url)
const asOf = '2023-06-01T10:00:00+08:00'
const rounds = 7
const connections = 16

/** The 2024 rule set in the process, and `checkEligibility` over HTTP against the cheapest document there is. */
export async function bench(): Promise<Bench> {
  const [eligible] = applicants
  if (!eligible) throw new Error('The demo has no applicants.')
  const evaluationUs = evaluate(eligible)
  const http = await overHttp(eligible)
  const figures = { evaluationUs, ...http }
  return {
    rows: [
      atMost('whole 2024 rule set, all facts known', evaluationUs, 'µs', 50),
      atMost('checkEligibility ÷ { __typename } over HTTP, time of a warm request: 50 facts', http.alone.facts, '×', 2),
      atMost('the same with one fact (README)', http.alone.oneFact, '×', 2),
      told('the same with 50 facts and all 28 findings in the answer', http.alone.allFindings, '×'),
      told(`under load of ${connections} connections: { __typename }`, http.typenamePerSecond, 'requests/s'),
      told('checkEligibility, 50 facts', http.checkPerSecond, 'requests/s'),
      told('÷ { __typename }, 50 facts', http.loaded.facts, '×'),
      told('÷ { __typename }, one fact', http.loaded.oneFact, '×'),
      told('÷ { __typename }, all 28 findings', http.loaded.allFindings, '×'),
      atMost('server memory under this load', http.memoryMb, 'MiB', 250),
    ],
    figures,
  }
}

type Applicant = (typeof applicants)[number]

function evaluate({ category, direction, facts }: Applicant): number {
  const loaded = loadGuideline(readFileSync(notice, 'utf8'), notice.pathname)
  if (!loaded.ok) throw new Error('xining-2024.yaml has problems; npm run guideline -- check tells which.')
  const compiled = compileEdition(loaded.edition)
  const asked = { category, direction, facts }
  const at = new Date(asOf)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const runs = 5000
    const started = performance.now()
    for (let run = 0; run < runs; run++) {
      const { result } = checkEligibility(compiled, readCase(compiled, asked), at)
      if (result !== 'ELIGIBLE') throw new WrongAnswer(`the eligible applicant is ${result}`)
    }
    times.push(((performance.now() - started) * 1000) / runs)
  }
  return median(times)
}

/** The time of a check to that of `{ __typename }`. */
type Ratios = { readonly facts: number; readonly oneFact: number; readonly allFindings: number }

/** Besides, answers a second. */
type Measured = Ratios & { readonly typenames: number; readonly checks: number }

async function overHttp({ category, direction, facts }: Applicant) {
  const input = { city: 'xining', year: 2024, category, direction, asOf, facts }
  const ask = (findings: string, known: unknown = input): Request => ({
    query: `query ($input: CheckEligibilityInput!) {
      checkEligibility(input: $input) {
        verdict { result ${findings} { outcome clause { label } title fix } }
        errors { code message path }
      }
    }`,
    variables: { input: known },
  })
  const check = ask('findings(outcomes: [FAIL, UNKNOWN])')
  const few = ask('findings(outcomes: [FAIL])', { ...input, facts: { applicant: { ongoingProjects: 2 } } })
  const everything = ask('findings')
  const typename: Request = { query: '{ __typename }' }
  const expect = (text: string) => (answer: string) => {
    if (!answer.includes(text)) throw new WrongAnswer(answer.slice(0, 500))
  }
  const folder = await makeDataFolder()
  const server = await startServer(folder)
  try {
    const measure = async (connections: number, milliseconds: number): Promise<Measured> => {
      const at = { server, connections, milliseconds }
      const typenames = await load(at, typename, expect('"__typename":"Query"'))
      const checks = await load(at, check, expect('"result":"ELIGIBLE"'))
      const fews = await load(at, few, expect('"result":"INELIGIBLE"'))
      const all = await load(at, everything, expect('"NOT_APPLICABLE"'))
      return { typenames, checks, facts: typenames / checks, oneFact: typenames / fews, allFindings: typenames / all }
    }
    await measure(connections, 3000)
    const loaded = []
    for (let round = 0; round < rounds; round++) loaded.push(await measure(connections, 1000))
    const alone = []
    for (let round = 0; round < rounds; round++) alone.push(await measure(1, 500))
    const middle = (rounds: readonly Measured[], of: (round: Measured) => number) => median(rounds.map(of))
    const ratios = (rounds: readonly Measured[]): Ratios => ({
      facts: middle(rounds, ({ facts }) => facts),
      oneFact: middle(rounds, ({ oneFact }) => oneFact),
      allFindings: middle(rounds, ({ allFindings }) => allFindings),
    })
    return {
      alone: ratios(alone),
      loaded: ratios(loaded),
      typenamePerSecond: middle(loaded, ({ typenames }) => typenames),
      checkPerSecond: middle(loaded, ({ checks }) => checks),
      memoryMb: server.memory(),
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

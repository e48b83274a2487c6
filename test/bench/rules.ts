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
      told(
        'checkEligibility over HTTP, warm: 50 facts told, findings that fail or are unknown',
        http.checkPerSecond,
        'requests/s',
      ),
      told('{ __typename } on the same server', http.typenamePerSecond, 'requests/s'),
      atMost(`time of the one to the other (median of ${rounds} pairs)`, http.ratio, '×', 2),
      atMost('the same when only one fact is told (README)', http.ratioFewFacts, '×', 2),
      atMost('the same with one connection', http.ratioAlone, '×', 2),
      told('the same with all 28 findings in the answer', http.ratioAllFindings, '×'),
      told('the same, server’s processor time', http.ratioCpu, '×'),
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
    const measure = async (connections: number, milliseconds: number) => {
      const at = { server, connections, milliseconds }
      const checks = await load(at, check, expect('"result":"ELIGIBLE"'))
      const typenames = await load(at, typename, expect('"__typename":"Query"'))
      const all = await load(at, everything, expect('"NOT_APPLICABLE"'))
      const fews = await load(at, few, expect('"result":"INELIGIBLE"'))
      return {
        checks,
        typenames,
        ratio: typenames.perSecond / checks.perSecond,
        ratioCpu: checks.cpuUs / typenames.cpuUs,
        ratioAll: typenames.perSecond / all.perSecond,
        ratioFew: typenames.perSecond / fews.perSecond,
      }
    }
    await measure(16, 3000)
    const pairs = []
    for (let round = 0; round < rounds; round++) pairs.push(await measure(16, 1000))
    const alone = []
    for (let round = 0; round < rounds; round++) alone.push((await measure(1, 500)).ratio)
    return {
      checkPerSecond: median(pairs.map(({ checks }) => checks.perSecond)),
      typenamePerSecond: median(pairs.map(({ typenames }) => typenames.perSecond)),
      ratio: median(pairs.map(({ ratio }) => ratio)),
      ratioCpu: median(pairs.map(({ ratioCpu }) => ratioCpu)),
      ratioAlone: median(alone),
      ratioFewFacts: median(pairs.map(({ ratioFew }) => ratioFew)),
      ratioAllFindings: median(pairs.map(({ ratioAll }) => ratioAll)),
      memoryMb: server.memory(),
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

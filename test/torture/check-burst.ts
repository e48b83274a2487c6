import { dataProblems } from './check-answer.js'
import { type Body, codesOf, errorProblems } from './check-errors.js'
import type { GeneratedDocument, Request } from './request.js'
import type { Answered, Sender } from './send-request.js'
import type { World } from './world.js'

/** What a document came to. */
export type Outcome = {
  readonly kind: string
  readonly requests: number
  readonly withData: number
  readonly left: number
}

/** An answer is wrong; `request` is the one that was asked. */
export class WrongAnswer extends Error {
  constructor(
    readonly problems: readonly string[],
    readonly request: Request,
    readonly answers: Readonly<Record<string, string | undefined>>,
  ) {
    super(problems.join('\n'))
  }

  /** Which kind of wrong it is, without what is particular to the document. */
  get manner(): string {
    return (this.problems[0] ?? '').replace(/^data\S+/, 'data').slice(0, 15)
  }
}

/**
 * Sends what the documents ask for to the three services, all of it at the same time, and checks every answer.
 * @throws {WrongAnswer} for the first wrong one
 */
export async function checkBurst(
  world: World,
  sender: Sender,
  documents: readonly GeneratedDocument[],
): Promise<Outcome[]> {
  const ask = (url: string, { requests }: GeneratedDocument) =>
    Promise.all(requests.map((request) => sender.send(url, request)))
  const askAll = (url: string, which = (_document: GeneratedDocument) => true) =>
    Promise.all(documents.map((document) => (which(document) ? ask(url, document) : [])))
  // The service alone at first, so that its reads meet one another only.
  const direct = await askAll(world.direct)
  const [completed, oracle] = await Promise.all([
    askAll(world.completed),
    askAll(world.oracle, (document) => isForOracle(world, document)),
  ])
  const outcomes = documents.map((document, i) => {
    let withData = 0
    for (const [j, request] of document.requests.entries()) {
      const [one, other, expected] = [direct[i]?.[j], completed[i]?.[j], oracle[i]?.[j]]
      if (!one || !other) continue
      const problems = problemsOf(world, document, request, { one, other, expected })
      if (problems.length > 0) {
        throw new WrongAnswer(problems, request, { direct: one.text, completed: other.text, oracle: expected?.text })
      }
      if ((JSON.parse(one.text) as Body).data) withData++
    }
    const left = document.requests.filter(({ leavesAfter }) => leavesAfter !== undefined).length
    return { kind: document.kind, requests: document.requests.length, withData, left }
  })
  const unexpected = world.takeMasked().filter((message) => !world.faults?.test(message))
  if (unexpected[0] !== undefined) {
    throw new WrongAnswer(
      unexpected.map((message) => `masked error in the log: ${message}`),
      documents[0]?.requests[0] as Request,
      {},
    )
  }
  return outcomes
}

const fault = 'INTERNAL_SERVER_ERROR'

type Answers = { readonly one: Answered; readonly other: Answered; readonly expected: Answered | undefined }

function problemsOf(
  world: World,
  { refusedWith }: GeneratedDocument,
  request: Request,
  { one, other, expected }: Answers,
): string[] {
  const asked = JSON.stringify(request)
  const body = JSON.parse(one.text) as Body
  const codes = codesOf(body)
  const problems = [...errorProblems(body, one.status, asked), ...dataProblems(world.source.schema, request, body)]
  if (one.status !== other.status) problems.push(`status ${one.status} and ${other.status}`)
  if (comparable(one.text, codes) !== comparable(other.text, codes)) problems.push('the two ways give different bytes')
  if (codes.includes(fault) && !world.faults) problems.push('an error of the server’s own')
  if (refusedWith && (body.data || !codes.some((code) => refusedWith.includes(code)))) {
    problems.push(
      `is answered with ${body.data ? 'data' : codes.join(', ')}, not refused with ${refusedWith.join(' or ')}`,
    )
  }
  if (request.language === 'zh-CN' && body.errors?.some(({ message }) => !/\p{Script=Han}/u.test(message))) {
    problems.push('an error that isn’t in Chinese')
  }
  const hidden = world.hiddenFrom?.(request.viewer, one.text).filter((id) => !asked.includes(id)) ?? []
  if (hidden.length > 0) problems.push(`shows ${request.viewer} the hidden ${hidden.join(', ')}`)
  // The oracle takes any cursor and any size of a page.
  if (expected && !codes.includes('BAD_USER_INPUT')) {
    const right = JSON.parse(expected.text) as Body
    if (JSON.stringify(body.data) !== JSON.stringify(right.data)) problems.push('the oracle has other data')
    if (!codes.includes(fault) && placesOf(body) !== placesOf(right)) problems.push('the oracle has other errors')
  }
  return problems
}

/** The oracle knows what is right for whatever the engine may answer with data; of refusals it knows nothing. */
function isForOracle({ oracleKnows }: World, { kind, requests }: GeneratedDocument): boolean {
  if (!kind.startsWith('valid') && kind !== 'text that is code elsewhere') return false
  return !oracleKnows || requests.every(({ query }) => oracleKnows(query))
}

function placesOf({ errors = [] }: Body): string {
  return JSON.stringify(errors.map(({ path, extensions }) => [path, extensions?.code]))
}

/**
 * Masked errors carry the id of their request, of which each service has its own. And which of several nulls that
 * may not be becomes an error depends on which comes first (section 6.4.4): then the data count.
 */
function comparable(text: string, codes: readonly string[]): string {
  return codes.includes(fault) ? JSON.stringify((JSON.parse(text) as Body).data) : text
}

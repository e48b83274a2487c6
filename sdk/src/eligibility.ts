import type { CallOptions, Connection } from './connection.js'
import { CheckEligibility } from './generated/check-eligibility.js'
import { PaperDeadline } from './generated/paper-deadline.js'
import { Route } from './generated/route.js'
import type {
  CheckEligibilityInput,
  CheckEligibilityQuery,
  PaperDeadlineQuery,
  PaperDeadlineQueryVariables,
  RouteInput,
  RouteQuery,
} from './generated/types.js'

/** The verdict, or the refusals of the input: one of the two. */
export type EligibilityAnswer = CheckEligibilityQuery['checkEligibility']
export type Verdict = NonNullable<EligibilityAnswer['verdict']>
export type Finding = Verdict['findings'][number]
export type RouteAnswer = RouteQuery['route']
export type PaperDeadlineAnswer = PaperDeadlineQuery['paperDeadline']

/** Judges an application, as far as it is known. What is wrong with the input stands in `errors`, and is not thrown. */
export async function checkEligibility(
  connection: Connection,
  input: CheckEligibilityInput,
  options?: CallOptions,
): Promise<EligibilityAnswer> {
  return (await connection.query(CheckEligibility, { input }, options)).checkEligibility
}

/** Who recommends an application, level by level, and by which clause. */
export async function findRoute(
  connection: Connection,
  input: RouteInput,
  options?: CallOptions,
): Promise<RouteAnswer> {
  return (await connection.query(Route, { input }, options)).route
}

/** When the sealed paper copies are due; `call` is the id of a guideline's call. */
export async function paperDeadline(
  connection: Connection,
  variables: PaperDeadlineQueryVariables,
  options?: CallOptions,
): Promise<PaperDeadlineAnswer> {
  return (await connection.query(PaperDeadline, variables, options)).paperDeadline
}

import { type CaseReading, readCase } from '../../schema/rules/case-facts.js'
import type { Facts } from '../../schema/rules/facts.js'
import { parseMoment } from '../../schema/rules/moment.js'
import type { UserError } from '../../schema/types/user-error.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { guidelineNotFoundMessage } from '../guideline/guideline-not-found.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { addKnownFacts } from './add-known-facts.js'
import { findKnown, type Known } from './find-known.js'

type Input = {
  city: string
  year: number
  category?: string | null
  direction?: string | null
  asOf?: string | null
  facts?: Facts | null
  applicant?: string | null
  leader?: string | null
}

type Asked =
  | {
      readonly loaded: LoadedEdition
      readonly asked: CaseReading
      readonly asOf: Date
      /** What the service knows of who applies; null if nobody is named. */
      readonly known: Known | null
    }
  | { readonly errors: UserError[] }

/** Finds the edition in force that an input is about, and reads the input as a case; or tells everything wrong with it. */
export async function askEdition(context: Context, input: Input): Promise<Asked> {
  const { editions, now } = context
  const { city, year, asOf } = input
  const loaded = await editions.inForce(city, year)
  if (!loaded) {
    const known = { code: 'GUIDELINE_NOT_FOUND', message: guidelineNotFoundMessage({ city, year }) }
    return { errors: [refusal(known, 'input', (await editions.hasCity(city)) ? 'year' : 'city')] }
  }
  const { compiled } = loaded
  const moment = asOf == null ? null : parseMoment(asOf, compiled.edition.city.timeZone)
  const at = moment?.ok ? moment.value : now()
  const named = input.applicant != null || input.leader != null
  const found = named ? await findKnown(context, input, compiled, at) : null
  const known = found && 'facts' in found ? found : null
  const { category, direction } = input
  const { facts, issues } = known ? addKnownFacts(input.facts, known.facts) : { facts: input.facts, issues: [] }
  const asked = readCase(compiled, { category, direction, facts })
  const errors = [...asked.issues, ...issues].map((issue) => refusal(issue, 'input'))
  if (found && 'issues' in found) errors.push(...found.issues.map((issue) => refusal(issue, 'input')))
  if (moment && !moment.ok) errors.push(...moment.issues.map((issue) => refusal(issue, 'input', 'asOf')))
  if (errors.length > 0) return { errors }
  return { loaded, asked, asOf: at, known }
}

import { type CaseReading, readCase } from '../../schema/rules/case-facts.js'
import type { Facts } from '../../schema/rules/facts.js'
import { parseMoment } from '../../schema/rules/moment.js'
import type { UserError } from '../../schema/types/user-error.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import { guidelineNotFoundMessage } from '../guideline/guideline-not-found.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'

type Input = {
  city: string
  year: number
  category?: string | null
  direction?: string | null
  asOf?: string | null
  facts?: Facts | null
}

type Asked =
  | { readonly loaded: LoadedEdition; readonly asked: CaseReading; readonly asOf: Date }
  | { readonly errors: UserError[] }

/** Finds the edition in force that an input is about, and reads the input as a case; or tells everything wrong with it. */
export async function askEdition({ editions, now }: Context, input: Input): Promise<Asked> {
  const { city, year, asOf } = input
  const loaded = await editions.inForce(city, year)
  if (!loaded) {
    const known = { code: 'GUIDELINE_NOT_FOUND', message: guidelineNotFoundMessage({ city, year }) }
    return { errors: [refusal(known, 'input', (await editions.hasCity(city)) ? 'year' : 'city')] }
  }
  const { category, direction, facts } = input
  const asked = readCase(loaded.compiled, { category, direction, facts })
  const errors = asked.issues.map((issue) => refusal(issue, 'input'))
  const moment = asOf == null ? null : parseMoment(asOf, loaded.compiled.edition.city.timeZone)
  if (moment && !moment.ok) errors.push(...moment.issues.map((issue) => refusal(issue, 'input', 'asOf')))
  if (errors.length > 0) return { errors }
  return { loaded, asked, asOf: moment?.ok ? moment.value : now() }
}

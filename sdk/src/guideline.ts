import type { CallOptions, Connection, Locale } from './connection.js'
import { Guideline as GuidelineOperation } from './generated/guideline.js'
import { Guidelines } from './generated/guidelines.js'
import type {
  GuidelineQuery,
  GuidelineQueryVariables,
  GuidelinesQuery,
  GuidelinesQueryVariables,
} from './generated/types.js'
import { readPages } from './pages.js'

/** A guideline with its categories, directions, calls, rules, clauses and offices. */
export type Guideline = NonNullable<GuidelineQuery['guideline']>

/** A guideline as it stands in the list. */
export type GuidelineSummary = GuidelinesQuery['guidelines']['nodes'][number]

export type GuidelineKey = GuidelineQueryVariables

/**
 * The guideline of a city and year: the edition in force, or the one named.
 * @throws ShenbaoError with the code GUIDELINE_NOT_FOUND if there is none.
 */
export async function getGuideline(
  connection: Connection,
  { city, year, edition, ...given }: GuidelineKey & { readonly locale?: Locale },
  options?: CallOptions,
): Promise<Guideline> {
  const { guideline } = await connection.query(GuidelineOperation, { city, year, edition }, { ...given, ...options })
  // By the contract null comes with an error only, which was thrown.
  return guideline as Guideline
}

/**
 * All guidelines that fit, page by page as they are asked for; `first` is the size of a page, 50 unless given.
 * @throws ShenbaoError of the kind `cursor` if the service gives a cursor a second time.
 */
export function listGuidelines(
  connection: Connection,
  selection: GuidelinesQueryVariables = {},
  options?: CallOptions,
): AsyncGenerator<GuidelineSummary, void, undefined> {
  return readPages(
    async (after) => (await connection.query(Guidelines, { first: 50, ...selection, after }, options)).guidelines,
    selection.after,
  )
}

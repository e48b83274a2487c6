import { createHash } from 'node:crypto'
import type { SectionName, SectionOf } from '../../schema/rules/form/form.js'
import type { FormIssue } from '../../schema/rules/form/form-issue.js'
import { uuidOf } from '../applicant/find-applicant.js'
import { canonicalJson } from '../canonical-json.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { applicationIssues } from './application-issues.js'
import { checkReferences } from './check-references.js'
import { findSection } from './find-section.js'
import { readContent, standsAlone } from './read-content.js'
import { revisionContent } from './revision-content.js'
import { reuseStoredValues, takePersonalValues } from './seal-section.js'
import { StaleSection } from './stale-section.js'
import { storeSection } from './store-section.js'

type Asked<N extends SectionName> = {
  readonly application: string
  readonly revision: number
  readonly content: SectionOf<N>
}

type Saved = { readonly key: string; readonly revision: number }

/**
 * Saves a whole section, in one statement, or in two, one that reads and one that writes, where what is stored matters. Whether
 * somebody else was faster shows when the row is changed. The same content again makes no revision.
 * @param operation the mutation's name
 * @returns the application's key, and the section's revision now
 * @throws {Refused} the refusals of `findSection`, REVISION_UNKNOWN, MASKED_VALUE_UNKNOWN, and all that `readContent` finds
 * @throws {StaleSection}
 */
export async function saveSection<N extends SectionName>(
  context: Context,
  operation: string,
  section: N,
  asked: Asked<N>,
): Promise<Saved> {
  return (await saveUnseen(context, operation, section, asked)) ?? saveSeen(context, operation, section, asked)
}

/**
 * The usual save, in one statement: of a section that stands alone, by somebody who may, on its newest revision.
 * @returns null if it is another case, which `saveSeen` finds out
 */
async function saveUnseen<N extends SectionName>(
  context: Context,
  operation: string,
  section: N,
  { application, revision, content: typed }: Asked<N>,
): Promise<Saved | null> {
  const key = uuidOf('Application', application)
  if (key === null || revision < 0 || !standsAlone(section)) return null
  const { value: content, issues } = readContent(section, typed, null, context)
  if (issues.length > 0) return null
  const storing = { application: key, section, revision, content, hash: hashOf(content), values: [] }
  const saved = await storeSection(context.statements, context, operation, { ...storing, unseen: true })
  return saved ? { key, revision: revision + 1 } : null
}

async function saveSeen<N extends SectionName>(
  context: Context,
  operation: string,
  section: N,
  { application, revision, content: typed }: Asked<N>,
): Promise<Saved> {
  const place = await findSection(context.statements, context.viewer, application, section)
  if (revision > place.revision || revision < 0) {
    throw new Refused([refusal(applicationIssues.futureRevision, 'input', 'revision')])
  }
  const loaded = await context.editions.byKey(place.guideline)
  if (!loaded) throw new Error(`The edition ${place.guideline} of an application is gone.`)
  const { value, issues } = readContent(section, typed, loaded, context)
  // What comes back masked is what was shown to who began with an older revision.
  const base = revision < place.revision ? await revisionContent(context.em(), place, revision) : place.content
  const taken = takePersonalValues(section, value, base)
  refuseFor([...issues, ...taken.issues, ...(await checkReferences(context.em(), place, value, loaded))])

  const em = context.em()
  const { content, values } = await reuseStoredValues(em, context.keyring, place.application, section, taken)
  const hash = hashOf(content)
  if (hash === place.hash) return { key: place.application, revision: place.revision }
  if (revision < place.revision) throw new StaleSection(place, { base, read: value, content })
  const saved = await storeSection(context.statements, context, operation, { ...place, content, hash, values })
  // Somebody else was faster by less than the time of this request: the next round finds his revision.
  if (!saved) return saveSection(context, operation, section, { application, revision, content: typed })
  return { key: place.application, revision: place.revision + 1 }
}

function refuseFor(issues: readonly FormIssue[]): void {
  if (issues.length === 0) return
  throw new Refused(issues.map(({ path, ...issue }) => refusal(issue, 'input', 'content', ...path)))
}

/** Told to the audit trail, which so vouches for the text. */
export function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

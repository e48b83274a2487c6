import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { codeOfSection, type SectionName, type SectionOf } from '../../schema/rules/form/form.js'
import type { FormIssue } from '../../schema/rules/form/form-issue.js'
import { actorOf } from '../access/viewer.js'
import { canonicalJson } from '../canonical-json.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { write } from '../write.js'
import { columnsOf } from './application-columns.js'
import { applicationIssues } from './application-issues.js'
import { checkReferences } from './check-references.js'
import { findSection, type SectionPlace } from './find-section.js'
import { readContent } from './read-content.js'
import { revisionContent } from './revision-content.js'
import { reuseStoredValues, storePersonalValues, takePersonalValues } from './seal-section.js'
import { StaleSection } from './stale-section.js'

type Asked<N extends SectionName> = {
  readonly application: string
  readonly revision: number
  readonly content: SectionOf<N>
}

/**
 * Saves a whole section. Reading and checking come before the transaction, which holds two statements: whether somebody
 * else was faster shows when the row is changed. The same content again makes no revision.
 * @param operation the mutation's name
 * @returns the application's key, and the section's revision now
 * @throws {Refused} the refusals of `findSection`, REVISION_UNKNOWN, MASKED_VALUE_UNKNOWN, and all that `readContent` finds
 * @throws {StaleSection}
 */
export async function saveSection<N extends SectionName>(
  context: Context,
  operation: string,
  section: N,
  { application, revision, content: typed }: Asked<N>,
): Promise<{ readonly key: string; readonly revision: number }> {
  const place = await findSection(context.em(), context.viewer, application, section)
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

  const { result, errors } = await write(context, operation, async (em) => {
    const { content, values } = await reuseStoredValues(em, context.keyring, place.application, section, taken)
    const hash = hashOf(content)
    if (hash === place.hash) return place.revision
    if (revision < place.revision) throw new StaleSection(place, { base, read: value, content })
    const saved = await storeSection(em, context, { ...place, content, hash })
    if (saved) await storePersonalValues(em, context.keyring, place.application, values)
    return saved ? place.revision + 1 : null
  })
  if (errors.length > 0) throw new Refused(errors)
  // Somebody else was faster by less than the time of this request: the next round finds his revision.
  if (result === null) return saveSection(context, operation, section, { application, revision, content: typed })
  return { key: place.application, revision: result }
}

function refuseFor(issues: readonly FormIssue[]): void {
  if (issues.length === 0) return
  throw new Refused(issues.map(({ path, ...issue }) => refusal(issue, 'input', 'content', ...path)))
}

/** Told to the audit trail, which so vouches for the text. */
export function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

type Storing = SectionPlace & { readonly content: Readonly<Record<string, unknown>>; readonly hash: string }

/**
 * Writes a section's next revision, and what the application's columns repeat of it.
 * @returns false if the section has another revision by now
 */
export async function storeSection(
  em: EntityManager,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  { application, section, revision, content, hash }: Storing,
): Promise<boolean> {
  const code = codeOfSection(section)
  const by = [actorOf(viewer), now()]
  const changed =
    revision === 0
      ? `insert into application_section (application_id, section, revision, content_hash, edited_by_id, edited_at)
         values (?, ?, 1, ?, ?, ?) on conflict do nothing returning revision`
      : `update application_section set revision = revision + 1, content_hash = ?, edited_by_id = ?, edited_at = ?
         where application_id = ? and section = ? and revision = ? returning revision`
  const place = [application, code]
  const rows = await em.execute<object[]>(
    `with changed as (${changed})
     insert into section_revision (application_id, section, revision, content, edited_by_id, edited_at)
     select ?, ?, revision, ?::jsonb, ?, ? from changed returning revision`,
    [
      ...(revision === 0 ? [...place, hash, ...by] : [hash, ...by, ...place, revision]),
      ...[...place, JSON.stringify(content), ...by],
    ],
  )
  if (rows.length === 0) return false
  const columns = Object.entries(columnsOf(section, content))
  if (columns.length > 0) {
    await em.execute(
      `update application set ${columns.map(([name]) => `${name} = ?`).join(', ')} where id = ?
       and (${columns.map(([name]) => name).join(', ')}) is distinct from (${columns.map(() => '?').join(', ')})`,
      [...columns.map(([, value]) => value), application, ...columns.map(([, value]) => value)],
    )
  }
  return true
}

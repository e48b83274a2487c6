import { buffer } from 'node:stream/consumers'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { FormSection, SectionImportState } from '../../schema/enums.js'
import { codeOfSection, type SectionName } from '../../schema/rules/form/form.js'
import { formSections } from '../../schema/rules/form/sections.js'
import { issue } from '../../schema/rules/issue.js'
import type { ApplicationImportReport, ImportApplicationInput } from '../../schema/types/exchange.js'
import type { UserError } from '../../schema/types/user-error.js'
import { readDocument } from '../document/read-document.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { write } from '../write.js'
import { applicationIssues } from './application-issues.js'
import { type GivenDocument, readExchangeDocument } from './exchange-document.js'
import { type CheckedSection, checkSections } from './import-checks.js'
import { hashOf } from './save-section.js'
import { reuseStoredValues } from './seal-section.js'
import { storeSection } from './store-section.js'

/** What an import came to. */
export type Imported = {
  /** Key of the application; null if nothing was written. */
  readonly key: string | null
  readonly report: ApplicationImportReport | null
  readonly errors: readonly UserError[]
}

/** Somebody else has saved a section since it was looked at. */
class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Takes a document's sections into an application, all or none: with one problem in any field, or one section that somebody
 * else has changed since, nothing is written. Each section that changes gets one revision; one that is as it was gets none,
 * so the same import may be sent again. Personal values that are masked stay what they are.
 * @throws never `Refused`: refusals are in the result
 */
export async function importApplication(context: Context, input: ImportApplicationInput): Promise<Imported> {
  try {
    const given = readExchangeDocument(await textOf(context, input))
    const source = input.json == null ? 'document' : 'json'
    if ('issues' in given)
      throw new Refused(given.issues.map(({ path, ...found }) => refusal(found, 'input', source, ...path)))
    return await importSections(context, 'importApplication', input, given)
  } catch (error) {
    if (error instanceof Refused) return { key: null, report: null, errors: error.errors }
    throw error
  }
}

async function textOf(context: Context, { json, document }: ImportApplicationInput): Promise<string> {
  if (json != null && document == null) return json
  if (json != null || document == null) throw new Refused([refusal(oneSource, 'input')])
  const { stream, mediaType } = await readDocument(
    context,
    keyOfGlobalId('Document', document) ?? '',
    ...['input', 'document'],
  )
  const bytes = await buffer(stream)
  // What is no JSON has no schema either, and is told so by the reader of documents.
  return mediaType.startsWith('application/json') ? bytes.toString('utf8') : ''
}

/** What an import is asked to do, whatever its sections come from. */
export type Asked = Pick<ImportApplicationInput, 'application' | 'revisions' | 'dryRun'>

/**
 * Checks and stores the sections of a document.
 * @param operation the mutation's name
 * @throws {Refused} the refusals of `findSection`, REVISION_UNKNOWN
 */
export async function importSections(
  context: Context,
  operation: string,
  input: Asked,
  given: GivenDocument,
): Promise<Imported> {
  const { dryRun, application } = input
  const sections = await checkSections(context, application, given.sections)
  refuseFutureRevisions(sections, (section) => baseOf(input, given, section))
  const isStale = ({ place, changed }: CheckedSection) =>
    changed && baseOf(input, given, place.section) < place.revision
  const report = (written: boolean, revisionOf = ({ place }: CheckedSection) => place.revision) => ({
    ...{ dryRun, written },
    sections: sections.map((section) => ({
      section: codeOfSection(section.place.section),
      state: stateOf(section, isStale(section)),
      revision: revisionOf(section),
      problems: section.problems,
      checks: section.checks,
    })),
  })
  const errors = [
    ...(sections.some(({ problems }) => problems.length > 0) ? [refusal(refused, 'input')] : []),
    ...sections
      .filter(isStale)
      .map(({ place }) =>
        refusal(staleSection(place.section, place.revision), 'input', 'revisions', codeOfSection(place.section)),
      ),
  ]
  if (dryRun || errors.length > 0) return { key: null, report: report(false), errors: dryRun ? [] : errors }

  const { result, errors: others } = await write(context, operation, (em) =>
    storeSections(em, context, operation, sections),
  ).catch((error) => {
    if (error instanceof Overtaken) return { result: null, errors: null }
    throw error
  })
  // Somebody else was faster by less than the time of this request: the next round finds what he saved.
  if (others === null) return importSections(context, operation, input, given)
  if (result === null) return { key: null, report: report(false), errors: others }
  const [first] = sections
  return {
    key: first?.place.application ?? null,
    report: report(true, ({ place, changed }) => place.revision + (changed ? 1 : 0)),
    errors: [],
  }
}

/** In the form's order, so that two imports never wait for each other. @throws {Overtaken} */
async function storeSections(
  em: EntityManager,
  context: Context,
  operation: string,
  sections: readonly CheckedSection[],
): Promise<true> {
  for (const { place, taken, changed } of sections) {
    if (!changed) continue
    const { content, values } = await reuseStoredValues(em, context.keyring, place.application, place.section, taken)
    const saved = await storeSection(em, context, operation, {
      ...place,
      content,
      hash: hashOf(content),
      values,
    })
    if (!saved) throw new Overtaken()
  }
  return true
}

function baseOf(
  { application, revisions }: ImportApplicationInput,
  given: GivenDocument,
  section: SectionName,
): number {
  const code: FormSection = codeOfSection(section)
  const named = revisions?.find((revision) => revision.section === code)
  if (named) return named.revision
  return given.application === application ? (given.revisions[section] ?? 0) : 0
}

function refuseFutureRevisions(sections: readonly CheckedSection[], baseOf: (section: SectionName) => number): void {
  const future = sections.filter(({ place }) => baseOf(place.section) > place.revision || baseOf(place.section) < 0)
  if (future.length === 0) return
  throw new Refused(
    future.map(({ place }) =>
      refusal(applicationIssues.futureRevision, 'input', 'revisions', codeOfSection(place.section)),
    ),
  )
}

function stateOf({ problems, changed }: CheckedSection, stale: boolean): SectionImportState {
  if (problems.length > 0) return 'REFUSED'
  if (stale) return 'STALE'
  return changed ? 'CHANGED' : 'UNCHANGED'
}

const oneSource = issue('IMPORT_SOURCE_MISSING', '请给出 json 或 document 之一。', 'Give either json or document.')

const refused = issue(
  'IMPORT_REFUSED',
  '导入的内容存在问题，未写入任何部分；请按 report 中各部分的 problems 改正。',
  'The import has problems, and no section was written; correct them as the report’s problems say.',
)

const staleSection = (section: SectionName, revision: number) =>
  issue(
    'STALE_REVISION',
    `“${formSections[section]['zh-CN']}”部分已被他人修改（当前版本 ${revision}），未写入任何部分；请重新导出，合并后再导入。`,
    `The section “${formSections[section].en}” was changed since (revision ${revision} now), and no section was written; export anew, put both together, and import again.`,
  )

import type { EntityManager } from '@mikro-orm/postgresql'
import { fillSection } from '../../schema/rules/form/fill-section.js'
import { codeOfSection, type SectionName, sectionNames, sectionOfCode } from '../../schema/rules/form/form.js'
import { isSame } from '../../schema/rules/form/same-value.js'
import { sectionDifference } from '../../schema/rules/form/section-difference.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import { FilledField, type PrefillApplicationInput } from '../../schema/types/application-upkeep.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { applicationIssues } from './application-issues.js'
import { copyValues, openValues } from './copy-values.js'
import type { EditionToFill } from './edition-to-fill.js'
import { findReadable } from './find-readable.js'
import type { SectionPlace } from './find-section.js'
import { findWritable, type WritableApplication } from './find-writable.js'
import { fittingContent } from './fitting-content.js'
import { RegisteredContent, registeredSections } from './registered-content.js'
import { hashOf } from './save-section.js'
import { type NewPersonalValue, reuseStoredValues } from './seal-section.js'
import { storeSection } from './store-section.js'
import { storedSections } from './stored-sections.js'

type Content = Readonly<Record<string, unknown>>

/** What fields are filled in from, for a section. */
type Source = (
  place: SectionPlace,
) => Promise<{ readonly content: Content; readonly values: readonly NewPersonalValue[] }>

/** What is declared and committed to is never taken from another application. */
const neverCopied: readonly SectionName[] = ['opinion', 'declarations']
/** What is another application's own is taken from it only if it is asked for. */
const seldomCopied: readonly SectionName[] = [...neverCopied, 'cover', 'attachments']

/**
 * Fills in the empty fields of a draft, from what its organisation is registered with or from another of its applications.
 * Each section that gets something has a new revision; a second request finds nothing to fill in.
 * @param target the draft's edition, loaded before the transaction
 * @returns the application's key, and the fields that were filled in
 * @throws {Refused} the refusals of `findWritable`; at `from` those of `findReadable`, APPLICATION_UNKNOWN also for one of
 * another organisation; STALE_REVISION if somebody saves a section for the first time at the same moment
 */
export async function prefillApplication(
  em: EntityManager,
  context: Context,
  target: EditionToFill | null,
  input: PrefillApplicationInput,
): Promise<{ readonly key: string; readonly filled: readonly FilledField[] }> {
  const application = await findWritable(em, context.viewer, input.application, { editing: true })
  if (target?.key !== application.guideline) throw new Error('An application has another edition than a moment ago.')
  const { sections, read } =
    input.from == null
      ? registration(em, context, target, application)
      : await otherApplication(em, context, target, application, input.from)
  const asked = input.sections?.map(sectionOfCode)
  const chosen = asked ? asked.filter((section) => sections.all.includes(section)) : sections.usual
  const stored = await storedSections(em, application.id)
  const filled: FilledField[] = []
  for (const section of new Set(chosen)) {
    const { revision = 0, content = {}, hash = null } = stored.get(section) ?? {}
    const { id, applicant, guideline } = application
    const place: SectionPlace = { application: id, section, applicant, guideline, revision, content, hash }
    filled.push(...(await fill(em, context, place, read)))
  }
  return { key: application.id, filled }
}

async function fill(em: EntityManager, context: Context, place: SectionPlace, read: Source): Promise<FilledField[]> {
  const { section, application, content: before } = place
  const source = await read(place)
  const sealed = { content: fillSection(section, before, source.content), values: source.values }
  if (isSame(before, sealed.content)) return []
  const text = JSON.stringify(sealed.content)
  // Values of fields that weren't empty aren't needed.
  const needed = { ...sealed, values: sealed.values.filter(({ id }) => text.includes(id)) }
  const { content, values } = await reuseStoredValues(em, context.keyring, application, section, needed)
  const storing = { ...place, content, hash: hashOf(content), values }
  if (!(await storeSection(em, context, 'prefillApplication', storing))) {
    throw new Refused([refusal(applicationIssues.changedMeanwhile(place.revision + 1), 'input', 'application')])
  }
  return sectionDifference(section, before, content).map(({ path, label }) =>
    Object.assign(new FilledField(), { section: codeOfSection(section), path, label }),
  )
}

function registration(
  em: EntityManager,
  { keyring, now }: Context,
  { loaded }: EditionToFill,
  { applicant }: WritableApplication,
) {
  const today = localDateOf(now(), loaded.compiled.edition.city.timeZone)
  const read: Source = async ({ section, content }) => {
    const registered = new RegisteredContent(em, keyring, applicant, today)
    return { content: await registered.of(section, content), values: registered.values }
  }
  return { sections: { all: registeredSections, usual: registeredSections }, read }
}

async function otherApplication(
  em: EntityManager,
  context: Context,
  { loaded }: EditionToFill,
  { id, applicant }: WritableApplication,
  input: string,
) {
  const from = await findReadable(em, context, input, 'from')
  if (from.applicant.id !== applicant || from.id === id) {
    throw new Refused([refusal(applicationIssues.unknown, 'input', 'from')])
  }
  const said = await storedSections(em, from.id)
  const personal = await openValues(em, context.keyring, from.id)
  const read: Source = async (place) => {
    const { section } = place
    const fitting = await fittingContent(em, place, said.get(section)?.content ?? {}, loaded)
    return copyValues(personal, section, fitting)
  }
  const all = sectionNames.filter((section) => !neverCopied.includes(section))
  return { sections: { all, usual: all.filter((section) => !seldomCopied.includes(section)) }, read }
}

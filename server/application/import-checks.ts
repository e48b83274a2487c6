import type { FormSection } from '../../schema/enums.js'
import type { ErrorCode } from '../../schema/error-codes.js'
import { checkForm } from '../../schema/rules/form/check-form.js'
import {
  codeOfSection,
  type Form,
  type SectionName,
  sectionNames,
  sectionOfCode,
} from '../../schema/rules/form/form.js'
import type { FormIssue } from '../../schema/rules/form/form-issue.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { FieldCheck, FieldProblem } from '../../schema/types/exchange.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { checkReferences } from './check-references.js'
import type { GivenDocument } from './exchange-document.js'
import { findSections, type SectionPlace } from './find-section.js'
import { readContent } from './read-content.js'
import { hashOf } from './save-section.js'
import { reuseStoredValues, takePersonalValues } from './seal-section.js'
import { showContent } from './show-section.js'

/** A section of a document, read and compared with what the application has. */
export type CheckedSection = {
  readonly place: SectionPlace
  readonly taken: ReturnType<typeof takePersonalValues>
  /** Whether it says something else than the stored one. */
  readonly changed: boolean
  readonly problems: readonly FieldProblem[]
  readonly checks: readonly FieldCheck[]
}

/**
 * Reads a document's sections as if each were saved, and checks the form as it would be.
 * @param application its id in the API
 * @returns the sections in the form's order
 * @throws {Refused} the refusals of `findSections`
 */
export async function checkSections(
  context: Context,
  application: string,
  given: GivenDocument['sections'],
): Promise<readonly CheckedSection[]> {
  const { viewer, editions, keyring } = context
  const names = sectionNames.filter((name) => given[name] !== undefined)
  if (names.length === 0) return []
  const places = await findSections(context.em(), viewer, application, names)
  const [place] = places as [SectionPlace]
  const loaded = await editions.byKey(place.guideline)
  if (!loaded) throw new Error(`The edition ${place.guideline} of an application is gone.`)
  const read = places.map((place) => ({
    place,
    ...readContent(place.section, given[place.section] ?? {}, loaded, context),
  }))
  const checks = checkWhole(
    {
      ...(await storedForm(context, place.application)),
      ...Object.fromEntries(read.map(({ place, value }) => [place.section, value])),
    },
    loaded,
    context,
  )
  return Promise.all(
    read.map(async ({ place, value, issues }): Promise<CheckedSection> => {
      const em = context.em()
      const taken = takePersonalValues(place.section, value, place.content)
      const problems = [...issues, ...taken.issues, ...(await checkReferences(em, place, value, loaded))].map(problemOf)
      const { content } = await reuseStoredValues(em, keyring, place.application, place.section, taken)
      const ofSection = checks.filter(({ section }) => section === place.section)
      return {
        ...{ place, taken, problems },
        changed: hashOf(content) !== place.hash,
        checks: ofSection.map((check) => ({ ...problemOf(check), severity: check.severity })),
      }
    }),
  )
}

function checkWhole(form: Form, { compiled }: LoadedEdition, { now }: Context) {
  return checkForm(form, { today: localDateOf(now(), compiled.edition.city.timeZone) })
}

async function storedForm(context: Context, application: string): Promise<Form> {
  const rows = await context.em().execute<{ section: FormSection; content: Record<string, unknown> }[]>(
    `select section, content from application_section join section_revision using (application_id, section, revision)
     where application_id = ?`,
    [application],
  )
  return Object.fromEntries(
    rows.map(({ section, content }) => {
      const name: SectionName = sectionOfCode(section)
      return [name, showContent(name, content)]
    }),
  )
}

function problemOf({ code, message, path }: FormIssue): FieldProblem {
  return { code: code as ErrorCode, message, path }
}

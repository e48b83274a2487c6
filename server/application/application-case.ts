import { type CaseReading, readCase } from '../../schema/rules/case-facts.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import type { Form } from '../../schema/rules/form/form.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { factsOfForm } from './facts-of-form.js'
import { openForm, type Registered, type StoredForm } from './stored-form.js'

/** An application ready to be checked and judged, under the edition that it is filled in under. */
export type ApplicationCase = {
  readonly loaded: LoadedEdition
  /** With the numbers of documents in clear. */
  readonly form: Form
  readonly applicant: Registered
  /** Files and documents that the attachments name, by their ids. */
  readonly files: StoredForm['files']
  readonly now: Date
  /** Of the city. */
  readonly today: LocalDate
  /** What form and registration tell. */
  readonly facts: Facts
}

/** Takes a stored application apart. */
export async function applicationCase(
  { editions, keyring, now }: Pick<Context, 'editions' | 'keyring' | 'now'>,
  stored: StoredForm,
): Promise<ApplicationCase> {
  const loaded = await editions.byKey(stored.guideline)
  if (!loaded) throw new Error(`The edition ${stored.guideline} of an application is gone.`)
  const { edition } = loaded.compiled
  const at = now()
  const today = localDateOf(at, edition.city.timeZone)
  const { applicant, files } = stored
  const form = openForm(stored, keyring)
  const attachments = new Set(edition.attachments.map(({ code }) => code))
  const facts = factsOfForm(form, applicant, { today, attachments })
  return { loaded, form, applicant, files, now: at, today, facts }
}

/**
 * The facts as rules read them.
 * @throws Error when the form or the registration says what the edition doesn't know, which no save lets in
 */
export function readForRules(compiled: CompiledEdition, { cover }: Form, facts: Facts): CaseReading {
  const asked = readCase(compiled, { category: cover?.category, direction: cover?.direction, facts })
  const [wrong] = asked.issues
  if (wrong) throw new Error(`An application has the fact ${wrong.path} with ${wrong.code}.`)
  return asked
}

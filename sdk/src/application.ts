import type { CallOptions, Connection } from './connection.js'
import { Application as ApplicationOperation } from './generated/application.js'
import { ApplicationHistory } from './generated/application-history.js'
import { Applications } from './generated/applications.js'
import { Completeness as CompletenessOperation } from './generated/completeness.js'
import { CopyApplication } from './generated/copy-application.js'
import { CreateApplication } from './generated/create-application.js'
import { DeleteApplication } from './generated/delete-application.js'
import { RestoreApplication } from './generated/restore-application.js'
import { sectionSaves } from './generated/section-saves.js'
import type {
  ApplicationHistoryQuery,
  ApplicationsQuery,
  ApplicationsQueryVariables,
  CompletenessQuery,
  CopyApplicationInput,
  CreateApplicationInput,
  CreateApplicationMutation,
  HistoryFilter,
} from './generated/types.js'
import { newKey } from './new-key.js'
import type { Page } from './pages.js'
import { type Application, contentOf, type Section, type SectionContent, type SectionName } from './section.js'
import type { TypedDocument } from './typed-document.js'

/** An application as it stands in the list. */
export type ApplicationSummary = ApplicationsQuery['applications']['nodes'][number]

/** How far an application is, section by section: what is missing, what is wrong, what is doubtful. */
export type Completeness = NonNullable<CompletenessQuery['application']>['completeness']

/** Why something wasn't done, each with what to do about it. */
export type Refusals = CreateApplicationMutation['createApplication']['errors']

/** An application to begin; without a key the client makes one. */
export type NewApplication = Omit<CreateApplicationInput, 'idempotencyKey'> & { readonly idempotencyKey?: string }

/** What became of a change of an application as a whole. */
export type ChangeResult =
  | { readonly status: 'done'; readonly application: ApplicationSummary }
  | { readonly status: 'refused'; readonly errors: Refusals }

/** A revision of a section, with what it has changed. */
export type HistoryEntry = ApplicationHistoryQuery['applicationHistory']['nodes'][number]

export type CreateResult =
  | { readonly status: 'created'; readonly application: ApplicationSummary }
  | { readonly status: 'refused'; readonly errors: Refusals }

/** A section to save, in place of the one that has this revision (0: nobody has saved it yet). */
export type SectionToSave<N extends SectionName> = {
  readonly application: string
  readonly revision: number
  readonly content: SectionContent<N>
}

/** What became of a save. */
export type SaveResult<N extends SectionName = SectionName> =
  | {
      readonly status: 'saved'
      /** What the next save is based on. */
      readonly revision: number
      /** As it is read now; newer than `revision` if somebody else has saved meanwhile. */
      readonly section: Section<N>
    }
  /** Somebody else has saved since. */
  | {
      readonly status: 'stale'
      readonly current: Section<N>
      /** What both have changed, put together, with the stored value where both changed a field; to be saved with its revision. */
      readonly merged: Section<N> | null
      /** The fields that both have changed, such as `leader.title` or `partners.k1.name`. */
      readonly conflicts: readonly string[]
      readonly errors: Refusals
    }
  | {
      readonly status: 'refused'
      readonly errors: Refusals
      /** Messages by the form's fields, such as `leader.idNumber`; what is about none of them stands under "". */
      readonly fields: Readonly<Record<string, readonly string[]>>
    }

/** Begins an application of an organisation. Sent again after a broken connection, it is begun once. */
export async function createApplication(
  connection: Connection,
  { idempotencyKey = newKey(), ...input }: NewApplication,
  options?: CallOptions,
): Promise<CreateResult> {
  const variables = { input: { ...input, idempotencyKey } }
  const { createApplication: payload } = await connection.query(CreateApplication, variables, {
    repeatable: true,
    ...options,
  })
  const { application, errors } = payload
  return application ? { status: 'created', application } : { status: 'refused', errors }
}

/** Begins an application with the content of another one. */
export async function copyApplication(
  connection: Connection,
  application: string,
  { idempotencyKey = newKey(), year }: Partial<Pick<CopyApplicationInput, 'year' | 'idempotencyKey'>> = {},
  options?: CallOptions,
): Promise<CreateResult> {
  const input = { application, idempotencyKey, year }
  const { copyApplication: payload } = await connection.query(
    CopyApplication,
    { input },
    { repeatable: true, ...options },
  )
  const { application: copy, errors } = payload
  return copy ? { status: 'created', application: copy } : { status: 'refused', errors }
}

/** Puts a draft into the bin, from which it can be restored for a while. */
export async function deleteApplication(
  connection: Connection,
  application: string,
  options?: CallOptions,
): Promise<ChangeResult> {
  return changed((await connection.query(DeleteApplication, { input: { application } }, options)).deleteApplication)
}

/** Takes a draft out of the bin. */
export async function restoreApplication(
  connection: Connection,
  application: string,
  options?: CallOptions,
): Promise<ChangeResult> {
  return changed((await connection.query(RestoreApplication, { input: { application } }, options)).restoreApplication)
}

function changed({ application, errors }: CreateApplicationMutation['createApplication']): ChangeResult {
  return application ? { status: 'done', application } : { status: 'refused', errors }
}

/** A page of what was saved, the newest first. */
export async function fetchHistory(
  connection: Connection,
  filter: HistoryFilter,
  after: string | null | undefined,
  options?: CallOptions,
): Promise<Page<HistoryEntry>> {
  return (await connection.query(ApplicationHistory, { filter, first: 20, after }, options)).applicationHistory
}

/**
 * An application with all its sections.
 * @throws ShenbaoError with the code APPLICATION_UNKNOWN if there is none, or none that the caller may see.
 */
export async function getApplication(connection: Connection, id: string, options?: CallOptions): Promise<Application> {
  const { application } = await connection.query(ApplicationOperation, { id }, options)
  // By the contract null comes with an error only, which was thrown.
  return application as Application
}

/**
 * How far an application is, checked as a whole by the service.
 * @throws ShenbaoError with the code APPLICATION_UNKNOWN if there is none, or none that the caller may see.
 */
export async function completenessOf(connection: Connection, id: string, options?: CallOptions): Promise<Completeness> {
  const { application } = await connection.query(CompletenessOperation, { id }, options)
  return (application as NonNullable<typeof application>).completeness
}

/** A page of the applications that the caller may see. */
export async function fetchApplications(
  connection: Connection,
  selection: ApplicationsQueryVariables,
  options?: CallOptions,
): Promise<Page<ApplicationSummary>> {
  return (await connection.query(Applications, { first: 50, ...selection }, options)).applications
}

/** As the documents of all sections have it; which section it is, the compiler can't follow into their names. */
type Saved = {
  readonly saved: {
    readonly application: Readonly<Record<string, unknown>> | null
    readonly revision: number | null
    readonly merged: unknown
    readonly conflicts: readonly string[]
    readonly errors: Refusals
  }
}
type SaveDocument = TypedDocument<Saved, { readonly input: object }>

/**
 * Saves a whole section: what the content leaves out is empty afterwards, half-filled is welcome. The same save twice comes
 * to the same, so it is sent again after a broken connection.
 */
export async function saveSection<N extends SectionName>(
  connection: Connection,
  section: N,
  { application, revision, content }: SectionToSave<N>,
  options?: CallOptions,
): Promise<SaveResult<N>> {
  const input = { application, revision, content: contentOf(content) }
  const document = sectionSaves[section] as SaveDocument
  const { saved } = await connection.query(document, { input }, { repeatable: true, ...options })
  const { errors, merged, conflicts } = saved
  const current = saved.application?.[section] as Section<N> | undefined
  if (!current || saved.revision === null) return { status: 'refused', errors, fields: messagesByField(errors) }
  if (errors.length === 0) return { status: 'saved', revision: saved.revision, section: current }
  return { status: 'stale', current, merged: merged as Section<N> | null, conflicts, errors }
}

function messagesByField(errors: Refusals): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of errors) {
    const name = path[1] === 'content' ? path.slice(2).join('.') : ''
    fields[name] = [...(fields[name] ?? []), message]
  }
  return fields
}

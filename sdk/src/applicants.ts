import type { CallOptions, Connection } from './connection.js'
import { AddEvidence } from './generated/add-evidence.js'
import { AddPerson } from './generated/add-person.js'
import { Applicant as ApplicantOperation } from './generated/applicant.js'
import { MyApplicants } from './generated/my-applicants.js'
import { People } from './generated/people.js'
import { RegisterApplicant } from './generated/register-applicant.js'
import type {
  AddEvidenceInput,
  AddEvidenceMutation,
  AddPersonInput,
  AddPersonMutation,
  ApplicantQuery,
  MyApplicantsQuery,
  RegisterApplicantInput,
  RegisterApplicantMutation,
} from './generated/types.js'
import { newKey } from './new-key.js'
import type { Page } from './pages.js'

/** An input without its key: the client makes one, so that a request sent again does nothing again. */
type New<Input> = Omit<Input, 'idempotencyKey'> & { readonly idempotencyKey?: string }

export type NewApplicant = New<RegisterApplicantInput>
export type NewEvidence = New<AddEvidenceInput>
export type NewPerson = New<AddPersonInput>

/** An organisation as it stands in the list. */
export type ApplicantSummary = MyApplicantsQuery['myApplicants']['nodes'][number]
/** An organisation with its documents of evidence. */
export type Applicant = Extract<NonNullable<ApplicantQuery['node']>, { readonly evidence: unknown }>
export type Evidence = NonNullable<AddEvidenceMutation['addEvidence']['evidence']>
/** ID number and phone are masked. */
export type Person = NonNullable<AddPersonMutation['addPerson']['person']>

type Errors = RegisterApplicantMutation['registerApplicant']['errors']

/** What was made, or why it wasn't, each with what to do about it. */
export type Made<Name extends string, Row> =
  | ({ readonly status: 'done' } & Readonly<Record<Name, Row>>)
  | { readonly status: 'refused'; readonly errors: Errors }

/** Registers an organisation by its credit code; whoever does so manages it. */
export async function registerApplicant(
  connection: Connection,
  input: NewApplicant,
  options?: CallOptions,
): Promise<Made<'applicant', ApplicantSummary>> {
  const answer = await connection.query(RegisterApplicant, { input: keyed(input) }, again(options))
  const { applicant, errors } = answer.registerApplicant
  return applicant ? { status: 'done', applicant } : { status: 'refused', errors }
}

/** An organisation with its evidence; null if there is none that the caller may see. */
export async function getApplicant(
  connection: Connection,
  id: string,
  options?: CallOptions,
): Promise<Applicant | null> {
  const { node } = await connection.query(ApplicantOperation, { id }, options)
  // An id of something else answers an object with nothing in it.
  return node && 'evidence' in node ? (node as Applicant) : null
}

/** A page of the organisations that the caller is a member of. */
export async function fetchApplicants(
  connection: Connection,
  after?: string | null,
  options?: CallOptions,
): Promise<Page<ApplicantSummary>> {
  return (await connection.query(MyApplicants, { first: 50, after }, options)).myApplicants
}

/** Adds a document, uploaded beforehand, to an organisation, for its applications to use. */
export async function addEvidence(
  connection: Connection,
  input: NewEvidence,
  options?: CallOptions,
): Promise<Made<'evidence', Evidence>> {
  const answer = await connection.query(AddEvidence, { input: keyed(input) }, again(options))
  const { evidence, errors } = answer.addEvidence
  return evidence ? { status: 'done', evidence } : { status: 'refused', errors }
}

/** Adds a person to an organisation. */
export async function addPerson(
  connection: Connection,
  input: NewPerson,
  options?: CallOptions,
): Promise<Made<'person', Person>> {
  const answer = await connection.query(AddPerson, { input: keyed(input) }, again(options))
  const { person, errors } = answer.addPerson
  return person ? { status: 'done', person } : { status: 'refused', errors }
}

/** A page of an organisation's people; empty for one that the caller may not see. */
export async function fetchPeople(
  connection: Connection,
  applicant: string,
  after?: string | null,
  options?: CallOptions,
): Promise<Page<Person>> {
  const { node } = await connection.query(People, { applicant, first: 50, after }, options)
  const nobody = { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } }
  return node && 'people' in node ? node.people : nobody
}

function keyed<Input extends { readonly idempotencyKey?: string }>(input: Input): Input & { idempotencyKey: string } {
  return { ...input, idempotencyKey: input.idempotencyKey ?? newKey() }
}

/** What has a key may be sent again after a broken connection. */
function again(options?: CallOptions): CallOptions {
  return { repeatable: true, ...options }
}

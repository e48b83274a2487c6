export type {
  Applicant,
  ApplicantSummary,
  Evidence,
  Made,
  NewApplicant,
  NewEvidence,
  NewPerson,
  Person,
} from './applicants.js'
export type {
  ApplicationSummary,
  ChangeResult,
  Completeness,
  CreateResult,
  HistoryEntry,
  NewApplication,
  Refusals,
  SaveResult,
  SectionToSave,
} from './application.js'
export type { Credentials, ProviderCode, SecondFactorCode, Session, SignInErrors, SignInResult } from './auth.js'
export { type Client, createClient } from './client.js'
export {
  type CallOptions,
  type ClientOptions,
  type Connection,
  connect,
  type Fetch,
  type Locale,
  type TokenStore,
} from './connection.js'
export {
  checkEligibility,
  type EligibilityAnswer,
  type Finding,
  findRoute,
  type PaperDeadlineAnswer,
  paperDeadline,
  type RouteAnswer,
  type Verdict,
} from './eligibility.js'
export { fieldErrors } from './field-errors.js'
export type * from './generated/types.js'
export { type Guideline, type GuidelineKey, type GuidelineSummary, getGuideline, listGuidelines } from './guideline.js'
export type { FileSource } from './read-file.js'
export type { Application, Section, SectionContent, SectionInput, SectionName } from './section.js'
export type { FileToSend, SendFile, SentFile } from './send-file.js'
export { type Fault, type GraphQLErrorEntry, isShenbaoError, type ShenbaoError } from './shenbao-error.js'
export type { TypedDocument } from './typed-document.js'
export type { UploadClient, UploadedDocument, UploadOptions, UploadResult } from './upload.js'

import type { NewApplicant, NewEvidence, NewPerson } from './applicants.js'
import type { NewApplication, SectionToSave } from './application.js'
import type { Credentials, ProviderCode, SecondFactorCode, SignInClient } from './auth.js'
import {
  type CallOptions,
  type ClientOptions,
  type Connection,
  connect,
  type Locale,
  type TokenStore,
} from './connection.js'
import { checkEligibility, type EligibilityAnswer, findRoute, paperDeadline } from './eligibility.js'
import type {
  ApplicationsQueryVariables,
  CheckEligibilityInput,
  GuidelinesQueryVariables,
  HistoryFilter,
  PaperDeadlineQueryVariables,
  RouteInput,
} from './generated/types.js'
import { type GuidelineKey, getGuideline, listGuidelines } from './guideline.js'
import { readPages } from './pages.js'
import type { PreviewGuideline } from './preview.js'
import { readAnswer } from './read-answer.js'
import type { FileSource } from './read-file.js'
import { retryDelay } from './retry-delay.js'
import type { SectionName } from './section.js'
import { isShenbaoError, shenbaoError } from './shenbao-error.js'
import type { UploadOptions } from './upload.js'

/** A client of one service. */
export type Client = ReturnType<typeof createClient>

/**
 * A client of a Shenbao service. A call is one request. Faults are thrown as `ShenbaoError`; what is wrong with an input
 * is data, in `errors`.
 */
export function createClient(options: ClientOptions) {
  const store = options.tokenStore ?? memory()
  const connection = connect({ token: store.get, ...options })
  return {
    ...connection,
    guideline: {
      /** The guideline of a city and year: the edition in force, or the one named. */
      get: (key: GuidelineKey & { readonly locale?: Locale }, options?: CallOptions) =>
        getGuideline(connection, key, options),
    },
    guidelines: {
      /** All guidelines that fit, for `for await`; pages are read as they are needed. */
      list: (selection?: GuidelinesQueryVariables, options?: CallOptions) =>
        listGuidelines(connection, selection, options),
    },
    eligibility: {
      /** The service's verdict, which is the one that counts. */
      check: (input: CheckEligibilityInput, options?: CallOptions) => checkEligibility(connection, input, options),
      /** The same without a network, once the guideline was fetched; loads the evaluator when first called. */
      preview: previewing(connection, options.locale),
    },
    /** Filling in applications; loaded when first used. */
    application: applying(connection, options),
    /** Organisations, their evidence and people; loaded when first used. */
    ...organising(connection),
    /** Signing in; loaded when first used. */
    auth: authenticating({ connection, store, cookies: options.cookies ?? false }),
    /** Who recommends an application, level by level. */
    route: (input: RouteInput, options?: CallOptions) => findRoute(connection, input, options),
    /** When the sealed paper copies are due. */
    paperDeadline: (variables: PaperDeadlineQueryVariables, options?: CallOptions) =>
      paperDeadline(connection, variables, options),
  }
}

function memory(): TokenStore {
  let kept: string | null = null
  return {
    get: () => kept,
    set: (token) => {
      kept = token
    },
  }
}

/** What parts that are loaded later use of the core. */
const core = { isShenbaoError, readAnswer, retryDelay, shenbaoError }

function applying(connection: Connection, { url, locale }: ClientOptions) {
  const application = () => import('./application.js')
  return {
    /** Begins an application of an organisation. */
    create: async (input: NewApplication, options?: CallOptions) =>
      (await application()).createApplication(connection, input, options),
    /** An application with all its sections. */
    get: async (id: string, options?: CallOptions) => (await application()).getApplication(connection, id, options),
    /** All applications that fit and that the caller may see, for `for await`. */
    list: (selection: ApplicationsQueryVariables = {}, options?: CallOptions) =>
      readPages(
        async (after) => (await application()).fetchApplications(connection, { ...selection, after }, options),
        selection.after,
      ),
    /** Saves a whole section: saved, stale or refused. */
    save: async <N extends SectionName>(section: N, input: SectionToSave<N>, options?: CallOptions) =>
      (await application()).saveSection(connection, section, input, options),
    /** Begins an application with the content of another one. */
    copy: async (id: string, choice?: { year?: number; idempotencyKey?: string }, options?: CallOptions) =>
      (await application()).copyApplication(connection, id, choice, options),
    /** Puts a draft into the bin. */
    delete: async (id: string, options?: CallOptions) =>
      (await application()).deleteApplication(connection, id, options),
    /** Takes a draft out of the bin. */
    restore: async (id: string, options?: CallOptions) =>
      (await application()).restoreApplication(connection, id, options),
    /** Who saved what and when, the newest first, for `for await`. */
    history: (filter: HistoryFilter, options?: CallOptions) =>
      readPages(async (after) => (await application()).fetchHistory(connection, filter, after, options)),
    /** What is missing, wrong or doubtful, section by section. */
    completeness: async (id: string, options?: CallOptions) =>
      (await application()).completenessOf(connection, id, options),
    attachments: {
      /** Uploads a file, whose id the section `attachments` then names. */
      upload: async (file: FileSource, options: UploadOptions) =>
        (await import('./upload.js')).uploadAttachment({ connection, url, locale, core }, file, options),
    },
  }
}

function organising(connection: Connection) {
  const applicants = () => import('./applicants.js')
  return {
    applicants: {
      /** Registers an organisation; the caller manages it. */
      register: async (input: NewApplicant, options?: CallOptions) =>
        (await applicants()).registerApplicant(connection, input, options),
      /** An organisation with its evidence; null if there is none that the caller may see. */
      get: async (id: string, options?: CallOptions) => (await applicants()).getApplicant(connection, id, options),
      /** The organisations that the caller is a member of, for `for await`. */
      list: (options?: CallOptions) =>
        readPages(async (after) => (await applicants()).fetchApplicants(connection, after, options)),
    },
    evidence: {
      /** Adds an uploaded document to an organisation. */
      add: async (input: NewEvidence, options?: CallOptions) =>
        (await applicants()).addEvidence(connection, input, options),
    },
    people: {
      add: async (input: NewPerson, options?: CallOptions) =>
        (await applicants()).addPerson(connection, input, options),
      /** The people of an organisation, for `for await`. */
      list: (applicant: string, options?: CallOptions) =>
        readPages(async (after) => (await applicants()).fetchPeople(connection, applicant, after, options)),
    },
  }
}

function authenticating(client: SignInClient) {
  const auth = () => import('./auth.js')
  return {
    /** Begins a session, or tells that the second factor is asked for. */
    signIn: async (credentials: Credentials, options?: CallOptions) =>
      (await auth()).signIn(client, credentials, options),
    /** Goes on with the code of an authenticator app. */
    passSecondFactor: async (code: SecondFactorCode, options?: CallOptions) =>
      (await auth()).passSecondFactor(client, code, options),
    /** Ends a sign-in at an identity provider. */
    exchangeSignIn: async (code: ProviderCode, options?: CallOptions) =>
      (await auth()).exchangeSignIn(client, code, options),
    signOut: async (options?: CallOptions) => (await auth()).signOut(client, options),
    /** Who is signed in; null if nobody is. */
    session: async (options?: CallOptions) => (await auth()).session(client, options),
  }
}

function previewing(connection: Connection, preferred: Locale | undefined) {
  const fetched = new Map<string, PreviewGuideline>()
  return async (
    input: CheckEligibilityInput,
    { guideline, ...options }: CallOptions & { readonly guideline?: PreviewGuideline } = {},
  ): Promise<EligibilityAnswer> => {
    const { fetchPreviewGuideline, previewEligibility } = await import('./preview.js')
    const key = `${input.city} ${input.year}`
    const used = guideline ?? fetched.get(key) ?? (await fetchPreviewGuideline(connection, input, options))
    fetched.set(key, used)
    return previewEligibility(used, input, { locale: options.locale ?? preferred })
  }
}

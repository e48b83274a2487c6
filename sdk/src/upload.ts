import type { Refusals } from './application.js'
import type { Connection, Locale } from './connection.js'
import { RequestUpload } from './generated/request-upload.js'
import type { RequestUploadMutation } from './generated/types.js'
import { newKey } from './new-key.js'
import type { readAnswer } from './read-answer.js'
import { type FileSource, type ReadFile, readFile, sha256Of } from './read-file.js'
import type { retryDelay } from './retry-delay.js'
import { type SendFile, sendFile } from './send-file.js'
import type { isShenbaoError, ShenbaoError, shenbaoError } from './shenbao-error.js'

/** What uploading needs to know of a client; the functions are the core's, which bundlers would take out of it to share them. */
export type UploadClient = {
  readonly connection: Connection
  readonly url: string
  readonly locale: Locale | undefined
  readonly core: {
    readonly readAnswer: typeof readAnswer
    readonly retryDelay: typeof retryDelay
    readonly shenbaoError: typeof shenbaoError
    readonly isShenbaoError: typeof isShenbaoError
  }
}

export type UploadOptions = {
  /** Id of the organisation whose attachment it is: that of the application. */
  readonly applicant: string
  /** The file's name with its extension; not needed for a `File`. */
  readonly name?: string
  /** Told how much has gone; begins again at 0 when the file has to be sent again. */
  readonly onProgress?: (progress: { readonly sent: number; readonly total: number }) => void
  readonly signal?: AbortSignal
  readonly locale?: Locale
  /** How often the file is sent again when the connection breaks or the service is busy; 5 unless given. */
  readonly retries?: number
  /** Sends the file, for runtimes with neither XMLHttpRequest nor `fetch`. */
  readonly send?: SendFile
}

/** A document of the organisation; no media type is known of one that was never stored. */
export type UploadedDocument = NonNullable<RequestUploadMutation['requestUpload']['upload']>['document']

/** What became of an upload. */
export type UploadResult =
  /** `document.id` is what a row of the attachments names. */
  | { readonly status: 'uploaded'; readonly document: UploadedDocument }
  | { readonly status: 'refused'; readonly errors: Refusals }

/** The same file at the same address may be well the next time. */
const PASSING = /FILE_(DIGEST|SIZE)_DIFFERS|REQUEST_(TIMEOUT|ABORTED)/

/**
 * Uploads a file of an organisation. The connection may break: the file is sent again to the same address, and stored once.
 * A file that the organisation has already isn't sent.
 * @throws ShenbaoError: `network`, `http`, `graphql`, or `aborted`
 */
export async function uploadAttachment(
  client: UploadClient,
  source: FileSource,
  options: UploadOptions,
): Promise<UploadResult> {
  const file = await readFile(source, options.name)
  const sha256 = await sha256Of(file)
  for (let round = 0; ; round++) {
    const { applicant, signal, locale = client.locale } = options
    const { name: fileName, size } = file
    const input = { purpose: 'ATTACHMENT', applicant, fileName, size, sha256, idempotencyKey: newKey() } as const
    const call = { signal, repeatable: true, ...(locale && { locale }) }
    const { requestUpload } = await client.connection.query(RequestUpload, { input }, call)
    const { upload, errors } = requestUpload
    if (!upload) return { status: 'refused', errors }
    if (!upload.url) return { status: 'uploaded', document: upload.document }
    try {
      const stored = await sendUntilStored(client, addressOf(upload.url, client.url), file, options)
      return { status: 'uploaded', document: { ...upload.document, ...stored } }
    } catch (error) {
      if (!client.core.isShenbaoError(error) || error.kind !== 'graphql') throw error
      // The time for it is over; a new address is asked for once.
      if (error.codes.includes('FILE_ADDRESS_EXPIRED') && round === 0) continue
      const refusals = refusalsOf(error)
      if (error.status >= 500 || error.status === 403 || refusals.length === 0) throw error
      return { status: 'refused', errors: refusals }
    }
  }
}

async function sendUntilStored(
  client: UploadClient,
  url: string,
  file: ReadFile,
  { retries = 5, ...options }: UploadOptions,
): Promise<Partial<UploadedDocument>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce(client, url, file, options)
    } catch (error) {
      const delay = attempt < retries ? delayBefore(client, error, attempt) : undefined
      if (delay === undefined) throw error
      await pause(delay, options.signal)
    }
  }
}

async function sendOnce(
  { core, ...client }: UploadClient,
  url: string,
  { body, size: total }: ReadFile,
  { onProgress, signal, send = sendFile, locale = client.locale }: Omit<UploadOptions, 'retries'>,
): Promise<Partial<UploadedDocument>> {
  const aborted = () => core.shenbaoError({ kind: 'aborted' }, 'The upload was aborted.', '上传已取消。')
  if (signal?.aborted) throw aborted()
  onProgress?.({ sent: 0, total })
  const headers = { 'content-type': 'application/octet-stream', ...(locale && { 'accept-language': locale }) }
  const told = onProgress && ((sent: number) => onProgress({ sent: Math.min(sent, total), total }))
  const answer = await send({ url, headers, body, ...(told && { onProgress: told }), signal }).catch(() => {
    if (signal?.aborted) throw aborted()
    throw core.shenbaoError(
      { kind: 'network', code: undefined },
      'The connection broke while the file was sent.',
      '发送文件时连接中断。',
    )
  })
  const { status, type, retryAfter, text } = answer
  const stored = status < 300 && type?.includes('json') ? documentIn(text) : undefined
  if (stored) {
    onProgress?.({ sent: total, total })
    return stored
  }
  // Refusals come as GraphQL errors; anything else isn't from the service.
  core.readAnswer(status < 300 ? 502 : status, type, retryAfter, text)
  throw new Error('An answer without a document was taken for one.')
}

function documentIn(text: string): Partial<UploadedDocument> | undefined {
  try {
    const { id, mediaType, size, sha256 } = JSON.parse(text)
    return id ? { id, mediaType, size, sha256 } : undefined
  } catch {
    return undefined
  }
}

function delayBefore({ core }: UploadClient, error: unknown, attempt: number): number | undefined {
  const delay = core.retryDelay(error, attempt)
  const again = core.isShenbaoError(error) && error.kind === 'graphql' && PASSING.test(error.codes.join())
  return delay ?? (again ? Math.random() * 200 * 2 ** attempt : undefined)
}

/** Ends early when the upload is aborted. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}

/** The service gives a path where it doesn't know its public address; it is then the one that the client asks. */
function addressOf(upload: string, graphql: string): string {
  const [origin = ''] = /^https?:\/\/[^/]+/.exec(graphql) ?? []
  return upload.startsWith('/') ? origin + upload : upload
}

function refusalsOf(error: Extract<ShenbaoError, { kind: 'graphql' }>): Refusals {
  return error.responseErrors.flatMap(({ message, extensions }) =>
    extensions?.code ? [{ code: extensions.code, message, path: ['file'], clause: null }] : [],
  )
}

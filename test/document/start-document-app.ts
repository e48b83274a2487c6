import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import type { Given } from '../support/test-app.js'

/** What `requestUpload` answers. */
export type Asked = {
  upload: {
    document: { id: string; fileName: string; state: string }
    url: string | null
    expiresAt: string | null
    maxSize: number
  } | null
  errors: { code: string; message: string; path: string[] }[]
}

/** What a file's address answers. */
export type Answered = {
  status: number
  headers: Headers
  bytes: Buffer
  /** The error's code; undefined for a success. */
  code: string | undefined
}

export interface DocumentApp extends AccessApp {
  /** Sets the clock forward by so many milliseconds. */
  wait(ms: number): void
  /** An account that may edit for an applicant of its own. */
  makeEditor(): Promise<{ account: string; applicant: string }>
  askUpload(account: string, input: object): Promise<Asked>
  /** Asks for an upload that has to be allowed, of evidence unless said; gives its address with the host. */
  uploadOf(account: string, content: Buffer, input?: object): Promise<{ id: string; url: string }>
  /** The row of a document, by its global id. */
  read(account: string | null, id: string): Promise<Record<string, unknown> | null>
  /** Every file below DATA_DIR that is there for documents, finished or not. */
  filesOnDisk(): string[]
}

/** @param environment settings beside the defaults */
export async function startDocumentApp(
  environment: Record<string, string> = {},
  given: Given = {},
): Promise<DocumentApp> {
  let later = 0
  const app = await startAccessApp(() => new Date(Date.now() + later), given, environment)
  const requestUpload = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
    upload { document { id fileName state } url expiresAt maxSize } errors { code message path } } }`
  const askUpload = async (account: string, input: object): Promise<Asked> => {
    const variables = { input: { idempotencyKey: randomUUID(), ...input } }
    const { data, errors } = await app.askAs(account, requestUpload, variables)
    if (!data) throw new Error(JSON.stringify(errors))
    return data.requestUpload as Asked
  }
  return {
    ...app,
    wait(ms) {
      later += ms
    },
    async makeEditor() {
      const account = await app.makeAccount()
      const applicant = await makeApplicant(app)
      await app.makeMember(account, applicant, 'EDIT')
      return { account, applicant: `Applicant:${applicant}` }
    },
    askUpload,
    async uploadOf(account, content, input = {}) {
      const { upload, errors } = await askUpload(account, { size: content.length, ...input })
      if (!upload?.url) throw new Error(JSON.stringify(errors))
      return { id: upload.document.id, url: app.url + upload.url }
    },
    async read(account, id) {
      const query = `query ($id: ID!) { node(id: $id) { ... on Document { id purpose fileName mediaType size sha256 state scan scannedAt pages storedAt downloadUrl thumbnailUrl } } }`
      const { data, errors } = await app.askAs(account, query, { id })
      if (!data) throw new Error(JSON.stringify(errors))
      return data.node as Record<string, unknown> | null
    },
    filesOnDisk() {
      return ['documents', 'incoming'].flatMap((folder) => {
        const path = join(app.dataDir, folder)
        if (!existsSync(path)) return []
        return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? [`${folder}/${entry.name}`] : [],
        )
      })
    },
  }
}

/** An invented organisation of Xining's; gives its key. */
async function makeApplicant(app: AccessApp): Promise<string> {
  const digits = [...randomUUID().replaceAll('-', '').toUpperCase()].slice(0, 18).join('')
  const [row] = await app.execute<{ id: string }>(
    `insert into applicant (city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
        legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index, contact_phone_masked,
        business_operations, party_branch, jurisdiction)
      values ('xining', ?, '测试企业', 'ENTERPRISE', 'NONE', true, '630102', '测试路1号', '2015-01-01',
        '测试法人', '测试联系人', 'contact@example.org', 'sealed', 'index', 'masked', true, false, 'xining/chengdong-science')
      returning id`,
    [digits],
  )
  if (!row) throw new Error('The organisation wasn’t made.')
  return row.id
}

/** Sends a file to an address. */
export async function put(
  url: string,
  body: Buffer | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const init = {
    method: 'PUT',
    body: body as BodyInit,
    headers: { 'accept-language': 'en', ...headers },
    duplex: 'half',
  }
  return answered(await fetch(url, init as RequestInit))
}

/** Reads an address. */
export async function get(url: string): Promise<Answered> {
  return answered(await fetch(url, { headers: { 'accept-language': 'en' } }))
}

async function answered(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const json = response.headers.get('content-type')?.startsWith('application/json')
  const body = json ? JSON.parse(bytes.toString()) : {}
  return { status: response.status, headers: response.headers, bytes, code: body.errors?.[0]?.extensions.code }
}

export const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex')

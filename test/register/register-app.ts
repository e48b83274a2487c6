import { randomUUID } from 'node:crypto'
import { creditCodeCheckDigit } from '../../schema/rules/credit-code.js'
import { residentIdCheckDigit } from '../../schema/rules/resident-id.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'

/*
 * Tests of the registers: an office's account that keeps them, and files that it uploads. Organisations, people and
 * projects are invented.
 */

export interface RegisterApp extends AccessApp {
  /** An account of Xining's programme office. */
  office: string
  /** Uploads a file as the office, and gives its document's id. */
  upload(fileName: string, content: string | Uint8Array, account?: string): Promise<string>
  /** Uploads a file and imports it. */
  importFile(fileName: string, content: string | Uint8Array, options?: object): Promise<Imported>
}

export type Imported = {
  report: {
    [count in 'rows' | 'added' | 'changed' | 'unchanged' | 'duplicates' | 'invalid' | 'problemCount']: number
  } & {
    written: boolean
    dryRun: boolean
    ignoredColumns: string[]
    problems: { row: number; column: string | null; code: string; message: string }[]
  }
  import: { id: string; state: string } | null
} & Refusable

const importDocument = `mutation ($input: ImportRegisterInput!) { importRegister(input: $input) {
  report { dryRun written rows added changed unchanged duplicates invalid problemCount ignoredColumns
    problems { row column code message } }
  import { id state } errors { code path message } } }`

/** The service with an office. The clock stands at noon of 1 June 2023 in Xining, within the call of 2024. */
export async function startRegisterApp(): Promise<RegisterApp> {
  const app = await startAccessApp(() => new Date('2023-06-01T12:00:00+08:00'))
  const office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const upload = async (fileName: string, content: string | Uint8Array, account = office) => {
    const bytes = Buffer.from(content as Uint8Array)
    const input = {
      purpose: 'REGISTER_IMPORT',
      fileName,
      size: bytes.length,
      city: 'xining',
      idempotencyKey: randomUUID(),
    }
    const { upload } = await mutate<{ upload: { url: string; document: { id: string } } }>(
      app,
      account,
      'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { url document { id } } errors { code message } } }',
      input,
    )
    const put = await fetch(new URL(upload.url, app.url), { method: 'PUT', body: bytes })
    if (!put.ok) throw new Error(await put.text())
    return upload.document.id
  }
  return {
    ...app,
    office,
    upload,
    async importFile(fileName, content, options = {}) {
      const document = await upload(fileName, content)
      const input = {
        register: 'LEDGER',
        city: 'xining',
        document,
        dryRun: false,
        idempotencyKey: randomUUID(),
        ...options,
      }
      return mutate<Imported>(app, office, importDocument, input)
    },
  }
}

/** What every mutation answers beside its result. */
export type Refusable = { errors: { code: string; path: string[]; message: string }[] }

/** The payload of a mutation with one field, which has what its document selects. */
export async function mutate<Payload = Refusable>(
  app: AccessApp,
  account: string,
  document: string,
  input: object,
): Promise<Payload> {
  const { data, errors } = await app.askAs(account, document, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return Object.values(data)[0] as Payload
}

/** The n-th of the invented organisations' credit codes. */
export function creditCode(n: number): string {
  const code = `91630100MA${String(n).padStart(7, '0')}`
  return code + creditCodeCheckDigit(code)
}

/** The n-th of the invented people's ID numbers. */
export function idNumber(n: number): string {
  const digits = `630104${1950 + (Math.floor(n / 1000) % 50)}0101${String(n % 1000).padStart(3, '0')}`
  return digits + residentIdCheckDigit(digits)
}

export const ledgerHeader = [
  '项目编号',
  '项目名称',
  '项目负责人',
  '负责人证件号码',
  '统一社会信用代码',
  '承担单位',
  '计划类别',
  '开始日期',
  '计划完成日期',
  '状态',
  '实际结束日期',
]

/** A row of the ledger; `changes` by place. */
export function ledgerRow(n: number, changes: Readonly<Record<number, string>> = {}): string[] {
  const row = [
    `XN-2021-${n}`,
    `虚构项目 ${n}`,
    `负责人${n}`,
    idNumber(n),
    creditCode(n),
    `虚构单位 ${n}`,
    '重点研发与转化计划',
    '2021-01-01',
    '2024-12-31',
    '在研',
    '',
  ]
  return row.map((value, place) => changes[place] ?? value)
}

export const csv = (rows: readonly (readonly string[])[], separator = ',') =>
  rows
    .map((row) =>
      row.map((value) => (/[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(separator),
    )
    .join('\r\n')

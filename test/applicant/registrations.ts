import { randomInt } from 'node:crypto'
import { creditCodeCheckDigit } from '../../schema/rules/credit-code.js'
import type { AccessApp } from '../access/viewers.js'
import type { Answer } from '../http/ask.js'

/* Invented organisations, and the documents that tests of organisations send. */

/** A well-formed credit code that nobody has, of the registering authority and kind given, 91 being an enterprise. */
export function madeUpCode(kind = '91'): string {
  const body = `${kind}630102${String(randomInt(1e9)).padStart(9, '0')}`
  return body + creditCodeCheckDigit(body)
}

let keys = 0

/** An input that is accepted: an enterprise in 城东区, in no park. */
export function registration(changes: object = {}) {
  return {
    idempotencyKey: `test-key-${keys++}`,
    city: 'xining',
    creditCode: madeUpCode(),
    name: '虚构锂材科技有限公司',
    kind: 'ENTERPRISE',
    level: 'NONE',
    legalPerson: true,
    district: '630102',
    registeredAddress: '西宁市城东区虚构路 1 号',
    foundedOn: '2015-06-01',
    legalRepresentative: '测试甲',
    contactName: '测试乙',
    contactEmail: 'contact@example.org',
    contactPhone: '13900001234',
    businessOperations: true,
    partyBranch: false,
    ...changes,
  }
}

export type UserError = { code: string; message: string; path: string[] }

type Payload = {
  applicant: (Record<string, unknown> & { id: string; revision: number }) | null
  errors: UserError[]
}

/** What a mutation that answers an organisation came to. @throws Error for a top-level error */
export function payloadOf(body: Answer['body'], mutation: string): Payload {
  const payload = body.data?.[mutation]
  if (!payload) throw new Error(`no ${mutation}: ${JSON.stringify(body.errors)}`)
  return payload as Payload
}

export const shownFields = `id city creditCode name kind level legalPerson district park registeredElsewhere
  registeredAddress foundedOn legalRepresentative contact { name email phone } parentDepartment businessOperations
  partyBranch systems { researchManagement financialManagement rdSubLedger ringFencedFunds }
  platforms { kind name level authority } jurisdiction jurisdictionNote verification { state at note } revision
  deactivatedAt statusNote members(first: 10) { totalCount nodes { name rights self leftAt } }`

/** Sends one of the mutations `name(input: Name…Input!): ApplicantPayload`. */
export async function mutate(
  app: AccessApp,
  account: string | null,
  mutation: string,
  input: object,
  language?: string,
): Promise<Payload> {
  const type = { reactivateApplicant: 'ApplicantStatus', deactivateApplicant: 'ApplicantStatus' }[mutation] ?? mutation
  const document = `mutation ($input: ${type[0]?.toUpperCase()}${type.slice(1)}Input!) {
    ${mutation}(input: $input) { applicant { ${shownFields} } errors { code message path } } }`
  return payloadOf(await app.askAs(account, document, { input }, language), mutation)
}

/** Registers an organisation that is accepted; gives its id. */
export async function registered(app: AccessApp, account: string, changes: object = {}): Promise<string> {
  const { applicant, errors } = await mutate(app, account, 'registerApplicant', registration(changes))
  if (!applicant) throw new Error(`refused: ${JSON.stringify(errors)}`)
  return applicant.id
}

/** The key of a row behind an id of the API. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}

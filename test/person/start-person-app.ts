import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { residentIdCheckDigit } from '../../schema/rules/resident-id.js'
import type { Keyring } from '../../server/secrets/keyring.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import type { Answer } from '../http/ask.js'

/** The day of all tests. */
export const now = () => new Date('2026-03-02T04:00:00Z')

/** What a client reads of a person in these tests: everything. */
export const personFields = `id name idDocument { kind number } sex phone title degree speciality employer onStaff revision
  createdAt deactivatedAt`

export type ShownPerson = {
  id: string
  name: string
  idDocument: { kind: string; number: string }
  sex: string | null
  phone: string
  revision: number
  deactivatedAt: string | null
}

export type Payload = { person: ShownPerson | null; errors: { code: string; path: string[]; message: string }[] }

export interface PersonApp extends AccessApp {
  /** An organisation of the given city and jurisdiction; gives its key. */
  makeApplicant(options?: { city?: string; jurisdiction?: string | null }): Promise<string>
  addPerson(account: string | null, applicant: string, more?: object): Promise<Payload>
  updatePerson(account: string | null, input: object): Promise<Payload>
  deactivatePerson(account: string | null, input: object): Promise<Payload>
  /** People of an organisation as an account sees them; null if it doesn't see the organisation. */
  peopleOf(account: string | null, applicant: string): Promise<ShownPerson[] | null>
  reveal(account: string | null, subject: string, field: string, reason?: string): Promise<Answer['body']>
}

/** The service with people of the test's own making; all of them are invented. Keys of its own and no log, unless given. */
export async function startPersonApp(keyring?: Keyring, logger?: Logger): Promise<PersonApp> {
  const app = await startAccessApp(now, { keyring, logger })

  async function mutate(account: string | null, name: string, input: object): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { person { ${personFields} } errors { code path message } } }`
    const body = await app.askAs(account, document, { input })
    if (!body.data?.[name]) throw new Error(JSON.stringify(body.errors))
    return body.data[name] as Payload
  }

  return {
    ...app,
    async makeApplicant({ city = 'xining', jurisdiction = 'xining/chengdong-science' } = {}) {
      const id = randomUUID()
      const place = { table: 'applicant', column: 'contact_phone_sealed', row: id }
      await app.execute(
        `insert into applicant (id, city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
          legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index, contact_phone_masked,
          business_operations, party_branch, jurisdiction)
          values (?, ?, ?, '测试单位', 'ENTERPRISE', 'NONE', true, '630102', '测试路1号', '2001-02-03', '测试甲', '测试乙',
            'contact@example.org', ?, ?, '+86138******01', true, false, ?)`,
        [
          id,
          city,
          creditCode(),
          app.keyring.seal('personal', contactPhone, place),
          app.keyring.blindIndex(contactPhone),
          jurisdiction,
        ],
      )
      return id
    },
    addPerson: (account, applicant, more) =>
      mutate(account, 'addPerson', {
        idempotencyKey: randomUUID(),
        applicant: `Applicant:${applicant}`,
        ...{
          name: '测试人员',
          idDocument: { kind: 'RESIDENT_ID', number: residentId() },
          phone: '13900000000',
          onStaff: true,
        },
        ...more,
      }),
    updatePerson: (account, input) => mutate(account, 'updatePerson', input),
    deactivatePerson: (account, input) => mutate(account, 'deactivatePerson', input),
    async peopleOf(account, applicant) {
      const document = `query ($id: ID!) { node(id: $id) { ... on Applicant { people(first: 100, orderBy: [{ field: NAME }]) {
        totalCount nodes { ${personFields} } } } } }`
      const { data } = await app.askAs(account, document, { id: `Applicant:${applicant}` })
      const found = data?.node as { people: { nodes: ShownPerson[] } } | null
      return found && found.people.nodes
    },
    reveal: (account, subject, field, reason = '核对申报书') =>
      app.askAs(
        account,
        `mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { value errors { code path } } }`,
        { input: { subject, field, reason } },
      ),
  }
}

export const contactPhone = '+8613800138001'

let numbers = 0

/** A valid ID number that no other test has, of an invented person. */
export function residentId(birth = '19790405'): string {
  numbers += 1
  const digits = `630102${birth}${String(numbers).padStart(3, '0')}`
  return digits + residentIdCheckDigit(digits)
}

function creditCode(): string {
  numbers += 1
  return `91630102MA00${String(numbers).padStart(6, '0')}`
}

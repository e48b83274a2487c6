import { randomBytes, randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { labels } from '../../schema/labels.js'
import { makeDemoApplication } from '../application/make-demo-application.js'
import type { Keyring } from '../secrets/keyring.js'
import { maskPhone } from '../secrets/mask.js'
import { betterAuthSecrets } from './better-auth.js'
import { createAccount } from './create-account.js'
import { type DemoPerson, demoApplicant, demoPeople } from './demo-people.js'

/** What has to be told of a demo account; it is kept nowhere in clear. */
export interface DemoAccount extends DemoPerson {
  readonly password: string
  /** An otpauth:// address for an authenticator app; null for those who need no second factor. */
  readonly secondFactor: string | null
}

/**
 * Makes the accounts of a demo, one for each role, an organisation and an application that it has begun, on a database where nobody has an account yet.
 * All of them are invented, and marked `demo`.
 * @returns what to print, once; nothing if there are accounts
 */
export async function makeDemoAccounts(em: EntityManager, keyring: Keyring): Promise<readonly DemoAccount[]> {
  if (await hasAccounts(em)) return []
  return em.transactional(async (em) => {
    // Of several servers that start at once on an empty database, one makes them.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('shenbao demo accounts', 0))`)
    if (await hasAccounts(em)) return []
    await em.execute(`select set_config('shenbao.action', 'makeDemoAccounts', true)`)
    const made: DemoAccount[] = []
    for (const person of demoPeople) {
      const password = randomBytes(12).toString('base64url')
      const secret = randomBytes(24).toString('base64url')
      const isOfficial = person.role !== 'APPLICANT_MEMBER'
      const account = { ...person, password, secondFactor: isOfficial ? otpauthAddress(secret, person.email) : null }
      const id = await store(em, account, keyring, secret)
      if (!isOfficial) {
        const applicant = await storeApplicant(em, keyring, id)
        await makeDemoApplication(em, keyring, { applicant, account: id, now: new Date() })
      }
      made.push(account)
    }
    return made
  })
}

/** The lines that tell people how to sign in. */
export function demoAccountLines(accounts: readonly DemoAccount[]): string[] {
  if (accounts.length === 0) return []
  return [
    '',
    'Demo accounts, invented; the passwords are shown this once · 演示账号（均为虚构），密码只显示这一次：',
    ...accounts.map(({ role, email, password, secondFactor }) => {
      const { en, 'zh-CN': zh } = labels.Role[role]
      return `  ${email}  ${password}  ${zh} · ${en}${secondFactor ? `\n    ${secondFactor}` : ''}`
    }),
    'Officials add the otpauth:// address to an authenticator app · 管理部门的账号须把 otpauth:// 地址加入验证器应用。',
    '',
  ]
}

async function store(em: EntityManager, account: DemoAccount, keyring: Keyring, secret: string): Promise<string> {
  const { name, email, password, role, city, authority } = account
  const id = await createAccount(em, { name, email, password })
  await em.execute('update account set demo = true where id = ?', [id])
  if (account.secondFactor === null) return id
  await em.execute('update auth."user" set "twoFactorEnabled" = true where id = ?', [id])
  const [sealed, noCodes] = await sealedForBetterAuth(keyring, secret, '[]')
  await em.execute(
    'insert into auth."twoFactor" (id, secret, "backupCodes", "userId", verified) values (?, ?, ?, ?, true)',
    [randomUUID(), sealed, noCodes, id],
  )
  await em.execute('insert into role_grant (account_id, role, city, authority) values (?, ?, ?, ?)', [
    id,
    role,
    city,
    authority,
  ])
  return id
}

async function storeApplicant(em: EntityManager, keyring: Keyring, member: string): Promise<string> {
  const id = randomUUID()
  const { contactPhone: phone, ...of } = demoApplicant
  const place = { table: 'applicant', column: 'contact_phone_sealed', row: id }
  await em.execute(
    `insert into applicant (id, city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
       legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index, contact_phone_masked,
       business_operations, party_branch, jurisdiction, verification, verified_at)
     values (?, 'xining', ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, true, ?, 'VERIFIED', now())`,
    [
      ...[id, of.creditCode, of.name, of.kind, of.level, of.district, of.registeredAddress, of.foundedOn],
      ...[of.legalRepresentative, of.contactName, of.contactEmail],
      ...[keyring.seal('personal', phone, place), keyring.blindIndex(phone), maskPhone(phone), of.jurisdiction],
    ],
  )
  await em.execute(
    'insert into member (applicant_id, account_id, may_manage, may_edit, may_submit) values (?, ?, true, true, true)',
    [id, member],
  )
  return id
}

async function hasAccounts(em: EntityManager): Promise<boolean> {
  const [found] = await em.execute<{ exists: boolean }[]>('select exists (select from account)')
  return found?.exists === true
}

/** As better-auth keeps what belongs to a second factor. */
async function sealedForBetterAuth(keyring: Keyring, ...texts: readonly string[]): Promise<string[]> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  const secrets = betterAuthSecrets(keyring.secrets('session'))
  const currentVersion = secrets[0]?.version ?? 0
  const key = { keys: new Map(secrets.map(({ version, value }) => [version, value])), currentVersion }
  return Promise.all(texts.map((data) => symmetricEncrypt({ key, data })))
}

/** The key URI that authenticator apps read; its secret is in Base32 (RFC 4648). */
function otpauthAddress(secret: string, email: string): string {
  const parameters = new URLSearchParams({ secret: base32(Buffer.from(secret)), issuer: 'Shenbao' })
  return `otpauth://totp/Shenbao:${encodeURIComponent(email)}?${parameters}`
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

import { randomUUID } from 'node:crypto'
import type { Locale } from '../../schema/rules/localized-text.js'
import { hashPassword } from './password.js'

/** What runs a statement with `?` in place of values: an EntityManager in a transaction. */
interface Transaction {
  execute(sql: string, values: unknown[]): Promise<unknown>
}

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale?: Locale
}

/**
 * Makes an account with a confirmed address and a password in the caller's transaction, without a mail: for commands and
 * demos. Gives its key; roles and memberships are rows of `role_grant` and `member`.
 * @throws PostgreSQL's unique_violation (23505) if the address has an account
 */
export async function createAccount(
  em: Transaction,
  { name, email, password, locale = 'zh-CN' }: NewAccount,
): Promise<string> {
  const id = randomUUID()
  const hash = await hashPassword(password)
  await em.execute(`insert into auth."user" (id, name, email, "emailVerified") values (?, ?, ?, true)`, [
    id,
    name,
    email.toLowerCase(),
  ])
  await em.execute(
    `insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
       values (?, ?, 'credential', ?, ?, now())`,
    [randomUUID(), id, id, hash],
  )
  await em.execute('update account set locale = ? where id = ?', [locale, id])
  return id
}

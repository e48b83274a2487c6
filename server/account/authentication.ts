import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Locale } from '../../schema/rules/localized-text.js'
import type { Mail } from '../mail/compose-mail.js'
import { sendMail } from '../mail/send-mail.js'
import type { Keyring } from '../secrets/keyring.js'
import { type AttemptLimits, attemptLimits } from './attempt-limits.js'
import { type Audited, openAuthDatabase, type Query } from './auth-database.js'
import { type BetterAuth, loadBetterAuth, type WantedMail } from './better-auth.js'
import { headersOf, type Known } from './better-auth-headers.js'
import { type IdentityProvider, oidcStartPath } from './oidc-settings.js'
import { keyedHash } from './session-token.js'

interface Options {
  /** The service's own pool, whose database is used. */
  readonly pool: Pool
  readonly keyring: Keyring
  /** Where clients find the service, without a path at the end; this machine, if left out. */
  readonly publicUrl?: string | undefined
  readonly logger: Logger
  /** Where one can sign in beside passwords. */
  readonly identityProvider?: IdentityProvider | undefined
}

/** One transaction of sign-in. */
export interface Act {
  /** better-auth's endpoints, called in the process. */
  readonly api: BetterAuth['api']
  /** A statement as the service's own user. */
  readonly query: Query
  /** Puts a mail into the outbox. */
  mail(mail: Mail): Promise<void>
  /** The headers by which better-auth knows a session, a challenge, and the caller's program. */
  headers(known?: Known): Headers
}

/** Sign-in as use cases have it. It leads to the database only by what they do in `act`. */
export interface Authentication {
  /**
   * Runs a use case in a transaction of its own, which is undone when it throws. Mails that better-auth wants are in the
   * outbox when it is committed.
   */
  act<Result>(audited: Audited, useCase: (act: Act) => Promise<Result>): Promise<Result>
  readonly limits: AttemptLimits
  readonly keyring: Keyring
  /** Where one can sign in beside passwords, as pages are told; null if nowhere. */
  readonly identityProvider: { readonly name: string; readonly issuer: string; readonly startUrl: string } | null
  /** A keyed hash, for tables that shouldn't hold the value itself. */
  hash(purpose: string, value: string): string
  close(): Promise<void>
}

/** Opens sign-in on the service's database. Nothing is loaded or connected before somebody signs in. */
export function createAuthentication({ pool, keyring, publicUrl, logger, identityProvider }: Options): Authentication {
  const database = openAuthDatabase(pool, logger)
  const wanted = new AsyncLocalStorage<WantedMail[]>()
  const hash = (purpose: string, value: string) => keyedHash(keyring, purpose, value)
  let loaded: { readonly keys: string; readonly auth: Promise<BetterAuth> } | undefined

  /** With the keys that the key file has now: they can change while the service runs. */
  function betterAuth(): Promise<BetterAuth> {
    const secrets = keyring.secrets('session')
    const keys = secrets.map(({ id }) => id).join()
    if (loaded?.keys !== keys) {
      const baseURL = publicUrl ?? 'http://127.0.0.1'
      const wantMail = (mail: WantedMail) => void wanted.getStore()?.push(mail)
      loaded = { keys, auth: loadBetterAuth({ pool: database.pool, secrets, baseURL, wantMail }) }
    }
    return loaded.auth
  }

  return {
    keyring,
    identityProvider: identityProvider
      ? { name: identityProvider.name, issuer: identityProvider.issuer, startUrl: `${publicUrl ?? ''}${oidcStartPath}` }
      : null,
    hash,
    limits: attemptLimits(database.query, (text) => hash('attempt', text)),
    async act(audited, useCase) {
      const auth = await betterAuth()
      const mails: WantedMail[] = []
      return wanted.run(mails, () =>
        database.transaction(audited, async (query) => {
          // Its own preparation reads the database, too.
          const { secret } = await auth.$context
          const mail = (mail: Mail) => sendMail(outbox(query), keyring, mail)
          const headers = (known: Known = {}) => headersOf(known, secret)
          const result = await useCase({ api: auth.api, query, mail, headers })
          for (const wish of mails) await mail(await worded(wish, query))
          return result
        }),
      )
    },
    close: database.close,
  }
}

/** A mail in the language of its reader's account. */
async function worded({ account, mail }: WantedMail, query: Query): Promise<Mail> {
  const [reader] = await query<{ locale: Locale }>('select locale from account where id = $1', [account])
  return { ...mail, locale: reader?.locale ?? 'zh-CN' }
}

/** A transaction of ours as the outbox wants it: with `?` in place of `$1`, `$2` … */
function outbox(query: Query) {
  return {
    execute: (sql: string, values: readonly unknown[]) => {
      let at = 0
      return query(
        sql.replace(/\?/g, () => `$${++at}`),
        values,
      )
    },
  }
}

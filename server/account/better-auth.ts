import { createHash, createHmac } from 'node:crypto'
import type { PostgresPool } from 'kysely'
import type { Mail } from '../mail/compose-mail.js'
import type { Secret } from '../secrets/keyring.js'
import { hashPassword, passwordLength, verifyPassword } from './password.js'

/** A mail that better-auth wants sent to an account's owner. */
export type WantedMail = { readonly account: string; readonly mail: WithoutLanguage<Mail> }

type WithoutLanguage<Kind> = Kind extends Mail ? Omit<Kind, 'locale'> : never

type Options = {
  /** Gives the connection of the running transaction. */
  readonly pool: PostgresPool
  /** The session keys, the current one first. */
  readonly secrets: readonly Secret[]
  /** Where the service is, without a path. */
  readonly baseURL: string
  readonly wantMail: (mail: WantedMail) => void
}

export type BetterAuth = Awaited<ReturnType<typeof loadBetterAuth>>

/** Days that a session lasts; it isn't prolonged. */
export const sessionDays = 7

/**
 * better-auth as the engine of credentials, sessions and second factors. It is called in the process only: nobody reaches
 * its paths over HTTP. Loaded when somebody first signs in, as it takes a moment and some megabytes.
 */
export async function loadBetterAuth(options: Options) {
  const [{ betterAuth }, { twoFactor }, { PostgresDialect }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
    import('kysely'),
  ])
  return betterAuth({
    ...betterAuthOptions(options),
    database: { ...authSchema, dialect: new PostgresDialect({ pool: options.pool }) },
    plugins: [
      twoFactor({
        issuer: 'Shenbao 申报',
        // Somebody who signs in at an identity provider has no password here.
        allowPasswordless: true,
        twoFactorCookieMaxAge: challengeSeconds,
      }),
    ],
  })
}

export const challengeSeconds = 600

/** Each transaction is opened by ours, around whatever better-auth does for one request. */
const authSchema = { type: 'postgres', schemaName: 'auth', transaction: false } as const

function betterAuthOptions({ secrets, baseURL, wantMail }: Omit<Options, 'pool'>) {
  return {
    appName: 'Shenbao 申报',
    baseURL,
    secrets: [...betterAuthSecrets(secrets)],
    telemetry: { enabled: false },
    // Its lines have addresses of people in them.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    account: { accountLinking: { disableImplicitLinking: true } },
    verification: { storeIdentifier: 'hashed' as const },
    advanced: {
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    session: {
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      additionalFields: { secondFactorAt: { type: 'date' as const, required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: async ({ user, token }: Sent) =>
        wantMail({ account: user.id, mail: { to: user.email, template: 'password-reset', values: { code: token } } }),
      onPasswordReset: async ({ user }: Pick<Sent, 'user'>) =>
        wantMail({
          account: user.id,
          mail: { to: user.email, template: 'sign-in-changed', values: { change: 'PASSWORD' } },
        }),
      onExistingUserSignUp: async ({ user }: Pick<Sent, 'user'>) =>
        wantMail({ account: user.id, mail: { to: user.email, template: 'address-registered', values: {} } }),
    },
    emailVerification: {
      expiresIn: 3_600,
      sendOnSignUp: true,
      sendOnSignIn: true,
      sendVerificationEmail: async ({ user, token }: Sent) =>
        wantMail({ account: user.id, mail: { to: user.email, template: 'verify-email', values: { code: token } } }),
    },
    databaseHooks: {
      session: {
        create: {
          // A session that another one is renewed as would keep what that one has passed.
          before: async (session: object, endpoint: { path?: string } | null) => {
            const passed = secondFactorPaths.has(endpoint?.path ?? '')
            return { data: { ...session, secondFactorAt: passed ? new Date() : null } }
          },
        },
      },
    },
  }
}

type Sent = { user: { id: string; email: string }; token: string }

/** A session that better-auth begins here has passed the second factor. */
const secondFactorPaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

/** better-auth's secrets, derived from the session keys: what it signs and what we sign can't stand for each other. */
export function betterAuthSecrets(secrets: readonly Secret[]): readonly { version: number; value: string }[] {
  return secrets.map((secret) => ({ version: versionOf(secret), value: derived(secret) }))
}

/** better-auth knows its secrets by numbers, which stand in what it encrypted: the same for a key at all times. */
export function versionOf({ id }: Pick<Secret, 'id'>): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, 6)
}

function derived({ bytes }: Secret): string {
  return createHmac('sha256', bytes).update('better-auth').digest('base64url')
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Audited } from './auth-database.js'
import type { Authentication } from './authentication.js'

/** Signing in; or taking the identity on, for an account that is signed in. */
export type OidcPurpose = 'SIGN_IN' | 'LINK'

/** One way to the identity provider and back. The browser keeps it in a signed cookie, so that it can't end in another one. */
export type OidcAttempt = {
  readonly purpose: OidcPurpose
  readonly state: string
  readonly nonce: string
  /** What the provider's code is redeemed with (PKCE, RFC 7636). */
  readonly verifier: string
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string
  /** The page that wants the session. */
  readonly page: string
  /** S256 of what only that page knows. */
  readonly pageChallenge: string
  /** Instant in milliseconds. */
  readonly expiresAt: number
}

const seconds = 600

export function newAttempt(
  known: Pick<OidcAttempt, 'purpose' | 'redirectUri' | 'page' | 'pageChallenge'>,
  now: Date,
): OidcAttempt {
  const expiresAt = now.getTime() + seconds * 1_000
  return { ...known, state: randomText(), nonce: randomText(), verifier: randomText(), expiresAt }
}

/** 256 random bits in 43 characters that need no escape anywhere. */
export function randomText(): string {
  return randomBytes(32).toString('base64url')
}

/** RFC 7636, 4.2. */
export function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

// The provider sends the browser back from its own site: a strict cookie would stay behind.
const nameOf = (secure: boolean) => (secure ? '__Host-shenbao-oidc' : 'shenbao-oidc')
const attributes = (secure: boolean) => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The `Set-Cookie` that a browser keeps an attempt by. */
export function attemptCookie({ hash }: Authentication, attempt: OidcAttempt, secure: boolean): string {
  const text = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  return `${nameOf(secure)}=${text}.${hash('oidc attempt', text)}; Max-Age=${seconds}; ${attributes(secure)}`
}

/** The `Set-Cookie` that takes it away. */
export function endedAttemptCookie(secure: boolean): string {
  return `${nameOf(secure)}=; Max-Age=0; ${attributes(secure)}`
}

/** The attempt of a request's cookie; null without one, and for one that isn't from here. It may have expired. */
export function attemptIn({ hash }: Authentication, cookie: string | undefined, secure: boolean): OidcAttempt | null {
  const start = `${nameOf(secure)}=`
  const found = cookie?.split('; ').find((part) => part.startsWith(start))
  const [text, given, ...more] = found?.slice(start.length).split('.') ?? []
  if (!text || !given || more.length > 0) return null
  return isEqual(given, hash('oidc attempt', text)) ? JSON.parse(Buffer.from(text, 'base64url').toString()) : null
}

/** Whether an answer is the one that an attempt waits for, in time. */
export function isAnswerTo(attempt: OidcAttempt, state: string | undefined, now: Date): boolean {
  return state !== undefined && isEqual(state, attempt.state) && now.getTime() < attempt.expiresAt
}

/** Takes an attempt's state, which is good for one answer. False if it was taken before. */
export function takeState(
  { act, hash }: Authentication,
  audited: Audited,
  { state, expiresAt }: OidcAttempt,
): Promise<boolean> {
  return act(audited, async ({ query }) => {
    const taken = await query(
      `insert into auth.used_code (key, expires_at) values ($1, to_timestamp($2::double precision / 1000))
         on conflict do nothing returning key`,
      [hash('oidc state', state), expiresAt],
    )
    return taken.length > 0
  })
}

function isEqual(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)]
  return first.length === second.length && timingSafeEqual(first, second)
}

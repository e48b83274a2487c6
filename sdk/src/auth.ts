import type { CallOptions, Connection, TokenStore } from './connection.js'
import { ExchangeSignIn } from './generated/exchange-sign-in.js'
import { PassSecondFactor } from './generated/pass-second-factor.js'
import { Session as SessionOperation } from './generated/session.js'
import { SignIn } from './generated/sign-in.js'
import { SignOut } from './generated/sign-out.js'
import type { SessionQuery, SignInMutation } from './generated/types.js'

/** What signing in needs to know of a client. */
export type SignInClient = {
  readonly connection: Connection
  readonly store: TokenStore
  /** The session comes as a cookie that scripts can't read. */
  readonly cookies: boolean
}

/** An e-mail address or a phone number, with its password. */
export type Credentials = ({ readonly email: string } | { readonly phone: string }) & { readonly password: string }

/** Answers a sign-in's challenge; without a challenge the session that is signed in passes the second factor. */
export type SecondFactorCode = { readonly challenge?: string } & (
  | { readonly code: string }
  | { readonly recoveryCode: string }
)

/** What came back to the page from the identity provider, and what it kept when it went there. */
export type ProviderCode = { readonly code: string; readonly verifier: string }

export type SignInErrors = SignInMutation['signIn']['errors']

/** What a sign-in came to. */
export type SignInResult =
  | { readonly status: 'signed-in'; readonly expiresAt: string }
  /** The password was right; `client.auth.passSecondFactor({ challenge, code })` goes on. */
  | { readonly status: 'second-factor'; readonly challenge: string; readonly expiresAt: string }
  | { readonly status: 'refused'; readonly errors: SignInErrors }

/** Who is signed in. */
export type Session = SessionQuery['viewer'] & {
  readonly account: NonNullable<SessionQuery['viewer']['account']>
}

/** Begins a session, whose token the client keeps from then on; the one before is forgotten. */
export async function signIn(
  client: SignInClient,
  { password, ...who }: Credentials,
  options?: CallOptions,
): Promise<SignInResult> {
  // A token that isn't good any more would have the sign-in refused.
  await client.store.set(null)
  const name = 'email' in who ? who.email : who.phone
  const input = { name, password, cookie: client.cookies }
  const answer = await client.connection.query(SignIn, { input }, options)
  return resultOf(client, answer.signIn)
}

/** Passes the second factor with the code of an authenticator app, or one of the recovery codes. */
export async function passSecondFactor(
  client: SignInClient,
  code: SecondFactorCode,
  options?: CallOptions,
): Promise<SignInResult> {
  const input = { ...code, cookie: client.cookies }
  const answer = await client.connection.query(PassSecondFactor, { input }, options)
  return resultOf(client, answer.passSecondFactor)
}

/**
 * Ends a sign-in at an identity provider with the code that came back to the page as `#code=…`. The session hasn't passed the
 * second factor; `passSecondFactor` without a challenge does.
 */
export async function exchangeSignIn(
  client: SignInClient,
  code: ProviderCode,
  options?: CallOptions,
): Promise<SignInResult> {
  await client.store.set(null)
  const input = { ...code, cookie: client.cookies }
  const answer = await client.connection.query(ExchangeSignIn, { input }, options)
  return resultOf(client, answer.exchangeSignIn)
}

/** Ends the session; the token is forgotten even if the service can't be reached. */
export async function signOut(client: SignInClient, options?: CallOptions): Promise<void> {
  try {
    await client.connection.query(SignOut, undefined, options)
  } catch (error) {
    if (!isOver(error)) throw error
  } finally {
    await client.store.set(null)
  }
}

/** Who is signed in, with his roles; null if nobody is, or the session is over. */
export async function session(client: SignInClient, options?: CallOptions): Promise<Session | null> {
  try {
    const { viewer } = await client.connection.query(SessionOperation, undefined, options)
    return viewer.account ? { ...viewer, account: viewer.account } : null
  } catch (error) {
    if (!isOver(error)) throw error
    await client.store.set(null)
    return null
  }
}

async function resultOf(client: SignInClient, payload: SignInMutation['signIn']): Promise<SignInResult> {
  const { session, secondFactor, errors } = payload
  if (session) {
    if (session.token) await client.store.set(session.token)
    return { status: 'signed-in', expiresAt: session.expiresAt }
  }
  return secondFactor ? { status: 'second-factor', ...secondFactor } : { status: 'refused', errors }
}

function isOver(error: unknown): boolean {
  // Read without the module of the errors, which bundlers would take out of the core to share it.
  return (error as { codes?: readonly string[] }).codes?.includes('UNAUTHENTICATED') ?? false
}

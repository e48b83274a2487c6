import { createHmac } from 'node:crypto'

/** What better-auth is told of a request. */
export type Known = {
  /** A session's own token, verified. */
  readonly session?: string | undefined
  /** What a sign-in was answered with, as `challengeIn` gave it. */
  readonly challenge?: string
  /** Name of the caller's program, for the list of sessions. */
  readonly userAgent?: string | null
}

// Its cookies never leave the process: they are how it is told of sessions, and how it tells.
const cookies = { session: 'better-auth.session_token', challenge: 'better-auth.two_factor' }

/** @param secret better-auth's own */
export function headersOf({ session, challenge, userAgent }: Known, secret: string): Headers {
  const headers = new Headers()
  if (userAgent) headers.set('user-agent', userAgent)
  if (session !== undefined) {
    const signature = createHmac('sha256', secret).update(session).digest('base64')
    headers.set('cookie', `${cookies.session}=${encodeURIComponent(`${session}.${signature}`)}`)
  } else if (challenge !== undefined) {
    headers.set('cookie', `${cookies.challenge}=${challenge}`)
  }
  return headers
}

/** The challenge that a sign-in was answered with; null if it was answered with a session. */
export function challengeIn(headers: Headers): string | null {
  return cookieIn(headers, cookies.challenge)
}

/** The own token of the session that an answer began. */
export function sessionIn(headers: Headers): string {
  const signed = cookieIn(headers, cookies.session)
  const token = signed && decodeURIComponent(signed).split('.')[0]
  if (!token) throw new Error('better-auth began no session.')
  return token
}

function cookieIn(headers: Headers, name: string): string | null {
  const cookie = headers.getSetCookie().findLast((cookie) => cookie.startsWith(`${name}=`))
  return cookie?.slice(name.length + 1).split(';')[0] || null
}

import { timingSafeEqual } from 'node:crypto'
import type { Authentication } from './authentication.js'

/*
 * What a sign-in with the right password is answered with when a second factor is asked for: better-auth's own challenge, with
 * the account that it is for, so that attempts are counted for the account before anything is tried.
 */
export type Challenge = { readonly account: string; readonly own: string }

export function writeChallenge({ hash }: Authentication, { account, own }: Challenge): string {
  const text = `${encode(account)}.${encode(own)}`
  return `${text}.${hash('challenge', text)}`
}

/** Null for one that isn't from here. */
export function readChallenge({ hash }: Authentication, text: string): Challenge | null {
  const [account, own, given, ...more] = text.split('.')
  if (!account || !own || !given || more.length > 0) return null
  const expected = Buffer.from(hash('challenge', `${account}.${own}`))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null
  return { account: decode(account), own: decode(own) }
}

const encode = (text: string) => Buffer.from(text).toString('base64url')
const decode = (text: string) => Buffer.from(text, 'base64url').toString()

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../secrets/keyring.js'

/** What an address stands for: everything that has to be as it was when it was made. */
export type Grant =
  /** Putting a file of this size, for the account that asked. */
  | { readonly action: 'upload'; readonly id: string; readonly size: number; readonly account: string }
  | { readonly action: 'download' | 'thumbnail'; readonly id: string }
  /** The budget of an application, as a workbook. */
  | { readonly action: 'workbook'; readonly id: string }
  /** The printed form of an application, with personal values masked or in full. */
  | { readonly action: 'print' | 'printInFull'; readonly id: string }

/** The part of an address that shows that the service made it. */
type Signed = { readonly expires: string; readonly signature: string }

/** What is wrong with an address; `undefined` for one that holds. */
export type AddressFault = 'INVALID' | 'EXPIRED' | undefined

/**
 * Makes and checks addresses that hold without signing in, until a moment (in seconds since 1970) that is part of them.
 * They are sealed with HMAC-SHA-256.
 */
export class AddressSigner {
  /** @param secrets those that hold, the newest first, which signs; older ones are still known for a while */
  constructor(readonly secrets: () => readonly Secret[]) {}

  /** The path with its query, without a host. */
  sign(grant: Grant, expiresAt: Date): string {
    const [newest] = this.secrets()
    if (!newest) throw new Error('There is no key to sign addresses of files with.')
    const expires = String(Math.floor(expiresAt.getTime() / 1000))
    const signature = sealOf(newest, grant, expires).toString('base64url')
    return `${pathOf(grant)}?${new URLSearchParams({ expires, signature })}`
  }

  check(grant: Grant, { expires, signature }: Signed, now: Date): AddressFault {
    const given = Buffer.from(signature, 'base64url')
    const holds = this.secrets().some((secret) => {
      const seal = sealOf(secret, grant, expires)
      return seal.length === given.length && timingSafeEqual(seal, given)
    })
    if (!holds) return 'INVALID'
    return Number(expires) * 1000 <= now.getTime() ? 'EXPIRED' : undefined
  }
}

function pathOf({ action, id }: Grant): string {
  if (action === 'workbook') return `/applications/${id}/budget.xlsx`
  if (action === 'print') return `/applications/${id}/form.pdf`
  if (action === 'printInFull') return `/applications/${id}/form-in-full.pdf`
  return `/documents/${id}${action === 'thumbnail' ? '/thumbnail' : ''}`
}

function sealOf({ bytes }: Secret, grant: Grant, expires: string): Buffer {
  const { action, id } = grant
  const bound = action === 'upload' ? [action, id, grant.size, grant.account, expires] : [action, id, expires]
  return createHmac('sha256', bytes).update(JSON.stringify(bound)).digest()
}

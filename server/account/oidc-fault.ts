import type { ErrorCode } from '../../schema/error-codes.js'

/** What a page is told when a sign-in at the identity provider comes to nothing. */
export type OidcFaultCode = Extract<
  ErrorCode,
  | 'ACCOUNT_DEACTIVATED'
  | 'ACCOUNT_EXISTS'
  | 'EMAIL_NOT_VERIFIED'
  | 'PROVIDER_FAILED'
  | 'SIGN_IN_DENIED'
  | 'SIGN_IN_EXPIRED'
  | 'TOO_MANY_ATTEMPTS'
>

/** A sign-in at the identity provider that comes to nothing. */
export class OidcFault extends Error {
  override readonly name = 'OidcFault'

  /** @param reason for whoever runs the service; nothing that a person or the provider wrote freely */
  constructor(
    readonly code: OidcFaultCode,
    readonly reason: string,
  ) {
    super(`${code}: ${reason}`)
  }
}

/** A name from outside such as `invalid_grant` or `ECONNREFUSED`, if it is nothing but a name. */
export function plainName(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z_]{0,60}$/.test(value) ? value : 'unknown'
}

import type { Issue } from '../../schema/rules/issue.js'
import type { UserError } from '../../schema/types/user-error.js'
import { refusal } from '../refusal.js'
import { signInIssues } from './sign-in-issues.js'

/** What better-auth's refusals are here. */
const issues: Readonly<Record<string, Issue>> = {
  INVALID_EMAIL_OR_PASSWORD: signInIssues.failed,
  INVALID_EMAIL: signInIssues.failed,
  EMAIL_NOT_VERIFIED: signInIssues.notVerified,
  PASSWORD_TOO_SHORT: signInIssues.passwordTooShort,
  PASSWORD_TOO_LONG: signInIssues.passwordTooLong,
  INVALID_PASSWORD: signInIssues.passwordWrong,
  CREDENTIAL_ACCOUNT_NOT_FOUND: signInIssues.passwordWrong,
  INVALID_TOKEN: signInIssues.codeInvalid,
  TOKEN_EXPIRED: signInIssues.codeInvalid,
  USER_NOT_FOUND: signInIssues.codeInvalid,
  INVALID_CODE: signInIssues.secondFactorWrong,
  INVALID_BACKUP_CODE: signInIssues.secondFactorWrong,
  INVALID_TWO_FACTOR_COOKIE: signInIssues.challengeExpired,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: signInIssues.challengeExpired,
  ACCOUNT_TEMPORARILY_LOCKED: signInIssues.tooManyAttempts(900),
  TOTP_ALREADY_ENABLED: signInIssues.alreadyEnrolled,
  TOTP_NOT_ENABLED: signInIssues.notEnrolled,
  BACKUP_CODES_NOT_ENABLED: signInIssues.notEnrolled,
  // Two requests used one recovery code: this one came second.
  CONFLICT: signInIssues.secondFactorWrong,
}

/** An answer of better-auth's, or what its refusal means to the caller. */
export type Answered<Result> = { readonly result: Result } | { readonly errors: readonly UserError[] }

/**
 * Waits for better-auth, whose refusals are thrown: they become data, so that what it counted of the attempt is committed.
 * @param paths where each code stands in the input; `input` if it isn't said
 */
export async function answered<Result>(
  asked: Promise<Result>,
  paths: Readonly<Record<string, readonly string[]>> = {},
): Promise<Answered<Result>> {
  try {
    return { result: await asked }
  } catch (error) {
    const found = issues[codeOf(error) ?? '']
    if (!found) throw error
    return { errors: [refusal(found, ...(paths[found.code] ?? ['input']))] }
  }
}

/** The code of an error of better-auth's; null for another. */
export function codeOf(error: unknown): string | null {
  const { body, status } = error as { body?: { code?: unknown }; status?: unknown }
  const code = body?.code ?? status
  return typeof code === 'string' ? code : null
}

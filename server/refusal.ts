import type { ErrorCode } from '../schema/error-codes.js'
import type { Issue } from '../schema/rules/issue.js'
import { UserError } from '../schema/types/user-error.js'

/** An issue of an input as the API answers it; `path` such as `facts.partners[0].kind` begins below `below`. */
export function refusal(issue: Issue & { readonly path?: string }, ...below: readonly string[]): UserError {
  return Object.assign(new UserError(), {
    code: issue.code as ErrorCode,
    message: issue.message,
    path: [...below, ...(issue.path ? segments(issue.path) : [])],
    clause: null,
  })
}

function segments(path: string): string[] {
  return path.split(/[.[\]]+/).filter((segment) => segment !== '')
}

/** Thrown by a use case to undo all that it did; the caller gets the errors as data. */
export class Refused extends Error {
  override readonly name = 'Refused'

  constructor(readonly errors: readonly UserError[]) {
    super(errors.map(({ code }) => code).join(', '))
  }
}

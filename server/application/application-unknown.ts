import { GraphQLError } from 'graphql'
import { applicationIssues } from './application-issues.js'

/** APPLICATION_UNKNOWN as a top-level error, for queries; its message is put into the caller's language. */
export function applicationUnknown(): GraphQLError {
  const { code, message: messages } = applicationIssues.unknown
  return new GraphQLError(messages.en, { extensions: { code, messages } })
}

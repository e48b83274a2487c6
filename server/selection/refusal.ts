import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** An error in the caller's request; its message is put into the caller's language when the response is formed. */
export function refusal(code: ErrorCode, messages: LocalizedText, path?: readonly string[]): GraphQLError {
  return new GraphQLError(messages.en, { extensions: { code, messages, ...(path && { path }) } })
}

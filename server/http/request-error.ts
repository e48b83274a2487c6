import { HeaderMap } from '@apollo/server'
import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

type Options = GraphQLErrorOptions & { readonly status?: number; readonly headers?: Readonly<Record<string, string>> }

/**
 * A top-level error that the caller can mend. Both languages travel in `extensions.messages`; the one to show is picked
 * when the response is formed.
 * @param options.status HTTP status, 400 if left out
 */
export function requestError(
  code: ErrorCode,
  messages: LocalizedText,
  { status = 400, headers = {}, ...options }: Options = {},
): GraphQLError {
  const http = { status, headers: new HeaderMap(Object.entries(headers)) }
  return new GraphQLError(messages.en, { ...options, extensions: { ...options.extensions, code, messages, http } })
}

import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { Locale, LocalizedText } from '../../schema/rules/localized-text.js'
import { explainError, type Scene } from './explain-error.js'

const internal: ErrorCode = 'INTERNAL_SERVER_ERROR'

/** Whom an error is shown to. */
export type Audience = { readonly locale: Locale; readonly requestId: string }

export type Presented = {
  readonly shown: GraphQLFormattedError
  /** The error behind a masked one, for the log. */
  readonly masked?: unknown
}

/**
 * An error as the caller gets it: in one language, without the values it is about, and masked unless it was made for
 * callers. A masked one carries the request's id, under which the log has the error.
 */
export function presentError(error: unknown, { locale, requestId }: Audience, scene?: Scene): Presented {
  const explanation = error instanceof GraphQLError ? explainError(error, scene) : undefined
  const place = error instanceof GraphQLError ? placeOf(error) : {}
  if (!explanation) {
    const masked = error instanceof GraphQLError ? (error.originalError ?? error) : error
    return {
      shown: { message: internalMessage(requestId)[locale], ...place, extensions: { code: internal, requestId } },
      masked,
    }
  }
  const { code, text, extensions } = explanation
  return { shown: { message: text[locale], ...place, extensions: { code, ...extensions } } }
}

/** Where an error is from: in the document, and by response keys in the answer. Apollo Server drops the path of a rule's error. */
function placeOf(error: GraphQLError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  const { locations, path = error.originalError instanceof GraphQLError ? error.originalError.path : undefined } = error
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
}

function internalMessage(requestId: string): LocalizedText {
  return {
    'zh-CN': `服务器内部错误。请稍后重试；如仍出现，请将请求编号 ${requestId} 告知管理员。`,
    en: `Something went wrong on the server. Try again later; if it stays, give the request id ${requestId} to the operator.`,
  }
}

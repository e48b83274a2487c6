import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.js'
import { json } from './media-type.js'
import { presentError } from './present-error.js'
import { describeError } from './private-text.js'

/**
 * Fields are answered at the same time, and which fails first is chance: the document's order isn't. What has no place in
 * it comes last, such as that there are more errors.
 */
function inDocumentOrder(a: GraphQLFormattedError, b: GraphQLFormattedError): number {
  const [left = nowhere, right = nowhere] = [a.locations?.[0], b.locations?.[0]]
  return left.line - right.line || left.column - right.column
}

const nowhere = { line: Number.MAX_SAFE_INTEGER, column: 0 }

/**
 * Puts every error of a response into the form that `presentError` describes, tells the log about the masked ones, and
 * sets the status that GraphQL over HTTP wants: under `application/json` a well-formed request is answered with 200.
 */
export function presentErrorsPlugin(logger: Logger): ApolloServerPlugin<Context> {
  const report = (requestId: string, error: unknown) =>
    logger.error({ requestId, error: describeError(error) }, 'masked error')

  const listener: GraphQLRequestListener<Context> = {
    async willSendResponse({ contextValue, document, errors, request, response, schema, source }) {
      const { body, http } = response
      if (body.kind !== 'single') return
      const raw = errors ?? body.singleResult.errors
      if (!raw?.length) return
      const presented = [...raw]
        .sort(inDocumentOrder)
        .map((error) => presentError(error, contextValue, { document, schema }))
      for (const { masked } of presented) {
        if (masked) report(contextValue.requestId, masked)
      }
      body.singleResult.errors = presented.map(({ shown }) => shown)
      contextValue.trace.errors = presented.map(({ shown }) => String(shown.extensions?.code))
      if (http.status === 400 && source && request.http?.headers.get('accept') === json) http.status = 200
    },
  }

  return {
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      report(requestContext.contextValue.requestId, error)
    },
    requestDidStart: async () => listener,
  }
}

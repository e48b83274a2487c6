import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server'
import type { ReadEngine } from '../read-engine.js'
import type { ReadContext } from '../sql.js'
import { answerOperation } from './answer-operation.js'
import { isHandedOver } from './handover.js'
import { RawData } from './raw-data.js'

type Options = {
  /** False makes graphql-js complete every answer; tests compare the two ways. */
  readonly passThrough?: boolean
}

/**
 * Answers queries that are all SQL with PostgreSQL's own JSON, unparsed; `stringifyResult` of raw-data.ts belongs to
 * it. Everything else it leaves to graphql-js, errors too, so that there is one place that forms them.
 */
export function passThroughPlugin<Context extends ReadContext>(
  engine: ReadEngine,
  { passThrough = true }: Options = {},
): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    async responseForOperation({ schema, document, operation, request, contextValue }) {
      if (isHandedOver(contextValue)) return null
      const read = { schema, document, operation, variables: request.variables ?? {}, context: contextValue }
      const json = await answerOperation(engine, read, { passThrough })
      if (json === null) return null
      return { http, body: { kind: 'single', singleResult: { data: new RawData(json) as never } } }
    },
  }
  return { requestDidStart: async () => listener }
}

/** Nothing that Apollo would add to the response. */
const http = { status: undefined, headers: new HeaderMap() }

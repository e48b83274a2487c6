import { type GraphQLSchema, getOperationAST } from 'graphql'
import { answerOperation, isRead } from '../selection/answer/answer-operation.js'
import { RawData, stringifyResult } from '../selection/answer/raw-data.js'
import type { ReadEngine } from '../selection/read-engine.js'
import type { Context } from './context.js'
import { costExtension, limitCost } from './cost.plugin.js'
import type { DocumentStore } from './document-store.js'
import type { GraphqlRequest } from './graphql-request.js'
import { nameOperation } from './operation.plugin.js'

/**
 * Answers operations that were answered by SQL alone before, without Apollo Server's pipeline, which costs a small read
 * a sixth of its time. The pipeline has parsed, validated and limited the document then; what depends on the request
 * is checked here by the same functions. Everything else, each error among it, is the pipeline's.
 */
export class KnownReads {
  constructor(
    readonly schema: GraphQLSchema,
    readonly documents: DocumentStore,
    readonly engine: ReadEngine,
  ) {}

  /** The body of the answer; null if the pipeline is to answer. Never throws. */
  async answer({ query, operationName, variables = {} }: GraphqlRequest, context: Context): Promise<string | null> {
    const { schema, engine } = this
    const document = this.documents.find(query)
    const operation = document && getOperationAST(document, operationName)
    if (!operation || !isRead(operation)) return null
    try {
      nameOperation(operation, context.trace)
      if (!limitCost({ schema, document, operation, variables }, context.trace)) return null
    } catch {
      return null
    }
    const json = await answerOperation(
      engine,
      { schema, document, operation, variables, context },
      { passThrough: true },
    )
    if (json === null) return null
    return stringifyResult({ data: new RawData(json) as never, extensions: costExtension(context.trace) })
  }
}

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode } from 'graphql'
import type { Context, RequestTrace } from './context.js'
import { isLoggableName, withoutNumbers } from './private-text.js'
import { requestError } from './request-error.js'

/** Refuses requests whose operation can't be told, with the choice there is, and names the others for the log. */
export function operationPlugin(): ApolloServerPlugin<Context> {
  return { requestDidStart: async () => listener }
}

const listener: GraphQLRequestListener<Context> = {
  async didResolveOperation({ contextValue, document, operation }) {
    if (!operation) throw noOperation(document)
    nameOperation(operation, contextValue.trace)
  },
}

/** Notes an operation's name for the log. */
export function nameOperation({ name }: OperationDefinitionNode, trace: RequestTrace): void {
  if (name && isLoggableName(name.value)) trace.operation = name.value
}

function noOperation(document: DocumentNode): GraphQLError {
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [withoutNumbers(definition.name.value)] : [],
  )
  return requestError(
    'OPERATION_RESOLUTION_FAILURE',
    names.length === 0
      ? {
          'zh-CN': '没有可执行的操作：文档中没有命名的操作，请勿给出 operationName。',
          en: 'Nothing to execute: the document has no named operation; leave operationName out.',
        }
      : {
          'zh-CN': `没有指明要执行的操作，或没有该名称的操作；请用 operationName 指明 ${names.join('、')} 之一。`,
          en: `No operation was chosen, or none has that name; set operationName to one of ${names.join(', ')}.`,
        },
  )
}

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import type { Context, RequestTrace } from './context.js'
import { type Cost, measureCost } from './cost.js'
import { limits } from './limits.js'
import { tooCostly, tooManyFields } from './refuse-cost.js'
import { requestError } from './request-error.js'

type Variables = Readonly<Record<string, unknown>>

type Operation = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Variables
}

const known = new WeakMap<DocumentNode, Map<string, Cost>>()

/**
 * Refuses operations that come to more objects than one request may ask for, and tells in `extensions.cost` of every
 * response what the operation was estimated at: `requested`, and how much `remaining` room it left.
 */
export function costPlugin(): ApolloServerPlugin<Context> {
  return { requestDidStart: async () => listener }
}

const listener: GraphQLRequestListener<Context> = {
  async didResolveOperation({ document, operation, request, schema, contextValue }) {
    // operationPlugin refuses the request.
    if (!operation) return
    limitCost({ schema, document, operation, variables: request.variables ?? {} }, contextValue.trace)
  },
  async willSendResponse({ contextValue, response: { body } }) {
    if (body.kind !== 'single') return
    body.singleResult.extensions = { ...body.singleResult.extensions, ...costExtension(contextValue.trace) }
  },
}

/** What every answer tells of its cost. */
export function costExtension({ cost: requested = 0 }: RequestTrace) {
  return { cost: { requested, remaining: Math.max(limits.cost - requested, 0) } }
}

/**
 * Estimates an operation's cost, and notes it. Undefined for variables of the wrong type: they stop the execution, which
 * reports each of them, and not only the first.
 * @throws GraphQLError DOCUMENT_TOO_COSTLY over the limit; BAD_USER_INPUT for what can't be estimated
 */
export function limitCost(asked: Operation, trace: RequestTrace): Cost | undefined {
  const { schema, document, operation, variables } = asked
  const key = keyOf(operation, variables)
  const costs = known.get(document) ?? new Map<string, Cost>()
  let cost = key === undefined ? undefined : costs.get(key)
  if (!cost) {
    try {
      cost = measureCost({ schema, document, operationName: operation.name?.value, variables })
    } catch (error) {
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
      if (errors) return undefined
      if (!(error instanceof GraphQLError)) throw error
      throw error.nodes ? unreadable(error) : tooManyFields(document, operation)
    }
    if (key !== undefined && costs.size < 100) known.set(document, costs.set(key, cost))
  }
  trace.cost = cost.total
  if (cost.total > limits.cost) throw tooCostly(document, operation, cost)
  return cost
}

/** What a cost depends on besides the document: list sizes and conditions. Undefined where they are not what they should be. */
function keyOf({ name, variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): string | undefined {
  let key = name?.value ?? ''
  for (const { type, variable } of variableDefinitions) {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
    if (named.kind !== Kind.NAMED_TYPE || !['Int', 'Boolean'].includes(named.name.value)) continue
    const value = variables[variable.name.value]
    if (value != null && typeof value !== 'number' && typeof value !== 'boolean') return undefined
    key += ` ${value}`
  }
  return key
}

/** Such as a variable that is null in `@include(if:)`: the operation can't be estimated, so it isn't begun. */
function unreadable({ message, nodes }: GraphQLError): GraphQLError {
  return requestError('BAD_USER_INPUT', { 'zh-CN': `请求有误：${message}`, en: message }, { nodes })
}

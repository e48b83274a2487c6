import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  isNonNullType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { rowOrError } from './bind-selections.js'
import type { Operation } from './collect-fields.js'
import { handOver } from './handover.js'
import { type Intent, isIntent, OneIntent } from './intent.js'
import { type PreparedRead, prepareRead } from './prepare-read.js'
import type { Answer, ReadEngine } from './read-engine.js'
import { namesOtherFields, operationOf, type RootField, resolveRoot, rootFields } from './root-fields.js'
import type { ReadContext } from './sql.js'

export type OperationRequest = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: ReadContext
}

type Reading = RootField & {
  readonly definition: GraphQLField<unknown, unknown>
  readonly intent: Intent
  /** Null for a node that can't exist. */
  readonly read: PreparedRead | null
}

/**
 * Runs the root resolvers of a query, reads all their intents in one statement and gives the answer's data as JSON.
 * Null: graphql-js is to answer. What was found until then is handed over to it, so that no resolver and no statement
 * runs twice, and errors are formed in one place. Never throws.
 */
export async function answerOperation(
  engine: ReadEngine,
  { schema, document, operation: definition, variables, context }: OperationRequest,
  { passThrough }: { passThrough: boolean },
): Promise<string | null> {
  const query = schema.getQueryType()
  if (!query || definition.operation !== OperationTypeNode.QUERY) return null
  if (namesOtherFields(engine.model, schema, definition, query)) return null
  const { coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], variables)
  if (!coerced) return null
  const operation = operationOf(schema, document, definition, coerced)
  const roots = rootFields(engine.model, operation, query)
  if (!roots) return null

  const readings = await resolveRoots(engine, roots, operation, query, context)
  if (!readings) return null
  const answer = await readAll(engine, readings, operation, context)
  if (!answer) return null
  const texts = new Map(readings.map(({ key }, i) => [key, answer.texts[i] ?? null]))
  if (!passThrough || !answer.passThrough || readings.some((reading) => lacks(reading, texts))) {
    handOverRows(context, readings, texts)
    return null
  }
  const members = roots.map(({ key, definition }) => {
    const json = definition ? (texts.get(key) ?? 'null') : JSON.stringify(query.name)
    return `${JSON.stringify(key)}:${json}`
  })
  return `{${members.join(',')}}`
}

/** The intents of all root fields; null if one gave an error or something else. */
async function resolveRoots(
  engine: ReadEngine,
  roots: readonly RootField[],
  operation: Operation,
  query: GraphQLObjectType,
  context: ReadContext,
): Promise<Reading[] | null> {
  const fields = roots.flatMap(({ definition, ...root }) => (definition ? [{ ...root, definition }] : []))
  const outcomes = await Promise.allSettled(
    fields.map((field) => resolveRoot(engine, field, operation, query, context)),
  )
  const readings = fields.flatMap((field, i) => readingOf(engine, field, outcomes[i]) ?? [])
  if (readings.length === fields.length) return readings
  handOver(context, new Map(fields.flatMap(({ key }, i) => (outcomes[i] ? [[key, outcomes[i]]] : []))))
  return null
}

function readingOf(
  engine: ReadEngine,
  field: Omit<Reading, 'intent' | 'read'>,
  outcome: PromiseSettledResult<unknown> | undefined,
): Reading | null {
  if (outcome?.status !== 'fulfilled' || !isIntent(outcome.value)) return null
  try {
    return { ...field, intent: outcome.value, read: prepareRead(engine.model, outcome.value) }
  } catch {
    // The intent is handed over, and its error comes up again where graphql-js can form it.
    return null
  }
}

/** The JSON of each reading; null if the statement failed. */
async function readAll(
  engine: ReadEngine,
  readings: readonly Reading[],
  operation: Operation,
  context: ReadContext,
): Promise<Answer | null> {
  const possible = readings.flatMap(({ nodes, read }) => (read ? [{ fieldNodes: nodes, read }] : []))
  if (possible.length === 0) return { texts: readings.map(() => null), passThrough: true }
  try {
    const { texts, passThrough } = await engine.read(operation, context, possible)
    let next = 0
    return { texts: readings.map(({ read }) => (read ? (texts[next++] ?? null) : null)), passThrough }
  } catch (reason) {
    handOver(context, new Map(readings.map(({ key }) => [key, { status: 'rejected', reason }])))
    return null
  }
}

/** Whether a row that isn't there makes more than a null in its place. */
function lacks({ key, intent, definition }: Reading, texts: ReadonlyMap<string, string | null>): boolean {
  if (texts.get(key) != null) return false
  return isNonNullType(definition.type) || (intent instanceof OneIntent && intent.missing !== undefined)
}

function handOverRows(
  context: ReadContext,
  readings: readonly Reading[],
  texts: ReadonlyMap<string, string | null>,
): void {
  const outcomes = new Map<string, PromiseSettledResult<unknown>>()
  for (const { key, intent, read } of readings) {
    try {
      const value = rowOrError(intent, read?.type.name ?? '', texts.get(key) ?? null)
      outcomes.set(key, { status: 'fulfilled', value })
    } catch (reason) {
      outcomes.set(key, { status: 'rejected', reason })
    }
  }
  handOver(context, outcomes)
}

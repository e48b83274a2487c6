import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import type { Operation } from '../collect-fields.js'
import { isIntent, OneIntent } from '../intent.js'
import { type PreparedRead, prepareRead } from '../prepare/prepare-read.js'
import type { ReadEngine } from '../read-engine.js'
import type { ReadContext } from '../sql.js'
import { resolverAsWritten, rowOrError } from './bind-selections.js'
import { coerceVariables } from './coerce-variables.js'
import { handOver } from './handover.js'
import { operationOf, type RootField, type Roots, rootFields, rootInfo } from './root-fields.js'
import { writeFor } from './write-value.js'

export type OperationRequest = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: ReadContext
}

/**
 * A field at the root whose resolver has run, and what came of it. `read` is null for a node that can't exist, and
 * undefined for an error and for a value that needs no reading.
 */
type Reading = RootField & {
  readonly info: GraphQLResolveInfo
  readonly outcome: PromiseSettledResult<unknown>
  readonly read: PreparedRead | null | undefined
}

const reads = new WeakSet<OperationDefinitionNode>()

/** Whether an operation has been answered by a statement alone before. */
export function isRead(operation: OperationDefinitionNode): boolean {
  return reads.has(operation)
}

/**
 * Runs the root resolvers of a query, reads all their intents in one statement, writes values that TypeScript made,
 * and gives the answer's data as JSON. Null: graphql-js is to answer. What was found until then is handed over to it,
 * so that no root resolver and no statement runs twice, and errors are formed in one place. Never throws.
 */
export async function answerOperation(
  engine: ReadEngine,
  { schema, document, operation: definition, variables, context }: OperationRequest,
  { passThrough }: { passThrough: boolean },
): Promise<string | null> {
  const query = schema.getQueryType()
  if (!query || definition.operation !== OperationTypeNode.QUERY) return null
  const coerced = coerceVariables(schema, definition, variables)
  if (!coerced) return null
  const operation = operationOf(schema, document, definition, coerced)
  const roots = rootFields(operation, query)
  if (!roots) return null

  const readings = await resolveRoots(engine, roots, operation, query, context)
  const answer = await readAll(engine, readings, operation, context)
  if (!answer) return null
  const json =
    passThrough && answer.passThrough && !roots.foreign ? writeAll(readings, answer.texts, operation, context) : null
  if (!json) {
    handOverRows(context, readings, answer.texts)
    return null
  }
  const typename = JSON.stringify(query.name)
  if (readings.length > 0 && readings.every(({ read }) => read !== undefined)) reads.add(definition)
  const members = [...roots.fields].map(([key, root]) => `${JSON.stringify(key)}:${root ? json.get(key) : typename}`)
  return `{${members.join(',')}}`
}

/** Runs root resolvers as graphql-js would, and prepares what their intents read. */
async function resolveRoots(
  { model }: ReadEngine,
  { fields }: Roots,
  operation: Operation,
  query: GraphQLObjectType,
  context: ReadContext,
): Promise<Reading[]> {
  const resolve = async (root: RootField): Promise<Reading> => {
    const info = rootInfo(root, operation, query)
    try {
      const args = root.args(operation.variableValues)
      const value = await resolverAsWritten(root.definition)(undefined, args, context, info)
      const read = isIntent(value) ? prepareRead(model, value, info) : undefined
      return { ...root, info, outcome: { status: 'fulfilled', value }, read }
    } catch (reason) {
      return { ...root, info, outcome: { status: 'rejected', reason }, read: undefined }
    }
  }
  return Promise.all([...fields.values()].flatMap((root) => (root ? [resolve(root)] : [])))
}

type Texts = ReadonlyMap<string, string | null>

/** The rows of all intents as JSON by response key; null if the statement failed. */
async function readAll(
  engine: ReadEngine,
  readings: readonly Reading[],
  operation: Operation,
  context: ReadContext,
): Promise<{ texts: Texts; passThrough: boolean } | null> {
  const possible = readings.flatMap(({ key, nodes, read }) => (read ? [{ key, fieldNodes: nodes, read }] : []))
  if (possible.length === 0) return { texts: new Map(), passThrough: true }
  try {
    const { texts, passThrough } = await engine.read(operation, context, possible)
    return { texts: new Map(possible.map(({ key }, i) => [key, texts[i] ?? null])), passThrough }
  } catch (reason) {
    const failed = { status: 'rejected', reason } as const
    handOver(context, new Map(readings.map(({ key, read, outcome }) => [key, read ? failed : outcome])))
    return null
  }
}

/** Everything as the client gets it, by response key; null if there is something that only graphql-js can complete. */
function writeAll(
  readings: readonly Reading[],
  texts: Texts,
  operation: Operation,
  context: ReadContext,
): Map<string, string> | null {
  const json = new Map<string, string>()
  for (const reading of readings) {
    if (reading.outcome.status === 'rejected') return null
    const text = reading.read === undefined ? writeMade(reading, operation, context) : rowText(reading, texts)
    if (text === null) return null
    json.set(reading.key, text)
  }
  return json
}

function writeMade(reading: Reading, operation: Operation, context: ReadContext): string | null {
  try {
    return writeFor(operation, reading)?.(valueOf(reading), { context, info: reading.info }) ?? null
  } catch {
    return null
  }
}

/** Null where a row that isn't there makes more than a null in its place. */
function rowText(reading: Reading, texts: Texts): string | null {
  const text = texts.get(reading.key)
  if (text != null) return text
  const intent = valueOf(reading)
  return isNonNullType(reading.definition.type) || (intent instanceof OneIntent && intent.missing) ? null : 'null'
}

function handOverRows(context: ReadContext, readings: readonly Reading[], texts: Texts): void {
  const outcomes = new Map<string, PromiseSettledResult<unknown>>()
  for (const reading of readings) {
    const { key, read, outcome } = reading
    const intent = valueOf(reading)
    if (!isIntent(intent)) {
      outcomes.set(key, outcome)
      continue
    }
    try {
      const value = rowOrError(intent, read?.type.name ?? '', texts.get(key) ?? null)
      outcomes.set(key, { status: 'fulfilled', value })
    } catch (reason) {
      outcomes.set(key, { status: 'rejected', reason })
    }
  }
  handOver(context, outcomes)
}

function valueOf({ outcome }: Reading): unknown {
  return outcome.status === 'fulfilled' ? outcome.value : undefined
}

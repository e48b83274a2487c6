import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql'
import { hidden } from './compile-fields.js'
import { takeHandedOver } from './handover.js'
import { type Intent, isIntent, OneIntent } from './intent.js'
import type { EntityType } from './model.js'
import { prepareRead } from './prepare-read.js'
import type { ReadEngine } from './read-engine.js'
import { isRow, parseRow, type RowObject, typeOfRow } from './rows.js'
import type { TypeScriptField } from './selection.js'
import type { ReadContext } from './sql.js'

export type Resolver = GraphQLFieldResolver<unknown, ReadContext>

/** Resolvers that were there before the engine's. */
const written = new WeakMap<GraphQLField<unknown, unknown>, Resolver>()
const boundTypes = new WeakSet<GraphQLObjectType>()

/** A field's resolver for objects that TypeScript made. */
export function resolverAsWritten(field: GraphQLField<unknown, unknown>): Resolver {
  return written.get(field) ?? field.resolve ?? defaultFieldResolver
}

/** Whether objects of a type may be rows of the engine. */
export function isBound(type: GraphQLObjectType): boolean {
  return boundTypes.has(type)
}

/**
 * Gives bound types resolvers that take the engine's rows apart, and queries resolvers that carry out their intents.
 * Objects of the same types that TypeScript made go through the resolvers that were there before.
 */
export function bindSelections(schema: GraphQLSchema, engine: ReadEngine): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const { resolveType } = type
      type.resolveType = (value, ...rest) => typeOfRow(value) ?? resolveType?.(value, ...rest)
    } else if (isObjectType(type) && engine.model.rowTypes.has(type.name)) {
      bindType(type, engine.model.types.get(type.name))
    }
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = carryOut(engine, asWritten(field))
  }
}

function bindType(type: GraphQLObjectType, bound: EntityType | undefined): void {
  boundTypes.add(type)
  const { isTypeOf } = type
  if (isTypeOf) type.isTypeOf = (value, ...rest) => isRow(value) || isTypeOf(value, ...rest)
  for (const field of Object.values(type.getFields())) {
    const original = asWritten(field)
    const of = bound?.fields.get(field.name)
    const fromRow = of?.kind === 'typescript' ? computed(of) : atResponseKey
    field.resolve = (source, args, context, info) =>
      isRow(source) ? fromRow(source, args, context, info) : original(source, args, context, info)
  }
}

/** Keeps a resolver that is about to be replaced. */
function asWritten(field: GraphQLField<unknown, unknown>): Resolver {
  const resolver = resolverAsWritten(field)
  written.set(field, resolver)
  return resolver
}

type FromRow = (row: RowObject, args: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo) => unknown

const atResponseKey: FromRow = (row, _args, _context, { path }) => row[path.key]

function computed({ needs, resolve }: TypeScriptField): FromRow {
  return (row, args, context) =>
    resolve(Object.fromEntries(needs.map((path) => [path, row[hidden + path]])), args, context)
}

function carryOut(engine: ReadEngine, original: Resolver): Resolver {
  return async (source, args, context, info) => {
    const outcome = takeHandedOver(context, String(info.path.key))
    if (outcome?.status === 'rejected') throw outcome.reason
    const value = outcome ? outcome.value : await original(source, args, context, info)
    return isIntent(value) ? readIntent(engine, value, context, info) : value
  }
}

async function readIntent(engine: ReadEngine, intent: Intent, context: ReadContext, info: GraphQLResolveInfo) {
  const read = prepareRead(engine.model, intent, info)
  if (!read) return null
  const [node, ...more] = info.fieldNodes
  if (!node) throw new Error('A field without nodes.')
  const { texts } = await engine.read(info, context, [{ fieldNodes: [node, ...more], read }])
  return rowOrError(intent, read.type.name, texts[0] ?? null)
}

/** The row for graphql-js to complete. @throws the intent's own error where there is none */
export function rowOrError(intent: Intent, type: string, text: string | null): RowObject | null {
  if (text !== null) return parseRow(text, type)
  if (intent instanceof OneIntent && intent.missing) throw intent.missing()
  return null
}

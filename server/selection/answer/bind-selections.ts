import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql'
import { hidden } from '../compile/compile-fields.js'
import type { Place } from '../compile/compile-statement.js'
import { type Intent, isIntent, OneIntent } from '../intent.js'
import type { EntityType } from '../model/model.js'
import { prepareRead } from '../prepare/prepare-read.js'
import type { ReadEngine } from '../read-engine.js'
import type { TypeScriptField } from '../selection.js'
import type { ReadContext } from '../sql.js'
import { takeHandedOver } from './handover.js'
import { isRow, parseRow, type RowObject, typeOfRow } from './rows.js'

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
 * Gives bound types resolvers that take the engine's rows apart, and fields that may show rows resolvers that carry out
 * intents: queries, mutations, and what their results are made of. Objects of bound types that TypeScript made go through
 * the resolvers that were there before.
 */
export function bindSelections(schema: GraphQLSchema, engine: ReadEngine): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const resolveType = type.resolveType ?? defaultTypeResolver
      type.resolveType = (value, ...rest) => typeOfRow(value) ?? resolveType(value, ...rest)
    } else if (isObjectType(type) && engine.model.rowTypes.has(type.name)) {
      bindType(engine, type, engine.model.types.get(type.name))
    } else if (isObjectType(type) && !isIntrospectionType(type)) {
      const isRoot = type === schema.getQueryType() || type === schema.getMutationType()
      for (const field of Object.values(type.getFields())) {
        if (isRoot || showsObjects(field)) field.resolve = carryOut(engine, asWritten(field))
      }
    }
  }
}

function bindType(engine: ReadEngine, type: GraphQLObjectType, bound: EntityType | undefined): void {
  boundTypes.add(type)
  const { isTypeOf } = type
  if (isTypeOf) type.isTypeOf = (value, ...rest) => isRow(value) || isTypeOf(value, ...rest)
  for (const field of Object.values(type.getFields())) {
    const mayRead = (resolver: Resolver) => (showsObjects(field) ? carryOut(engine, resolver) : resolver)
    const original = mayRead(asWritten(field))
    const of = bound?.fields.get(field.name)
    const fromRow = of?.kind === 'typescript' ? mayRead(computed(of)) : atResponseKey
    field.resolve = (source, args, context, info) =>
      isRow(source) ? fromRow(source, args, context, info) : original(source, args, context, info)
  }
}

function showsObjects({ type }: GraphQLField<unknown, unknown>): boolean {
  return isCompositeType(getNamedType(type))
}

/** Keeps a resolver that is about to be replaced. */
function asWritten(field: GraphQLField<unknown, unknown>): Resolver {
  const resolver = resolverAsWritten(field)
  written.set(field, resolver)
  return resolver
}

const atResponseKey: Resolver = (row, _args, _context, { path }) => (row as RowObject)[path.key]

function computed({ needs, resolve }: TypeScriptField): Resolver {
  return (row, args, context) =>
    resolve(Object.fromEntries(needs.map((path) => [path, (row as RowObject)[hidden + path]])), args, context)
}

function carryOut(engine: ReadEngine, resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const outcome = takeHandedOver(context, info.path)
    if (outcome?.status === 'rejected') throw outcome.reason
    const value = outcome ? outcome.value : resolve(source, args, context, info)
    return value instanceof Promise
      ? value.then((settled) => readAll(engine, settled, context, info))
      : readAll(engine, value, context, info)
  }
}

/** A value with rows in place of its intents. Those of a list are promises, each with an error of its own. */
function readAll(engine: ReadEngine, value: unknown, context: ReadContext, info: GraphQLResolveInfo): unknown {
  if (isIntent(value)) return readIntent(engine, value, context, info)
  if (!holdsIntent(value)) return value
  const list = getNullableType(info.returnType)
  const itemInfo = isListType(list) ? { ...info, returnType: list.ofType } : info
  return value.map((item) => readAll(engine, item, context, itemInfo))
}

function holdsIntent(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some((item) => isIntent(item) || holdsIntent(item))
}

async function readIntent(engine: ReadEngine, intent: Intent, context: ReadContext, info: GraphQLResolveInfo) {
  const read = prepareRead(engine.model, intent, info)
  if (!read) return null
  const [node, ...more] = info.fieldNodes
  if (!node) throw new Error('A field without nodes.')
  const { texts } = await engine.read(info, context, [{ fieldNodes: [node, ...more], read, place: placeOf(info) }])
  return rowOrError(intent, read.type.name, texts[0] ?? null)
}

/** Undefined for all that a field at the root of a query shows. */
function placeOf({ path, parentType, fieldName, returnType, schema }: GraphQLResolveInfo): Place | undefined {
  const isRoot = !path.prev && parentType === schema.getQueryType()
  const isWhole = parentType.getFields()[fieldName]?.type === returnType
  return isRoot && isWhole ? undefined : { name: nameOf(path), shows: returnType }
}

/** With the types on the way: objects of different types may select different things under the same response keys. */
function nameOf({ prev, key, typename }: GraphQLResolveInfo['path']): string {
  const before = prev ? nameOf(prev) : ''
  return typename === undefined ? before : `${before}/${typename}.${key}`
}

/** The row for graphql-js to complete. @throws the intent's own error where there is none */
export function rowOrError(intent: Intent, type: string, text: string | null): RowObject | null {
  if (text !== null) return parseRow(text, type)
  if (intent instanceof OneIntent && intent.missing) throw intent.missing()
  return null
}

import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql'
import { type Locale, type LocalizedText, textIn } from '../../../schema/rules/localized-text.js'
import { collectFields, type Operation } from '../collect-fields.js'
import { shapingValues } from '../compile/plan-key.js'
import { isIntent } from '../intent.js'
import type { ReadContext } from '../sql.js'
import { isBound, resolverAsWritten } from './bind-selections.js'
import type { RootField } from './root-fields.js'
import { isRow } from './rows.js'

/** Writes a value that TypeScript made as the JSON of the answer. @throws Unwritable for what graphql-js must complete */
export type Write = (value: unknown, request: WriteRequest) => string

/** Who asks, and what the resolver at the root was told. */
export type WriteRequest = { readonly context: ReadContext; readonly info: GraphQLResolveInfo }

/** A value that is completed by graphql-js, which knows what a wrong one makes of the answer: a promise, an error, a null where none may be. */
class Unwritable extends Error {}

/** Ways to write by what is selected; an operation lives as long as the server's own store of documents keeps it. */
const known = new WeakMap<OperationDefinitionNode, Map<string, Write | null>>()
const mostPerOperation = 100
/** Characters; values of variables can be as long as a request. */
const longestShape = 1_000

/**
 * How the value of a field at the root is written: CompleteValue of the GraphQL specification for values that have
 * nothing wrong with them, prepared once per selection, as statements are. Null if a type is selected that only
 * graphql-js can complete.
 */
export function writeFor(operation: Operation, { key, nodes, definition }: RootField): Write | null {
  const writes = known.get(operation.operation) ?? new Map<string, Write | null>()
  known.set(operation.operation, writes)
  const values = shapingValues(operation)
  const shape = values.length === 0 ? key : JSON.stringify([key, values])
  const found = writes.get(shape)
  if (found !== undefined) return found
  const write = prepareWrite(operation, definition.type, nodes)
  if (writes.size < mostPerOperation && shape.length <= longestShape) writes.set(shape, write)
  return write
}

function prepareWrite(operation: Operation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write | null {
  try {
    return writeType(operation, type, nodes)
  } catch {
    return null
  }
}

function writeType(operation: Operation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isNonNullType(type)) {
    const write = writeType(operation, type.ofType, nodes)
    return (value, request) => (value == null ? unwritable() : write(value, request))
  }
  const write = writePresent(operation, type, nodes)
  return (value, request) => (value == null ? 'null' : write(value, request))
}

function writePresent(operation: Operation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isListType(type)) {
    const item = writeType(operation, type.ofType, nodes)
    return (value, request) => {
      if (!Array.isArray(value)) unwritable()
      const items = value as readonly unknown[]
      if (items.some(isPromise)) leave(items)
      return `[${items.map((one) => item(settled(one), request)).join(',')}]`
    }
  }
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)]))
    return (value) => texts.get(value) ?? unwritable()
  }
  if (isLeafType(type)) {
    return (value) => {
      const text = JSON.stringify(type.serialize(value)) as string | undefined
      return text === undefined || text === 'null' ? unwritable() : text
    }
  }
  if (!isObjectType(type)) throw new Unwritable(`${type} is abstract.`)
  return writeObject(operation, type, nodes)
}

function writeObject(operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
  const sets = nodes.map(({ selectionSet }) => selectionSet)
  const members = [...collectFields(operation, type, sets)].map(([key, [node, ...more]], i) => {
    const before = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`
    if (node.name.value === '__typename') return { before: before + JSON.stringify(type.name), ...nothing }
    const definition = type.getFields()[node.name.value]
    if (!definition) throw new Unwritable(`${type.name} has no field ${node.name.value}.`)
    const all = [node, ...more] as const
    const read = readField(operation, type, definition, key, all)
    return { before, read, write: writeType(operation, definition.type, all) }
  })
  const bound = isBound(type)
  const { isTypeOf } = type
  return (value, request) => {
    // Intents are to be read first, and rows are keyed by response keys, so that they are read in another way.
    if (typeof value !== 'object' || isIntent(value) || (bound && isRow(value))) unwritable()
    if (isTypeOf && isTypeOf(value, request.context, request.info) !== true) unwritable()
    let json = '{'
    for (const { before, read, write } of members) {
      json += before + write(settled(read(value as Source, request)), request)
    }
    return `${json}}`
  }
}

type Source = Readonly<Record<string, unknown>>
type Read = (source: Source, request: WriteRequest) => unknown

/** For `__typename`, which is all in the text before it. */
const nothing: { read: Read; write: Write } = { read: () => null, write: () => '' }

function readField(
  operation: Operation,
  parentType: GraphQLObjectType,
  definition: GraphQLField<unknown, unknown>,
  key: string,
  fieldNodes: readonly [FieldNode, ...FieldNode[]],
): Read {
  const { name: fieldName, type: returnType } = definition
  const resolve = resolverAsWritten(definition)
  if (resolve === defaultFieldResolver) return (source) => source[fieldName]
  const args = getArgumentValues(definition, fieldNodes[0], operation.variableValues)
  if (definition.extensions.localized) {
    const locale = args.locale as Locale | null | undefined
    return (source, { context }) => textIn(source[fieldName] as LocalizedText, locale ?? context.locale)
  }
  // The path names no places in lists, which only errors do, and these are left to graphql-js.
  const path = { prev: undefined, key, typename: parentType.name }
  const own = { fieldName, fieldNodes, returnType, parentType, path }
  return (source, { context, info }) => resolve(source, { ...args }, context, { ...info, ...own })
}

/** A value as it is; graphql-js waits for promises, calls functions and reports errors. */
function settled(value: unknown): unknown {
  if (isPromise(value)) leave([value])
  return typeof value === 'function' || value instanceof Error ? unwritable() : value
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value
}

/** graphql-js makes promises of its own to wait for; an error of these, which nobody takes, would end the process. */
function leave(values: readonly unknown[]): never {
  for (const value of values) if (isPromise(value)) Promise.resolve(value).catch(() => undefined)
  return unwritable()
}

function unwritable(): never {
  throw new Unwritable('graphql-js completes this value.')
}

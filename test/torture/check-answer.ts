import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql'
import type { Body } from './check-errors.js'
import type { Request } from './request.js'

/**
 * What is wrong with the data of an answer by the schema and the document: a field that is missing, too much or out of
 * order, a value of another type, a null that may not be. It works from the specification alone (sections 6.3 and 6.4),
 * and shares no code with the read engine.
 */
export function dataProblems(schema: GraphQLSchema, request: Request, { data }: Body): string[] {
  if (!data) return []
  // As it came with a GET: addresses can't hold half a character.
  const document = parse(request.query.toWellFormed())
  const operation = operationOf(document, request.operationName)
  const query = schema.getQueryType()
  if (!operation || !query) return ['There is data, but no operation.']
  // As it was sent: JSON leaves out what is undefined.
  const given = JSON.parse(JSON.stringify(request.variables ?? {})) as Record<string, unknown>
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (!coerced) return ['There is data, but the variables can’t be.']
  const check = new Check(schema, document, coerced)
  check.object(query, [operation.selectionSet], data, '')
  return check.problems
}

function operationOf(document: DocumentNode, name: unknown): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return name ? operations.find((operation) => operation.name?.value === name) : operations[0]
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Money: (value) => /^-?\d+\.\d\d$/.test(String(value)),
  LocalDate: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  DateTime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)),
}

class Check {
  readonly problems: string[] = []

  constructor(
    readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], value: unknown, path: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.#say(path, 'is no object')
    const selected = new Map<string, FieldNode[]>()
    for (const set of sets) this.#collect(type, set, selected)
    const [expected, found] = [[...selected.keys()].join(' '), Object.keys(value).join(' ')]
    if (expected !== found) return this.#say(path, `has "${found}" and not "${expected}"`)
    for (const [key, nodes] of selected)
      this.#field(type, nodes, (value as Record<string, unknown>)[key], `${path}.${key}`)
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], value: unknown, path: string): void {
    const name = nodes[0]?.name.value ?? ''
    if (name === '__typename') return value === type.name ? undefined : this.#say(path, `is ${value}, not ${type.name}`)
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name)
    const field = type.getFields()[name] ?? meta
    if (!field) return this.#say(path, 'is no field of the type')
    this.#value(field.type, nodes, value, path)
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: string): void {
    if (value === null) return isNonNullType(type) ? this.#say(path, 'is null') : undefined
    const inner = getNullableType(type)
    if (isListType(inner)) {
      if (!Array.isArray(value)) return this.#say(path, 'is no list')
      value.forEach((item, i) => this.#value(inner.ofType, nodes, item, `${path}.${i}`))
    } else if (isObjectType(inner) || isAbstractType(inner)) {
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
      const runtime = isObjectType(inner) ? inner : this.#runtimeType(value)
      if (runtime) this.object(runtime, sets, value, path)
    } else if (isEnumType(inner)) {
      if (!inner.getValues().some(({ name }) => name === value)) this.#say(path, `is ${value}, no ${inner.name}`)
    } else if (!scalars[inner.name]?.(value)) {
      this.#say(path, `is ${JSON.stringify(value)}, no ${inner.name}`)
    }
  }

  /** Ids begin with their type. Unknown where the document doesn't select one. */
  #runtimeType(value: unknown): GraphQLObjectType | undefined {
    const { id, __typename } = value as { id?: string; __typename?: string }
    const type = this.schema.getType(__typename ?? id?.split(':')[0] ?? '')
    return isObjectType(type) ? type : undefined
  }

  #collect(type: GraphQLObjectType, { selections }: SelectionSetNode, into: Map<string, FieldNode[]>): void {
    for (const node of selections) {
      if (!this.#isIncluded(node)) continue
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value
        into.set(key, [...(into.get(key) ?? []), node])
        continue
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT
          ? node
          : this.document.definitions.find(
              (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value,
            )
      if (!fragment || !('selectionSet' in fragment)) continue
      const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined
      if (condition === undefined || condition === type.name || this.#implements(type, condition)) {
        this.#collect(type, fragment.selectionSet, into)
      }
    }
  }

  #implements(type: GraphQLObjectType, name: string): boolean {
    return type.getInterfaces().some((one) => getNamedType(one).name === name)
  }

  #isIncluded(node: { readonly directives?: readonly DirectiveNode[] }): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.variables)
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.variables)
    return skip?.if !== true && include?.if !== false
  }

  #say(path: string, what: string): void {
    this.problems.push(`data${path} ${what}`)
  }
}

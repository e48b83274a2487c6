import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql'

/** A value as its type takes it. @throws for one that doesn't fit; graphql-js finds the words for it. */
type Coerce = (value: unknown) => unknown

type Variable = { readonly name: string; readonly coerce: Coerce; readonly required: boolean; readonly preset: unknown }

const knownTypes = new WeakMap<GraphQLInputType, Coerce>()
const knownOperations = new WeakMap<OperationDefinitionNode, readonly Variable[] | null>()

/**
 * The variables of an operation as graphql-js coerces them (CoerceVariableValues of the GraphQL specification), by
 * functions that are made once per type: with many facts, walking the types costs more than judging the case.
 * Null for variables that don't fit.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  const variables = variablesOf(schema, operation)
  if (!variables) return null
  const coerced: Record<string, unknown> = {}
  try {
    for (const { name, coerce, required, preset } of variables) {
      if (Object.hasOwn(given, name)) coerced[name] = coerce(given[name])
      else if (preset !== undefined) coerced[name] = preset
      else if (required) return null
    }
  } catch {
    return null
  }
  return coerced
}

function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode): readonly Variable[] | null {
  const known = knownOperations.get(operation)
  if (known !== undefined) return known
  const variables = (operation.variableDefinitions ?? []).flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node)
    if (!isInputType(type)) return []
    const preset = defaultValue && valueFromAST(defaultValue, type)
    return [{ name: variable.name.value, coerce: coerceTo(type), required: isNonNullType(type), preset }]
  })
  const all = variables.length === (operation.variableDefinitions?.length ?? 0) ? variables : null
  knownOperations.set(operation, all)
  return all
}

function coerceTo(type: GraphQLInputType): Coerce {
  const known = knownTypes.get(type)
  if (known) return known
  // Input types may contain themselves: until this one is made, its name stands for it.
  knownTypes.set(type, (value) => knownTypes.get(type)?.(value))
  const made = makeCoerce(type)
  knownTypes.set(type, made)
  return made
}

function makeCoerce(type: GraphQLInputType): Coerce {
  if (isNonNullType(type)) {
    const inner = coerceTo(type.ofType)
    return (value) => (value == null ? unfit() : inner(value))
  }
  if (isListType(type)) {
    const item: Coerce = coerceTo(type.ofType)
    return (value) => (value == null ? null : Array.isArray(value) ? coerceList(value, item) : [item(value)])
  }
  if (isLeafType(type)) {
    return (value) => {
      if (value == null) return null
      const parsed = type.parseValue(value)
      return parsed === undefined ? unfit() : parsed
    }
  }
  const fields = Object.values(type.getFields())
  const coercers = new Map(fields.map(({ name, type }) => [name, coerceTo(type)]))
  const expected = fields.filter(({ type, defaultValue }) => isNonNullType(type) || defaultValue !== undefined)
  return (value) => {
    if (value == null) return null
    if (typeof value !== 'object' || Array.isArray(value)) return unfit()
    const given = value as Record<string, unknown>
    // Most values are what they become, and what they stand in needs no copy.
    let coerced = given
    for (const name of Object.keys(given)) {
      const field = (coercers.get(name) ?? unfit())(given[name])
      if (field === given[name]) continue
      if (coerced === given) coerced = { ...given }
      coerced[name] = field
    }
    for (const { name, defaultValue } of expected) {
      if (name in coerced) continue
      if (defaultValue === undefined) unfit()
      if (coerced === given) coerced = { ...given }
      coerced[name] = defaultValue
    }
    return type.isOneOf ? onlyOne(coerced) : coerced
  }
}

function coerceList(values: readonly unknown[], item: Coerce): readonly unknown[] {
  const coerced = values.map((one) => item(one))
  return coerced.every((one, place) => one === values[place]) ? values : coerced
}

function onlyOne(coerced: Record<string, unknown>): Record<string, unknown> {
  const [value, ...more] = Object.values(coerced)
  return value == null || more.length > 0 ? unfit() : coerced
}

function unfit(): never {
  throw new TypeError('The value does not fit its type.')
}

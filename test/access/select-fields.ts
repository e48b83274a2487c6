import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'

/** Nesting of objects that aren't rows: budgets in verdicts and the like. */
const deepest = 5

/**
 * All fields of a type as a selection set. Rows below it are asked for their type and id only: each is asked for all its
 * fields by itself. Fields that need arguments are left out.
 */
export function selectAll(type: GraphQLObjectType, depth = 0): string {
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument))
  return `{ __typename ${fields.flatMap((field) => selectField(field, depth)).join(' ')} }`
}

function selectField({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string[] {
  const shows = getNamedType(type)
  if (isInterfaceType(shows) || isUnionType(shows)) return [`${name} { __typename }`]
  if (!isObjectType(shows)) return [name]
  const page = args.some((arg) => arg.name === 'first') ? '(first: 100)' : ''
  if (isNode(shows)) return [`${name} { __typename id }`]
  return depth < deepest ? [`${name}${page} ${selectAll(shows, depth + 1)}`] : []
}

/** Whether a type's objects have ids by which they can be read again. */
export function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node')
}

/** Every object in an answer that has a type and an id. */
export function objectsIn(answer: unknown): { type: string; id: string }[] {
  if (Array.isArray(answer)) return answer.flatMap(objectsIn)
  if (typeof answer !== 'object' || answer === null) return []
  const { __typename: type, id } = answer as { __typename?: unknown; id?: unknown }
  const inner = Object.values(answer).flatMap(objectsIn)
  return typeof type === 'string' && typeof id === 'string' ? [{ type, id }, ...inner] : inner
}

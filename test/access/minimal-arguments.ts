import {
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'

/** Of scalars that aren't plain texts: a value that is well formed, and of no use. */
const values: Readonly<Record<string, unknown>> = {
  ID: 'Nothing:00000000-0000-4000-8000-999999999999',
  Int: 1,
  Float: 1,
  Boolean: false,
  LocalDate: '2020-01-01',
  DateTime: '2020-01-01T00:00:00Z',
  YearMonth: '2020-01',
  Money: '1.00',
}

/**
 * The least that a field can be called with: what it requires, in the right form, and nothing that anybody could mean. What
 * writes refuses it, so that a call changes nothing.
 * @param text what stands in every text
 * @throws Error for a scalar that isn't known here
 */
export function minimalArguments({ args }: GraphQLField<unknown, unknown>, text = ''): Record<string, unknown> {
  return Object.fromEntries(args.filter(isRequiredArgument).map(({ name, type }) => [name, minimalValue(type, text)]))
}

function minimalValue(type: GraphQLInputType, text: string): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) return [minimalValue(inner.ofType, text)]
  if (isEnumType(inner)) return inner.getValues()[0]?.name
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(isRequiredInputField)
    return Object.fromEntries(fields.map(({ name, type }) => [name, minimalValue(type, text)]))
  }
  if (inner.name === 'String') return text
  if (Object.hasOwn(values, inner.name)) return values[inner.name]
  throw new Error(`Nothing is known of the scalar ${inner.name}: give it a value in test/access/minimal-arguments.ts.`)
}

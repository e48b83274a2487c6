import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType } from 'graphql'
import type { Answer } from '../http/ask.js'
import type { Persona } from './personas.js'
import { selectAll } from './select-fields.js'
import type { WorldService } from './world-service.js'

/** An operation of the schema, such as `Query.guideline`. */
export function operationOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> {
  const [root = '', field = ''] = name.split('.')
  const found = [schema.getQueryType(), schema.getMutationType()].find((type) => type?.name === root)?.getFields()[
    field
  ]
  if (!found) throw new Error(`There is no operation ${name}.`)
  return found
}

/** Calls an operation with the arguments given, for all that it shows or, if `briefly`, for next to nothing. */
export function callOperation(
  service: WorldService,
  persona: Persona,
  name: string,
  args: Readonly<Record<string, unknown>>,
  { briefly = false } = {},
): Promise<Answer['body']> {
  const field = operationOf(service.schema, name)
  const given = field.args.filter((arg) => Object.hasOwn(args, arg.name))
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const keyword = name.startsWith('Mutation.') ? 'mutation' : 'query'
  const query = `${keyword} ${declared && `(${declared})`} { result: ${field.name}${passed && `(${passed})`} ${selection(field, briefly)} }`
  return service.ask(persona, query, args)
}

function selection({ type }: GraphQLField<unknown, unknown>, briefly: boolean): string {
  const shows = getNamedType(type)
  if (isLeafType(shows)) return ''
  if (briefly || !('getInterfaces' in shows) || !('isTypeOf' in shows)) return '{ __typename }'
  return selectAll(shows)
}

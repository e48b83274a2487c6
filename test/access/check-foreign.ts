import { type GraphQLInputType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql'
import { operationsOf } from '../../server/access/check-access.js'
import type { Answer } from '../http/ask.js'
import { callOperation, operationOf } from './call-operation.js'
import { mayCall } from './check-operations.js'
import type { Checking } from './check-rows.js'
import { targets, untargeted } from './examples.js'
import { personas } from './personas.js'

/** Nobody's key. */
const missing = '00000000-0000-4000-8000-ffffffffffff'

/** Mutations that take an id, and of which it isn't said whose. */
export function withoutTarget(schema: GraphQLSchema): string[] {
  return operationsOf(schema)
    .filter((name) => name.startsWith('Mutation.') && !(name in targets) && !(name in untargeted))
    .filter((name) => operationOf(schema, name).args.some(({ type }) => takesId(type)))
    .map((name) => `${name} takes an id: say of what, in \`targets\` of test/access/examples.ts.`)
}

function takesId(type: GraphQLInputType): boolean {
  const named = getNamedType(type)
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => takesId(field.type))
  return named.name === 'ID'
}

/**
 * Calls operations that take a row's id as everybody who may call them, with the id of every row that he doesn't see, and with
 * one that nothing has: both have to be refused, in the same words. Gives what is wrong, in sentences.
 */
export async function* checkForeign({ service, seen }: Checking): AsyncGenerator<string> {
  const byType = new Map([...seen.values()].map((of) => [of.selection.type, of]))
  for (const [name, { type, args }] of Object.entries(targets)) {
    const of = byType.get(type)
    if (!of) {
      yield `${name}: there is no type ${type} with rows; correct its line in test/access/examples.ts.`
      continue
    }
    for (const persona of personas.filter((persona) => mayCall(persona, name))) {
      const visible = of.visibleTo(persona)
      const call = (key: string) => callOperation(service, persona, name, args(`${type}:${key}`))
      const expected = refusalOf(await call(missing), missing)
      if (expected === null) yield `${persona.name} calling ${name} for nothing: isn't refused.`
      for (const key of of.rows.keys()) {
        if (visible.has(key)) continue
        const refusal = refusalOf(await call(key), key)
        const who = `${persona.name} calling ${name} for ${type}:${key}, which he does not see`
        if (refusal === null) yield `${who}: isn't refused.`
        else if (refusal !== expected) yield `${who}: gets ${refusal}, and for nothing ${expected}.`
      }
    }
  }
}

/** What somebody is refused with, without the key that he gave; null if he isn't. */
function refusalOf({ data, errors }: Answer['body'], key: string): string | null {
  const result = data?.result as { errors?: readonly { code: string; message: string }[] } | null | undefined
  const refused = errors?.map(({ message, extensions: { code } }) => ({ code, message })) ?? result?.errors ?? []
  if (refused.length === 0) return null
  if (refused.some(({ code }) => code === 'INTERNAL_SERVER_ERROR' || code === 'BAD_USER_INPUT')) return null
  return refused
    .map(({ code, message }) => `${code}: ${message}`)
    .join(' ')
    .replaceAll(key, '…')
}

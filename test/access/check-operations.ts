import type { Caller, OperationRule } from '../../server/access/operations.js'
import { operations } from '../../server/access/operations.js'
import { callOperation, operationOf } from './call-operation.js'
import type { Checking } from './check-rows.js'
import { endsSessions, harmless } from './examples.js'
import { minimalArguments } from './minimal-arguments.js'
import { type Persona, personas, rolesOf } from './personas.js'

const operationsBefore: Readonly<Record<string, OperationRule>> = { ...operations }

/** Whether the table lets somebody call an operation. */
export function mayCall(persona: Persona, operation: string): boolean {
  const callers: Caller[] = [...rolesOf(persona), ...(persona.account === null ? [] : (['SIGNED_IN'] as const))]
  return callers.some((caller) => Object.hasOwn(operationsBefore[operation] ?? {}, caller))
}

/**
 * Calls operations as everybody, with arguments that change nothing, and compares who is let in with the access table. Gives
 * what is wrong, in sentences.
 */
export async function* checkCallers(
  { service, restoreSessions }: Pick<Checking, 'service'> & { restoreSessions(): Promise<void> },
  names: Iterable<string>,
  callers = (_persona: Persona, _name: string) => true,
): AsyncGenerator<string> {
  for (const name of names) {
    const args = harmless[name] ?? minimalArguments(operationOf(service.schema, name))
    for (const persona of personas.filter((persona) => callers(persona, name))) {
      const { data, errors = [] } = await callOperation(service, persona, name, args, { briefly: true })
      if (endsSessions.has(name)) await restoreSessions()
      const codes = errors.map(({ extensions }) => extensions.code)
      const who = `${persona.name} calling ${name}`
      const expected = mayCall(persona, name) ? null : persona.account === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      const refusedAs = codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') ?? null
      if (refusedAs !== expected) yield `${who}: gets ${refusedAs ?? 'in'}, and ought to get ${expected ?? 'in'}.`
      else if (expected !== null && (data?.result ?? null) !== null) yield `${who}: is refused and gets an answer.`
      else if (codes.some((code) => uncalled.has(code)))
        yield `${who}: ${codes} (${errors[0]?.message}). Add arguments that change nothing to \`harmless\` in test/access/examples.ts.`
    }
  }
}

/** The operation was not reached, or broke. */
const uncalled = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'])

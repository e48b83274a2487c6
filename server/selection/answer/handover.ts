import type { GraphQLResolveInfo } from 'graphql'
import type { Cancellation } from '../cancellation.js'
import type { ReadContext } from '../sql.js'

/** What became of root fields before graphql-js is asked, by response key: an intent, a row, any value, or an error. */
export type Outcomes = ReadonlyMap<string, PromiseSettledResult<unknown>>

/** By the request's cancellation, which is its own: Apollo Server copies contexts. */
const handedOver = new WeakMap<Cancellation, Outcomes>()

/** Leaves outcomes for the resolvers of the same request, so that nothing is done twice. */
export function handOver({ cancellation }: ReadContext, outcomes: Outcomes): void {
  handedOver.set(cancellation, outcomes)
}

/** Whether the roots of a request have been resolved already. */
export function isHandedOver({ cancellation }: ReadContext): boolean {
  return handedOver.has(cancellation)
}

/** What became of a field at the root; of those below nothing is handed over. */
export function takeHandedOver(
  { cancellation }: ReadContext,
  { prev, key }: GraphQLResolveInfo['path'],
): PromiseSettledResult<unknown> | undefined {
  return prev ? undefined : handedOver.get(cancellation)?.get(String(key))
}

/** What became of root fields before graphql-js is asked, by response key: an intent, a row, any value, or an error. */
export type Outcomes = ReadonlyMap<string, PromiseSettledResult<unknown>>

const handedOver = new WeakMap<object, Outcomes>()

/** Leaves outcomes for the resolvers of the same request, so that nothing is done twice. */
export function handOver(context: object, outcomes: Outcomes): void {
  handedOver.set(context, outcomes)
}

export function takeHandedOver(context: object, key: string): PromiseSettledResult<unknown> | undefined {
  return handedOver.get(context)?.get(key)
}

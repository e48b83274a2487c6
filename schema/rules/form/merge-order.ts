/**
 * The order of rows that two people made of one list, by their keys. Whoever moved rows has his order; rows that only the
 * other has come behind those that they stood behind there. If both moved rows, the order is theirs.
 * @param kept the keys that the merged list has
 * @returns its keys in order, and whether both have moved rows, and not to the same places
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): { readonly order: readonly string[]; readonly clashes: boolean } {
  const iMoved = hasMoved(base, mine)
  const clashes = iMoved && hasMoved(base, theirs) && hasMoved(mine, theirs)
  const [leading, other] = iMoved && !clashes ? [mine, theirs] : [theirs, mine]
  const order = leading.filter((key) => kept.has(key))
  const placed = new Set(order)
  let before: string | undefined
  for (const key of other) {
    if (kept.has(key) && !placed.has(key)) {
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
      placed.add(key)
    }
    if (placed.has(key)) before = key
  }
  return { order, clashes }
}

/** Whether rows that both lists have stand in another order. */
function hasMoved(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [new Set(before), new Set(after)]
  const common = before.filter((key) => now.has(key))
  const commonNow = after.filter((key) => old.has(key))
  return common.some((key, at) => key !== commonNow[at])
}

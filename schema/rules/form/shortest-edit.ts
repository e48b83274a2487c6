/** A run of items that are the same in both lists, only in the first, or only in the second; the places are half-open. */
export type Run = {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED'
  /** In the list that has the items; of SAME, in the first. */
  readonly from: number
  readonly to: number
}

/**
 * The fewest removals and additions that make one list into the other, found as E. W. Myers describes it ("An O(ND)
 * difference algorithm and its variations", Algorithmica 1, 1986). Time and memory grow with the square of the edits.
 * @param most edits after which it gives up
 * @returns null if there are more
 */
export function shortestEdit(before: readonly string[], after: readonly string[], most: number): Run[] | null {
  const [n, m] = [before.length, after.length]
  const furthest = Math.min(n + m, most)
  const middle = furthest + 1
  const reached = new Int32Array(2 * middle + 1)
  /** What was reached before each round: the way back. */
  const rounds: Int32Array[] = []
  for (let edits = 0; edits <= furthest; edits++) {
    rounds.push(reached.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let { x } = stepTo(diagonal, edits, reached, middle)
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x++
      reached[middle + diagonal] = x
      if (x >= n && x - diagonal >= m) return runsOf(rounds, n, m)
    }
  }
  return null
}

/** Where the last edit leads to on a diagonal, and whether it was an addition or a removal: whichever leads further. */
function stepTo(diagonal: number, edits: number, reached: Int32Array, middle: number) {
  const [left, above] = [reached[middle + diagonal - 1] as number, reached[middle + diagonal + 1] as number]
  const isAddition = diagonal === -edits || (diagonal !== edits && left < above)
  return { x: isAddition ? above : left + 1, isAddition }
}

function runsOf(rounds: readonly Int32Array[], n: number, m: number): Run[] {
  const runs: Run[] = []
  let [x, y] = [n, m]
  const back = (kind: Run['kind'], from: number, to: number) => {
    if (from < to) runs.push({ kind, from, to })
  }
  for (let edits = rounds.length - 1; edits > 0; edits--) {
    const diagonal = x - y
    const { x: start, isAddition } = stepTo(diagonal, edits, rounds[edits] as Int32Array, edits + 1)
    back('SAME', start, x)
    x = start
    y = start - diagonal
    if (isAddition) back('ADDED', --y, y + 1)
    else back('REMOVED', --x, x + 1)
  }
  back('SAME', 0, x)
  return runs.reverse()
}

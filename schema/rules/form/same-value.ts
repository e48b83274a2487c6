/**
 * Whether two values of a section are the same, whatever the order of a group's fields; what isn't filled in is null,
 * undefined or left out. Personal values are the same when they refer to the same stored one.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one == null || other == null) return one == null && other == null
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, at) => isSame(item, other[at]))
  }
  const [left, right] = [one, other] as Readonly<Record<string, unknown>>[]
  return [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])].every((name) =>
    isSame(left?.[name], right?.[name]),
  )
}

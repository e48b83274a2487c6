import type { FormField } from './field.js'
import { inUnits } from './field-units.js'
import { fieldsOfRow, fieldsOfSection, type SectionName } from './form.js'
import { mergeOrder } from './merge-order.js'
import { sharesUniqueValue } from './read-section.js'
import { isSame } from './same-value.js'

type Values = Readonly<Record<string, unknown>>
type Row = Values & { readonly key: string }
type Fields = Readonly<Record<string, FormField>>

/** What became of a merge: a section that can be saved as it is, and the fields that both have changed. */
export type MergedSection = {
  readonly content: Record<string, unknown>
  /** Such as `leader.title` or `partners.k1.name`, rows by their keys. */
  readonly conflicts: readonly string[]
}

/**
 * Puts together what two people made of the same section. A field that one of them changed is as he left it; where both
 * changed it, it is as in `theirs`, and its path is told. Rows are the same when their keys are. A row that one took out and
 * the other changed clashes as a whole. Fields that only make sense together, such as the kind of a document and its number,
 * are merged as one. Texts aren't taken apart: two changes in one text clash. Should the rows of both not fit into one table,
 * it clashes as a whole.
 * @param base what both began with
 * @param mine what is to be saved
 * @param theirs what was saved meanwhile
 */
export function mergeSection(section: SectionName, base: object, mine: object, theirs: object): MergedSection {
  const conflicts: string[] = []
  const content = mergeFields(fieldsOfSection(section), base as Values, mine as Values, theirs as Values, [], conflicts)
  return { content, conflicts }
}

function mergeFields(
  fields: Fields,
  base: Values,
  mine: Values,
  theirs: Values,
  path: readonly string[],
  conflicts: string[],
): Record<string, unknown> {
  const merged: Record<string, unknown> = {}
  for (const unit of inUnits(fields)) {
    const values =
      unit.length === 1
        ? { [unit[0]]: mergeField(fields[unit[0]] as FormField, unit[0], base, mine, theirs, path, conflicts) }
        : mergeTogether(unit, base, mine, theirs, path, conflicts)
    for (const name of unit) if (values[name] != null) merged[name] = values[name]
  }
  return merged
}

function mergeField(
  { type, max }: FormField,
  name: string,
  { [name]: base }: Values,
  { [name]: mine }: Values,
  { [name]: theirs }: Values,
  path: readonly string[],
  conflicts: string[],
): unknown {
  const here = [...path, name]
  if (typeof type !== 'object') return choose(base, mine, theirs, here, conflicts)
  if ('list' in type) {
    const rows = mergeRows(type.list, rowsOf(base), rowsOf(mine), rowsOf(theirs), max, here, conflicts)
    return rows.length > 0 ? rows : undefined
  }
  const groups = [base, mine, theirs].map((group) => (group ?? {}) as Values) as [Values, Values, Values]
  const group = mergeFields(fieldsOfRow(type.one), ...groups, here, conflicts)
  return Object.keys(group).length > 0 ? group : undefined
}

function choose(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], conflicts: string[]): unknown {
  if (isSame(mine, theirs) || isSame(base, mine)) return theirs
  if (isSame(base, theirs)) return mine
  conflicts.push(path.join('.'))
  return theirs
}

/** Fields that only make sense together come from one and the same side. */
function mergeTogether(
  unit: readonly string[],
  base: Values,
  mine: Values,
  theirs: Values,
  path: readonly string[],
  conflicts: string[],
): Values {
  const of = (values: Values) => unit.map((name) => values[name] ?? null)
  if (isSame(of(mine), of(theirs)) || isSame(of(base), of(mine))) return theirs
  if (isSame(of(base), of(theirs))) return mine
  for (const name of unit) {
    if (!isSame(mine[name], theirs[name])) conflicts.push([...path, name].join('.'))
  }
  return theirs
}

function rowsOf(value: unknown): readonly Row[] {
  return (value ?? []) as readonly Row[]
}

function mergeRows(
  row: string,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  max: number | undefined,
  path: readonly string[],
  conflicts: string[],
): readonly Values[] {
  // What clashes inside the rows is told only if the rows fit into one table.
  const inside: string[] = []
  const [before, here, there] = [base, mine, theirs].map((rows) => new Map(rows.map((found) => [found.key, found])))
  const kept = new Map<string, Values>()
  for (const key of new Set([...theirs, ...mine].map((found) => found.key))) {
    const [was, own, other] = [before?.get(key), here?.get(key), there?.get(key)]
    const at = [...path, key]
    if (own && other) kept.set(key, mergeFields(fieldsOfRow(row), was ?? {}, own, other, at, inside))
    else {
      const chosen = choose(was, own, other, at, inside) as Values | undefined
      if (chosen) kept.set(key, chosen)
    }
  }
  const keysOf = (rows: readonly Row[]) => rows.map(({ key }) => key)
  const { order, clashes } = mergeOrder(keysOf(base), keysOf(mine), keysOf(theirs), new Set(kept.keys()))
  const merged = order.map((key) => kept.get(key) as Values)
  if (merged.length > (max ?? Number.POSITIVE_INFINITY) || sharesUniqueValue(row, merged)) {
    conflicts.push(path.join('.'))
    return theirs
  }
  if (clashes) conflicts.push(path.join('.'))
  conflicts.push(...inside)
  return merged
}

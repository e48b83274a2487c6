import { type Bind, type BindValue, identifier, join, parameter, print, Sql, sql } from '../sql.js'

/** A statement that does for several requests what another does for one: each row begins with a request's place. */
export type BatchStatement = {
  readonly text: string
  readonly parameters: readonly BatchParameter[]
}

/** A parameter of the other statement, by its place there; `each`: every request has a value of its own in it. */
type BatchParameter = { readonly place: number; readonly each: boolean }

/**
 * Takes the columns of a statement as they are, but for the keys, which come from rows with one request's keys each.
 * All that comes from the context, and so the row policy, stays as it is.
 * @param binds the parameters of the statement itself
 * @param keys the parameters that become columns of those rows, with their types
 */
export function compileBatch(columns: Sql, binds: readonly Bind[], keys: ReadonlyMap<Bind, Sql>): BatchStatement {
  const names = new Map([...keys.keys()].map((bind, i) => [bind, identifier(`key${i}`)]))
  const fromRow = new Map([...names].map(([bind, name]) => [bind, sql`batch.${name}`]))
  // Behind a subselect PostgreSQL can't count the keys; otherwise it makes another plan for each number of them.
  const arrays = [...keys].map(([bind, type]) => sql`(select ${parameter(bind)}::${type}[])`)
  const { text, binds: own } = print(
    sql`select batch.place, ${replaceBinds(columns, fromRow)} from unnest(${join(arrays, ', ')}) with ordinality as batch (${join([...names.values(), identifier('place')], ', ')})`,
  )
  return { text, parameters: own.map((bind) => ({ place: binds.indexOf(bind), each: keys.has(bind) })) }
}

/** The values of a batch's parameters; what isn't each request's own must be the same for all. */
export function batchValues(
  { parameters }: BatchStatement,
  [first, ...others]: readonly [readonly BindValue[], ...(readonly BindValue[])[]],
): unknown[] {
  return parameters.map(({ place, each }) =>
    each ? [first[place], ...others.map((values) => values[place])] : first[place],
  )
}

/** Two requests fit into one batch if this is the same for both. */
export function sharedValues({ parameters }: BatchStatement, values: readonly BindValue[]): string {
  let shared = ''
  for (const { place, each } of parameters) if (!each) shared += `${keyOf(values[place])},`
  return shared
}

/** A text that only equal values have: JSON, but for numbers, of which it has one null for all that it doesn't know. */
function keyOf(value: BindValue | undefined): string {
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? `[${value.map(keyOf).join()}]` : JSON.stringify(value ?? null)
}

function replaceBinds({ texts, holes }: Sql, replacements: ReadonlyMap<Bind, Sql>): Sql {
  return new Sql(
    texts,
    holes.map((hole) => (hole instanceof Sql ? replaceBinds(hole, replacements) : (replacements.get(hole) ?? hole))),
  )
}

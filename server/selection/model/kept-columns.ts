import { countColumn, countsTable, type KeptCounts } from '../../database/kept-counts.js'
import type { Row } from '../selection.js'
import { identifier, type Sql, sql } from '../sql.js'
import type { Column, EntityType } from './model.js'
import { Unreadable } from './unreadable.js'

/** An entity's rows as the table of counts has them: some of its columns, and how many rows have these values. */
export type KeptRows = {
  /** The entity's type on the table of counts. */
  readonly type: EntityType
  readonly paths: ReadonlySet<string>
}

/** The number of rows that a row of counts stands for; no property path can begin with it. */
export const countPath = '~count'

/** What the database is to keep, in its own names. @throws {Unreadable} for what is no stored column */
export function keptCountsOf(
  columns: ReadonlyMap<string, Column>,
  { schema, tableName }: { readonly schema?: string; readonly tableName: string },
  [first, ...others]: readonly string[],
): KeptCounts | undefined {
  const nameOf = (path: string) => {
    const source = columns.get(path)?.source
    if (typeof source === 'string') return source
    throw new Unreadable(`its rows can't be counted by "${path}", which is no stored property.`)
  }
  if (first === undefined) return undefined
  return { schema, table: tableName, by: [nameOf(first), ...others.map(nameOf)] }
}

/** The kept counts as rows; nothing if the policy reads a column that they don't have, so that only the rows tell who sees them. */
export function keptRows(type: EntityType, { schema, table }: KeptCounts, by: readonly string[]): KeptRows | undefined {
  const paths = new Set(by)
  if (typeof type.policy === 'function' && !isSubset(columnsRead(type.columns, type.policy), paths)) return undefined
  const name = identifier(countsTable(table))
  const count: Column = { path: countPath, type: 'bigint', nullable: false, source: countColumn }
  return {
    paths,
    type: {
      ...type,
      table: schema === undefined ? name : sql`${identifier(schema)}.${name}`,
      columns: new Map([...type.columns, [countPath, count]]),
    },
  }
}

/** Whether the kept counts have all that these columns are made of. */
export function tells({ type, paths }: KeptRows, columns: readonly Column[]): boolean {
  return columns.every(({ path }) =>
    isSubset(
      columnsRead(type.columns, (row) => row(path)),
      paths,
    ),
  )
}

/** The stored columns of a row that a piece of SQL is made of, those behind computed ones included. */
function columnsRead(columns: ReadonlyMap<string, Column>, make: (row: Row) => Sql): Set<string> {
  const read = new Set<string>()
  make(
    recorder((path) => {
      const source = columns.get(path)?.source
      if (typeof source !== 'function') read.add(path)
      else for (const inner of columnsRead(columns, source)) read.add(inner)
    }),
  )
  return read
}

/** A row that only notes which of its columns are read; those of rows that it looks for elsewhere are their own matter. */
function recorder(note: (path: string) => void): Row {
  const row = (path: string): Sql => {
    note(path)
    return sql``
  }
  return Object.assign(row, {
    exists: (_entity: unknown, where: (other: Row) => Sql) => where(recorder(() => undefined)),
  })
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((path) => all.has(path))
}

import type { Column, EntityType } from '../model/model.js'
import { refusal } from '../refusal.js'
import type { Row } from '../selection.js'
import { join, literal, type Sql, sql } from '../sql.js'
import type { OrderStep } from './prepare-read.js'
import { sortFormOf } from './sort-forms.js'

/*
 * A cursor is the place of a row in one order: base64url of a JSON array with the list's name and the row's values of
 * the order's columns, each as text at full precision. The last is always the primary key.
 */

/** The cursor of a row, made by PostgreSQL. */
export function cursorOf(type: EntityType, order: readonly OrderStep[], row: Row): Sql {
  const values = order.map(({ column }) => sortFormOf(column.type)?.print(row(column.path)) ?? row(column.path))
  const array = sql`json_build_array(${join([literal(listName(type, order)), ...values], ', ')})`
  return sql`translate(encode(convert_to(${array}::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`
}

/**
 * The values in a cursor, in the order's order.
 * @throws GraphQLError BAD_USER_INPUT if it isn't a cursor of this list in this order
 */
export function decodeCursor(
  type: EntityType,
  order: readonly OrderStep[],
  cursor: string,
  argument: 'after' | 'before',
): (string | null)[] {
  const [list, ...values] = parse(cursor)
  if (list === listName(type, order) && values.length === order.length) {
    const parsed = order.flatMap(({ column }, i) => parseValue(column, values[i]) ?? [])
    if (parsed.length === order.length) return parsed.map(({ value }) => value)
  }
  throw refusal(
    'BAD_USER_INPUT',
    {
      'zh-CN': `“${argument}”不是此列表在此排序下的游标；请使用同一查询（同样的 orderBy）返回的 cursor、startCursor 或 endCursor。`,
      en: `"${argument}" is not a cursor of this list in this order; use a cursor, startCursor or endCursor that the same query with the same orderBy has returned.`,
    },
    [argument],
  )
}

function listName(type: EntityType, order: readonly OrderStep[]): string {
  return [type.name, ...order.map(({ column, descending }) => `${column.path}${descending ? '-' : ''}`)].join(' ')
}

/** Undefined for what the column can't have. */
function parseValue({ type, nullable }: Column, given: unknown): { value: string | null } | undefined {
  if (given === null) return nullable ? { value: null } : undefined
  const value = typeof given === 'string' ? sortFormOf(type)?.parse(given) : undefined
  return value === undefined ? undefined : { value }
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

import { type BindValue, type ReadContext, Sql } from '../sql.js'

/**
 * The text of a piece of SQL with its values in it, for the ORM, which has no bind parameters. A value is what pg would
 * send for it, as a literal whose type PostgreSQL infers as it does a parameter's.
 * @throws Error for a text with NUL, which PostgreSQL can't hold, and for SQL with a question mark
 */
export function inlineValues({ texts, holes }: Sql, context: ReadContext): string {
  return texts
    .map((text, i) => {
      // The ORM would put the next value of its own in the mark's place.
      if (text.includes('?')) {
        throw new Error(
          `"${text.trim()}" can't be given to the ORM: write jsonb_exists(…) for ?, and texts by fromContext.`,
        )
      }
      const hole = holes[i]
      if (!hole) return text
      return text + (hole instanceof Sql ? inlineValues(hole, context) : literalOf(hole({ context, values: [] })))
    })
    .join('')
}

function literalOf(value: BindValue): string {
  if (value === null) return 'null'
  const text = Array.isArray(value) ? `{${value.map(elementOf).join(',')}}` : String(value)
  if (text.includes('\0')) throw new Error('A policy compares with a text that has a NUL, which no row can have.')
  // Whatever means something to PostgreSQL, or to the ORM on the way there, is written as its number.
  return `E'${text.toWellFormed().replace(/[^\w -]/g, numbered)}'`
}

function elementOf(value: string | number | boolean): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`
}

function numbered(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

import type { Locale } from '../../schema/rules/localized-text.js'
import type { Cancellation } from './cancellation.js'

/** What the engine needs of a request; every request context has it. */
export type ReadContext = {
  /** Language of texts whose field names none. */
  readonly locale: Locale
  /** When nobody waits for the answer any more, the statement is cancelled. */
  readonly cancellation: Cancellation
}

export type BindValue = string | number | boolean | null | readonly (string | number | boolean)[]

/** What is known when a statement runs: who asks, and for each root field the values of its filters and cursors. */
export type ReadRequest = {
  readonly context: ReadContext
  readonly values: readonly (readonly BindValue[])[]
}

/** Finds the value of a bind parameter when the statement runs. */
export type Bind = (request: ReadRequest) => BindValue

/**
 * A piece of SQL. Values can't get into its text: holes take other pieces only, and the makers below are the only
 * way from a string to a piece.
 */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly holes: readonly (Sql | Bind)[],
  ) {}
}

/** SQL with other pieces in its holes. */
export function sql(texts: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  return new Sql(texts, holes)
}

/** A bind parameter whose value comes from the request's context; policies use it to compare with the viewer. */
export function fromContext<Context extends ReadContext>(value: (context: Context) => BindValue): Sql {
  return parameter(({ context }) => value(context as Context))
}

/** A bind parameter. The same function used twice is one parameter. */
export function parameter(bind: Bind): Sql {
  return new Sql(['', ''], [bind])
}

/** PostgreSQL cuts longer names, so that two could become one. */
const longestName = 63

/** A quoted name of a table, column or alias. The HTTP room refuses long aliases of fields before they come here. */
export function identifier(name: string): Sql {
  if (Buffer.byteLength(name) > longestName) throw new Error(`"${name}" is longer than ${longestName} bytes.`)
  return new Sql([`"${name.replaceAll('"', '""')}"`], [])
}

/** A quoted text that is part of the plan, such as a type's name. */
export function literal(text: string): Sql {
  return new Sql([`'${text.replaceAll("'", "''")}'`], [])
}

/** A whole number that is part of the plan, such as a page's size. */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number.`)
  return new Sql([String(value)], [])
}

/** A column type as PostgreSQL names it, for casts. */
export function typeName(name: string): Sql {
  if (!/^[a-z][a-z0-9_ ]*(\(\d+(,\d+)?\))?(\[\])?$/.test(name)) throw new Error(`"${name}" is not a type's name.`)
  return new Sql([name], [])
}

/** The pieces one after the other. */
export function join(pieces: readonly Sql[], separator: ', ' | ' and ' | ' or '): Sql {
  return new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces)
}

/** Conditions that must all hold; true if there are none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ')
}

/** The text with numbered parameters, and where each parameter's value comes from. */
export function print(piece: Sql): { readonly text: string; readonly binds: readonly Bind[] } {
  const binds = new Map<Bind, number>()
  let text = ''
  const write = ({ texts, holes }: Sql) => {
    for (let i = 0; i < texts.length; i++) {
      text += texts[i]
      const hole = holes[i]
      if (hole instanceof Sql) write(hole)
      else if (hole) {
        if (!binds.has(hole)) binds.set(hole, binds.size + 1)
        text += `$${binds.get(hole)}`
      }
    }
  }
  write(piece)
  return { text, binds: [...binds.keys()] }
}

import pg, { type ClientBase, type Pool } from 'pg'
import { type Reading, readFrom, relatedRows } from '../compile/compile-fields.js'
import { everyRow, type Row } from '../selection.js'
import { all, join, type Sql, sql } from '../sql.js'
import { type Described, describeStatement } from './describe-statement.js'
import type { Column, EntityType, Model, ToManyField } from './model.js'

/** A part of a selection: where it stands, how it is read, and what to do if it can't be. */
type Part = {
  readonly where: string
  readonly name: string
  readonly type: string
  readonly remedy: string
  read(row: Row, c: Reading): Sql
}

/**
 * Asks PostgreSQL about every stored column, computed field, condition of a list and policy before a client does: those
 * of a type are one statement, which never runs. Gives sentences that say what can't be read, where, and what to do.
 */
export async function trySelections(model: Model, pool: Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    const problems: string[] = []
    for (const type of model.types.values()) problems.push(...(await tryType(client, model, type)))
    return problems
  } finally {
    client.release()
  }
}

async function tryType(client: ClientBase, model: Model, type: EntityType): Promise<string[]> {
  const ask = (parts: readonly Part[], of: EntityType) => describe(client, model, of, parts)
  const columns = [...type.columns.values()].map((column) => columnPart(type, column))
  const parts = [...columns, ...listParts(type)]
  const together = await ask(parts, type)
  if (typeof together !== 'string') return parts.flatMap((part, i) => wrongType(part, together[i]))

  // Which of them is it? Each by itself.
  const open = withoutPolicy(type)
  const table = await ask([], open)
  if (typeof table === 'string') return [`${type.name}: its table can't be read (${table}); write a migration.`]
  const policy = await ask([], type)
  const problems = typeof policy === 'string' ? [`${type.name}: its policy can't be read (${policy}); correct it.`] : []
  for (const part of parts) {
    const answer = await ask([part], open)
    if (typeof answer !== 'string') problems.push(...wrongType(part, answer[0]))
    else problems.push(`${part.where}: ${part.name} can't be read (${answer}); ${part.remedy}.`)
  }
  return problems
}

/** The types of the parts; or why they can't be read, in PostgreSQL's words or those of the engine. */
async function describe(
  client: ClientBase,
  model: Model,
  type: EntityType,
  parts: readonly Part[],
): Promise<readonly Described[] | string> {
  const said = parts.map((part) => part.type)
  const statement = compile(model, type, parts)
  if (typeof statement === 'string') return statement
  try {
    return await describeStatement(client, statement, said)
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.message
    throw error
  }
}

/** A statement that reads the parts; or why there can be none, such as a property that isn't there. */
function compile(model: Model, type: EntityType, parts: readonly Part[]): Sql | string {
  try {
    const c = { model, aliases: 0 }
    const { row, from, visible } = readFrom(c, type)
    const values = join([sql`1`, ...parts.map(({ read }) => read(row, c))], ', ')
    return sql`select ${values} from ${from} where ${all(visible)}`
  } catch (error) {
    return (error as Error).message.replace(/\.$/, '')
  }
}

function columnPart({ name }: EntityType, { path, type, source }: Column): Part {
  const part = { where: `${name}.${path}`, type, read: (row: Row) => row(path) }
  return typeof source === 'string'
    ? { ...part, name: `its column "${source}"`, remedy: 'write a migration, or correct the entity' }
    : { ...part, name: 'its SQL', remedy: 'correct it in the selection' }
}

function listParts(type: EntityType): Part[] {
  return [...type.fields].flatMap(([field, found]): Part[] => {
    const list = found.kind === 'connection' ? found.rows : found
    if (list.kind !== 'many') return []
    return [
      {
        where: `${type.name}.${field}`,
        name: 'its list',
        type: 'boolean',
        remedy: 'correct its condition in the selection, or write a migration',
        read: (row, c) => someRow(type, list, row, c),
      },
    ]
  })
}

/** The policy of the other type is a part of that type. */
function someRow(type: EntityType, list: ToManyField, row: Row, c: Reading): Sql {
  const rows = relatedRows(c, { ...list, target: withoutPolicy(list.target) }, { row, type })
  return sql`exists (select from ${rows.from} where ${all(rows.conditions)})`
}

function withoutPolicy(type: EntityType): EntityType {
  return { ...type, policy: everyRow }
}

function wrongType({ where, name, type, remedy }: Part, described: Described | undefined): string[] {
  if (!described || described.is === described.said) return []
  return [`${where}: ${name} is of type ${described.is}, and ${type} is expected; ${remedy}.`]
}

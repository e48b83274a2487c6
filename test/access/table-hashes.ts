import { createHash } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/postgresql'

/**
 * What the service notes beside its business: counts of attempts that were made. They change when something is refused,
 * which is what they are for.
 */
const notes = /^(auth\.(attempt|session_use|rate)|public\.attempt)/

/** A hash of all rows of each table, by its name. */
export async function tableHashes(orm: MikroORM): Promise<Record<string, string>> {
  const kept = Object.entries(await tableTexts(orm)).filter(([name]) => !notes.test(name))
  return Object.fromEntries(kept.map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]))
}

/** All rows of each table as text, by its name. */
export async function tableTexts(orm: MikroORM): Promise<Record<string, string>> {
  const em = orm.em.fork()
  const tables = await em.execute<{ name: string }[]>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('public', 'auth') order by name`,
  )
  const texts: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await em.execute<{ text: string }[]>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from ${name} as t`,
    )
    texts[name] = row?.text ?? ''
  }
  return texts
}

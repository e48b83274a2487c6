import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Viewer } from '../../server/access/viewer.js'
import { signToken } from '../../server/account/session-token.js'
import type { Keyring } from '../../server/secrets/keyring.js'
import { type Organisation, type Persona, personas, viewerOf } from './personas.js'
import { makeRows } from './world-rows.js'

/** A personal value as somebody typed it, and where its mask is shown: `Applicant`, the row's key, `contact.phone`. */
export type ClearValue = {
  readonly entity: string
  readonly key: string
  readonly property: string
  readonly value: string
}

/** What the matrix test knows of the database that the service runs on, besides what stands in it. */
export type World = {
  /** Keys of the organisations. */
  readonly keys: Readonly<Record<Organisation, string>>
  readonly clearValues: readonly ClearValue[]
  readonly viewerOf: (persona: Persona) => Viewer
  /** The token of his session; null for the public. */
  readonly tokenOf: (persona: Persona) => string | null
}

/** What makers of rows need. */
export type Making = {
  readonly keyring: Keyring
  readonly clearValues: ClearValue[]
  /** Another key, as a uuid. */
  nextKey(): string
  /** Writes a row, by names of columns. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void>
  update(table: string, id: string, row: Readonly<Record<string, unknown>>): Promise<void>
}

/** Fills a migrated database with rows of everybody's: for every persona some that are his, some that are not, and some that are nobody's. */
export async function makeWorld(orm: MikroORM, keyring: Keyring): Promise<World> {
  const em = orm.em.fork()
  const clearValues: ClearValue[] = []
  let made = 0
  const nextKey = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  const keys = await em.transactional((em) =>
    makeRows({
      ...{ keyring, clearValues, nextKey },
      insert: (table, row) => insert(em, table, row),
      update: (table, id, row) => update(em, table, id, row),
    }),
  )
  await openSessions(orm)
  return {
    ...{ keys, clearValues },
    viewerOf: (persona) => viewerOf(persona, keys),
    tokenOf: ({ account }) => account && signToken(keyring, `token-of-${account}`),
  }
}

/** Gives everybody his session; those who have it keep it. */
export async function openSessions(orm: MikroORM): Promise<void> {
  const em = orm.em.fork()
  for (const { account, inEffect } of personas) {
    if (account === null) continue
    await em.execute(
      `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt", "secondFactorAt")
        values (?, ?, ?, '2100-01-01', '2026-01-01', ?) on conflict do nothing`,
      [`session-of-${account}`, `token-of-${account}`, account, inEffect ? '2026-01-01' : null],
    )
  }
}

async function insert(em: EntityManager, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row)
  const values = columns.map((column) => row[column])
  await em.execute(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`, values)
}

async function update(
  em: EntityManager,
  table: string,
  id: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row)
  const changes = columns.map((column) => `${column} = ?`).join(', ')
  await em.execute(`update ${table} set ${changes} where id = ?`, [...columns.map((column) => row[column]), id])
}

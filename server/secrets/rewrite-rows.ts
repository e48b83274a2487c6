import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from './keyring.js'
import type { SealedColumn } from './sealed-columns.js'

type Row = { readonly id: string; readonly sealed: string; readonly index: string | null }

/** Rows of one statement: few enough to keep locks short. */
const batchSize = 500

/**
 * Seals and indexes the rows of a column anew that are not under the current keys. A row that somebody else changes
 * meanwhile is left to him, and to the next run.
 * @returns how many rows were rewritten
 * @throws {CannotOpen} for a row that doesn't open
 */
export async function rewriteRows(em: EntityManager, keyring: Keyring, column: SealedColumn): Promise<number> {
  let rewritten = 0
  let after: string | null = null
  for (;;) {
    const rows: Row[] = await rowsUnderOtherKeys(em, keyring, column, after)
    if (rows.length === 0) return rewritten
    rewritten += await rewrite(em, keyring, column, rows)
    after = rows.at(-1)?.id ?? null
  }
}

/** How many rows of a column are sealed or indexed under one of these keys. */
export async function countRowsUnder(
  em: EntityManager,
  { table, column, index }: SealedColumn,
  ids: readonly string[],
): Promise<number> {
  const list = ids.join(',')
  // A sealed text begins with cipher and key, an index with the key.
  const [found] = await em.execute<{ count: string }[]>(
    `select count(*) from "${table}" where split_part("${column}", '.', 2) = any(string_to_array(?, ','))
      ${index ? `or split_part("${index}", '.', 1) = any(string_to_array(?, ','))` : ''}`,
    index ? [list, list] : [list],
  )
  return Number(found?.count ?? 0)
}

function rowsUnderOtherKeys(
  em: EntityManager,
  keyring: Keyring,
  { table, column, index, key, purpose }: SealedColumn,
  after: string | null,
): Promise<Row[]> {
  return em.execute<Row[]>(
    `select id::text, "${column}" as sealed, ${index ? `"${index}"` : 'null'} as index from "${table}"
      where (not starts_with("${column}", ?) ${index ? `or not starts_with("${index}", ?)` : ''})
        ${after === null ? '' : `and id > ?::${key}`}
      order by id limit ${batchSize}`,
    [keyring.sealedBy(purpose), ...(index ? [keyring.indexedBy()] : []), ...(after === null ? [] : [after])],
  )
}

async function rewrite(
  em: EntityManager,
  keyring: Keyring,
  { table, column, index, key, purpose }: SealedColumn,
  rows: readonly Row[],
): Promise<number> {
  const anew = rows.map(({ id, sealed: was }) => {
    const place = { table, column, row: id }
    const text = keyring.open(purpose, was, place)
    return { id, was, sealed: keyring.seal(purpose, text, place), index: index && keyring.blindIndex(text) }
  })
  return em.transactional(async (em) => {
    await em.execute(`select set_config('shenbao.action', 'rotateKeys', true)`)
    const done = await em.execute<object[]>(
      `update "${table}" as t set "${column}" = n.sealed ${index ? `, "${index}" = n.index` : ''}
        from jsonb_to_recordset(?::jsonb) as n (id ${key}, was text, sealed text, index text)
        where t.id = n.id and t."${column}" = n.was returning t.id`,
      [JSON.stringify(anew)],
    )
    return done.length
  })
}

import type { EntityManager } from '@mikro-orm/postgresql'
import { countSecondFactorsUnder } from '../account/rewrite-second-factors.js'
import { formerKeys, withoutKeys } from './key-changes.js'
import { readKeyFile, replaceKeyFile } from './key-file.js'
import type { Purpose } from './purposes.js'
import { countRowsUnder } from './rewrite-rows.js'
import { sealedColumns } from './sealed-columns.js'

export type Retirement =
  | { readonly retired: readonly { readonly purpose: Purpose; readonly id: string }[] }
  /** Columns with rows that still are under a former key, and how many. */
  | { readonly inUse: readonly { readonly column: string; readonly rows: number }[] }

/**
 * Takes former keys out of the key file, if no row is under one of them any more. What they signed doesn't hold afterwards.
 * Keys of the audit trail stay: the signatures of its past are verified with them.
 * @throws {StartupError} when the key file can't be read or written
 */
export async function retireKeys(em: EntityManager, file: string, purposes: readonly Purpose[]): Promise<Retirement> {
  const { keys } = readKeyFile(file)
  const retired = purposes
    .filter((purpose) => purpose !== 'audit')
    .flatMap((purpose) => formerKeys(keys, purpose).map(({ id }) => ({ purpose, id })))
  if (retired.length === 0) return { retired }
  const ids = retired.map(({ id }) => id)
  const inUse = []
  for (const column of sealedColumns) {
    const rows = await countRowsUnder(em, column, ids)
    if (rows > 0) inUse.push({ column: `${column.table}.${column.column}`, rows })
  }
  const rows = await countSecondFactorsUnder(em, ids)
  if (rows > 0) inUse.push({ column: 'auth.twoFactor', rows })
  if (inUse.length > 0) return { inUse }
  replaceKeyFile(
    file,
    purposes.reduce((rest, purpose) => (purpose === 'audit' ? rest : withoutKeys(rest, purpose, ids)), keys),
  )
  return { retired }
}

import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from '../../secrets/keyring.js'
import { personalIdNumber } from '../../secrets/personal-value.js'
import type { Entry, RegisterTable } from './register-table.js'

/** A row that the register has. */
export type Known = Readonly<Record<string, string | null>> & { readonly id: string }

/** Into which import, of which city, by whom and when. */
export type Writing = {
  readonly em: EntityManager
  readonly keyring: Keyring
  readonly table: RegisterTable
  readonly import: string
  readonly city: string
  readonly account: string
  readonly at: Date
}

/** Adds entries to a register in one statement, and notes that the import did. */
export async function addRows(writing: Writing, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const { em, table, import: of, city, account, at } = writing
  const own = { city, import_id: of, revision: 1, recorded_by_id: account, recorded_at: at.toISOString() }
  const rows = entries.map((entry) => {
    const id = randomUUID()
    return { id, ...entry.row, ...own, ...personalColumns(writing, id, entry.idNumber) }
  })
  const columns = ['id', ...table.columns, ...personalNames(table), ...Object.keys(own)].join(', ')
  await em.execute(
    `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table.name}, ?::jsonb)`,
    [JSON.stringify(rows)],
  )
  await em.execute(
    `insert into register_change (import_id, row_id) select ?::uuid, new.row_id::uuid from jsonb_array_elements_text(?::jsonb) as new(row_id)`,
    [of, JSON.stringify(rows.map(({ id }) => id))],
  )
}

/** Changes rows of a register in one statement, and notes what they were before. A number that a row had stays. */
export async function changeRows(writing: Writing, changes: readonly { entry: Entry; known: Known }[]): Promise<void> {
  if (changes.length === 0) return
  const { em, table, import: of } = writing
  const rows = changes.map(({ entry, known }) => {
    const gains = known[`${table.personal}_index`] === null ? entry.idNumber : null
    return { id: known.id, ...entry.row, ...personalColumns(writing, known.id, gains) }
  })
  const before = [...table.columns, 'import_id'].map((column) => `'${column}', t.${column}`)
  await em.execute(
    `insert into register_change (import_id, row_id, before)
      select ?::uuid, t.id, jsonb_build_object(${before.join(', ')}, 'identified', t.${table.personal}_index is not null)
        from ${table.name} t join jsonb_array_elements_text(?::jsonb) as known(row_id) on t.id = known.row_id::uuid`,
    [of, JSON.stringify(rows.map(({ id }) => id))],
  )
  const sets = [
    ...table.columns.map((column) => `${column} = r.${column}`),
    ...personalNames(table).map((column) => `${column} = coalesce(r.${column}, t.${column})`),
  ]
  await em.execute(
    `update ${table.name} t set ${sets.join(', ')}, import_id = ?::uuid, revision = t.revision + 1
       from jsonb_populate_recordset(null::${table.name}, ?::jsonb) r where r.id = t.id`,
    [of, JSON.stringify(rows)],
  )
}

/** The columns of the person's number. */
export function personalNames({ personal }: RegisterTable): string[] {
  return [`${personal}_sealed`, `${personal}_index`, `${personal}_masked`]
}

function personalColumns({ keyring, table }: Writing, row: string, idNumber: string | null) {
  const { name, personal } = table
  const sealed =
    idNumber === null ? null : personalIdNumber(keyring, idNumber, { table: name, column: `${personal}_sealed`, row })
  return {
    [`${personal}_sealed`]: sealed?.sealed ?? null,
    [`${personal}_index`]: sealed?.index ?? null,
    [`${personal}_masked`]: sealed?.masked ?? null,
  }
}

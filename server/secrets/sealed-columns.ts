import type { SealingPurpose } from './purposes.js'

/** A column `…_sealed`. Its row is found by the primary key `id`, which is also the `row` of the place that it is sealed for. */
export type SealedColumn = {
  readonly table: string
  readonly column: `${string}_sealed`
  /** PostgreSQL's type of the primary key. */
  readonly key: 'uuid' | 'text'
  readonly purpose: SealingPurpose
  /** The column with the blind index of the same value, if it has one. */
  readonly index: `${string}_index` | null
}

/**
 * Every column with a sealed text. The rotation of keys rewrites these, and a test finds the column of the database that
 * isn't here.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account', column: 'phone_sealed', key: 'text', purpose: 'personal', index: 'phone_index' },
  {
    table: 'applicant',
    column: 'contact_phone_sealed',
    key: 'uuid',
    purpose: 'personal',
    index: 'contact_phone_index',
  },
  {
    table: 'application_personal_value',
    column: 'value_sealed',
    key: 'uuid',
    purpose: 'personal',
    index: 'value_index',
  },
  {
    table: 'integrity_record',
    column: 'person_id_sealed',
    key: 'uuid',
    purpose: 'personal',
    index: 'person_id_index',
  },
  { table: 'ledger_project', column: 'leader_id_sealed', key: 'uuid', purpose: 'personal', index: 'leader_id_index' },
  { table: 'person', column: 'birth_date_sealed', key: 'uuid', purpose: 'personal', index: null },
  { table: 'person', column: 'id_number_sealed', key: 'uuid', purpose: 'personal', index: 'id_number_index' },
  { table: 'person', column: 'phone_sealed', key: 'uuid', purpose: 'personal', index: 'phone_index' },
  { table: 'mail', column: 'content_sealed', key: 'uuid', purpose: 'mail', index: null },
]

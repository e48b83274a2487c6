import { rowPolicy } from '../access/rows.js'
import { leaf, property, selection } from '../selection/selection.js'
import { sql } from '../selection/sql.js'
import { IntegrityRecord, LedgerProject, RegisterImport } from './register.entity.js'

/** How the registers are read. */
export const registerSelections = [
  selection(RegisterImport, { policy: rowPolicy('RegisterImport') }),
  selection(IntegrityRecord, {
    policy: rowPolicy('IntegrityRecord'),
    fields: {
      personIdNumber: property('personIdMasked'),
      open: leaf({ type: 'boolean', shown: false, sql: (record) => sql`${record('until')} is null` }),
    },
  }),
  selection(LedgerProject, {
    policy: rowPolicy('LedgerProject'),
    fields: { leaderIdNumber: property('leaderIdMasked') },
  }),
]

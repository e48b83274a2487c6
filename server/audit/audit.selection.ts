import { AuditChange } from '../../schema/types/audit.js'
import { rowPolicy } from '../access/rows.js'
import { leaf, type Needed, selection, typescript } from '../selection/selection.js'
import { sql } from '../selection/sql.js'
import { AuditEvent } from './audit-event.entity.js'

/** How the audit trail is read. */
export const auditSelections = [
  selection(AuditEvent, {
    policy: rowPolicy('AuditEvent'),
    fields: {
      subject: leaf({ type: 'text', sql: (row) => sql`${row('subjectType')} || ':' || ${row('subjectId')}` }),
      sequence: leaf({ type: 'int', sql: (row) => sql`${row('ordinal')}::int` }),
      actor: leaf({ type: 'text', nullable: true, sql: (row) => sql`'Account:' || ${row('actorKey')}` }),
      changes: typescript({ needs: ['before', 'after'], resolve: changesOf }),
      hash: leaf({ type: 'text', sql: (row) => sql`encode(${row('hashBytes')}, 'hex')` }),
    },
  }),
]

function changesOf({ before, after }: Needed): AuditChange[] {
  const was = (before ?? {}) as Record<string, unknown>
  const is = (after ?? {}) as Record<string, unknown>
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted()
  return names.map((name) =>
    Object.assign(new AuditChange(), { name, before: asJson(was[name]), after: asJson(is[name]) }),
  )
}

function asJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}

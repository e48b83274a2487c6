import pg from 'pg'

/** How the rows of a table are audited; names as PostgreSQL has them. */
export type Audited = {
  readonly schema?: string
  readonly table: string
  /** Whose chain an event goes into: a type of the API, such as `Applicant`, and the column with its key. */
  readonly subject: { readonly type: string; readonly column: string }
  /** The column that names the row; `id`, if left out. */
  readonly key?: string
  /** The column with the code of the city, whose supervisors see the event. Without it that of the subject is meant. */
  readonly city?: string
  /**
   * Columns of which only is told that they changed: personal values, tokens, passwords. Those that end in `_sealed`, `_index`
   * or `_masked` always are.
   */
  readonly masked?: readonly string[]
  /** Columns that are left out; a change of nothing else is no event. */
  readonly ignored?: readonly string[]
}

/**
 * SQL for the migration that makes a table, or gives it a column that has to be masked: from now on each change of a row is
 * an event of the audit trail, in the same transaction. `truncate` is refused.
 */
export function auditedSql({ schema, table, subject, key = 'id', city, masked, ignored }: Audited): string {
  const source = (schema === undefined ? '' : `${pg.escapeIdentifier(schema)}.`) + pg.escapeIdentifier(table)
  const given = [subject.type, subject.column, key, city ?? '', listOf(masked), listOf(ignored)]
  return `
    create or replace trigger audited after insert or update or delete on ${source}
      for each row execute function audit_row(${given.map((text) => pg.escapeLiteral(text)).join(', ')});
    create or replace trigger never_truncated before truncate on ${source}
      for each statement execute function refuse_truncate_of_audited();`
}

function listOf(columns: readonly string[] = []): string {
  return `{${columns.map((column) => `"${column}"`).join(',')}}`
}

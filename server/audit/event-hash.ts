import { createHash } from 'node:crypto'

/** An event as it is hashed: numbers and instants as texts, JSON as PostgreSQL writes it. */
export type HashedEvent = {
  readonly id: string
  readonly subject_type: string
  readonly subject_id: string
  readonly sequence: string
  /** UTC with six decimals, `2026-11-23T20:27:38.930512Z`. */
  readonly at: string
  readonly actor: string | null
  readonly action: string
  readonly table_name: string | null
  readonly row_id: string | null
  readonly operation: string
  readonly before: string | null
  readonly after: string | null
  readonly request: string | null
  readonly reason: string | null
  readonly city: string | null
  readonly previous: Buffer
}

/** What is read of `audit_event` to recompute hashes. */
export const hashedColumns = `id::text, subject_type, subject_id, sequence::text,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, table_name, row_id, operation,
  before::text as before, after::text as after, request, reason, city, previous, hash`

/**
 * SHA-256 of the previous event's hash and the event's canonical text: a JSON array of its texts and nulls in the order of
 * {@link HashedEvent}, without spaces, in UTF-8. The same as `audit_hash` in the database.
 */
export function eventHash(event: HashedEvent): Buffer {
  const canonical = JSON.stringify([
    event.id,
    event.subject_type,
    event.subject_id,
    event.sequence,
    event.at,
    event.actor,
    event.action,
    event.table_name,
    event.row_id,
    event.operation,
    event.before,
    event.after,
    event.request,
    event.reason,
    event.city,
  ])
  return createHash('sha256').update(event.previous).update(canonical, 'utf8').digest()
}

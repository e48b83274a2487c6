import type pg from 'pg'
import { expect } from 'vitest'
import { noHash } from '../../server/audit/audit-schema.js'
import { eventHash, type HashedEvent, hashedColumns } from '../../server/audit/event-hash.js'

/** Every chain, recomputed in the plainest way: from 1 on without gaps, each on the one before, the head at the last. */
export async function expectWhole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<HashedEvent & { hash: Buffer }>(
    `select ${hashedColumns} from audit_event order by subject_type, subject_id, audit_event.sequence`,
  )
  const last = new Map<string, { sequence: number; hash: Buffer }>()
  for (const event of rows) {
    const subject = `${event.subject_type} ${event.subject_id}`
    const { sequence, hash } = last.get(subject) ?? { sequence: 0, hash: noHash }
    expect(Number(event.sequence)).toBe(sequence + 1)
    expect(event.previous.equals(hash)).toBe(true)
    expect(eventHash(event).equals(event.hash)).toBe(true)
    last.set(subject, { sequence: sequence + 1, hash: event.hash })
  }
  const heads = await pool.query<{ subject: string; sequence: string; hash: Buffer }>(
    `select subject_type || ' ' || subject_id as subject, sequence, hash from audit_head`,
  )
  const expected = [...last].map(([subject, { sequence, hash }]) => `${subject} ${sequence} ${hash.toString('hex')}`)
  const kept = heads.rows.map(({ subject, sequence, hash }) => `${subject} ${sequence} ${hash.toString('hex')}`)
  expect(kept.toSorted()).toEqual(expected.toSorted())
}

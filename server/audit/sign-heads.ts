import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from '../secrets/keyring.js'
import type { Deliver } from './deliver-line.js'
import { type Head, lineHash, signLine } from './heads-line.js'

/** Heads of one line; a busy minute has several lines. */
const headsOfLine = 1_000

const firstPrevious = '0'.repeat(64)

export type Signing = {
  readonly em: EntityManager
  readonly keyring: Pick<Keyring, 'auditKey'>
  readonly deliver: Deliver
  readonly now: () => Date
}

/**
 * Signs the heads of all chains that have grown since they were signed last, and delivers the lines in order. Of several
 * servers one does it at a time; the others find the work taken and leave it.
 *
 * A line is stored before it is delivered, and delivered before there is another: one that couldn't be is delivered by the
 * next call, the same to the letter.
 * @returns how many lines were delivered
 * @throws Error when a line can't be delivered
 */
export async function signHeads(signing: Signing): Promise<number> {
  for (let delivered = 0; ; ) {
    if (await deliverStored(signing)) delivered++
    else if (!(await storeLine(signing))) return delivered
  }
}

/** @returns whether there was a line to deliver */
function deliverStored({ em, deliver, now }: Signing): Promise<boolean> {
  return alone(em, async (em) => {
    const [stored] = await em.execute<{ line: string; sequence: string }[]>(
      'select line, sequence::text from audit_signing where line is not null',
    )
    if (!stored) return false
    await deliver(stored.line, Number(stored.sequence))
    await em.execute('update audit_signing set line = null, delivered_at = ?', [now()])
    return true
  })
}

/** @returns whether there was anything to sign */
function storeLine({ em, keyring, now }: Signing): Promise<boolean> {
  return alone(em, async (em) => {
    const [last] = await em.execute<{ sequence: string; hash: string; line: string | null }[]>(
      `select sequence::text, encode(hash, 'hex') as hash, line from audit_signing`,
    )
    if (last?.line) return true
    // Heads that are about to move are left for the next time: waiting for them could make a circle.
    const heads = await em.execute<{ type: string; id: string; sequence: string; hash: string }[]>(`
      with taken as (
        select subject_type, subject_id from audit_head where unsigned
         order by subject_type, subject_id limit ${headsOfLine} for update skip locked
      )
      update audit_head as head set unsigned = false from taken
       where head.subject_type = taken.subject_type and head.subject_id = taken.subject_id
      returning head.subject_type as type, head.subject_id as id, head.sequence::text, encode(head.hash, 'hex') as hash`)
    if (heads.length === 0) return false
    const content = {
      at: now().toISOString(),
      sequence: Number(last?.sequence ?? 0) + 1,
      previous: last?.hash ?? firstPrevious,
      heads: heads.map(({ type, id, sequence, hash }): Head => [type, id, Number(sequence), hash]),
    }
    const line = signLine(content, keyring.auditKey())
    await em.execute(
      `insert into audit_signing (sequence, hash, line) values (?, decode(?, 'hex'), ?)
         on conflict (id) do update set sequence = excluded.sequence, hash = excluded.hash, line = excluded.line`,
      [content.sequence, lineHash(line), line],
    )
    return true
  })
}

/** Does something in a transaction that no other server does at the same time; false if one does. */
function alone(em: EntityManager, work: (em: EntityManager) => Promise<boolean>): Promise<boolean> {
  return em.fork().transactional(async (em) => {
    const [lock] = await em.execute<{ taken: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('shenbao audit heads', 0)) as taken`,
    )
    return lock?.taken === true && (await work(em))
  })
}

import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql'
import { noHash } from './audit-schema.js'
import { eventHash, type HashedEvent, hashedColumns } from './event-hash.js'
import { atEvent, type Finding, type Subject } from './finding.js'

export type Verified = { subjects: number; events: number }

type Event = HashedEvent & {
  readonly hash: Buffer
  readonly head_sequence: string | null
  readonly head_hash: Buffer | null
}

/** How many events are in memory at a time. */
const atOnce = 2_000

/**
 * Recomputes every chain of one moment: each event's hash, sequences without gaps, each event on the one before, and the
 * heads on the last ones. What was cut off together with its head only the signed heads tell.
 * @param report called for each finding, in the order of subjects
 */
export function verifyChains(em: EntityManager, report: (finding: Finding) => void): Promise<Verified> {
  return em.transactional(
    async (em) => {
      const verified = { subjects: 0, events: 0 }
      await em.execute(`
        declare chain no scroll cursor for
        select ${hashedColumns}, head_sequence, head_hash
          from (select event.*, head.sequence::text as head_sequence, head.hash as head_hash
                  from audit_event as event left join audit_head as head using (subject_type, subject_id)) as event
         order by subject_type, subject_id, event.sequence, event.id`)
      let chain: Chain | undefined
      let events: Event[]
      do {
        events = await em.execute<Event[]>(`fetch ${atOnce} from chain`)
        for (const event of events) {
          if (!chain?.has(event)) {
            chain?.end(report)
            chain = new Chain(event)
            verified.subjects++
          }
          chain.add(event, report)
          verified.events++
        }
      } while (events.length > 0)
      chain?.end(report)
      await findHeadsAlone(em, report)
      return verified
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  )
}

/** The events of one subject, one after the other. */
class Chain {
  readonly #subject: Subject
  readonly #head: { readonly sequence: number; readonly hash: Buffer } | null
  #sequence = 0
  #hash: Buffer = noHash

  constructor({ subject_type: type, subject_id: id, head_sequence, head_hash }: Event) {
    this.#subject = { type, id }
    this.#head = head_hash && { sequence: Number(head_sequence), hash: head_hash }
  }

  has(event: Event): boolean {
    return event.subject_type === this.#subject.type && event.subject_id === this.#subject.id
  }

  add(event: Event, report: (finding: Finding) => void): void {
    const subject = this.#subject
    const sequence = Number(event.sequence)
    const next = this.#sequence + 1
    if (sequence > next) report(gone(subject, next, sequence - 1))
    else if (sequence < next) {
      report(
        atEvent(
          subject,
          sequence,
          'INSERTED',
          '该序号重复，是后来插入的',
          'its number is there twice: it was inserted',
        ),
      )
    } else if (!event.previous.equals(this.#hash)) {
      report(
        atEvent(
          subject,
          sequence,
          'REPLACED',
          '与前一条不衔接：两条之一被整条替换',
          "it doesn't follow from the one before: one of the two was replaced",
        ),
      )
    }
    if (!eventHash(event).equals(event.hash)) {
      report(
        atEvent(
          subject,
          sequence,
          'CHANGED',
          '内容与其散列值不符，已被改动',
          'what it says was changed: its hash is another',
        ),
      )
    }
    this.#sequence = sequence
    this.#hash = event.hash
  }

  end(report: (finding: Finding) => void): void {
    const subject = this.#subject
    const last = this.#sequence
    if (!this.#head) {
      report(atEvent(subject, last, 'HEAD_MISSING', '链头记录已被删除', 'the record of the last event was deleted'))
    } else if (this.#head.sequence > last) {
      report(cut(subject, last + 1, this.#head.sequence))
    } else if (this.#head.sequence < last) {
      const from = this.#head.sequence + 1
      report(
        atEvent(
          subject,
          from,
          'INSERTED',
          `第 ${from} 至 ${last} 条在链头之后，是后来插入的，或链头被改动`,
          `events ${from} to ${last} are beyond the recorded last one: they were inserted, or the record was changed`,
        ),
      )
    } else if (!this.#head.hash.equals(this.#hash)) {
      report(
        atEvent(
          subject,
          last,
          'HEAD_CHANGED',
          '链头记录的散列值与最后一条不同',
          'the recorded hash of the last event is another: the record or the event was changed',
        ),
      )
    }
  }
}

async function findHeadsAlone(em: EntityManager, report: (finding: Finding) => void): Promise<void> {
  await em.execute(`
    declare head no scroll cursor for
    select subject_type as type, subject_id as id, sequence::text from audit_head as head
     where not exists (select from audit_event as event
                        where event.subject_type = head.subject_type and event.subject_id = head.subject_id)`)
  let heads: (Subject & { sequence: string })[]
  do {
    heads = await em.execute<typeof heads>(`fetch ${atOnce} from head`)
    for (const { type, id, sequence } of heads) report(cut({ type, id }, 1, Number(sequence)))
  } while (heads.length > 0)
}

function gone(subject: Subject, from: number, to: number): Finding {
  return atEvent(subject, from, 'DELETED', `第 ${from} 至 ${to} 条已被删除`, `events ${from} to ${to} were deleted`)
}

function cut(subject: Subject, from: number, to: number): Finding {
  return atEvent(
    subject,
    from,
    'CUT',
    `末尾被截断：第 ${from} 至 ${to} 条已被删除`,
    `the end was cut off: events ${from} to ${to} are gone`,
  )
}

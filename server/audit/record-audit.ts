import type { EntityManager } from '@mikro-orm/postgresql'

/** Something worth remembering that changes no row, such as that a personal value was shown to somebody. */
export type Occurrence = {
  /** Whose chain it goes into: a type of the API, such as `Applicant`, and the row's key. */
  readonly subject: { readonly type: string; readonly key: string }
  /** The operation's name. */
  readonly action: string
  /** What else there is to tell, such as the field; never the value. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** Why, in the words of whoever did it. */
  readonly reason?: string
}

/**
 * Adds an event to a subject's audit trail, as part of the running transaction: actor and request are those of `write`.
 * Changes of rows need no call, the tables' triggers see them.
 */
export async function recordAudit(em: EntityManager, { subject, action, detail, reason }: Occurrence): Promise<void> {
  await em.execute('select audit_record(?, ?, ?, ?::jsonb)', [
    subject.type,
    subject.key,
    action,
    JSON.stringify({ ...detail, reason }),
  ])
}

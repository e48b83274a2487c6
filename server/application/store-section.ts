import { codeOfSection } from '../../schema/rules/form/form.js'
import { actorOf } from '../access/viewer.js'
import type { Executor } from '../database/prepared-statements.js'
import type { Context } from '../http/context.js'
import { columnsOf } from './application-columns.js'
import { applicationOfWriter, mayEdit, type SectionPlace } from './find-section.js'
import { type NewPersonalValue, sealedRow } from './seal-section.js'

type Storing = Pick<SectionPlace, 'application' | 'section' | 'revision'> & {
  readonly content: Readonly<Record<string, unknown>>
  readonly hash: string
  /** Those that the content names and the database doesn't have. */
  readonly values: readonly NewPersonalValue[]
  /** Nothing is known of the application yet: write only if the caller may, and if the content is another than the stored. */
  readonly unseen?: true
}

/**
 * Writes a section's next revision, what the application's columns repeat of it, and new personal values: in one statement,
 * which is a transaction of its own where there is none, and says itself what the trail of audit tells of it.
 * @param operation the mutation's name
 * @returns false if the section has another revision by now, or an unseen one isn't to be written; then nothing is
 */
export async function storeSection(
  executor: Executor,
  { viewer, now, requestId, keyring }: Pick<Context, 'viewer' | 'now' | 'requestId' | 'keyring'>,
  operation: string,
  { application, section, revision, content, hash, values, unseen }: Storing,
): Promise<boolean> {
  const place = [application, codeOfSection(section)]
  const by = [actorOf(viewer), now()]
  const columns = columnsOf(section, content)
  const names = Object.keys(columns)
  const given = unseen ? 'audited, writable' : 'audited'
  const pieces: string[] = []
  const bound: unknown[] = []
  const add = (sql: string, ...values: unknown[]) => {
    pieces.push(sql)
    bound.push(...values)
  }
  add(
    `audited as materialized (select set_config('shenbao.actor', ?, true), set_config('shenbao.action', ?, true),
       set_config('shenbao.request', ?, true))`,
    ...[viewer.account ?? '', operation, requestId],
  )
  if (unseen) {
    add(
      `writable as (select from ${applicationOfWriter} where application.id = ? and ${mayEdit}
         and applicant.deactivated_at is null and application.deleted_at is null and application.status = 'DRAFT')`,
      ...[viewer.account, viewer.account, application],
    )
  }
  if (revision === 0) {
    add(
      `changed as (insert into application_section (application_id, section, revision, content_hash, edited_by_id,
         edited_at) select ?::uuid, ?, 1, ?, ?, ?::timestamptz from ${given} on conflict do nothing returning revision)`,
      ...[...place, hash, ...by],
    )
  } else {
    add(
      `changed as (update application_section set revision = revision + 1, content_hash = ?, edited_by_id = ?,
         edited_at = ? from ${given} where application_id = ? and section = ? and revision = ?
         ${unseen ? 'and content_hash <> ?' : ''} returning revision)`,
      ...[hash, ...by, ...place, revision, ...(unseen ? [hash] : [])],
    )
  }
  if (names.length > 0) {
    add(
      `repeated as (update application set ${names.map((name) => `${name} = said.${name}`).join(', ')}
         from changed, jsonb_populate_record(null::application, ?::jsonb) said where application.id = ? and
         (${names.map((name) => `application.${name}`).join(', ')}) is distinct from
         (${names.map((name) => `said.${name}`).join(', ')}))`,
      ...[JSON.stringify(columns), application],
    )
  }
  if (values.length > 0) {
    add(
      `kept as (insert into application_personal_value (id, application_id, kind, value_sealed, value_index, value_masked)
         select fresh.id, ?::uuid, fresh.kind, fresh.value_sealed, fresh.value_index, fresh.value_masked
         from changed, jsonb_populate_recordset(null::application_personal_value, ?::jsonb) fresh)`,
      ...[application, JSON.stringify(values.map((value) => sealedRow(keyring, value)))],
    )
  }
  const rows = await executor.execute<object[]>(
    `with ${pieces.join(', ')}
     insert into section_revision (application_id, section, revision, content, edited_by_id, edited_at)
     select ?::uuid, ?, revision, ?::jsonb, ?, ?::timestamptz from changed returning revision`,
    [...bound, ...place, JSON.stringify(content), ...by],
  )
  return rows.length > 0
}

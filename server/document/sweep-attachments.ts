import type { MikroORM } from '@mikro-orm/postgresql'
import type { Files } from './files.js'

/** Documents that one transaction takes away. */
const atOnce = 100

/**
 * Whether any revision of any of the organisation's applications names an attachment: what was saved once can be restored,
 * copied and looked at, so that its files have to stay. `document` is the row in question.
 */
export const isReferredTo = `exists (
  select from application
    join section_revision on section_revision.application_id = application.id and section_revision.section = 'ATTACHMENTS'
  where application.applicant_id = document.applicant_id
    and strpos(section_revision.content::text, document.id::text) > 0)`

/**
 * Takes away attachments that were uploaded before a moment and never became part of an application. Several servers may do
 * so at once.
 * @returns how many it were
 */
export async function sweepAttachments(orm: MikroORM, files: Files, before: Date): Promise<number> {
  let swept = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const looked = await orm.em.fork().transactional(async (em) => {
      await em.execute(`select set_config('shenbao.action', 'sweepAttachments', true)`)
      // Locked first and judged afterwards: whoever saves a section holds the documents that it names for as long.
      const locked = await em.execute<{ id: string }[]>(
        `select id from document where purpose = 'ATTACHMENT' and state in ('STORED', 'REFUSED') and created_at < ? and id > ?
          order by id limit ${atOnce} for update skip locked`,
        [before, after],
      )
      const unused = await em.execute<{ id: string }[]>(
        `select id from document where id = any(?::uuid[]) and not ${isReferredTo}
          and not exists (select from document as same where same.same_as_id = document.id)`,
        [arrayOf(locked)],
      )
      // Files first: a row without its file can be swept again, a file without its row is found by nobody.
      for (const { id } of unused) await files.remove(id)
      await em.execute('delete from document where id = any(?::uuid[])', [arrayOf(unused)])
      swept += unused.length
      return locked
    })
    if (looked.length < atOnce) return swept
    after = looked.at(-1)?.id ?? after
  }
}

function arrayOf(rows: readonly { readonly id: string }[]): string {
  return `{${rows.map(({ id }) => id).join()}}`
}

import type { MikroORM } from '@mikro-orm/postgresql'
import type { FastifyInstance } from 'fastify'
import type { SectionOf } from '../../schema/rules/form/form.js'
import { contentDisposition } from '../document/content-disposition.js'
import { fileRefusals } from '../document/file-refusals.js'
import type { Files } from '../document/files.js'
import { isKey } from '../document/read-document.js'
import { applicationSchema } from './exchange-schema.js'
import { writeBudgetWorkbook } from './export-budget.js'

type Options = { readonly orm: MikroORM; readonly files: Files; readonly now: () => Date }

type Addressed = { Params: { id: string }; Querystring: { expires?: unknown; signature?: unknown } }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * What of applications comes over HTTP: the JSON Schema of their documents, for everybody; and a budget's workbook, at the
 * address that `Application.budgetWorkbookUrl` gives, without a session.
 */
export function exchangeRoutes(server: FastifyInstance, { orm, files, now }: Options): void {
  let schema: string | undefined
  server.get('/schemas/application.json', (_request, reply) => {
    schema ??= JSON.stringify(applicationSchema())
    return reply
      .header('content-type', 'application/schema+json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(schema)
  })

  server.get<Addressed>('/applications/:id/budget.xlsx', async ({ params: { id }, query }, reply) => {
    const { expires, signature } = query
    if (!isKey(id) || typeof expires !== 'string' || typeof signature !== 'string') throw fileRefusals.addressInvalid()
    const fault = files.signer.check({ action: 'workbook', id }, { expires, signature }, now())
    if (fault === 'INVALID') throw fileRefusals.addressInvalid()
    if (fault === 'EXPIRED') throw fileRefusals.addressExpired()
    const [stored] = await orm.em
      .fork()
      .execute<{ title: string; budget: SectionOf<'budget'> | null }[]>(storedSql, [id])
    if (!stored) throw fileRefusals.unknown()
    const workbook = await writeBudgetWorkbook(stored.budget ?? {})
    return reply
      .header('content-type', workbookType)
      .header('cache-control', 'no-store')
      .header('content-disposition', contentDisposition(`${stored.title || '申报书'} 经费预算.xlsx`))
      .send(workbook)
  })
}

const storedSql = `
  select application.title, saved.content as budget
  from application
  left join application_section section on section.application_id = application.id and section.section = 'BUDGET'
  left join section_revision saved on saved.application_id = application.id and saved.section = section.section
    and saved.revision = section.revision
  where application.id = ?`

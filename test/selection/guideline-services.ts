import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { Guideline } from '../../server/guideline/guideline.entity.js'
import { storeEdition } from '../../server/guideline/store-edition.js'
import { buildSchema } from '../../server/schema.js'
import { selections } from '../../server/selections.js'
import { createTestDatabase } from '../support/test-database.js'
import { oracleSchema } from './guideline-oracle.js'
import { type Service, serve } from './serve.js'
import { type TwoServices, twoServices } from './two-services.js'

export type GuidelineServices = TwoServices & {
  readonly orm: MikroORM
  /** Answers without the engine, from all there is in memory. */
  readonly oracle: Service
}

/** Texts that JSON has to escape, or must not. */
const nastyText = '“引号” "quotes" \\ / \b\f\n\r\t \u0001\u001f\u007f \u2028\u2029 é 😀 𠮷 </script>'

export type Guidelines = { readonly orm: MikroORM; readonly databaseUrl: string; close(): Promise<void> }

/** The 2024 notice, a city with nasty texts, and many editions for pages, in a database of their own. */
export async function openGuidelines(): Promise<Guidelines> {
  const database = await createTestDatabase()
  const orm = await connectOrm(
    { connectionString: database.url },
    { entities, poolSize: 8, statementTimeoutMs: 20_000, logger: pino({ level: 'silent' }) },
  )
  await storeNastyCity(orm)
  await storeManyEditions(orm)
  await storeReversedClauses(orm)
  return {
    orm,
    databaseUrl: database.url,
    async close() {
      await orm.close(true)
      await database.drop()
    },
  }
}

/** The guideline's services, and an oracle. */
export async function startGuidelineServices(): Promise<GuidelineServices> {
  const { orm, close } = await openGuidelines()
  const services = await twoServices(buildSchema, orm, selections)
  const oracle = await serve({ schema: await oracleSchema(orm.em.fork()), orm })
  return {
    ...services,
    orm,
    oracle,
    async close() {
      await services.close()
      await oracle.close()
      await close()
    },
  }
}

async function storeNastyCity(orm: MikroORM): Promise<void> {
  const { document } = await orm.em.fork().findOneOrFail(Guideline, { id: 'xining-2024-1' }, { populate: ['document'] })
  const text = { 'zh-CN': nastyText, en: `en ${nastyText}` }
  const clauses = document.clauses.map((clause) => ({ ...clause, summary: text, label: nastyText }))
  const categories = document.categories.map((category) => ({ ...category, name: text, priorities: [text, text] }))
  const edition = {
    ...document,
    city: { ...document.city, code: 'nasty', name: text },
    title: text,
    clauses,
    categories,
  }
  await storeEdition(orm.em.fork(), edition)
}

/** 5 cities × 4 years × 3 editions without parts; several were taken in within one millisecond, or at the same instant. */
async function storeManyEditions(orm: MikroORM): Promise<void> {
  await orm.em.fork().execute(`
    insert into guideline
    select 'city' || c || '-' || y || '-' || e, 'city' || c, city_name, city_time_zone, city_area_code, y, e, title, note,
           paper_copies, paper_working_days, content_hash,
           timestamptz '2024-01-01 00:00:00.123Z' + ((c * 7 + y + e) % 9) * interval '1 microsecond', document
    from guideline, generate_series(1, 5) c, generate_series(2021, 2024) y, generate_series(1, 3) e
    where id = 'xining-2024-1'`)
}

/** Clauses whose rows lie in the table against their printed order. */
async function storeReversedClauses(orm: MikroORM): Promise<void> {
  await orm.em.fork().execute(`
    insert into clause
    select 'reversed/' || code, 'city1-2021-1', position, code, label, summary, decidable
    from clause where guideline_id = 'xining-2024-1' order by position desc`)
}

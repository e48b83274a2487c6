import { readFileSync } from 'node:fs'
import type { MikroORM } from '@mikro-orm/postgresql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edition } from '../../schema/rules/edition.js'
import { connectOrm } from '../../server/database/connect.js'
import { entities } from '../../server/database/entities.js'
import { EditionRegister } from '../../server/guideline/edition-register.js'
import { Guideline } from '../../server/guideline/guideline.entity.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { storeEdition } from '../../server/guideline/store-edition.js'
import { createTestDatabase } from '../support/test-database.js'

let orm: MikroORM
let xining: Edition

beforeAll(async () => {
  const database = await createTestDatabase()
  const options = { entities, poolSize: 10, statementTimeoutMs: 10_000, logger: pino({ level: 'silent' }) }
  orm = await connectOrm({ connectionString: database.url }, options)
  const file = new URL('../../server/guideline/notices/xining-2024.yaml', import.meta.url)
  const loaded = loadGuideline(readFileSync(file, 'utf8'), 'xining-2024.yaml')
  if (!loaded.ok) throw new Error('xining-2024.yaml has problems')
  xining = loaded.edition
})

afterAll(() => orm.close(true))

const city = (code: string, edition = 1): Edition => ({ ...xining, edition, city: { ...xining.city, code } })

test('the same edition again changes nothing', async () => {
  expect(await storeEdition(orm.em.fork(), xining)).toEqual({ status: 'UNCHANGED' })
})

test('other content under a number that is taken is refused, and says what to do', async () => {
  const changed = { ...xining, title: { ...xining.title, en: 'Another title' } }
  const refusal = storeEdition(orm.em.fork(), changed)
  await expect(refusal).rejects.toMatchObject({ code: 'EDITION_CHANGED' })
  await expect(refusal).rejects.toThrow(/publish the correction as edition 2/)
})

test('a number that is not the next one is refused', async () => {
  await expect(storeEdition(orm.em.fork(), { ...xining, edition: 3 })).rejects.toMatchObject({
    code: 'EDITION_NOT_NEXT',
  })
  expect(await orm.em.fork().count(Guideline, { edition: 3 })).toBe(0)
})

test('of ten that store the same edition at once, one stores it and nine find it there', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => storeEdition(orm.em.fork(), city('race'))))
  expect(results.filter(({ status }) => status === 'STORED')).toHaveLength(1)
  expect(await orm.em.fork().count(Guideline, { city: { code: 'race' } })).toBe(1)
})

test('a refused edition leaves nothing half-stored', async () => {
  const broken = { ...city('broken'), rules: xining.rules.map((rule) => ({ ...rule, clause: '9.9.9' })) }
  await expect(storeEdition(orm.em.fork(), broken)).rejects.toThrow(/9\.9\.9/)
  expect(await orm.em.fork().count(Guideline, { city: { code: 'broken' } })).toBe(0)
})

test.each(['guideline', 'clause', 'direction', 'category_office', 'eligibility_rule', 'parameter'])(
  'no row of %s can be changed, deleted or truncated, not even past the service',
  async (table) => {
    const statements = [`update "${table}" set ${table === 'category_office' ? 'office_id' : 'id'} = 'x'`]
    for (const sql of [...statements, `delete from "${table}"`, `truncate "${table}" cascade`]) {
      await expect(orm.em.fork().execute(sql)).rejects.toThrow(/never changes/)
    }
  },
)

test('the newest edition is in force within a second, and the one before can still be read', async () => {
  const register = new EditionRegister(orm)
  await storeEdition(orm.em.fork(), city('moving'))
  const first = await register.inForce('moving', 2024)
  expect(first?.compiled.edition.edition).toBe(1)
  await storeEdition(orm.em.fork(), city('moving', 2))
  await expect
    .poll(async () => (await register.inForce('moving', 2024))?.compiled.edition.edition, { timeout: 3000 })
    .toBe(2)
  expect(await register.byKey('moving-2024-1')).toBe(first)
  expect(await register.inForce('moving', 1999)).toBeNull()
  expect(await register.byKey('nowhere-2024-1')).toBeNull()
})

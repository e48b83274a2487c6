import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromJSONSchema } from 'zod'
import { sectionNames } from '../../schema/rules/form/form.js'
import { renderApplicationSchema } from '../../server/application/exchange-schema.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'
import { fullForm } from './full-form.js'
import { uploadImport } from './upload-import.js'

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp(() => new Date('2026-11-23T02:00:00Z'))
})
afterAll(() => app.close())

type Problem = { code: string; path: string[]; message: string }
type Imported = {
  application: { id: string } | null
  report: {
    dryRun: boolean
    written: boolean
    sections: { section: string; state: string; revision: number; problems: Problem[]; checks: Problem[] }[]
  } | null
  errors: Problem[]
}

const importing = `mutation ($input: ImportApplicationInput!) { importApplication(input: $input) {
  application { id } report { dryRun written sections { section state revision
    problems { code path message } checks { code path severity } } } errors { code path message } } }`

async function importInto(
  application: string,
  json: unknown,
  more: object = {},
  account = app.editor,
): Promise<Imported> {
  const text = json === undefined ? {} : { json: typeof json === 'string' ? json : JSON.stringify(json) }
  const input = { application, dryRun: false, ...text, ...more }
  const { data, errors } = await app.askAs(account, importing, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return data.importApplication as Imported
}

const documentOf = (sections: object) => ({ schema: 'urn:shenbao:application:1', sections })

/** The made-up form without what names files, of which the test has none. */
function sections() {
  const { attachments, declarations, ...others } = fullForm()
  return others
}

async function exported(id: string, account = app.editor): Promise<string> {
  return (await app.read(id, 'exported', account))?.exported as string
}

async function inClear(application: string, reason = '测试：核对号码', account = app.editor) {
  const { data, errors } = await app.askAs(
    account,
    'mutation ($input: ExportApplicationInput!) { exportApplication(input: $input) { exported errors { code path } } }',
    { input: { application, reason } },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data.exportApplication as { exported: string | null; errors: Problem[] }
}

const count = async (table: string, application: string) =>
  (await app.execute(`select from ${table} where application_id = ?`, [keyOf(application)])).length

describe('an export', () => {
  test('goes into another application, and comes out of it as it was', async () => {
    const [first, second] = [await app.create(), await app.create()]
    expect((await importInto(first, documentOf(sections()))).errors).toEqual([])
    const clear = (await inClear(first)).exported as string
    const moved = await importInto(second, clear)
    expect(moved.errors).toEqual([])
    expect(moved.report?.sections.map(({ state, revision }) => [state, revision])).toEqual(
      Object.keys(sections()).map(() => ['CHANGED', 1]),
    )
    expect(await count('section_revision', second)).toBe(Object.keys(sections()).length)
    const others = { application: undefined, revisions: undefined }
    expect({ ...JSON.parse((await inClear(second)).exported as string), ...others }).toEqual({
      ...JSON.parse(clear),
      ...others,
    })
    expect(JSON.parse(clear).sections).toEqual(sections())
  })

  test('is the same text for the same content, with keys in the order of the form', async () => {
    const [one, other] = [await app.create(), await app.create()]
    const reversed = Object.fromEntries(Object.entries(sections()).reverse())
    await importInto(one, documentOf(sections()))
    await importInto(other, documentOf(reversed))
    const [text, again, ofOther] = [await exported(one), await exported(one), await exported(other)]
    expect(again).toBe(text)
    expect(ofOther.replace(other, one)).toBe(text)
    const { schema, guideline, revisions, sections: shown } = JSON.parse(text)
    expect({ schema, guideline }).toEqual({
      schema: 'urn:shenbao:application:1',
      guideline: { city: 'xining', year: 2024, edition: 1 },
    })
    expect(Object.keys(shown)).toEqual(sectionNames.filter((name) => name in sections()))
    expect(revisions).toMatchObject({ cover: 1, budget: 1, declarations: 0, attachments: 0 })
  })

  test('has personal values masked; in clear they are told with a reason, to editors, and it is audited', async () => {
    const id = await app.create()
    await importInto(id, documentOf(sections()))
    const numbers = sections().team.personnel.map(({ idNumber }) => idNumber as string)
    const masked = await exported(id)
    for (const number of numbers) expect(masked).not.toContain(number)
    expect(masked).not.toContain('13900005678')
    const { exported: clear } = await inClear(id)
    for (const number of numbers) expect(clear).toContain(number)
    expect(clear).toContain('+8613900005678')
    const events = await app.execute<{ detail: string }>(
      `select to_jsonb(audit_event)::text as detail from audit_event where subject_id = ? and action = 'exportApplication'`,
      [keyOf(id)],
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.detail).toContain('测试：核对号码')
    expect(events[0]?.detail).not.toContain(numbers[0])

    expect((await inClear(id, '短')).errors).toMatchObject([{ code: 'REASON_MALFORMED', path: ['input', 'reason'] }])
    const reader = await app.makeAccount()
    await app.makeMember(reader, keyOf(app.applicant))
    expect(await exported(id, reader)).toBe(masked)
    expect((await inClear(id, '测试：无权编辑', reader)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
  })

  test('in clear is given some times an hour', async () => {
    const often = await app.makeAccount()
    await app.makeMember(often, keyOf(app.applicant), 'EDIT')
    const id = await app.create()
    for (let time = 0; time < 20; time++) expect((await inClear(id, '测试：次数', often)).errors).toEqual([])
    expect((await inClear(id, '测试：次数', often)).errors).toMatchObject([{ code: 'TOO_MANY_REVEALS' }])
  })
})

describe('the JSON Schema', () => {
  test('is printed from the tables, and public', async () => {
    const file = readFileSync(new URL('../../schema/application.schema.json', import.meta.url), 'utf8')
    expect(file, 'stale: npm run generate').toBe(renderApplicationSchema())
    const response = await fetch(`${app.url}/schemas/application.json`)
    expect(response.headers.get('content-type')).toContain('application/schema+json')
    expect(await response.json()).toEqual(JSON.parse(file))
  })

  test('accepts what is exported, and refuses what the form does not have', async () => {
    const { format, ...schema } = JSON.parse(renderApplicationSchema())
    const check = fromJSONSchema(schema)
    const id = await app.create()
    await importInto(id, documentOf(sections()))
    const masked = JSON.parse(await exported(id))
    expect(check.safeParse(masked).error).toBeUndefined()
    expect(check.safeParse(documentOf(fullForm())).error).toBeUndefined()
    const wrong: object[] = [
      { ...masked, schema: 'urn:shenbao:application:2' },
      { ...masked, more: 1 },
      documentOf({ cover: { titel: '题' } }),
      documentOf({ cover: { title: '题'.repeat(101) } }),
      documentOf({ cover: { startMonth: '2024-13' } }),
      documentOf({ basics: { stage: 'NO_SUCH' } }),
      documentOf({ basics: { partners: Array.from({ length: 6 }, () => ({})) } }),
      documentOf({ basics: { partners: [{ nam: 'x' }] } }),
      documentOf({ budget: { labour: { specialFunds: '1.001' } } }),
      documentOf({ budget: { labour: { specialFunds: '-1' } } }),
      documentOf({ team: { personnel: [{ age: 151 }] } }),
      documentOf({ grounds: { text: 1 } }),
      { sections: {} },
    ]
    expect(wrong.filter((document) => check.safeParse(document).success)).toEqual([])
  })
})

describe('an import', () => {
  test('is tried without writing', async () => {
    const id = await app.create()
    const { application, report, errors } = await importInto(id, documentOf(sections()), { dryRun: true })
    expect({ application, errors }).toEqual({ application: null, errors: [] })
    expect(report).toMatchObject({ dryRun: true, written: false })
    expect(new Set(report?.sections.map(({ state }) => state))).toEqual(new Set(['CHANGED']))
    expect(await count('section_revision', id)).toBe(0)
    expect(await count('application_personal_value', id)).toBe(0)
  })

  test('sent again changes nothing, and masked values stay what they are', async () => {
    const id = await app.create()
    await importInto(id, documentOf(sections()))
    const values = await count('application_personal_value', id)
    const again = await importInto(id, await exported(id))
    expect(again.errors).toEqual([])
    expect(new Set(again.report?.sections.map(({ state, revision }) => `${state} ${revision}`))).toEqual(
      new Set(['UNCHANGED 1']),
    )
    const changed = JSON.parse(await exported(id))
    changed.sections.basics.leader.title = '高级工程师'
    const { report } = await importInto(id, changed)
    expect(report?.sections.filter(({ state }) => state === 'CHANGED').map(({ section }) => section)).toEqual([
      'BASICS',
    ])
    expect(await count('application_personal_value', id)).toBe(values)
    const clear = JSON.parse((await inClear(id)).exported as string)
    expect(clear.sections.basics.leader).toEqual({ ...sections().basics.leader, title: '高级工程师' })
    expect(clear.revisions.basics).toBe(2)
  })

  test('with one stale section writes none, and tells which', async () => {
    const id = await app.create()
    await importInto(id, documentOf({ grounds: { text: '甲' }, market: { text: '甲' } }))
    const document = JSON.parse(await exported(id))
    await app.save('market', { application: id, revision: 1, content: { text: '他人' } })
    document.sections.grounds.text = '乙'
    document.sections.market.text = '乙'
    const { report, errors } = await importInto(id, document)
    expect(errors).toMatchObject([{ code: 'STALE_REVISION', path: ['input', 'revisions', 'MARKET'] }])
    expect(report?.sections.map(({ section, state, revision }) => [section, state, revision])).toEqual([
      ['GROUNDS', 'CHANGED', 1],
      ['MARKET', 'STALE', 2],
    ])
    expect(await app.read(id, 'grounds { text } market { text }')).toEqual({
      grounds: { text: '甲' },
      market: { text: '他人' },
    })
    const revisions = [
      { section: 'GROUNDS', revision: 1 },
      { section: 'MARKET', revision: 2 },
    ]
    expect((await importInto(id, document, { revisions })).errors).toEqual([])
    const ahead = await importInto(id, document, { revisions: [{ section: 'MARKET', revision: 9 }] })
    expect(ahead.errors).toMatchObject([{ code: 'REVISION_UNKNOWN', path: ['input', 'revisions', 'MARKET'] }])
  })

  test('of fifty at once, based on the same, one is written', async () => {
    const id = await app.create()
    const imports = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        importInto(id, documentOf({ grounds: { text: `甲${at}` }, market: { text: `乙${at}` } })),
      ),
    )
    expect(imports.filter(({ errors }) => errors.length === 0)).toHaveLength(1)
    const stale = imports.filter(({ errors }) => errors.length > 0)
    expect(new Set(stale.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(['STALE_REVISION']))
    expect(await count('section_revision', id)).toBe(2)
    const found = (await app.read(id, 'grounds { text } market { text }')) as Record<string, { text: string }>
    expect(found.grounds?.text.slice(1)).toBe(found.market?.text.slice(1))
  })

  test('tells every problem by section and field, and writes nothing', async () => {
    const id = await app.create()
    const { report, errors } = await importInto(
      id,
      documentOf({
        ...{ cover: { title: '可以', startMonth: '2024-13' }, grounds: { text: '可以' } },
        basics: { leader: { idKind: 'RESIDENT_ID', idNumber: '110105194912310021' }, stage: 'NO_SUCH' },
        budget: { labour: { specialFunds: '1.001' } },
      }),
    )
    expect(errors).toMatchObject([{ code: 'IMPORT_REFUSED', path: ['input'] }])
    const told = report?.sections.map(({ section, problems }) => [section, problems.map(({ path }) => path.join('.'))])
    expect(told).toEqual([
      ['COVER', ['startMonth']],
      ['BASICS', ['leader.idNumber', 'stage']],
      ['GROUNDS', []],
      ['BUDGET', ['labour.specialFunds']],
    ])
    expect(await count('section_revision', id)).toBe(0)
  })

  test('tells what does not fit in the whole form, and is written all the same', async () => {
    const id = await app.create()
    const form = sections()
    form.budget.annualPlan = [{ ...form.budget.annualPlan[0], specialFunds: '1.00' }] as never
    const { report, errors } = await importInto(id, documentOf(form))
    expect(errors).toEqual([])
    const budget = report?.sections.find(({ section }) => section === 'BUDGET')
    expect(budget?.checks).toContainEqual({ code: 'PLAN_TOTAL_DIFFERS', path: ['annualPlan'], severity: 'ERROR' })
  })

  test.each([
    ['no JSON', '{', 'IMPORT_MALFORMED', []],
    ['a list', '[]', 'IMPORT_MALFORMED', []],
    ['another version', { schema: 'urn:shenbao:application:2', sections: {} }, 'IMPORT_SCHEMA_UNKNOWN', ['schema']],
    ['no sections', documentOf({}), 'IMPORT_EMPTY', ['sections']],
    ['sections as a list', documentOf([]), 'IMPORT_EMPTY', ['sections']],
    ['an unknown section', documentOf({ covers: {} }), 'SECTION_UNKNOWN', ['sections', 'covers']],
    ['an unknown field', documentOf({ cover: { titel: '题' } }), 'FIELD_UNKNOWN', ['sections', 'cover', 'titel']],
    [
      'an unknown field of a row',
      documentOf({ basics: { partners: [{}, { nam: 'x' }] } }),
      'FIELD_UNKNOWN',
      ['sections', 'basics', 'partners', '1', 'nam'],
    ],
    [
      '__proto__',
      `{"schema":"urn:shenbao:application:1","sections":{"__proto__":{}}}`,
      'SECTION_UNKNOWN',
      ['sections', '__proto__'],
    ],
    ['a section as text', documentOf({ cover: '题' }), 'IMPORT_MALFORMED', ['sections', 'cover']],
    [
      'revisions as text',
      { ...documentOf({ cover: {} }), revisions: { cover: '1' } },
      'IMPORT_MALFORMED',
      ['revisions'],
    ],
    ['brackets without end', '['.repeat(100_000), 'IMPORT_TOO_DEEP', []],
    ['deep content', documentOf({ cover: { title: [[[[[[[['题']]]]]]]] } }), 'IMPORT_TOO_DEEP', []],
  ])('of %s is refused', async (_what, json, code, path) => {
    const { report, errors } = await importInto(await app.create(), json)
    expect(report).toBeNull()
    expect(errors).toMatchObject([{ code, path: ['input', 'json', ...path] }])
  })

  test('with brackets in its texts is no deep one', async () => {
    const text = `${'['.repeat(40)}\\"${'{'.repeat(40)}`
    const { errors } = await importInto(await app.create(), documentOf({ opinion: { legalRepresentative: text } }))
    expect(errors).toEqual([])
  })

  test('of masks that nothing stands behind is refused', async () => {
    const id = await app.create()
    await importInto(id, documentOf(sections()))
    const { report } = await importInto(await app.create(), await exported(id))
    const basics = report?.sections.find(({ section }) => section === 'BASICS')
    expect(basics?.state).toBe('REFUSED')
    expect(new Set(basics?.problems.map(({ code }) => code))).toEqual(new Set(['MASKED_VALUE_UNKNOWN']))
  })

  test('comes from an uploaded file, too', async () => {
    const file = Buffer.from(`\uFEFF${JSON.stringify(documentOf({ grounds: { text: '来自文件' } }))}`)
    const document = await uploadImport(app, '申报书.json', file)
    const id = await app.create()
    expect((await importInto(id, undefined, { document })).errors).toEqual([])
    expect(await app.read(id, 'grounds { text }')).toEqual({ grounds: { text: '来自文件' } })
    expect((await importInto(id, '{}', { document })).errors).toMatchObject([{ code: 'IMPORT_SOURCE_MISSING' }])
    expect((await importInto(id, undefined)).errors).toMatchObject([{ code: 'IMPORT_SOURCE_MISSING' }])
    const official = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
    const { data } = await app.askAs(official, 'query ($id: ID!) { node(id: $id) { id } }', { id: document })
    expect(data?.node).toBeNull()
  })

  test('is for editors of the organisation', async () => {
    const id = await app.create()
    const reader = await app.makeAccount()
    await app.makeMember(reader, keyOf(app.applicant))
    const { errors } = await importInto(id, documentOf({ grounds: { text: '甲' } }), {}, reader)
    expect(errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    await expect(importInto(id, documentOf({ grounds: { text: '甲' } }), {}, await app.makeAccount())).rejects.toThrow(
      'FORBIDDEN',
    )
  })
})

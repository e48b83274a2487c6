import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'
import { fullForm, madeUpId } from './full-form.js'
import { saveForm } from './saved-form.js'

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp(() => new Date('2026-11-23T02:00:00Z'))
})
afterAll(() => app.close())

type Section = {
  section: string
  done: boolean
  missing: { path: string[]; label: string }[]
  errors: { code: string; message: string; path: string[]; clause: { code: string; label: string } | null }[]
  warnings: { code: string; path: string[] }[]
}
type Completeness = { done: boolean; sections: Section[] }

async function completenessOf(application: string): Promise<Completeness> {
  const found = await app.read(
    application,
    `completeness { done sections { section done missing { path label }
       errors { code message path severity clause { code label } } warnings { code path severity } } }`,
  )
  return found?.completeness as Completeness
}

async function sectionOf(application: string, name: string): Promise<Section> {
  const { sections } = await completenessOf(application)
  const found = sections.find(({ section }) => section === name)
  if (!found) throw new Error(`no section ${name}`)
  return found
}

/** The full form without what hangs on uploaded files. */
function formWithoutFiles() {
  const { attachments: _, ...form } = fullForm()
  const platforms = form.declarations.platformList.map(({ proof: _proof, ...platform }) => platform)
  return { ...form, declarations: { ...form.declarations, platformList: platforms } }
}

test('of an application that was just begun everything is missing, and nothing is wrong', async () => {
  const { done, sections } = await completenessOf(await app.create())
  expect(done).toBe(false)
  expect(sections).toHaveLength(16)
  expect(sections.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([])
  expect(sections[0]).toMatchObject({
    section: 'COVER',
    missing: [{ path: ['title'], label: 'name of the project' }, ...Array(4).fill({})],
  })
})

test('the full form is done but for its files, which are named', async () => {
  const application = await saveForm(app, formWithoutFiles())
  const { sections } = await completenessOf(application)
  const open = sections.filter(({ done, warnings }) => !done || warnings.length > 0)
  const codes = open.map(({ section, errors, warnings }) => [
    section,
    ...[...errors, ...warnings].map(({ code }) => code),
  ])
  expect(codes).toEqual([
    ['BUDGET', 'SOURCE_WITHOUT_PROOF', 'SOURCE_WITHOUT_PROOF'],
    // The organisation of the tests has another one.
    ['OPINION', 'LEGAL_REPRESENTATIVE_DIFFERS'],
    ['DECLARATIONS', 'PLATFORM_WITHOUT_PROOF'],
    ['ATTACHMENTS'],
  ])
  expect(open[0]?.errors[1]).toMatchObject({
    path: ['fundingSources', '1'],
    severity: 'ERROR',
    message: expect.stringMatching(/^Nothing proves this source/),
    clause: { code: 'f12.4', label: '申报书 12.4' },
  })
  expect(open[3]?.missing.map(({ label }) => label)).toEqual([
    'integrity commitment',
    'self-financing commitment',
    "last year's audit report",
    "last year's financial statements",
    "business licence, or an institution's legal-person certificate",
    "copy of the legal representative's ID card",
    'industry-university-research agreement',
    "copies of the platforms' certificates",
    "proof of each source of self-raised funds, with the funder's seal",
    'list of equipment of 500,000 yuan and more',
  ])
})

test('numbers of documents are checked in clear, though they are read masked', async () => {
  const { basics, team } = fullForm()
  const stranger = madeUpId('19790405', 'MALE', 400)
  const personnel = team.personnel.map((person, index) => (index === 0 ? { ...person, idNumber: stranger } : person))
  const application = await saveForm(app, {
    basics: { ...basics, leader: { ...basics.leader, sex: 'FEMALE' } },
    team: { ...team, personnel: [...personnel.slice(0, 14), { ...personnel[1], key: 'twice' }] },
  })
  expect((await sectionOf(application, 'BASICS')).errors).toMatchObject([
    { code: 'LEADER_SEX_DIFFERS', path: ['leader', 'sex'] },
  ])
  const { errors } = await sectionOf(application, 'TEAM')
  expect(errors).toMatchObject([
    { code: 'FIRST_PERSON_OTHER_DOCUMENT', path: ['personnel', '0', 'idNumber'] },
    { code: 'PERSON_TWICE', path: ['personnel', '14', 'idNumber'] },
  ])
  expect(JSON.stringify(errors)).not.toContain(stranger)
})

test('what the guideline and the registration say counts', async () => {
  const { basics, cover } = fullForm()
  const [{ creditCode }] = (await app.execute<{ creditCode: string }>(
    'select credit_code as "creditCode" from applicant where id = ?',
    [keyOf(app.applicant)],
  )) as [{ creditCode: string }]
  const application = await saveForm(app, {
    cover: { ...cover, category: 'major-special', direction: 'four-bases' },
    basics: { ...basics, partners: [{ name: '虚构', kind: 'ENTERPRISE', creditCode }] },
  })
  expect((await sectionOf(application, 'COVER')).errors).toMatchObject([
    { code: 'DIRECTION_NOT_LEAF', path: ['direction'], clause: { code: '1.4.3' } },
  ])
  expect((await sectionOf(application, 'BASICS')).errors).toMatchObject([
    { code: 'PARTNER_IS_APPLICANT', path: ['partners', '0', 'creditCode'] },
  ])
})

test('a character that no font of the print has is named', async () => {
  const application = await saveForm(app, { market: { text: '𠮷田市场' } })
  const { warnings, done } = await sectionOf(application, 'MARKET')
  expect(warnings).toMatchObject([{ code: 'CHARACTER_NOT_PRINTED', path: ['text'] }])
  expect(done).toBe(true)
})

test('the budget is computed: totals, shares and differences', async () => {
  const { budget } = fullForm()
  const short = { ...budget, fundingSources: [{ key: 'f1', amount: '2000000.00' }] }
  const application = await saveForm(app, { budget: short })
  const selected = `budgetSummary { complete specialFundsShare selfRaisedShare sources sourcesDifference equipmentItems
    rows { row total specialFunds selfRaised share } plan { total } planDifference { total specialFunds } }`
  const found = await app.read(application, selected)
  expect(found?.budgetSummary).toEqual({
    ...{ complete: true, specialFundsShare: '38.46', selfRaisedShare: '61.54' },
    ...{ sources: '2000000.00', sourcesDifference: '-400000.00', equipmentItems: '800000.00' },
    rows: expect.arrayContaining([
      {
        row: 'EXPENDITURE',
        total: '3900000.00',
        specialFunds: '1500000.00',
        selfRaised: '2400000.00',
        share: '100.00',
      },
      { row: 'INDIRECT', total: '299999.25', specialFunds: '99999.50', selfRaised: '199999.75', share: '7.69' },
    ]),
    plan: { total: '3900000.00' },
    planDifference: { total: '0.00', specialFunds: '0.00' },
  })
  const empty = await app.read(await app.create(), 'budgetSummary { complete sources rows { total share } }')
  expect(empty?.budgetSummary).toEqual({
    complete: false,
    sources: null,
    rows: Array(7).fill({ total: null, share: null }),
  })
})

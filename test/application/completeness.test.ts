import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('attachments', () => {
  /** The row of a file of the organisation's, as if it had been uploaded; gives its id. */
  async function makeFile({ state = 'STORED', scan = 'CLEAN', purpose = 'ATTACHMENT' } = {}): Promise<string> {
    const id = randomUUID()
    const stored =
      state === 'STORED' ? ['application/pdf', randomBytes(32).toString('hex'), new Date()] : [null, null, null]
    await app.execute(
      `insert into document (id, purpose, file_name, size, uploaded_by_id, applicant_id, state, scan, created_at, expires_at,
         media_type, sha256, stored_at)
       values (?, ?, '虚构.pdf', 1, ?, ?, ?, ?, now(), ?, ?, ?, ?)`,
      [id, purpose, app.editor, keyOf(app.applicant), state, scan, state === 'PENDING' ? new Date() : null, ...stored],
    )
    return `Document:${id}`
  }

  async function makeEvidence({ state = 'CURRENT', expiresOn = null as string | null } = {}): Promise<string> {
    const id = randomUUID()
    const [, document] = (await makeFile({ purpose: 'EVIDENCE' })).split(':')
    await app.execute(
      `insert into evidence (id, applicant_id, kind, expires_on, document_id, state, added_by_id, added_at, ended_at)
       values (?, ?, 'OTHER', ?, ?, ?, ?, now(), ?)`,
      [id, keyOf(app.applicant), expiresOn, document, state, app.editor, state === 'CURRENT' ? null : new Date()],
    )
    return `Evidence:${id}`
  }

  test('with every file there the whole application is done', async () => {
    const { attachments, opinion, ...form } = fullForm()
    const items = await Promise.all(
      attachments.items.map(async ({ document: _, ...item }) =>
        'evidence' in item ? { ...item, evidence: await makeEvidence() } : { ...item, document: await makeFile() },
      ),
    )
    const registered = { ...opinion, legalRepresentative: '测试甲' }
    const application = await saveForm(app, { ...form, opinion: registered, attachments: { items } })
    const { done, sections } = await completenessOf(application)
    expect(sections.filter((section) => !section.done || section.warnings.length > 0)).toEqual([])
    expect(done).toBe(true)
  })

  test('files that have not come or are not scanned, and documents that hold no more, are told', async () => {
    const evidence = { requirement: 'business-licence' }
    const file = { requirement: 'integrity-commitment' }
    const lapsed = await makeEvidence({ expiresOn: '2026-11-22' })
    const replaced = await makeEvidence()
    const application = await saveForm(app, {
      attachments: {
        items: [
          { key: 'a', ...file, document: await makeFile({ state: 'PENDING', scan: 'NOT_SCANNED' }) },
          { key: 'b', ...file, document: await makeFile({ scan: 'PENDING' }) },
          { key: 'c', ...file, document: await makeFile({ scan: 'NOT_SCANNED' }) },
          { key: 'd', ...evidence, evidence: lapsed },
          { key: 'e', ...evidence, evidence: await makeEvidence({ expiresOn: '2026-11-23' }) },
          { key: 'f', ...evidence, evidence: replaced },
        ],
      },
    })
    await app.execute("update evidence set state = 'WITHDRAWN', ended_at = now() where id = ?", [
      replaced.split(':')[1],
    ])
    const { errors, warnings } = await sectionOf(application, 'ATTACHMENTS')
    expect([...errors, ...warnings].map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'ATTACHMENT_FILE_NOT_STORED items.0.document',
      'ATTACHMENT_EVIDENCE_OUTDATED items.3.evidence',
      'ATTACHMENT_EVIDENCE_OUTDATED items.5.evidence',
      'ATTACHMENT_FILE_QUARANTINED items.1.document',
    ])
  })
})

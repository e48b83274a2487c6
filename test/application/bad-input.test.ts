import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form } from '../../schema/rules/form/form.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'
import { fullForm } from './full-form.js'
import { broken, type Change, formWith } from './rules/broken-forms.js'
import { saveForm } from './saved-form.js'

/* What a form can be wrong with, through the front door: refused when it is saved, or told of the whole. */

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp(() => new Date('2026-11-23T02:00:00Z'))
})
afterAll(() => app.close())

describe('refused when it is saved', () => {
  const person = (n: number) => ({ key: `p${n}`, name: `虚构${n}` })
  const manyPages = '本项目的依据和理由。'.repeat(20_000)
  test.each<[string, string, object, string[]]>([
    ['16 people', 'team', { personnel: Array.from({ length: 16 }, (_, n) => person(n)) }, ['LIST_TOO_LONG personnel']],
    ['6 partners', 'basics', { partners: Array.from({ length: 6 }, () => ({})) }, ['LIST_TOO_LONG partners']],
    ['more pages of text than are printed', 'grounds', { text: manyPages }, ['TEXT_TOO_LONG text']],
    [
      'a NUL and half a character',
      'research',
      { goals: 'a\u0000b', content: '\ud842' },
      ['TEXT_NOT_PRINTABLE goals', 'TEXT_NOT_PRINTABLE content'],
    ],
    ['a script in a text', 'market', { text: '<script>alert(1)</script>' }, ['NARRATIVE_HTML text']],
    [
      'a wrong check digit',
      'basics',
      { leader: { idKind: 'RESIDENT_ID', idNumber: '110105194912310021' } },
      ['ID_NUMBER_CHECK_DIGIT leader.idNumber'],
    ],
    ['a third decimal', 'budget', { labour: { specialFunds: '1.005' } }, ['AMOUNT_TOO_PRECISE labour.specialFunds']],
    ['a negative amount', 'budget', { labour: { selfRaised: '-1' } }, ['NEGATIVE_AMOUNT labour.selfRaised']],
    [
      'the same partner twice',
      'basics',
      { partners: [{ creditCode: '123502001549897397' }, { creditCode: '123502001549897397' }] },
      ['PARTNER_TWICE partners.1.creditCode'],
    ],
    ['a year twice', 'budget', { annualPlan: [{ year: 2027 }, { year: 2027 }] }, ['YEAR_TWICE annualPlan.1.year']],
  ])('%s', async (_name, section, content, expected) => {
    const application = await app.create()
    const { revision, errors } = await app.save(section, { application, revision: 0, content })
    expect(revision).toBeNull()
    expect(errors.map(({ code, path }) => `${code} ${path.slice(2).join('.')}`)).toEqual(expected)
    for (const { message } of errors) expect(message).toMatch(/^[A-Z].{20,}/)
    expect(await app.read(application, `${section} { revision }`)).toEqual({ [section]: { revision: 0 } })
  })

  test('a table pasted from Word, emoji and rare characters are welcome', async () => {
    const text = '指标\t数值\r\n纯度\t99.5%\r\n\r\n𠮷田、䶮、🙂'
    const application = await saveForm(app, { market: { text } })
    const found = await app.read(application, 'market { text }')
    expect(found?.market).toEqual({ text: text.replaceAll('\r\n', '\n') })
  })
})

describe('told of the whole', () => {
  let application: string
  let revisions: Record<string, number>
  let files: { document: string; evidence: string }
  beforeAll(async () => {
    files = { document: await makeFile('ATTACHMENT'), evidence: await makeEvidence() }
    application = await saveForm(app, stored([]))
    revisions = Object.fromEntries(Object.keys(fullForm()).map((section) => [section, 1]))
  })

  /** With the ids of files that are there, and the legal representative who is registered. */
  function stored(changes: readonly Change[]): Form {
    const { attachments, opinion, ...form } = formWith(changes)
    const legalRepresentative = opinion?.legalRepresentative === '虚构法人' ? '测试甲' : opinion?.legalRepresentative
    const items = attachments?.items?.map(({ document, evidence, ...item }) => ({
      ...item,
      ...(document && { document: files.document }),
      ...(evidence && { evidence: files.evidence }),
    }))
    return { ...form, opinion: { ...opinion, legalRepresentative }, attachments: { items } }
  }

  async function save(section: keyof Form, form: Form): Promise<string[]> {
    const input = { application, revision: revisions[section], content: form[section] }
    const { revision, errors } = await app.save(section, input)
    revisions[section] = revision ?? revisions[section] ?? 0
    return errors.map(({ code }) => code)
  }

  /** Codes and paths by severity. */
  async function told(): Promise<{ ERROR: string[]; WARNING: string[] }> {
    const checks = 'code path severity'
    const found = await app.read(
      application,
      `completeness { sections { section errors { ${checks} } warnings { ${checks} } } }`,
    )
    type Check = { code: string; path: string[] }
    const { sections } = found?.completeness as {
      sections: { section: string; errors: Check[]; warnings: Check[] }[]
    }
    const lines = (of: 'errors' | 'warnings') =>
      sections.flatMap((section) =>
        section[of].map(({ code, path }) => `${code} ${[section.section.toLowerCase(), ...path].join('.')}`),
      )
    return { ERROR: lines('errors'), WARNING: lines('warnings') }
  }

  // What a test gives as context the API takes from the registration and the guideline. Codes that the guideline doesn't
  // have, and numbers in clear that are of another kind of document, are refused when they are saved already.
  const refused: Readonly<Record<string, string>> = {
    CATEGORY_UNKNOWN: 'CATEGORY_UNKNOWN',
    DIRECTION_UNKNOWN: 'DIRECTION_UNKNOWN',
    DIRECTION_OF_OTHER_CATEGORY: 'DIRECTION_OF_OTHER_CATEGORY',
    ATTACHMENT_UNKNOWN: 'ATTACHMENT_UNKNOWN',
    LEADER_ID_OF_OTHER_KIND: 'ID_NUMBER_FORMAT',
    PERSON_ID_OF_OTHER_KIND: 'ID_NUMBER_FORMAT',
  }
  const cases = Object.entries(broken).flatMap(([code, all]) =>
    all.flatMap(({ changes, context, at }) => (context ? [] : [{ code, changes, at }])),
  )
  test.each(cases)('$code at $at', async ({ code, changes, at }) => {
    const changed = [...new Set(changes.map(([path]) => path.split('.')[0] as keyof Form))]
    const codes = []
    for (const section of changed) codes.push(...(await save(section, stored(changes))))
    const found = await told()
    for (const section of changed) expect(await save(section, stored([]))).toEqual([])
    expect(codes).toEqual(refused[code] === undefined ? [] : [refused[code]])
    if (refused[code] !== undefined) return
    const expected = at.map((path) => `${code} ${path}`)
    const severity = found.WARNING.some((line) => line.startsWith(code)) ? 'WARNING' : 'ERROR'
    expect(found[severity]).toEqual(expect.arrayContaining(expected))
    expect(found.ERROR.filter((line) => !expected.includes(line))).toEqual([])
  })

  test('a masked number of another kind of document is told', async () => {
    const { basics } = stored([])
    const found = await app.read(application, 'basics { leader { idNumber } }')
    const { idNumber } = (found?.basics as { leader: { idNumber: string } }).leader
    expect(idNumber).toMatch(/^63\*{15}.$/)
    const leader = { ...basics?.leader, idNumber, idKind: 'PASSPORT' as const }
    expect(await save('basics', { basics: { ...basics, leader } })).toEqual([])
    expect((await told()).ERROR).toEqual(['LEADER_ID_OF_OTHER_KIND basics.leader.idNumber'])
  })

  /** The row of a file of the organisation's, as if it had been uploaded; gives its id. */
  async function makeFile(purpose: string): Promise<string> {
    const id = randomUUID()
    await app.execute(
      `insert into document (id, purpose, file_name, size, uploaded_by_id, applicant_id, state, scan, created_at,
         media_type, sha256, stored_at)
       values (?, ?, '虚构.pdf', 1, ?, ?, 'STORED', 'CLEAN', now(), 'application/pdf', ?, now())`,
      [id, purpose, app.editor, keyOf(app.applicant), randomBytes(32).toString('hex')],
    )
    return `Document:${id}`
  }

  async function makeEvidence(): Promise<string> {
    const id = randomUUID()
    await app.execute(
      `insert into evidence (id, applicant_id, kind, document_id, state, added_by_id, added_at)
       values (?, ?, 'OTHER', ?, 'CURRENT', ?, now())`,
      [id, keyOf(app.applicant), keyOf(await makeFile('EVIDENCE')), app.editor],
    )
    return `Evidence:${id}`
  }
})

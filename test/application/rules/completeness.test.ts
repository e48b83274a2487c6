import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formCompleteness } from '../../../schema/rules/form/completeness.js'
import { type Form, type SectionName, sectionNames } from '../../../schema/rules/form/form.js'
import { fullForm } from '../full-form.js'
import { formContext } from './form-context.js'

/** Paths of the fields that are missing in a section. */
function missing(form: Form, section: SectionName): string[] {
  const found = formCompleteness(form, formContext).sections.find((candidate) => candidate.section === section)
  return (found?.missing ?? []).map(({ path }) => path.join('.'))
}

function budgetWith(changes: object): Form {
  const { budget, ...form } = fullForm()
  return { ...form, budget: { ...budget, ...changes } }
}

test('the full form is complete, section by section', () => {
  const { done, sections } = formCompleteness(fullForm(), formContext)
  expect(done).toBe(true)
  expect(sections.map(({ section }) => section)).toEqual(sectionNames)
  expect(sections.filter((section) => !section.done || section.warnings.length > 0)).toEqual([])
})

test('of an empty form everything is missing that the print asks for, and nothing is wrong', () => {
  const { done, sections } = formCompleteness({}, formContext)
  expect(done).toBe(false)
  expect(sections.filter((section) => section.done)).toEqual([])
  expect(sections.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([])
  expect(missing({}, 'cover')).toEqual(['title', 'category', 'direction', 'startMonth', 'endMonth'])
  expect(missing({}, 'grounds')).toEqual(['text'])
  expect(missing({}, 'team')).toEqual(['leaderProfile', 'personnel'])
  expect(missing({}, 'basics')).toEqual([
    ...['contact.name', 'contact.email', 'contact.phone'],
    ...['name', 'sex', 'birthMonth', 'title', 'degree', 'speciality'].map((field) => `leader.${field}`),
    ...['mobile', 'email', 'idKind', 'idNumber'].map((field) => `leader.${field}`),
    ...['projectContact.name', 'projectContact.mobile'],
    ...['senior', 'intermediate', 'junior', 'other'].map((field) => `headCount.${field}`),
    ...['stage', 'technologySource', 'industryField', 'outcomeForms', 'outcomeLevel', 'industrialisation', 'platform'],
  ])
  expect(missing({}, 'attachments')).toHaveLength(
    new Set(fullForm().attachments.items.map((row) => row.requirement)).size,
  )
})

test.each<[SectionName, Form, string[]]>([
  [
    'indicators',
    { ...fullForm(), indicators: { ...fullForm().indicators, economic: [], economicBasis: null, resultsNote: null } },
    [],
  ],
  ['indicators', { ...fullForm(), indicators: { ...fullForm().indicators, economicBasis: null } }, ['economicBasis']],
  [
    'basics',
    { ...fullForm(), basics: { ...fullForm().basics, partners: [{ key: 'b1' }] } },
    ['name', 'kind', 'creditCode'].map((field) => `partners.0.${field}`),
  ],
  [
    'declarations',
    { ...fullForm(), declarations: { ...fullForm().declarations, recusalInstitution: { name: '虚构' } } },
    ['recusalInstitution.reason'],
  ],
  [
    'declarations',
    { ...fullForm(), declarations: { ...fullForm().declarations, recusalInstitution: null, commitment: null } },
    ['commitment'],
  ],
  [
    'budget',
    budgetWith({ equipmentNote: null, operationsNote: null, labourNote: null }),
    ['equipmentNote', 'operationsNote', 'labourNote'],
  ],
  ['budget', budgetWith({ fundingSources: [] }), ['fundingSources']],
  ['budget', budgetWith({ labour: { specialFunds: '0.00' }, labourNote: null }), ['labour.selfRaised', 'labourNote']],
  [
    'budget',
    budgetWith({
      equipment: { specialFunds: '0.00', selfRaised: '0.00' },
      ...{ purchasedEquipment: null, equipmentNote: null, equipmentItems: null, fundingSources: null },
      operations: { specialFunds: '5.00', selfRaised: '0.00' },
      labour: { specialFunds: '0.00', selfRaised: '0.00' },
      ...{ labourNote: null, indirect: { specialFunds: '0.00', selfRaised: '0.00' } },
      annualPlan: [{ key: 'y1', year: 2027, specialFunds: '5.00', selfRaised: '0.00' }],
    }),
    [],
  ],
])('%s asks for what the rest of it calls for', (section, form, paths) => {
  expect(missing(form, section)).toEqual(paths)
})

test('a missing field is named as it is printed, with its group and row, in both languages', () => {
  const { sections } = formCompleteness({ basics: { partners: [{}] } }, formContext)
  const labels = sections[1]?.missing.map(({ label }) => [label['zh-CN'], label.en])
  expect(labels).toContainEqual(['合作单位（第 1 行）：单位名称', 'partner organisations (row 1): name'])
  expect(labels).toContainEqual(['项目负责人：证件号码', 'project leader: number of the document'])
})

test('an error keeps a section from being done, a warning does not', () => {
  const form = fullForm()
  form.budget.fundingSources[0] = { ...form.budget.fundingSources[0], amount: '1.00' } as never
  form.opinion.legalRepresentative = '虚构某'
  const { done, sections } = formCompleteness(form, formContext)
  const of = (name: SectionName) => sections.find(({ section }) => section === name)
  expect(done).toBe(false)
  expect(of('budget')).toMatchObject({
    done: false,
    missing: [],
    errors: [{ code: 'SOURCES_DIFFER_FROM_SELF_RAISED' }],
  })
  expect(of('opinion')).toMatchObject({ done: true, errors: [], warnings: [{ code: 'LEGAL_REPRESENTATIVE_DIFFERS' }] })
})

/** The form with some of its values taken away, down to the last field. */
function thinned(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) return value.filter(keep).map((item) => thinned(item, keep))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (keep() ? [[name, thinned(inner, keep)]] : [])),
  )
}

test('whatever is left out, half a form is checked without a fault, and what is told stands in it', () => {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (chances, share) => {
        const form = thinned(fullForm(), () => (chances.next().value ?? 0) < share) as Form
        const { done, sections } = formCompleteness(form, formContext)
        for (const { section, missing: fields, errors, warnings } of sections) {
          for (const { path } of [...errors, ...warnings]) expect(path.length, section).toBeGreaterThan(0)
          for (const { path } of fields) expect(valueAt(form[section], path), path.join('.')).toBeUndefined()
        }
        expect(done).toBe(sections.every((section) => section.missing.length + section.errors.length === 0))
      },
    ),
  )
})

/** Undefined for lists without rows, too; attachments that are missing have no row. */
function valueAt(section: unknown, path: readonly string[]): unknown {
  const value = path.reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], section)
  return (Array.isArray(value) && value.length === 0) || path[0] === 'items' ? undefined : value
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkForm,
  fieldLabel,
  fieldsOfSection,
  formCompleteness,
  formOf,
  localDateOf,
  readSection,
  sectionLabel,
  sectionNames,
} from '../../sdk/src/form.js'
import { fullForm } from '../application/full-form.js'
import { type ApplicationService, startApplicationService } from './application-service.js'

const today = localDateOf(new Date('2023-06-01T02:00:00Z'), 'Asia/Shanghai')

describe('labels', () => {
  test('of sections and fields, in both languages', () => {
    expect(sectionLabel('budget', 'zh-CN')).toBe('十二、项目经费预算')
    expect(sectionLabel('budget', 'en')).toBe('12 Budget')
    for (const section of sectionNames) {
      for (const name of Object.keys(fieldsOfSection(section))) {
        expect(fieldLabel(section, name, 'zh-CN')).toMatch(/[一-龥]/)
        expect(fieldLabel(section, name, 'en')).toMatch(/^[a-z\d][^：]+$/)
      }
    }
  })

  test('of what stands in groups and rows, by their places and by their keys', () => {
    const partners = [{ key: 'k1' }, { key: '7' }]
    expect(fieldLabel('basics', 'leader.title', 'zh-CN')).toBe('项目负责人：职称')
    expect(fieldLabel('basics', ['partners', '0', 'creditCode'], 'en')).toBe(
      'partner organisations (row 1): unified social credit code',
    )
    expect(fieldLabel('basics', 'partners.k1.name', 'zh-CN', { partners })).toBe('合作单位（第 1 行）：单位名称')
    expect(fieldLabel('basics', 'partners.7.name', 'zh-CN', { partners })).toBe('合作单位（第 2 行）：单位名称')
    expect(fieldLabel('basics', 'partners.gone.name', 'zh-CN', { partners })).toBe('合作单位：单位名称')
  })

  test('of what this version of the form doesn’t have are its names', () => {
    expect(fieldLabel('cover', 'subtitle.toString', 'en')).toBe('subtitle: toString')
  })
})

describe('checks without a network', () => {
  test('read a section as the service does', () => {
    const content = { title: '  虚构项目 ', startMonth: '2024-13' }
    const { value, issues } = readSection('cover', content, { today, narrativeMaxCharacters: 100 })
    expect(value).toEqual({ title: '虚构项目' })
    expect(issues).toMatchObject([{ code: 'MONTH_MALFORMED', path: ['startMonth'] }])
  })

  let service: ApplicationService
  beforeAll(async () => {
    service = await startApplicationService()
  })
  afterAll(() => service.close())

  test('find in an application that was read what the service’s completeness finds', async () => {
    const { application } = service.client()
    const id = await service.create()
    const { cover, basics, budget, team } = fullForm()
    await application.save('cover', { application: id, revision: 0, content: { ...cover, title: null } })
    await application.save('basics', { application: id, revision: 0, content: basics })
    await application.save('team', { application: id, revision: 0, content: team })
    const annualPlan = budget.annualPlan.slice(1)
    await application.save('budget', { application: id, revision: 0, content: { ...budget, annualPlan } })

    const form = formOf(await application.get(id))
    expect(checkForm(form, { today }).length).toBeGreaterThan(0)
    const here = formCompleteness(form, { today })
    const there = await application.completeness(id)
    for (const [at, { section, missing, errors }] of there.sections.entries()) {
      if (section === 'ATTACHMENTS') continue
      const preview = here.sections[at]
      expect(preview?.missing.map(({ path, label }) => ({ path, label: label.en }))).toEqual(missing)
      const codes = errors.map(({ code }) => code)
      // Without the numbers, the registration and the guideline, fewer checks are made here; none is made up.
      expect(codes).toEqual(expect.arrayContaining(preview?.errors.map(({ code }) => code) ?? []))
    }
    expect(here.sections.flatMap(({ errors }) => errors.map(({ code }) => code))).not.toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sectionNames } from '../../schema/rules/form/form.js'
import { keyOf } from '../application/application-app.js'
import { fullForm } from '../application/full-form.js'
import { type ApplicationService, startApplicationService } from './application-service.js'

let service: ApplicationService
beforeAll(async () => {
  service = await startApplicationService()
})
afterAll(() => service.close())

async function begun(client = service.client()): Promise<string> {
  const result = await client.application.create({ applicant: service.applicant })
  if (result.status !== 'created') throw new Error(JSON.stringify(result.errors))
  return result.application.id
}

describe('an application', () => {
  test('begins, is read whole, and stands in the list', async () => {
    const { application } = service.client()
    const id = await begun()
    expect(await application.get(id)).toMatchObject({
      ...{ id, status: 'DRAFT', title: '', applicant: { id: service.applicant }, guideline: { year: 2024 } },
      cover: { revision: 0, editedAt: null, title: null },
      attachments: { revision: 0, items: [] },
    })
    const other = await begun()
    const listed: string[] = []
    for await (const { id } of application.list({ first: 1 })) listed.push(id)
    expect(listed).toEqual(expect.arrayContaining([id, other]))
    expect(new Set(listed).size).toBe(listed.length)
  })

  test('that the caller doesn’t see is an error with a code', async () => {
    const { application } = service.client()
    await expect(application.get('QXBwbGljYXRpb246bm9uZQ')).rejects.toMatchObject({ codes: ['APPLICATION_UNKNOWN'] })
  })

  test('of an organisation that the caller may not edit for is refused', async () => {
    const account = await service.makeAccount()
    await service.makeMember(account, keyOf(service.applicant))
    const reader = service.client({ account })
    expect(await reader.application.create({ applicant: service.applicant })).toMatchObject({
      status: 'refused',
      errors: [{ path: ['input', 'applicant'] }],
    })
  })

  test('asked for twice with one key begins once', async () => {
    const { application } = service.client()
    const input = { applicant: service.applicant, idempotencyKey: 'sdk-begins-once' }
    const [one, two] = [await application.create(input), await application.create(input)]
    expect(one).toMatchObject({ status: 'created' })
    expect(two).toEqual(one)
  })
})

describe('a save', () => {
  test('of every section of a whole form, each read back and saved again as it was read', async () => {
    const { application } = service.client()
    const id = await begun()
    const form = fullForm()
    for (const section of sectionNames.filter((name) => name !== 'attachments')) {
      const saved = await application.save(section, { application: id, revision: 0, content: form[section] })
      expect(saved, section).toMatchObject({ status: 'saved', revision: 1, section: { revision: 1 } })
      if (saved.status !== 'saved') continue
      const again = await application.save(section, { application: id, revision: 1, content: saved.section })
      expect(again, section).toEqual(saved)
    }
    const read = await application.get(id)
    expect(read).toMatchObject({ title: form.cover.title, cover: form.cover, team: { personnel: { length: 15 } } })
    expect(read.team.personnel[0]?.idNumber).toContain('*')
  })

  test('takes a section that was read, changed in one field', async () => {
    const { application } = service.client()
    const id = await begun()
    await application.save('cover', {
      application: id,
      revision: 0,
      content: { title: '虚构项目', startMonth: '2024-01' },
    })
    const read = await application.get(id)
    const { revision } = read.cover
    const content = { ...read.cover, title: '虚构项目二' }
    expect(await application.save('cover', { application: id, revision, content })).toMatchObject({
      status: 'saved',
      section: { title: '虚构项目二', startMonth: '2024-01' },
    })
  })

  test('that is stale tells what is there now', async () => {
    const { application } = service.client()
    const id = await begun()
    await application.save('grounds', { application: id, revision: 0, content: { text: '甲' } })
    const late = await application.save('grounds', { application: id, revision: 0, content: { text: '乙' } })
    expect(late).toMatchObject({
      status: 'stale',
      current: { revision: 1, text: '甲', editedBy: '测试填报人' },
      errors: [{ code: 'STALE_REVISION' }],
    })
  })

  test('of what can never be right is refused, under the names of the form’s fields', async () => {
    const { application } = service.client()
    const id = await begun()
    const refused = await application.save('basics', {
      ...{ application: id, revision: 0 },
      content: {
        leader: { idKind: 'RESIDENT_ID', idNumber: '110105194912310021' },
        partners: [{ key: 'k1', creditCode: '91350100M000100Y4Z' }],
      },
    })
    expect(refused).toMatchObject({ status: 'refused', fields: { 'leader.idNumber': [expect.any(String)] } })
    if (refused.status !== 'refused') return
    expect(Object.keys(refused.fields).sort()).toEqual(['leader.idNumber', 'partners.0.creditCode'])
    expect(await application.save('grounds', { application: id, revision: 9, content: {} })).toMatchObject({
      status: 'refused',
      fields: { '': [expect.any(String)] },
    })
  })
})

test('completeness tells of every section what is missing and what doesn’t fit, in the caller’s language', async () => {
  const { application } = service.client()
  const id = await begun()
  const content = { startMonth: '2025-01', endMonth: '2024-01' }
  await application.save('cover', { application: id, revision: 0, content })
  const { done, sections } = await application.completeness(id, { locale: 'zh-CN' })
  expect(done).toBe(false)
  expect(sections).toHaveLength(16)
  const cover = sections.find(({ section }) => section === 'COVER')
  expect(cover).toMatchObject({ done: false, missing: [{ path: ['title'], label: '项目名称' }, {}, {}] })
  expect(cover?.errors[0]).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/[一-龥]/) })
})

test('an application is copied, put into the bin, and taken out of it', async () => {
  const { application } = service.client()
  const id = await begun()
  await application.save('cover', { application: id, revision: 0, content: { title: '虚构项目' } })
  const copy = await application.copy(id)
  if (copy.status !== 'created') throw new Error(JSON.stringify(copy.errors))
  expect(copy.application.id).not.toBe(id)
  expect((await application.get(copy.application.id)).cover.title).toBe('虚构项目')

  expect(await application.delete(id)).toMatchObject({ status: 'done', application: { deletedAt: expect.any(String) } })
  const save = await application.save('cover', { application: id, revision: 1, content: {} })
  expect(save).toMatchObject({ status: 'refused', errors: [{ code: 'APPLICATION_DELETED' }] })
  expect(await application.restore(id)).toMatchObject({ status: 'done', application: { deletedAt: null } })
  expect(await application.restore('nothing')).toMatchObject({ status: 'refused', errors: [{}] })
})

test('its history tells who saved what, the newest first', async () => {
  const { application } = service.client()
  const id = await begun()
  await application.save('cover', { application: id, revision: 0, content: { title: '甲' } })
  await application.save('cover', { application: id, revision: 1, content: { title: '乙' } })
  await application.save('grounds', { application: id, revision: 0, content: { text: '论述' } })
  const entries = []
  for await (const entry of application.history({ application: id, section: 'COVER' })) entries.push(entry)
  expect(entries).toMatchObject([
    { section: 'COVER', revision: 2, editedBy: '测试填报人', changes: [{ path: 'title', before: '甲', after: '乙' }] },
    { section: 'COVER', revision: 1, changes: [{ path: 'title', before: null, after: '甲' }] },
  ])
})

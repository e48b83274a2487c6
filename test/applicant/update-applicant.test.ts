import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { keyOf, mutate, registered, registration } from './registrations.js'

let app: AccessApp
let manager: string
let office: string
beforeAll(async () => {
  app = await startAccessApp(() => new Date('2023-06-01T02:00:00Z'))
  manager = await app.makeAccount()
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

/** What `registration` says, as an update of it. */
function update(id: string, changes: object = {}) {
  const { idempotencyKey: _key, city: _city, creditCode: _code, contactPhone: _phone, ...details } = registration()
  return { id, revision: 1, ...details, ...changes }
}

async function verified(changes: object = {}): Promise<string> {
  const id = await registered(app, manager, changes)
  await mutate(app, office, 'verifyApplicant', { id, revision: 1 })
  return id
}

describe('changing an organisation', () => {
  test.each<[string, object]>([
    ['name', { name: '虚构新材有限公司' }],
    ['kind', { kind: 'OTHER' }],
    ['district', { district: '630104' }],
    ['park', { park: 'nanchuan' }],
    ['level', { level: 'MUNICIPAL' }],
    ['legal representative', { legalRepresentative: '测试丁' }],
    ['parent department', { parentDepartment: '虚构局' }],
    ['legal person', { legalPerson: false }],
  ])('another %s has to be verified again', async (_what, change) => {
    const id = await verified()
    const { applicant, errors } = await mutate(app, manager, 'updateApplicant', update(id, change))
    expect(errors).toEqual([])
    expect(applicant).toMatchObject({
      ...change,
      verification: { state: 'PENDING', at: null, note: null },
      revision: 2,
    })
  })

  test('another contact, address or system leaves it verified', async () => {
    const id = await verified({ contactPhone: '13900001234', platforms: [{ kind: 'OTHER', name: '虚构平台' }] })
    const change = {
      registeredAddress: '西宁市城东区虚构路 2 号',
      contactName: '测试戊',
      contactEmail: 'other@example.org',
      contactPhone: '13900005678',
      systems: { researchManagement: true },
      platforms: [
        { kind: 'RESEARCH_BASE', name: '虚构基地' },
        { kind: 'OTHER', name: '虚构平台' },
      ],
    }
    const { applicant } = await mutate(app, manager, 'updateApplicant', update(id, change))
    expect(applicant).toMatchObject({
      contact: { name: '测试戊', email: 'other@example.org', phone: '+86139******78' },
      systems: { researchManagement: true },
      platforms: [{ name: '虚构基地' }, { name: '虚构平台' }],
      verification: { state: 'VERIFIED' },
      revision: 2,
    })
    const without = await mutate(app, manager, 'updateApplicant', update(id, { revision: 2 }))
    expect(without.applicant).toMatchObject({ contact: { phone: '+86139******78' }, platforms: [], revision: 3 })
  })

  test('any change after a refusal asks for verification anew', async () => {
    const id = await registered(app, manager)
    await mutate(app, office, 'refuseApplicant', { id, revision: 1, note: '地址不详' })
    const { applicant } = await mutate(
      app,
      manager,
      'updateApplicant',
      update(id, { registeredAddress: '虚构路 3 号' }),
    )
    expect(applicant?.verification).toEqual({ state: 'PENDING', at: null, note: null })
  })

  test('another district finds another authority; a jurisdiction set by hand stays otherwise', async () => {
    const id = await registered(app, manager)
    const assigned = await mutate(app, office, 'assignJurisdiction', {
      id,
      authority: 'biotech-economy',
      reason: '园区代管',
    })
    expect(assigned.applicant).toMatchObject({ jurisdiction: 'xining/biotech-economy', jurisdictionNote: '园区代管' })
    const renamed = await mutate(app, manager, 'updateApplicant', update(id, { name: '虚构三公司' }))
    expect(renamed.applicant).toMatchObject({ jurisdiction: 'xining/biotech-economy', jurisdictionNote: '园区代管' })
    const moved = await mutate(app, manager, 'updateApplicant', update(id, { revision: 2, district: '630104' }))
    expect(moved.applicant).toMatchObject({ jurisdiction: 'xining/chengxi-science', jurisdictionNote: null })
  })

  test('who changed what another has changed meanwhile is told so, and changes nothing', async () => {
    const id = await registered(app, manager)
    const [one, other] = await Promise.all(
      ['虚构甲公司', '虚构乙公司'].map((name) => mutate(app, manager, 'updateApplicant', update(id, { name }))),
    )
    const [done, stale] = one?.applicant ? [one, other] : [other, one]
    expect(done?.applicant).toMatchObject({ revision: 2 })
    expect(stale).toMatchObject({ applicant: null, errors: [{ code: 'STALE_REVISION', path: ['input', 'revision'] }] })
    expect(stale?.errors[0]?.message).toMatch(/revision 2/)
    const rows = await app.execute('select name, revision from applicant where id = ?', [keyOf(id)])
    expect(rows).toEqual([{ name: done?.applicant?.name, revision: 2 }])
  })

  test('everything that is wrong is told at once, and nothing is changed', async () => {
    const id = await registered(app, manager)
    const change = { name: '', park: 'luna', contactPhone: 'abc', kind: 'PUBLIC_INSTITUTION' }
    const { applicant, errors } = await mutate(app, manager, 'updateApplicant', update(id, change))
    expect(applicant).toBeNull()
    expect(errors.map(({ code, path }) => [code, path[1]])).toEqual([
      ['PHONE_MALFORMED', 'contactPhone'],
      ['TEXT_EMPTY', 'name'],
      ['PARK_UNKNOWN', 'park'],
      ['CREDIT_CODE_OF_OTHER_KIND', 'kind'],
    ])
    expect(await app.execute('select revision from applicant where id = ?', [keyOf(id)])).toEqual([{ revision: 1 }])
  })
})

describe('a jurisdiction set by hand', () => {
  test('needs an authority of the guideline and a reason', async () => {
    const id = await registered(app, manager)
    const { errors } = await mutate(app, office, 'assignJurisdiction', { id, authority: 'luna', reason: '' })
    expect(errors).toMatchObject([
      { code: 'AUTHORITY_UNKNOWN', path: ['input', 'authority'] },
      { code: 'TEXT_EMPTY', path: ['input', 'reason'] },
    ])
  })

  test('can be the office itself', async () => {
    const id = await registered(app, manager)
    const { applicant } = await mutate(app, office, 'assignJurisdiction', { id, reason: '争议待定' })
    expect(applicant).toMatchObject({ jurisdiction: null, jurisdictionNote: '争议待定' })
  })
})

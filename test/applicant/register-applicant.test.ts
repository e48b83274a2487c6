import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { madeUpCode, mutate, registered, registration, shownFields } from './registrations.js'

const now = new Date('2023-06-01T02:00:00Z')

let app: AccessApp
let account: string
beforeAll(async () => {
  app = await startAccessApp(() => now)
  account = await app.makeAccount({ name: '测试丙' })
})
afterAll(() => app.close())

describe('registering', () => {
  test('whoever registers an organisation sees it at once, as its first member with all rights', async () => {
    const creditCode = madeUpCode()
    const input = registration({
      creditCode: ` ${creditCode.toLowerCase().slice(0, 8)} ${creditCode.toLowerCase().slice(8)}`,
      contactPhone: '8230515',
      park: '',
      systems: { rdSubLedger: true, ringFencedFunds: false },
      platforms: [
        { kind: 'KEY_LABORATORY', name: '虚构材料重点实验室', level: 'PROVINCIAL', authority: '虚构科技厅' },
        { kind: 'OTHER', name: '虚构中试平台' },
      ],
    })
    const { applicant, errors } = await mutate(app, account, 'registerApplicant', input)
    expect(errors).toEqual([])
    expect(applicant).toEqual({
      id: expect.stringMatching(/^Applicant:/),
      city: 'xining',
      creditCode,
      name: '虚构锂材科技有限公司',
      kind: 'ENTERPRISE',
      level: 'NONE',
      legalPerson: true,
      district: '630102',
      park: null,
      registeredElsewhere: false,
      registeredAddress: '西宁市城东区虚构路 1 号',
      foundedOn: '2015-06-01',
      legalRepresentative: '测试甲',
      contact: { name: '测试乙', email: 'contact@example.org', phone: '+8697******15' },
      parentDepartment: null,
      businessOperations: true,
      partyBranch: false,
      systems: { researchManagement: null, financialManagement: null, rdSubLedger: true, ringFencedFunds: false },
      platforms: [
        { kind: 'KEY_LABORATORY', name: '虚构材料重点实验室', level: 'PROVINCIAL', authority: '虚构科技厅' },
        { kind: 'OTHER', name: '虚构中试平台', level: null, authority: null },
      ],
      jurisdiction: 'xining/chengdong-science',
      jurisdictionNote: null,
      verification: { state: 'PENDING', at: null, note: null },
      revision: 1,
      deactivatedAt: null,
      statusNote: null,
      members: {
        totalCount: 1,
        nodes: [{ name: '测试丙', rights: ['MANAGE', 'EDIT', 'SUBMIT', 'READ'], self: true, leftAt: null }],
      },
    })
  })

  test('the number of the contact stands nowhere in the database', async () => {
    await registered(app, account, { contactPhone: '13987654321' })
    const rows = await app.execute<{ row: string }>('select to_jsonb(applicant)::text as row from applicant')
    expect(rows.filter(({ row }) => row.includes('987654321'))).toEqual([])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { madeUpCode, mutate, registered, registration } from './registrations.js'

const now = new Date('2023-06-01T02:00:00Z')

let app: AccessApp
let account: string
beforeAll(async () => {
  app = await startAccessApp(() => now)
})
afterAll(() => app.close())
// One account may register so many organisations only within an hour.
beforeEach(async () => {
  account = await app.makeAccount({ name: '测试丙' })
})

const counts = async () => {
  const [row] = await app.execute<Record<string, number>>(`select (select count(*)::int from applicant) as applicants,
    (select count(*)::int from member) as members, (select count(*)::int from applicant_platform) as platforms`)
  return row
}

const register =
  'mutation ($input: RegisterApplicantInput!) { registerApplicant(input: $input) { errors { code message path } } }'

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

describe('who verifies', () => {
  test.each<[string, object, string | null]>([
    ['an enterprise: its district', {}, 'xining/chengdong-science'],
    ['an enterprise in a park: the park', { park: 'biotech' }, 'xining/biotech-economy'],
    [
      'a county institution: its district',
      { creditCode: madeUpCode('12'), kind: 'PUBLIC_INSTITUTION', level: 'COUNTY', district: '630121' },
      'xining/datong-science',
    ],
    [
      'a municipal institution, whose department is in no guideline: the office',
      { creditCode: madeUpCode('12'), kind: 'PUBLIC_INSTITUTION', level: 'MUNICIPAL', parentDepartment: '虚构局' },
      null,
    ],
    [
      'a provincial university: the office',
      { creditCode: madeUpCode('12'), kind: 'UNIVERSITY', level: 'PROVINCIAL' },
      null,
    ],
  ])('%s', async (_case, changes, jurisdiction) => {
    const { applicant, errors } = await mutate(app, account, 'registerApplicant', registration(changes))
    expect(errors).toEqual([])
    expect(applicant?.jurisdiction).toBe(jurisdiction)
  })

  test('a code of another province is told to whoever verifies', async () => {
    const creditCode = '91350100M000100Y43'
    const { applicant } = await mutate(app, account, 'registerApplicant', registration({ creditCode }))
    expect(applicant?.registeredElsewhere).toBe(true)
  })
})

describe('what is refused', () => {
  const long = '长'.repeat(501)
  test.each<[object, [code: string, field: string, word: { en: string; zh: string }][]]>([
    [{ creditCode: '123' }, [['CREDIT_CODE_LENGTH', 'creditCode', { en: '18 characters', zh: '18 位' }]]],
    [
      { creditCode: '91350100M000100Y4Z' },
      [['CREDIT_CODE_CHARACTERS', 'creditCode', { en: 'letters except', zh: '不使用' }]],
    ],
    [
      { creditCode: '91310115MA1H8R7C6D' },
      [['CREDIT_CODE_CHECK_DIGIT', 'creditCode', { en: 'check digit', zh: '校验' }]],
    ],
    [{ kind: 'PUBLIC_INSTITUTION' }, [['CREDIT_CODE_OF_OTHER_KIND', 'kind', { en: 'another kind', zh: '单位性质' }]]],
    [
      { creditCode: madeUpCode('92') },
      [['CREDIT_CODE_OF_SOLE_TRADER', 'legalPerson', { en: 'sole trader', zh: '个体工商户' }]],
    ],
    [{ city: 'atlantis' }, [['CITY_UNKNOWN', 'city', { en: 'guidelines', zh: 'guidelines' }]]],
    [{ district: '110101' }, [['DISTRICT_UNKNOWN', 'district', { en: '630102 Chengdong', zh: '630102 城东区' }]]],
    [{ park: 'luna' }, [['PARK_UNKNOWN', 'park', { en: 'dongchuan', zh: '东川' }]]],
    [{ foundedOn: '2023-06-02' }, [['FOUNDED_IN_FUTURE', 'foundedOn', { en: 'future', zh: '晚于今天' }]]],
    [{ foundedOn: '2015-02-30' }, [['DATE_NOT_REAL', 'foundedOn', { en: 'no such day', zh: '没有这一天' }]]],
    [{ name: ' \t ' }, [['TEXT_EMPTY', 'name', { en: 'fill it in', zh: '请填写' }]]],
    [{ registeredAddress: long }, [['TEXT_TOO_LONG', 'registeredAddress', { en: '200', zh: '200' }]]],
    [
      { legalRepresentative: 'a\0b' },
      [['TEXT_NOT_PRINTABLE', 'legalRepresentative', { en: 'printed', zh: '无法显示' }]],
    ],
    [{ contactEmail: 'nobody' }, [['EMAIL_MALFORMED', 'contactEmail', { en: 'e-mail', zh: '邮箱' }]]],
    [
      { contactPhone: '12345' },
      [['PHONE_NOT_ASSIGNED', 'contactPhone', { en: 'No such number', zh: '没有这样的电话' }]],
    ],
    [
      { name: '', contactEmail: '', contactPhone: 'abc', creditCode: '', district: '', foundedOn: '2015/6/1' },
      [
        ['CREDIT_CODE_LENGTH', 'creditCode', { en: '18', zh: '18' }],
        ['PHONE_MALFORMED', 'contactPhone', { en: 'not a phone number', zh: '电话号码' }],
        ['TEXT_EMPTY', 'name', { en: 'empty', zh: '不能为空' }],
        ['DISTRICT_UNKNOWN', 'district', { en: 'no district', zh: '县（区）' }],
        ['DATE_MALFORMED', 'foundedOn', { en: 'year-month-day', zh: '年-月-日' }],
        ['EMAIL_MALFORMED', 'contactEmail', { en: 'e-mail', zh: '邮箱' }],
      ],
    ],
  ])('%j', async (changes, expected) => {
    const before = await counts()
    for (const [language, word] of [
      ['en', 'en'],
      ['zh-CN', 'zh'],
    ] as const) {
      const { applicant, errors } = await mutate(app, account, 'registerApplicant', registration(changes), language)
      expect(applicant).toBeNull()
      expect(errors).toEqual(
        expected.map(([code, field, words]) => ({
          code,
          path: ['input', field],
          message: expect.stringContaining(words[word]),
        })),
      )
    }
    expect(await counts()).toEqual(before)
  })

  test('platforms, each at its place', async () => {
    const platforms = [
      { kind: 'OTHER', name: '虚构平台' },
      { kind: 'OTHER', name: ' 虚构平台 ' },
      { kind: 'KEY_LABORATORY', name: '', authority: '机'.repeat(101) },
    ]
    const { errors } = await mutate(app, account, 'registerApplicant', registration({ platforms }))
    expect(errors).toMatchObject([
      { code: 'PLATFORM_TWICE', path: ['input', 'platforms', '1', 'name'] },
      { code: 'TEXT_EMPTY', path: ['input', 'platforms', '2', 'name'] },
      { code: 'TEXT_TOO_LONG', path: ['input', 'platforms', '2', 'authority'] },
    ])
    const many = Array.from({ length: 51 }, (_, n) => ({ kind: 'OTHER', name: `虚构平台 ${n}` }))
    expect((await mutate(app, account, 'registerApplicant', registration({ platforms: many }))).errors).toMatchObject([
      { code: 'TOO_MANY_PLATFORMS', path: ['input', 'platforms'] },
    ])
  })

  test('whoever isn’t signed in, or has not confirmed his address', async () => {
    const answer = await app.askAs(null, register, { input: registration() })
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    const unconfirmed = await app.makeAccount({ emailVerified: false })
    const { errors } = await mutate(app, unconfirmed, 'registerApplicant', registration())
    expect(errors).toMatchObject([{ code: 'EMAIL_NOT_VERIFIED', path: [] }])
  })
})

describe('a code that is taken', () => {
  test('whom to ask is told, and never who has it', async () => {
    const creditCode = madeUpCode()
    await registered(app, account, { creditCode, name: '虚构保密有限公司', contactName: '测试保密' })
    const other = await app.makeAccount()
    for (const language of ['zh-CN', 'en']) {
      const { applicant, errors } = await mutate(
        app,
        other,
        'registerApplicant',
        registration({ creditCode, name: '' }),
        language,
      )
      expect(applicant).toBeNull()
      expect(errors.map(({ code }) => code)).toEqual(['CREDIT_CODE_TAKEN', 'TEXT_EMPTY'])
      expect(errors[0]?.path).toEqual(['input', 'creditCode'])
      expect(errors[0]?.message).toMatch(/0971-3922117/)
      expect(errors[0]?.message).toMatch(language === 'en' ? /manager/ : /管理员/)
      expect(JSON.stringify(errors)).not.toMatch(/保密/)
    }
  })

  test('of 50 registrations at once one is made, and the others leave nothing behind', async () => {
    const creditCode = madeUpCode()
    const accounts = await Promise.all(Array.from({ length: 50 }, () => app.makeAccount()))
    const before = await counts()
    const platforms = [{ kind: 'OTHER', name: '虚构平台' }]
    const answers = await Promise.all(
      accounts.map((who) => mutate(app, who, 'registerApplicant', registration({ creditCode, platforms }))),
    )
    const made = answers.filter(({ applicant }) => applicant !== null)
    expect(made).toHaveLength(1)
    const refused = answers.filter(({ applicant }) => applicant === null)
    expect(refused.map(({ errors }) => errors.map(({ code }) => code))).toEqual(
      Array.from({ length: 49 }, () => ['CREDIT_CODE_TAKEN']),
    )
    const after = await counts()
    expect(after).toEqual({
      applicants: (before?.applicants ?? 0) + 1,
      members: (before?.members ?? 0) + 1,
      platforms: (before?.platforms ?? 0) + 1,
    })
    const kept = 'select count(*)::int as kept from answered_request where account_id in (?)'
    expect(await app.execute(kept, [accounts])).toEqual([{ kept: 1 }])
  })
})

describe('a repeated request', () => {
  test('gets the first answer and registers nothing', async () => {
    const input = registration()
    const [first, second] = await Promise.all([
      mutate(app, account, 'registerApplicant', input),
      mutate(app, account, 'registerApplicant', input),
    ])
    expect(first?.errors).toEqual([])
    expect(second).toEqual(first)
    expect(await mutate(app, account, 'registerApplicant', input)).toEqual(first)
  })

  test('with another input under the same key it is refused', async () => {
    const input = registration()
    await mutate(app, account, 'registerApplicant', input)
    const { applicant, errors } = await mutate(app, account, 'registerApplicant', { ...input, name: '虚构二公司' })
    expect(applicant).toBeNull()
    expect(errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }])
  })
})

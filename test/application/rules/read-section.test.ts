import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorCodes } from '../../../schema/error-codes.js'
import type { FormField } from '../../../schema/rules/form/field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName, sectionNames } from '../../../schema/rules/form/form.js'
import { readSection } from '../../../schema/rules/form/read-section.js'
import { localDate } from '../../../schema/rules/local-date.js'

const options = { today: localDate('2026-11-23'), areaCode: '0971', narrativeMaxCharacters: 20 }

function read(section: SectionName, input: unknown) {
  return readSection(section, input as object, options)
}

/** Codes with the paths that they stand at, such as `partners.0.creditCode KEY_TWICE`. */
function issuesOf(section: SectionName, input: unknown): string[] {
  return read(section, input).issues.map(({ code, path }) => `${path.join('.')} ${code}`)
}

test.each<[SectionName, unknown, unknown]>([
  ['cover', { title: ' 虚构\t项目 ', startMonth: ' 2027-01 ' }, { title: '虚构 项目', startMonth: '2027-01' }],
  ['cover', { title: 'e\u0301' }, { title: 'é' }],
  ['cover', { title: ' ', category: '\u200e', direction: null, unknown: 1 }, {}],
  ['grounds', { text: '\r\n\n  一\r\n二  \n三\u2028四 \n \n' }, { text: '  一\n二  \n三\n四' }],
  ['grounds', { text: ' \n'.repeat(30) }, {}],
  ['grounds', { text: '𠮷'.repeat(20) }, { text: '𠮷'.repeat(20) }],
  ['basics', { contact: { name: '', email: ' Ke@Example.ORG ' } }, { contact: { email: 'Ke@example.org' } }],
  [
    'basics',
    { contact: { name: ' ' }, partners: [], outcomeForms: [], industrialisation: false },
    { industrialisation: false },
  ],
  [
    'basics',
    { contact: { phone: '139 1234 5678', fax: '8230515' } },
    { contact: { phone: '+8613912345678', fax: '8230515' } },
  ],
  ['basics', { contact: { phone: '0971-8230515-802' } }, { contact: { phone: '+869718230515;ext=802' } }],
  ['basics', { contact: { phone: ' +86139****78 ' } }, { contact: { phone: '+86139****78' } }],
  [
    'basics',
    { leader: { idKind: 'RESIDENT_ID', idNumber: '11010519491231002x ' } },
    { leader: { idKind: 'RESIDENT_ID', idNumber: '11010519491231002X' } },
  ],
  [
    'basics',
    { leader: { idKind: 'RESIDENT_ID', idNumber: '11***************X' } },
    { leader: { idKind: 'RESIDENT_ID', idNumber: '11***************X' } },
  ],
  ['basics', { leader: { idNumber: '110105 19491231 002x' } }, { leader: { idNumber: '11010519491231002X' } }],
  [
    'basics',
    { partners: [{ creditCode: '91350100m000100y43' }, { key: 'b-1' }] },
    { partners: [{ creditCode: '91350100M000100Y43' }, { key: 'b-1' }] },
  ],
  ['basics', { outcomeForms: ['REPORT', 'PRODUCT'] }, { outcomeForms: ['PRODUCT', 'REPORT'] }],
  [
    'budget',
    { equipment: { specialFunds: '1234.5', selfRaised: '0' } },
    { equipment: { specialFunds: '1234.50', selfRaised: '0.00' } },
  ],
  ['indicators', { technical: [{ quantity: ' -40.5 ' }] }, { technical: [{ quantity: '-40.5' }] }],
  [
    'budget',
    { annualPlan: [{ year: 2027 }, { year: 2028 }, {}, {}] },
    { annualPlan: [{ year: 2027 }, { year: 2028 }, {}, {}] },
  ],
])('%s: %j is read as %j, and that as itself', (section, input, value) => {
  const reading = read(section, input)
  expect(reading).toEqual({ value, issues: [] })
  expect(read(section, reading.value)).toEqual(reading)
})

test.each<[SectionName, unknown, string[]]>([
  ['cover', { title: '长'.repeat(101) }, ['title TEXT_TOO_LONG']],
  ['cover', { title: 'a\0b' }, ['title TEXT_NOT_PRINTABLE']],
  ['cover', { title: 'a\ud800' }, ['title TEXT_NOT_PRINTABLE']],
  ['cover', { title: 7 }, ['title FIELD_TYPE']],
  [
    'cover',
    { startMonth: '2027-13', endMonth: '3027-01' },
    ['startMonth MONTH_MALFORMED', 'endMonth MONTH_OUT_OF_RANGE'],
  ],
  ['grounds', { text: '长'.repeat(21) }, ['text TEXT_TOO_LONG']],
  ['grounds', { text: 'é'.repeat(100_000) }, ['text TEXT_TOO_LONG']],
  ['grounds', { text: 'a\0b' }, ['text TEXT_NOT_PRINTABLE']],
  ['grounds', { text: '\udc00' }, ['text TEXT_NOT_PRINTABLE']],
  ['grounds', { text: '<b>x</b>' }, ['text NARRATIVE_HTML']],
  ['grounds', [], [' FIELD_TYPE']],
  ['basics', { contact: '', partners: {} }, ['contact FIELD_TYPE', 'partners FIELD_TYPE']],
  [
    'basics',
    { contact: { email: 'keji@', phone: '12', fax: '1' } },
    ['contact.email EMAIL_MALFORMED', 'contact.phone PHONE_NOT_ASSIGNED', 'contact.fax PHONE_MALFORMED'],
  ],
  [
    'basics',
    { leader: { idKind: 'RESIDENT_ID', idNumber: '110105194912310021', birthMonth: '1949' } },
    ['leader.birthMonth MONTH_MALFORMED', 'leader.idNumber ID_NUMBER_CHECK_DIGIT'],
  ],
  ['basics', { leader: { idKind: 'PASSPORT', idNumber: '11010519491231002X' } }, ['leader.idNumber ID_NUMBER_FORMAT']],
  [
    'basics',
    { leader: { sex: 'X', idNumber: '1'.repeat(31) } },
    ['leader.sex CHOICE_UNKNOWN', 'leader.idNumber TEXT_TOO_LONG'],
  ],
  ['basics', { leader: { idNumber: `1${'*'.repeat(100)}` } }, ['leader.idNumber TEXT_TOO_LONG']],
  [
    'basics',
    { partners: [{ creditCode: '91350100M000100Y4Z' }, { creditCode: '1' }] },
    ['partners.0.creditCode CREDIT_CODE_CHARACTERS', 'partners.1.creditCode CREDIT_CODE_LENGTH'],
  ],
  [
    'basics',
    { partners: [{ creditCode: '91350100M000100Y43' }, {}, { creditCode: ' 91350100m000100y43' }] },
    ['partners.2.creditCode PARTNER_TWICE'],
  ],
  ['basics', { partners: Array(6).fill({}) }, ['partners LIST_TOO_LONG']],
  [
    'basics',
    { partners: [null, { key: 'a b' }, { key: 'x' }, { key: 'x' }, { key: 'x'.repeat(65) }] },
    [
      'partners.0 FIELD_TYPE',
      'partners.1.key KEY_MALFORMED',
      'partners.4.key KEY_MALFORMED',
      'partners.3.key KEY_TWICE',
    ],
  ],
  [
    'basics',
    { headCount: { senior: -1, junior: 1.5, other: 1e9 } },
    ['headCount.senior NEGATIVE_COUNT', 'headCount.junior FIELD_TYPE', 'headCount.other NUMBER_OUT_OF_RANGE'],
  ],
  ['basics', { outcomeForms: ['PRODUCT', 'PRODUCT'] }, ['outcomeForms CHOICE_TWICE']],
  [
    'basics',
    { outcomeForms: ['GOLD'], stage: 'PRODUCT', platform: 'yes' },
    ['stage CHOICE_UNKNOWN', 'outcomeForms CHOICE_UNKNOWN', 'platform FIELD_TYPE'],
  ],
  ['team', { personnel: Array(16).fill({}) }, ['personnel LIST_TOO_LONG']],
  ['team', { personnel: [{ age: 151 }] }, ['personnel.0.age NUMBER_OUT_OF_RANGE']],
  [
    'indicators',
    { technical: ['≥95', '1,000', '9'.repeat(13), '1.2345678', '１'].map((quantity) => ({ quantity })) },
    [0, 1, 2, 3, 4].map((i) => `technical.${i}.quantity QUANTITY_MALFORMED`),
  ],
  [
    'budget',
    { equipment: { specialFunds: '-1', selfRaised: '1.234' }, labour: { specialFunds: '1,000', selfRaised: '1e3' } },
    [
      'equipment.specialFunds NEGATIVE_AMOUNT',
      'equipment.selfRaised AMOUNT_TOO_PRECISE',
      'labour.specialFunds AMOUNT_HAS_SEPARATORS',
      'labour.selfRaised AMOUNT_MALFORMED',
    ],
  ],
  [
    'budget',
    { annualPlan: [{ year: 27 }, { year: 2027 }, { year: 2027 }] },
    ['annualPlan.0.year NUMBER_OUT_OF_RANGE', 'annualPlan.2.year YEAR_TWICE'],
  ],
])('%s: %j has %j', (section, input, issues) => {
  expect(issuesOf(section, input)).toEqual(issues)
})

test('without an area code a local number is refused', () => {
  const { areaCode: _, ...without } = options
  const { issues } = readSection('basics', { contact: { phone: '8230515' } }, without)
  expect(issues).toMatchObject([{ code: 'PHONE_NEEDS_AREA_CODE', path: ['contact', 'phone'] }])
})

test('no message repeats a value, and both languages say something', () => {
  const secret = '1101051949123100'
  const { issues } = read('basics', {
    leader: { idKind: 'RESIDENT_ID', idNumber: `${secret}99`, mobile: secret, email: secret, sex: secret },
    partners: [{ creditCode: `${secret}AA`, key: `${secret} `, kind: secret }],
  })
  expect(issues.length).toBeGreaterThan(4)
  for (const { message } of issues) {
    expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
    expect(message.en).toMatch(/^[A-Z]/)
    expect(JSON.stringify(message)).not.toContain(secret)
  }
})

test('blanks by the hundred thousand take no time', () => {
  const started = performance.now()
  const text = `${'一 \n'.repeat(10)}${' '.repeat(20_000)}一${' \n'.repeat(150_000)}`
  readSection('grounds', { text }, { ...options, narrativeMaxCharacters: 100_000 })
  expect(performance.now() - started).toBeLessThan(500)
})

/** Anything that JSON or JavaScript can put into a field, and what is nearly right. */
const junk = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '2027-01', '1.50', '8230515', '11010519491231002x', 'RESIDENT_ID', 'OTHER', 3, -1, true, []),
)

/** A section with junk in its fields, and in the fields of its rows and groups. */
function junkFor(fields: Readonly<Record<string, FormField>>): fc.Arbitrary<object> {
  const values = Object.entries(fields).map(([name, { type }]) => {
    if (typeof type !== 'object') return [name, junk] as const
    const inner = junkFor(fieldsOfRow('one' in type ? type.one : type.list))
    return [name, fc.oneof(junk, 'one' in type ? inner : fc.array(inner, { maxLength: 7 }))] as const
  })
  return fc.record(Object.fromEntries(values), { requiredKeys: [] })
}

test.each(sectionNames)(
  'whatever is put into section %s, what is read is read again as it is, and JSON keeps it',
  (section) => {
    fc.assert(
      fc.property(junkFor(fieldsOfSection(section)), (input) => {
        const { value, issues } = read(section, input)
        for (const { code, path } of issues) {
          expect(errorCodes, code).toHaveProperty(code)
          expect(path.length).toBeGreaterThan(0)
        }
        const kept = JSON.parse(JSON.stringify(value))
        expect(kept).toEqual(value)
        expect(JSON.stringify(value)).not.toMatch(/\\u0000|\\ud[89a-f]/)
        const again = read(section, kept)
        expect(again.value).toEqual(value)
        // Rows that are one too many, or the same twice, are told again; nothing else is.
        const repeated = ['LIST_TOO_LONG', 'KEY_TWICE', 'PARTNER_TWICE', 'YEAR_TWICE']
        expect(again.issues.filter(({ code }) => !repeated.includes(code))).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

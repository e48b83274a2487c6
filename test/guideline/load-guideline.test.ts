import { describe, expect, it } from 'vitest'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { placeOf, problemsOf, shown, xiningText, xiningWith } from './xining-file.js'

/** One slip each: what stands in the good file, what stands there instead, the mark at which the problem is shown. */
const slips: readonly (readonly [name: string, good: string, bad: string, mark: string, message: string])[] = [
  ['key misspelt', 'workingDays: 5', 'workingDay: 5', 'workingDay: 5', 'did you mean workingDays?'],
  ['key missing', '  copies: 2\n', '', 'clause: "2.2"\n  workingDays', 'copies is missing'],
  ['key unknown', 'edition: 1\n', 'edition: 1\ncolour: red\n', 'colour: red', 'Unknown key colour; here stand: year,'],
  ['key twice', 'edition: 1\n', 'edition: 1\nedition: 2\n', 'edition: 2', 'stands here twice'],
  ['number for a text', '"0971"', '0971', '0971', 'put it in quotes'],
  ['text for a number', 'workingDays: 5', 'workingDays: five', 'five', 'Write a number here.'],
  ['fraction of a day', 'workingDays: 5', 'workingDays: 5.5', '5.5', 'Write a whole number here.'],
  ['number too small', 'edition: 1\n', 'edition: 0\n', '0\ntitle', 'This must be 1 or more.'],
  ['empty text', 'label: 一（一）1', 'label: ""', '""\n    summary', 'must not be empty'],
  ['English missing', '{ zh-CN: 西宁市, en: Xining }', '{ zh-CN: 西宁市 }', '{ zh-CN: 西宁市 }', 'en is missing'],
  ['comma in a flow mapping', 'en: Xining }', 'en: Xining, Qinghai }', 'Qinghai', 'Unknown key Qinghai'],
  ['enum misspelt', 'fundingModes: [DIRECT]', 'fundingModes: [DIREKT]', 'DIREKT', 'Did you mean DIRECT?'],
  ['level unknown', 'level: WARN', 'level: STOP', 'STOP', 'Write one of BLOCK, WARN, JUDGE, ROUTE.'],
  ['code with capitals', 'code: ganhe,', 'code: Ganhe,', 'Ganhe,', 'A code is lower-case'],
  ['rule id without a dot', 'id: leader.on-staff', 'id: on-staff', 'on-staff', 'A rule id is'],
  ['time zone', 'Asia/Shanghai', 'Asia/Xining', 'Asia/Xining', 'write an IANA name'],
  ['phone', '0971-8230519', '8230519转1', '8230519转1', 'A telephone number is digits'],
  ['list as a key', '  f8.2:', '  ? [f8.2]\n  :', '[f8.2]', 'A key can only be a text'],
  ['clause id malformed', 'f8.2:', 'f-8.2:', 'f-8.2:', 'A clause id looks like'],
  ['unknown clause', 'clause: f15.5', 'clause: f15.9', 'f15.9', 'There is no clause f15.9; did you mean f15.'],
  ['unknown office', 'offices: [rural-social]\n\n', 'offices: [rural]\n\n', 'rural]', 'There is no office rural'],
  ['unknown authority', '[health-commission]', '[health-comission]', 'health-comission', 'mean health-commission?'],
  ['unknown authority in a table', 'ganhe: ganhe-economy', 'ganhe: ganhe-ecology', 'ganhe-ecology', 'no authority'],
  ['unknown category', '[capacity-building]', '[capacity]', 'capacity]', 'There is no category capacity'],
  ['office code twice', 'code: rural-social', 'code: high-tech', 'high-tech\n    name: { zh-CN: 农村', 'used already'],
  [
    'desk with an office code',
    'code: general-office',
    'code: high-tech',
    'high-tech\n    name: { zh-CN: 市科',
    'used already',
  ],
  ['direction code twice', 'code: salt-lake', 'code: dual-carbon', 'dual-carbon\n        label', 'used already'],
  [
    'rule id twice',
    'id: leader.integrity',
    'id: applicant.integrity',
    'applicant.integrity\n    clause: "1.4.1"\n    level: BLOCK\n    title: { zh-CN: 项目',
    'used already',
  ],
  [
    'decidable without a rule',
    'label: 一（四）2\n',
    'label: 一（四）2\n    decidable: true\n',
    'true\n    summary:\n      zh-CN: 网上',
    'no rule cites it',
  ],
  [
    'rule on a clause that decides nothing',
    '    clause: a1.3\n    level',
    '    clause: a1.4\n    level',
    'a1.4\n    level',
    'write decidable: true there',
  ],
  ['window that closes first', '2023-07-14 17:00', '2023-05-14 17:00', '2023-05-14 17:00', 'closes before it opens'],
  ['day that does not exist', '2023-07-14 17:00', '2023-06-31 17:00', '2023-06-31 17:00', 'There is no such day'],
  ['hour with an offset', '2023-07-14 17:00', '2023-07-14T17:00:00+08:00', '2023-07-14T17', 'without an offset'],
  ['window without an end', '    closes: 2023-07-14 17:00\n', '', 'code: window-2024', 'A window needs closes'],
  [
    'pool with an end',
    'kind: ALL_YEAR',
    'kind: ALL_YEAR\n    closes: 2023-12-31 17:00',
    'closes: 2023-12-31',
    'has no closes',
  ],
  ['no pool', 'kind: ALL_YEAR', 'kind: WINDOW', '- code: window-2024', 'exactly one entry with kind: ALL_YEAR'],
  ['month that does not exist', '[2023-08]', '[2023-13]', '2023-13', 'not in the form year-month'],
  ['range upside down', 'min: "1000000.00"', 'min: "6000000.00"', '"6000000.00"', 'more than the most'],
  ['three decimals', 'max: "5000000.00"', 'max: "5000000.001"', '"5000000.001"', 'At most 2 decimals'],
  ['amount with separators', 'max: "5000000.00"', 'max: "5,000,000.00"', '"5,000,000.00"', 'thousands separators'],
  ['amount not quoted', 'value: "500000.00"', 'value: 500000.00', '500000.00', 'an amount in quotes'],
  ['parameter with a fraction', '    value: 2\n', '    value: 0.2\n', '0.2\n', 'instead of 0.2 write 20'],
  ['parameter of another type', 'value: 2022-12-31', 'value: 2022-12-32', '2022-12-32', 'no such day'],
  ['calendar unknown', 'calendar: cn', 'calendar: c', 'c\n\noffices', 'There is no calendar c'],
  [
    'JUDGE with a condition',
    'level: BLOCK\n    title: { zh-CN: 申报单位是',
    'level: JUDGE\n    title: { zh-CN: 申报单位是',
    'require: >-',
    'decided by a person',
  ],
  ['condition missing', '    require: leader.onStaff\n', '', 'id: leader.on-staff', 'needs a condition, require'],
  ['fact unknown', 'leader.onStaff', 'leader.onStuff', 'leader.onStuff', 'onStuff'],
  [
    'parameter unknown',
    '+ 1 <= parameters.maxConcurrentProjects',
    '+ 1 <= parameters.maxProjects',
    'parameters.maxProjects',
    'maxProjects',
  ],
  [
    'expression cut off',
    'require: leader.onStaff',
    'require: leader.onStaff &&',
    '\n    fix:\n      zh-CN: 请由在职人员',
    "can't be read",
  ],
  [
    'expression that gives a number',
    'require: leader.onStaff',
    'require: size(partners)',
    'size(partners)\n    fix',
    'bool, not int',
  ],
  [
    'amount compared with a number',
    'selfRaised > wan(0) # [A]',
    'selfRaised > 0 # [A]',
    'budget.expenditure.selfRaised > 0 #',
    'money',
  ],
  [
    'unknown district in a table',
    '"630123": huangyuan-science',
    '"630124": huangyuan-science',
    '"630124": huangyuan',
    'no 630124 in city.districts',
  ],
  [
    'fact of a route is no text',
    'fact: applicant.park',
    'fact: applicant.legalPerson',
    'applicant.legalPerson\n        codes',
    'string, not bool',
  ],
  ['tab', '  copies: 2', '\tcopies: 2', '\tcopies', 'spaces, not with tabs'],
  ['quote left open', 'require: leader.onStaff', 'require: "leader.onStaff', '', 'character is missing'],
  ['colon in a text', 'zh-CN: 按通知原文录入的首版。', 'zh-CN: 首版: 按通知原文', '首版: 按', 'contains a colon'],
]

describe('a slip in a guideline file', () => {
  it.each(slips)('%s', (_name, good, bad, mark, message) => {
    const text = xiningWith(good, bad)
    const loaded = loadGuideline(text, 'x.yaml')
    const problems = shown(loaded)
    const found = problems.filter((problem) => problem.includes(message))
    expect(found, problems.join('\n')).not.toEqual([])
    for (const problem of loaded.ok ? [] : loaded.problems) expect(problem.message['zh-CN']).toMatch(/\p{Script=Han}/u)
    if (mark) expect(found[0]?.split(' ')[0], found[0]).toBe(placeOf(text, mark))
  })
})

describe('loading', () => {
  it('reports slips of every kind at once, in the order of the file', () => {
    let text = xiningWith('workingDays: 5', 'workingDays: "5"')
    for (const [good, bad] of [
      ['areaCode: "0971"', 'areaCode: 971'],
      ['offices: [rural-social]\n    priorities', 'offices: [rural]\n    priorities'],
      ['2023-07-14 17:00', '2023-04-14 17:00'],
      ['require: leader.onStaff', 'require: leader.onStuff && applicant.kind == 3'],
    ] as const) {
      expect(text).toContain(good)
      text = text.replace(good, bad)
    }
    const paths = problemsOf(text).map((problem) => problem.split(' ')[1])
    expect(paths).toEqual([
      'city.areaCode:',
      'calls[0].closes:',
      'paper.workingDays:',
      'categories[3].offices[0]:',
      'rules[7].require:',
      'rules[7].require:',
    ])
  })

  it('warns of a parameter that no rule uses', () => {
    const text = xiningWith(
      'parameters:\n',
      'parameters:\n  spare: { value: 1, clause: "1.2", note: { zh-CN: 备用, en: spare } }\n',
    )
    const loaded = loadGuideline(text, 'x.yaml')
    expect(loaded.ok).toBe(true)
    expect(shown(loaded)).toEqual([
      `${placeOf(text, 'spare:')} parameters.spare: No rule uses the parameter spare; write parameters.spare in a rule, or remove it.`,
    ])
  })

  it('points into expressions however they are quoted and folded', () => {
    const wrong = 'leader.onStuff'
    for (const written of [
      `require: true && ${wrong}`,
      `require: "\\"a\\" != '\\u0062' && ${wrong}"`,
      `require: '''a'' != "b" && ${wrong}'`,
      `require: |\n      true\n        && ${wrong}`,
      `require: >-\n      true &&\n\n      ${wrong}`,
      `require: true\n      && ${wrong}`,
    ]) {
      const text = xiningWith('require: leader.onStaff', written)
      expect(problemsOf(text)[0], written).toMatch(`${placeOf(text, wrong)} rules[7].require: `)
    }
  })

  it('tells of a misspelt key once, and not of the one meant as missing', () => {
    expect(problemsOf(xiningWith('workingDays: 5', 'workingDay: 5'))).toHaveLength(1)
  })

  it('keeps keys as they are written, quoted or not', () => {
    const clause = '{ label: 二, summary: { zh-CN: 略, en: left out } }'
    const loaded = loadGuideline(
      xiningWith('clauses:\n', `clauses:\n  1.10: ${clause}\n  "1.20": ${clause}\n`),
      'x.yaml',
    )
    expect(shown(loaded)).toEqual([])
    expect(loaded.ok && loaded.edition.clauses.slice(0, 2).map(({ id }) => id)).toEqual(['1.10', '1.20'])
  })

  it('refuses what would only keep the parser busy', () => {
    expect(problemsOf(`a: &a [1]\nb: *a\nc: *a\n`)).toEqual(
      expect.arrayContaining([expect.stringContaining('2:4 : Write the content out here instead of the alias *a.')]),
    )
    expect(problemsOf(`${'#'.repeat(600_000)}`)).toEqual([expect.stringContaining('more than 500000 characters')])
    expect(problemsOf('['.repeat(100_000))).toEqual([expect.stringContaining('nested too deeply')])
  })

  it('says what is missing from an empty file, a list and a text', () => {
    expect(problemsOf('')).toEqual(['1:1 : Write a mapping of keys to values here.'])
    expect(problemsOf('- 1')).toEqual(['1:1 : Write a mapping of keys to values here.'])
    expect(problemsOf('city: xining').length).toBeGreaterThan(10)
  })

  it('is quick: at its best of five under 100 ms of processor time', () => {
    const times = Array.from({ length: 5 }, () => {
      const began = process.cpuUsage()
      loadGuideline(xiningText, 'x.yaml')
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})

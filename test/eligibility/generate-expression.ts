import fc from 'fast-check'

const day = 'date("2020-06-01")'
const macro = fc.constantFrom('all', 'exists', 'exists_one')
const compare = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const count = fc.oneof(
  fc.constantFrom('applicant.ongoingProjects', 'leader.ongoingProjects', 'size(partners)', 'personnel.size()'),
  fc.integer({ min: -2, max: 3 }).map(String),
)
const amount = fc.constantFrom(
  'budget.expenditure.total',
  'budget.direct.specialFunds',
  'budget.indirect.selfRaised',
  'wan(1)',
  'yuan(500000)',
  '-yuan(1)',
)
const time = fc.constantFrom('applicant.foundedOn', 'leader.birthDate', 'project.endsOn', day)

const flags = fc.constantFrom(
  'applicant.legalPerson',
  'leader.onStaff',
  'declarations.confidential',
  'true',
  'false',
  'applicant.kind == "ENTERPRISE"',
  'applicant.kind in ["UNIVERSITY", "RESEARCH_INSTITUTE"]',
  'project.stage != "PILOT"',
)
const sum = fc.tuple(count, fc.constantFrom('+', '-', '*'), count).map((parts) => `(${parts.join(' ')})`)
const counts = fc.tuple(fc.oneof(count, sum), compare, fc.oneof(count, sum)).map((parts) => parts.join(' '))
const amounts = fc
  .tuple(amount, fc.constantFrom(' * 3', ' + wan(1)', ' - yuan(2)', ''), compare, amount)
  .map(([a, change, op, b]) => `${a}${change} ${op} ${b}`)
const dates = fc.tuple(time, compare, time).map((parts) => parts.join(' '))
const lists = fc.oneof(
  fc
    .tuple(fc.constantFrom('applicant', 'leader'), macro, compare)
    .map(([of, name, op]) => `${of}.badCreditRecords.${name}(d, d ${op} ${day})`),
  compare.map((op) => `budget.equipmentItems.filter(m, m ${op} yuan(500000)).size() > 1`),
  fc.constantFrom('"licence" in attachments', 'applicant.foundedOn in leader.overdueProjects'),
  fc.constantFrom(
    '[applicant.ongoingProjects, 2].exists(n, n > 1)',
    'partners.filter(p, p.kind == "OTHER").size() == 1',
  ),
)

/** Expressions of the rule language over the facts, in all its operators and macros; all of type bool. */
export const someExpression: fc.Arbitrary<string> = fc.letrec<{ bool: string; atom: string }>((tie) => ({
  bool: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('atom'),
    fc.tuple(tie('bool'), tie('bool')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('bool'), tie('bool')).map(([a, b]) => `(${a} || ${b})`),
    tie('bool').map((a) => `!(${a})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(macro, tie('bool')).map(([name, body]) => `partners.${name}(p, p.integrityBreach || ${body})`),
    fc.tuple(macro, tie('bool')).map(([name, body]) => `personnel.${name}(q, q.birthDate < ${day} && ${body})`),
  ),
  atom: fc.oneof(flags, counts, amounts, dates, lists),
})).bool

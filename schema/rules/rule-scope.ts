import { callKinds } from '../enums.js'
import type { Direction, Edition, Parameter } from './edition.js'
import { contextPlaces, type FieldPlan, factPlan, plannedFacts } from './fact-plan.js'
import type { FactField } from './facts.js'
import { bool, type Domain, date, int, money, type ObjectType, type RuleType } from './rule-type.js'

/** What of an edition the rule language's names and codes come from. */
export type RuleVocabulary = Pick<Edition, 'city' | 'categories' | 'attachments' | 'parameters'>

/** The names that a rule may use: `category`, `direction`, `call`, `asOf`, `parameters`, and the facts. */
export function ruleScope(edition: RuleVocabulary): ObjectType {
  const categories: RuleType = { kind: 'string', domain: { name: 'category', values: codes(edition.categories) } }
  const directions: RuleType = { kind: 'string', domain: { name: 'direction', values: directionCodes(edition) } }
  const kinds: RuleType = { kind: 'string', domain: { name: 'CallKind', values: callKinds } }
  const at = contextPlaces
  return object('', [
    ['category', object('category', [['code', categories, at.category]])],
    [
      'direction',
      object('direction', [
        ['code', directions, at.direction],
        ['category', categories, at.directionCategory],
        ['leaf', bool, at.directionLeaf],
        ['path', { kind: 'list', of: directions }, at.directionPath],
      ]),
    ],
    [
      'call',
      object('call', [
        ['open', bool, at.callOpen],
        ['kind', kinds, at.callKind],
      ]),
    ],
    ['asOf', date, at.asOf],
    [
      'parameters',
      object(
        'parameters',
        edition.parameters.map((parameter, i) => [parameter.name, parameterType(parameter), plannedFacts.length + i]),
      ),
    ],
    ...factPlan.map((planned) => factField(planned, '', edition)),
  ])
}

type NamedField = readonly [name: string, type: RuleType, place?: number]

function object(name: string, fields: readonly NamedField[], listed = false): ObjectType {
  const typed = fields.map(([field, type, place = -1]) => [field, { type, place }] as const)
  return { kind: 'object', name, fields: new Map(typed), listed }
}

function factField(
  { name, field, object: inside, elements, list, of, place }: FieldPlan,
  prefix: string,
  edition: RuleVocabulary,
): NamedField {
  const path = `${prefix}${name}`
  const fields = (plan: readonly FieldPlan[]) => plan.map((planned) => factField(planned, `${path}.`, edition))
  if (inside) return [name, object(path, fields(inside))]
  if (elements) return [name, { kind: 'list', of: object(path, fields(elements), true) }, place]
  const type = scalar(of, field, edition)
  return [name, list ? { kind: 'list', of: type } : type, place]
}

function scalar(type: string, field: FactField, edition: RuleVocabulary): RuleType {
  switch (type) {
    case 'bool':
      return bool
    case 'int':
      return int
    case 'money':
      return money
    case 'date':
      return date
    default:
      return { kind: 'string', domain: domainOf(field, edition) }
  }
}

function domainOf(field: FactField, edition: RuleVocabulary): Domain | undefined {
  if (field.values) return { name: field.values.name, values: field.values.of }
  switch (field.codes) {
    case 'districts':
      return { name: 'district', values: codes(edition.city.districts) }
    case 'parks':
      // The empty text says that the applicant is in no park.
      return { name: 'park', values: ['', ...codes(edition.city.parks)] }
    case 'attachments':
      return { name: 'attachment', values: codes(edition.attachments) }
    default:
      return undefined
  }
}

/** The checker sees files that may hold anything: only texts count as values that a text can have. */
function parameterType({ type, value }: Parameter): RuleType {
  switch (type) {
    case 'BOOL':
      return bool
    case 'INT':
      return int
    case 'MONEY':
      return money
    case 'DATE':
      return date
    case 'STRING':
      return { kind: 'string', literals: typeof value === 'string' ? [value] : [] }
    case 'STRINGS':
      return {
        kind: 'list',
        of: { kind: 'string', literals: Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [] },
      }
  }
}

function codes(named: readonly { readonly code: string }[]): string[] {
  return named.map(({ code }) => code)
}

function directionCodes(edition: RuleVocabulary): string[] {
  const inside = (direction: Direction): string[] => [direction.code, ...direction.children.flatMap(inside)]
  return edition.categories.flatMap((category) => category.directions.flatMap(inside))
}

import { callKinds } from '../enums.js'
import type { Direction, Edition, Parameter } from './edition.js'
import { type FactField, factTypes } from './facts.js'
import { bool, type Domain, date, int, money, type ObjectType, type RuleType } from './rule-type.js'

/** What of an edition the rule language's names and codes come from. */
export type RuleVocabulary = Pick<Edition, 'city' | 'categories' | 'attachments' | 'parameters'>

/** The names that a rule may use: `category`, `direction`, `call`, `asOf`, `parameters`, and the facts. */
export function ruleScope(edition: RuleVocabulary): ObjectType {
  const categories: RuleType = { kind: 'string', domain: { name: 'category', values: codes(edition.categories) } }
  const directions: RuleType = { kind: 'string', domain: { name: 'direction', values: directionCodes(edition) } }
  const kinds: RuleType = { kind: 'string', domain: { name: 'CallKind', values: callKinds } }
  return object('', [
    ['category', object('category', [['code', categories]])],
    [
      'direction',
      object('direction', [
        ['code', directions],
        ['category', categories],
        ['leaf', bool],
        ['path', { kind: 'list', of: directions }],
      ]),
    ],
    [
      'call',
      object('call', [
        ['open', bool],
        ['kind', kinds],
      ]),
    ],
    ['asOf', date],
    [
      'parameters',
      object(
        'parameters',
        edition.parameters.map((parameter) => [parameter.name, parameterType(parameter)]),
      ),
    ],
    ...factFields('Facts', '', edition),
  ])
}

function object(name: string, fields: readonly (readonly [string, RuleType])[]): ObjectType {
  return { kind: 'object', name, fields: new Map(fields) }
}

function factFields(type: keyof typeof factTypes, path: string, edition: RuleVocabulary) {
  return Object.entries<FactField>(factTypes[type]).map(
    ([name, field]) => [name, factType(field, path ? `${path}.${name}` : name, edition)] as const,
  )
}

function factType(field: FactField, path: string, edition: RuleVocabulary): RuleType {
  const { type } = field
  if (typeof type === 'object') {
    const name = 'one' in type ? type.one : type.list
    const of = object(path, factFields(name as keyof typeof factTypes, path, edition))
    return 'one' in type ? of : { kind: 'list', of }
  }
  if (type.startsWith('list<')) return { kind: 'list', of: scalar(type.slice(5, -1), field, edition) }
  return scalar(type, field, edition)
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

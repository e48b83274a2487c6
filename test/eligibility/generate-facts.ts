import fc from 'fast-check'
import { type FactField, type Facts, factTypes } from '../../schema/rules/facts.js'

/** Facts with any of them missing or null; few values of each, so that rules meet their boundaries often. */
export const someFacts: fc.Arbitrary<Facts> = objectOf('Facts') as fc.Arbitrary<Facts>

/** The same facts with some of them forgotten, by one answer of `forgets` after the other. */
export function forget(facts: Facts, forgets: readonly boolean[]): Facts {
  let asked = 0
  const reduced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reduced)
    if (value === null || typeof value !== 'object') return value
    const kept = Object.entries(value).filter(() => !forgets[asked++ % forgets.length])
    return Object.fromEntries(kept.map(([name, inner]) => [name, reduced(inner)]))
  }
  return reduced(facts) as Facts
}

function objectOf(type: string): fc.Arbitrary<unknown> {
  const fields: Record<string, FactField> = (factTypes as Record<string, Record<string, FactField>>)[type] ?? {}
  const known = Object.entries(fields).map(([name, field]) => [name, fc.option(valueOf(field), { freq: 6 })])
  return fc.record(Object.fromEntries(known), { requiredKeys: [] })
}

function valueOf(field: FactField): fc.Arbitrary<unknown> {
  const { type } = field
  if (typeof type === 'object') {
    return 'one' in type ? objectOf(type.one) : fc.array(objectOf(type.list), { maxLength: 3 })
  }
  const scalar = scalarOf(type.replace(/^list<(.*)>$/, '$1'), field)
  return type.startsWith('list<') ? fc.array(scalar, { maxLength: 3 }) : scalar
}

function scalarOf(type: string, field: FactField): fc.Arbitrary<unknown> {
  switch (type) {
    case 'bool':
      return fc.boolean()
    case 'int':
      return fc.nat(3)
    case 'money':
      return fc.constantFrom(
        '0.00',
        '0.01',
        '9999.99',
        '10000.00',
        '10000.01',
        '499999.99',
        '500000',
        '1000000',
        '5000000',
      )
    case 'date':
      return fc.constantFrom('1963-07-10', '2020-05-31', '2020-06-01', '2020-06-02', '2022-12-31', '2023-01-01')
    default:
      return fc.constantFrom(...(field.values?.of ?? ['', 'D1', 'green', 'licence', '630102', 'dongchuan']))
  }
}

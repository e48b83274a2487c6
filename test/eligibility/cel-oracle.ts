import { Environment, EvaluationError } from '@marcbachmann/cel-js'
import { type FactField, type Facts, factTypes } from '../../schema/rules/facts.js'
import { parseMoney } from '../../schema/rules/money.js'

/*
 * The rule language, as the CEL library itself checks and runs it: the oracle for our own evaluator. Ours exists
 * because the library stops at the first missing fact and takes some 5 µs for each (it makes an Error).
 */

class Day {
  constructor(readonly text: string) {}
}

const celTypes: Record<string, string> = { money: 'int', date: 'Day' }
const factTables = Object.entries<Record<string, FactField>>(factTypes)

const environment = new Environment().registerType('Day', Day)
for (const [name, fields] of factTables.toReversed()) {
  if (name === 'Facts') continue
  const typed = Object.entries(fields).map(([field, { type }]) => [field, celType(type)])
  environment.registerType(name, { fields: Object.fromEntries(typed) })
}
for (const [name, { type }] of Object.entries<FactField>(factTypes.Facts)) {
  environment.registerVariable(name, celType(type))
}
environment
  .registerFunction('date(string): Day', (text: string) => new Day(text))
  .registerFunction('wan(int): int', (wan: bigint) => wan * 1_000_000n)
  .registerFunction('yuan(int): int', (yuan: bigint) => yuan * 100n)
  .registerOperator('Day == Day', (a: Day, b: Day) => a.text === b.text)
  .registerOperator('Day < Day', (a: Day, b: Day) => a.text < b.text)
  .registerOperator('Day <= Day', (a: Day, b: Day) => a.text <= b.text)
  .registerOperator('Day > Day', (a: Day, b: Day) => a.text > b.text)
  .registerOperator('Day >= Day', (a: Day, b: Day) => a.text >= b.text)

/** What the CEL library makes of an expression and facts; null when it stops at a missing fact. */
export function evaluateWithCel(source: string, facts: Facts): boolean | null {
  const expression = environment.parse(source)
  const checked = expression.check()
  if (!checked.valid) throw checked.error
  try {
    return expression(convertObject('Facts', facts))
  } catch (error) {
    if (error instanceof EvaluationError && ['no_such_key', 'unknown_variable'].includes(error.code)) return null
    throw error
  }
}

function celType(type: FactField['type']): string {
  if (typeof type === 'object') return 'one' in type ? type.one : `list<${type.list}>`
  const [, of] = /^list<(.*)>$/.exec(type) ?? []
  return of ? `list<${celTypes[of] ?? of}>` : (celTypes[type] ?? type)
}

function convertObject(type: string, value: object): Record<string, unknown> {
  const fields = Object.fromEntries(factTables)[type] ?? {}
  const given = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, convert(field.type, given[name] ?? undefined)]),
  )
}

function convert(type: FactField['type'], value: unknown): unknown {
  if (typeof type === 'object' && 'one' in type) return convertObject(type.one, value ?? {})
  if (value === undefined) return undefined
  if (typeof type === 'object') return (value as object[]).map((item) => convertObject(type.list, item))
  const [, of] = /^list<(.*)>$/.exec(type) ?? []
  return of ? (value as unknown[]).map((item) => convertScalar(of, item)) : convertScalar(type, value)
}

function convertScalar(type: string, value: unknown): unknown {
  if (type === 'int') return BigInt(value as number)
  if (type === 'date') return new Day(value as string)
  if (type !== 'money') return value
  const fen = parseMoney(value as string)
  if (!fen.ok) throw new RangeError('not an amount')
  return fen.value
}

import { getNamedType, getNullableType, isEnumType, isListType } from 'graphql'
import type { Answer } from '../http/ask.js'
import { mayCall } from './check-operations.js'
import { type Checking, digits, leaks } from './check-rows.js'
import { comparedFields } from './compared-fields.js'
import type { Seen } from './expected-rows.js'
import { type ListArgument, listArguments } from './list-arguments.js'
import { type Persona, personas } from './personas.js'

/** Values of a filter that are tried, of those that rows have; and lists that are asked for in one document. */
const enough = 12
const together = 10

/** A list's rows as somebody gets them. */
type Listed = { readonly nodes: readonly { id: string }[]; readonly totalCount: number }

/** One way to ask for a list. */
type Try = { readonly argument: ListArgument; readonly value: unknown; readonly nothing: boolean }

/**
 * Asks for every list by every filter and order as everybody who may, with values of rows that he sees and of rows that he
 * doesn't: he gets none but those that he sees, and what he is shown of them finds them. A personal value finds nothing but where the
 * table says so, and a part of one never. Gives what is wrong, in sentences.
 */
export async function* checkArguments(checking: Checking): AsyncGenerator<string> {
  const query = checking.service.schema.getQueryType()
  if (!query) return
  const byType = new Map([...checking.seen.values()].map((of) => [of.selection.type, of]))
  const tried = listArguments(query).map((argument) => {
    const of = byType.get(argument.type)
    return { argument, of, tries: of ? [...triesOf(checking, argument, of)] : [] }
  })
  for (const { argument, of, tries } of tried) {
    if (!of || tries.length === 0) {
      yield `${argument.name}: nothing could be tried; give the world rows with values in test/access/world-rows.ts.`
      continue
    }
    for (const persona of personas.filter((persona) => mayCall(persona, `Query.${argument.list}`))) {
      const all = await ask(checking, persona, [{ argument, value: null, nothing: false }])
      const unfiltered = all.data?.l0 as Listed | undefined
      for (let first = 0; first < tries.length; first += together) {
        const some = tries.slice(first, first + together)
        const body = await ask(checking, persona, some)
        yield* judge(checking, persona, some, body, of, unfiltered)
      }
    }
  }
}

function* judge(
  checking: Checking,
  persona: Persona,
  tries: readonly Try[],
  body: Answer['body'],
  of: Seen,
  unfiltered: Listed | undefined,
): Generator<string> {
  for (const { message, path } of body.errors ?? []) yield `${persona.name}: ${message} at ${JSON.stringify(path)}.`
  yield* leaks(checking, persona, body)
  const visible = of.visibleTo(persona)
  const keyOf = ({ id }: { id: string }) => id.slice(of.selection.type.length + 1)
  for (const [i, { argument, value, nothing }] of tries.entries()) {
    const listed = body.data?.[`l${i}`] as Listed | undefined
    if (!listed) continue
    const who = `${persona.name} asking ${argument.name} for ${nothing ? 'what nobody may look for' : JSON.stringify(value)}`
    const got = new Set(listed.nodes.map(keyOf))
    for (const key of got) if (!visible.has(key)) yield `${who}: gets ${key}, which he does not see.`
    if (listed.nodes.length < 100 && listed.totalCount !== got.size)
      yield `${who}: counts ${listed.totalCount} rows, and gets ${got.size}.`
    if (nothing && got.size > 0) yield `${who}: gets ${got.size} rows.`
    if (nothing || !unfiltered || unfiltered.totalCount > unfiltered.nodes.length) continue
    for (const node of unfiltered.nodes) {
      if (isFoundBy(argument, of, keyOf(node), value) && !got.has(keyOf(node)))
        yield `${who}: ${node.id} has it, and isn't found: correct the line in test/access/compared-fields.ts.`
    }
  }
}

/** Whether a row has the very value that a filter compares with. */
function isFoundBy({ name }: ListArgument, of: Seen, key: string, value: unknown): boolean {
  const compared = comparedFields[name]
  if (!compared || !('shown' in compared)) return false
  const wanted = Array.isArray(value) ? value : [value]
  return wanted.includes(of.rows.get(key)?.[compared.shown])
}

/** Values that rows have, seen or not, all values of an enum, and personal values with parts of them. */
function* triesOf({ world, seen }: Checking, argument: ListArgument, of: Seen): Generator<Try> {
  const compared = comparedFields[argument.name]
  const type = getNullableType(argument.takes)
  const inner = getNamedType(type)
  const asGiven = (value: unknown) => (isListType(type) ? [value] : value)
  const tryIt = (value: unknown, nothing = false): Try => ({ argument, value: asGiven(value), nothing })
  if (argument.name.includes('(orderBy.')) {
    for (const direction of ['ASC', 'DESC']) yield { argument, value: direction, nothing: false }
    return
  }
  if (isEnumType(inner)) for (const { value } of inner.getValues().slice(0, enough)) yield tryIt(value)
  if (inner.name === 'Boolean') for (const value of [true, false]) yield tryIt(value)
  if (inner.name === 'ID') {
    for (const { selection, rows } of seen.values())
      for (const key of [...rows.keys()].slice(-2)) yield tryIt(`${selection.type}:${key}`)
  }
  if (!['String', 'LocalDate', 'DateTime', 'Int'].includes(inner.name)) return
  const field = compared && 'shown' in compared ? compared.shown : ''
  const values = [...of.rows.values()].map((row) => row[field])
  const usable = (value: unknown) => typeof value === (inner.name === 'Int' ? 'number' : 'string')
  const isInstant = inner.name === 'DateTime'
  const texts = values.filter(usable).map((value) => (isInstant ? new Date(String(value)).toISOString() : value))
  for (const value of [...new Set(texts)].slice(0, enough)) yield tryIt(value)
  if (inner.name !== 'String') return
  const masked = compared && 'masked' in compared ? compared.masked : null
  for (const { entity, property, value } of world.clearValues) {
    const isMeant = entity === of.selection.entity.name && property === masked
    if (entity === of.selection.entity.name || isMeant) yield tryIt(value, !isMeant)
    if (isMeant)
      for (const part of [value.slice(0, 6), digits(value), value.replace(/.$/, '%')]) yield tryIt(part, true)
  }
  yield tryIt(world.clearValues[0]?.value, true)
  for (const wildcard of ['%', '_', '*']) yield tryIt(`${wildcard}${digits(world.clearValues[0]?.value ?? '')}`, true)
}

function ask({ service }: Checking, persona: Persona, tries: readonly Try[]): Promise<Answer['body']> {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []
  const field = service.schema.getQueryType()?.getFields() ?? {}
  const lists = tries.map(({ argument, value }, i) => {
    const given = value === null ? {} : argument.given(value)
    const passed = Object.entries(given).map(([name, of]) => {
      variables[`${name}${i}`] = of
      const { type } = field[argument.list]?.args.find((arg) => arg.name === name) ?? {}
      declared.push(`$${name}${i}: ${type}`)
      return `${name}: $${name}${i}`
    })
    return `l${i}: ${argument.list}(${['first: 100', ...passed].join(', ')}) { totalCount nodes { __typename id } }`
  })
  const head = declared.length > 0 ? `(${declared.join(', ')})` : ''
  return service.ask(persona, `query ${head} { ${lists.join(' ')} }`, variables)
}

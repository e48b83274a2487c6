import { type GraphQLObjectType, isObjectType } from 'graphql'
import { fields, masked } from '../../server/access/fields.js'
import { everyRow } from '../../server/selection/selection.js'
import type { Answer } from '../http/ask.js'
import type { Seen } from './expected-rows.js'
import type { StoredRow } from './other-conditions.js'
import { type Persona, personas } from './personas.js'
import { isNode, objectsIn, selectAll } from './select-fields.js'
import type { ClearValue, World } from './world.js'
import type { WorldService } from './world-service.js'

export type Checking = {
  readonly service: WorldService
  readonly world: World
  readonly seen: ReadonlyMap<string, Seen>
}

/** Of rows that everybody sees a few tell as much as all. */
const enough = 2
/** Rows asked for in one document. */
const together = 25

const fieldsBefore = { ...fields }

/**
 * Reads every row with all its fields as everybody, by its id, and compares with the access tables. Gives what is wrong, in
 * sentences; none, if all is right.
 */
export async function* checkRows(checking: Checking, entities: Iterable<string>): AsyncGenerator<string> {
  for (const entity of entities) {
    const seen = checking.seen.get(entity)
    const type = checking.service.schema.getType(seen?.selection.type ?? '')
    // What has no id of its own is read with the rows that it belongs to.
    if (!seen || !isObjectType(type) || !isNode(type)) continue
    if (seen.rows.size === 0) yield `There is no row of ${entity} in the world: make some in test/access/world-rows.ts.`
    const keys = [...seen.rows.keys()].slice(0, seen.selection.policy === everyRow ? enough : undefined)
    for (const persona of personas) {
      const lists = new Map<string, number>()
      for (let first = 0; first < keys.length; first += together)
        yield* checkKeys(checking, { entity, type, seen, lists }, persona, keys.slice(first, first + together))
      for (const [list, shown] of lists)
        if (shown === 0) yield `${persona.name}: ${type.name}.${list} is empty for every row, and ought not to be.`
    }
  }
}

/** What is read; `lists` counts rows of lists under a condition, of which it isn't known here what they ought to show. */
type Reading = {
  readonly entity: string
  readonly type: GraphQLObjectType
  readonly seen: Seen
  readonly lists: Map<string, number>
}

async function* checkKeys(
  checking: Checking,
  { entity, type: objectType, seen, lists }: Reading,
  persona: Persona,
  keys: readonly string[],
): AsyncGenerator<string> {
  const { service } = checking
  const { name: type } = objectType
  const all = selectAll(objectType)
  const variables = Object.fromEntries(keys.map((key, i) => [`id${i}`, `${type}:${key}`]))
  const declared = keys.map((_key, i) => `$id${i}: ID!`).join(', ')
  const nodes = keys.map((_key, i) => `n${i}: node(id: $id${i}) { ...All }`).join(' ')
  const body = await service.ask(persona, `query (${declared}) { ${nodes} } fragment All on ${type} ${all}`, variables)
  yield* faults(persona, `reading ${entity}`, body)
  const visible = seen.visibleTo(persona)
  for (const [i, key] of keys.entries()) {
    const node = body.data?.[`n${i}`] as Record<string, unknown> | null | undefined
    const who = `${persona.name} on ${type}:${key}`
    if (!node) {
      if (visible.has(key)) yield `${who}: ought to see it, and doesn't.`
      continue
    }
    if (!visible.has(key)) yield `${who}: sees it, and ought not to.`
    if (node.id !== `${type}:${key}`) yield `${who}: gets ${node.id}.`
    yield* checkMasks(checking.world, entity, type, key, node, who)
    yield* checkRelations(checking, { seen, lists }, key, node, persona, who)
  }
  yield* leaks(checking, persona, body)
}

/** Errors in an answer that has to have none. */
function* faults(persona: Persona, doing: string, { errors = [] }: Answer['body']): Generator<string> {
  for (const { message, path } of errors) yield `${persona.name} ${doing}: ${message} at ${JSON.stringify(path)}.`
}

/** Rows anywhere in an answer that its reader ought not to see, and clear values. */
export function* leaks({ seen, world }: Checking, persona: Persona, { data }: Answer['body']): Generator<string> {
  const byType = new Map([...seen.values()].map((of) => [of.selection.type, of]))
  for (const { type, id } of objectsIn(data)) {
    const of = byType.get(type)
    const key = id.slice(type.length + 1)
    if (of?.rows.has(key) && !of.visibleTo(persona).has(key)) yield `${persona.name}: an answer shows him ${id}.`
  }
  const text = JSON.stringify(data ?? null)
  for (const { entity, key, property, value } of world.clearValues)
    if (text.includes(digits(value))) yield `${persona.name}: an answer has ${property} of ${entity} ${key} in clear.`
}

/** What of a value no mask shows. */
export function digits(value: string): string {
  return value.slice(-8)
}

function* checkMasks(
  { clearValues }: World,
  entity: string,
  type: string,
  key: string,
  node: Readonly<Record<string, unknown>>,
  who: string,
): Generator<string> {
  const rule = fieldsBefore[type]
  const mine = clearValues.filter((value) => value.entity === entity && value.key === key)
  for (const [field, what] of typeof rule === 'object' ? Object.entries(rule) : []) {
    const shown = node[field]
    if (what !== masked || shown === null || shown === undefined) continue
    if (!String(shown).includes('*')) yield `${who}: ${field} is no mask.`
    if (!mine.some(({ property }) => property === field))
      yield `${who}: the world doesn't say what is behind ${field}: push it to clearValues in test/access/world-rows.ts.`
  }
  for (const { property, value } of mine satisfies ClearValue[])
    if (JSON.stringify(node).includes(digits(value))) yield `${who}: ${property} is shown in clear.`
}

function* checkRelations(
  { seen, service: { model } }: Checking,
  { seen: of, lists }: Pick<Reading, 'seen' | 'lists'>,
  key: string,
  node: Readonly<Record<string, unknown>>,
  persona: Persona,
  who: string,
): Generator<string> {
  const row = of.rows.get(key) as StoredRow
  for (const [name, field] of model.types.get(of.selection.type)?.fields ?? []) {
    if (!(name in node)) continue
    if (field.kind === 'one') {
      const target = seen.get(field.target.entity.name)
      const there = row[field.on.here]
      const visible = there !== null && target?.visibleTo(persona).has(String(there))
      const got = (node[name] as { id?: string } | null)?.id ?? null
      const expected = visible && target ? `${target.selection.type}:${there}` : null
      if (got !== expected) yield `${who}: ${name} is ${got}, and ought to be ${expected}.`
    }
    const list = field.kind === 'connection' ? field.rows : field
    if (list.kind !== 'many' || 'pivot' in list.on) continue
    const target = seen.get(list.target.entity.name)
    if (!target) continue
    const { here, there } = list.on
    const mine = [...target.visibleTo(persona)].filter((other) => target.rows.get(other)?.[there] === row[here])
    const value = node[name] as { nodes: { id: string }[]; totalCount: number } | { id: string }[]
    const got = ('nodes' in value ? value.nodes : value).map(({ id }) => id)
    const ids = mine.map((other) => `${target.selection.type}:${other}`)
    if (list.where !== undefined && ids.length > 0) lists.set(name, (lists.get(name) ?? 0) + got.length)
    if (list.where === undefined && String(got.toSorted()) !== String(ids.toSorted()))
      yield `${who}: ${name} has ${got.length} rows, and ought to have ${ids.length}.`
    if ('totalCount' in value && value.totalCount !== got.length)
      yield `${who}: ${name} counts ${value.totalCount} rows, and shows ${got.length}.`
  }
}

import { type FactField, factTypes } from './facts.js'
import { Fact, type FactFormat } from './rule-value.js'

// Where everything that rules may read of a case stands among the case's values: first what goes with the case, then the
// facts in the table's order, then the edition's parameters, last the facts of objects in lists. An expression is
// compiled to places, so that judging a case touches one array and no names.

/** A field of the table of facts, and how it is read. */
export type FieldPlan = {
  readonly name: string
  /** Such as `applicant.kind`; in a list of objects it begins with a dot, and the object's own path comes before it. */
  readonly path: string
  readonly field: FactField
  readonly format: FactFormat
  /** Whether it is a list, and the type of its values; empty for objects. */
  readonly list: boolean
  readonly of: string
  /** Place of its value; in a list of objects, counted from the object's first. An object has none. */
  readonly place: number
  /** For an object. */
  readonly object: readonly FieldPlan[] | null
  /** For a list of objects. */
  readonly elements: readonly FieldPlan[] | null
}

/** What goes with a case beside its facts. */
const direction = new Fact('direction', { 'zh-CN': '支持方向', en: 'direction' }, 'plain')
const context = {
  category: new Fact('category', { 'zh-CN': '计划类别', en: 'programme category' }, 'plain'),
  direction,
  // Without a direction all four are the one fact that somebody has to give.
  directionCategory: ofDirection('category', '支持方向所属的计划类别', 'category that the direction belongs to'),
  directionLeaf: ofDirection('leaf', '支持方向是最末一级', 'the direction has no further subdivisions'),
  directionPath: ofDirection('path', '支持方向及其上级', 'the direction and those above it', 'list'),
  callOpen: new Fact('call.open', { 'zh-CN': '处于集中申报时间内', en: 'a dated call is open' }, 'plain'),
  callKind: new Fact('call.kind', { 'zh-CN': '申报批次的类型', en: 'kind of call' }, 'plain'),
  asOf: new Fact('asOf', { 'zh-CN': '判断日期', en: 'day that the verdict is for' }, 'plain'),
}

function ofDirection(name: string, zh: string, en: string, format: FactFormat = 'plain'): Fact {
  return new Fact(`direction.${name}`, { 'zh-CN': zh, en }, format, direction)
}

const planned: Fact[] = Object.values(context)

/** Places of what goes with a case. */
export const contextPlaces = Object.fromEntries(Object.keys(context).map((name, place) => [name, place])) as Readonly<
  Record<keyof typeof context, number>
>

/** The table of facts with the places of their values. */
export const factPlan: readonly FieldPlan[] = planOf('Facts', '', (path, field, format) => {
  planned.push(new Fact(path, field, format))
  return planned.length - 1
})

/** What every case has, by place. */
export const plannedFacts: readonly Fact[] = planned

type Placing = (path: string, field: FactField, format: FactFormat) => number

function planOf(type: string, prefix: string, placed: Placing): FieldPlan[] {
  const table: Record<string, Record<string, FactField>> = factTypes
  return Object.entries(table[type] ?? {}).map(([name, field]): FieldPlan => {
    const path = `${prefix}${name}`
    const { type: kind } = field
    const format = formatOf(kind)
    if (typeof kind === 'object' && 'one' in kind) {
      const object = planOf(kind.one, `${path}.`, placed)
      return { name, path, field, format, list: false, of: '', place: -1, object, elements: null }
    }
    const place = placed(path, field, format)
    const elements = typeof kind === 'object' ? planOf(kind.list, '.', counted()) : null
    const list = elements !== null || (typeof kind === 'string' && kind.startsWith('list<'))
    const of = typeof kind === 'object' ? '' : list ? kind.slice('list<'.length, -1) : kind
    return { name, path, field, format, list, of, place, object: null, elements }
  })
}

function counted(): Placing {
  let place = 0
  return () => place++
}

function formatOf(type: FactField['type']): FactFormat {
  if (typeof type === 'object') return 'count'
  if (type === 'money') return 'money'
  if (type === 'list<money>') return 'moneys'
  return type.startsWith('list<') ? 'list' : 'plain'
}

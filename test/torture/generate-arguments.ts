import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql'
import type { Choices } from './choices.js'
import { generateValue, literalOf } from './generate-value.js'
import type { PageOrder, Source } from './source.js'

/** A variable: how it is declared, and a value for each request that is sent; undefined leaves it out. */
type Variable = { readonly declared: string; readonly draw: () => unknown }

type Argument = { readonly name: string; readonly type: GraphQLInputType; readonly draw: () => unknown }

/** What is known of a list that the source doesn't speak of. */
const unordered: PageOrder = { orderBy: undefined, cursors: [] }

/** The arguments of one operation, and the variables that it declares for them. */
export class Arguments {
  readonly #variables = new Map<string, Variable>()
  /** Response keys tell arguments by these, so that equal keys can always be merged. */
  readonly #texts: string[] = []

  constructor(
    readonly source: Source,
    readonly choices: Choices,
  ) {}

  /** What stands between the operation's name and its fields. */
  get declarations(): string {
    const declared = [...this.#variables].map(([name, variable]) => `$${name}: ${variable.declared}`)
    return declared.length > 0 ? `(${declared.join(', ')})` : ''
  }

  /** New values for all variables. */
  drawVariables(): Record<string, unknown> {
    return Object.fromEntries([...this.#variables].map(([name, { draw }]) => [name, draw()]))
  }

  /** Arguments for a field as text, empty for none, and what tells them from others. */
  of(field: GraphQLField<unknown, unknown>): { text: string; tag: string } {
    const isPaged = field.args.some(({ name }) => name === 'first')
    const { pages, nestedPages } = this.source
    const orders = pages[field.name] ?? nestedPages?.[field.name]?.orders ?? [unordered]
    const args = isPaged ? this.#page(field, orders) : this.#some(field)
    if (args.length === 0) return { text: '', tag: '' }
    const text = `(${args.map((arg) => `${arg.name}: ${this.#given(arg)}`).join(', ')})`
    if (!this.#texts.includes(text)) this.#texts.push(text)
    return { text, tag: `_${this.#texts.indexOf(text)}` }
  }

  /** The condition of a directive. */
  condition(): string {
    if (this.choices.rarely(2)) return this.choices.oneOf(['true', 'false'])
    const draw = () => this.choices.rarely(2)
    const missing = () => this.choices.oneOf([true, false, undefined])
    return this.choices.rarely(2)
      ? this.#declare('Boolean!', draw)
      : this.#declare(`Boolean! = ${this.choices.oneOf(['true', 'false'])}`, missing)
  }

  #some(field: GraphQLField<unknown, unknown>): Argument[] {
    return field.args
      .filter((arg) => isRequiredArgument(arg) || this.choices.rarely(3))
      .map((arg) => this.#any(field, arg))
  }

  #any(field: GraphQLField<unknown, unknown>, { name, type }: GraphQLArgument): Argument {
    const draw = () => generateValue(this.source, this.choices, type, `${field.name}.${name}`)
    return { name, type, draw }
  }

  /** A page that can be, mostly: a direction, and cursors of the order asked for. */
  #page(field: GraphQLField<unknown, unknown>, orders: Source['pages'][string]): Argument[] {
    const order = this.choices.oneOf(orders)
    const { cursors } = this.choices.rarely(12) ? this.choices.oneOf(orders) : order
    const backward = this.choices.rarely(2)
    const taken = [backward ? 'last' : 'first', backward ? 'before' : 'after', backward ? 'after' : 'before']
    const used = new Set(taken.slice(0, this.choices.below(4)))
    if (order.orderBy !== undefined) used.add('orderBy')
    return field.args.flatMap((arg) => {
      const { name, type } = arg
      if (name === 'orderBy' && used.has(name)) return [{ name, type, draw: () => order.orderBy }]
      if (used.has(name) && /after|before/.test(name) && cursors.length > 0) {
        return [{ name, type, draw: () => (this.choices.rarely(12) ? null : this.choices.oneOf(cursors)) }]
      }
      const isOther = !['first', 'last', 'after', 'before', 'orderBy'].includes(name)
      return used.has(name) || (isOther && this.choices.rarely(2)) ? [this.#any(field, arg)] : []
    })
  }

  #given({ type, draw }: Argument): string {
    return this.choices.rarely(2) ? this.#variable(type, draw) : this.#literal(type, draw())
  }

  #literal(type: GraphQLInputType, value: unknown): string {
    return literalOf(type, value, (of, inner) =>
      this.choices.rarely(8) ? this.#declare(String(of), () => inner) : undefined,
    )
  }

  /** All ways to declare a variable that fits the place. */
  #variable(type: GraphQLInputType, draw: () => unknown): string {
    const { choices } = this
    const drawn = () => draw() ?? undefined
    const way = choices.below(4)
    const initial = way < 2 ? undefined : draw()
    const hasDefault = initial !== undefined && initial !== null
    const missing = (value: () => unknown) => (choices.rarely(3) ? undefined : value())
    if (isNonNullType(type)) {
      if (!hasDefault) return this.#declare(String(type), draw)
      const of = way === 2 ? type : type.ofType
      return this.#declare(`${of} = ${literalOf(type, initial, () => undefined)}`, () => missing(draw))
    }
    if (way === 1) {
      const value = draw()
      if (value !== null && value !== undefined) return this.#declare(`${type}!`, () => drawn() ?? value)
    }
    return this.#declare(hasDefault ? `${type} = ${literalOf(type, initial, () => undefined)}` : String(type), () =>
      missing(draw),
    )
  }

  #declare(declared: string, draw: () => unknown): string {
    const known = [...this.#variables].find(([, variable]) => variable.declared === declared)
    // One variable in two places: whatever its value is, it is one for both.
    if (known && declared.startsWith('Boolean!')) return `$${known[0]}`
    const name = `v${this.#variables.size}`
    this.#variables.set(name, { declared, draw })
    return `$${name}`
  }
}

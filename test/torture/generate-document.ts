import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import type { Choices } from './choices.js'
import { Arguments } from './generate-arguments.js'
import type { Source } from './source.js'

/** Fields of one operation, and renamed ones among them; the limits on documents leave room for these. */
const mostFields = 45
const mostAliases = 40

/** Names that the engine, or JavaScript, has for something of its own. */
const takenNames = 'r t0 t1 page0 batch key0 place text texts row_to_json null constructor toString then toJSON'.split(
  ' ',
)

/** One operation with fragments of its own, whose names begin with the operation's. */
export class GeneratedOperation {
  readonly #fragments: { name: string; type: string; text: string }[] = []
  readonly #arguments: Arguments
  /** The field with its arguments that has one of the taken names as its response key. */
  readonly #taken = new Map<string, string>()
  readonly text: string
  #fields = 0
  #aliases = 0

  constructor(
    readonly source: Source,
    readonly choices: Choices,
    readonly name: string,
    /** The root fields it may have; all, if left out. */
    roots?: readonly string[],
  ) {
    this.#arguments = new Arguments(source, choices)
    const query = source.schema.getQueryType()
    if (!query) throw new Error('The schema has no queries.')
    const { without, seldom } = source
    const left = choices.rarely(10) ? without : [...without, ...seldom]
    const asked = Object.keys(query.getFields()).filter((name) => !left.includes(`${query.name}.${name}`))
    const names = roots ?? (choices.rarely(2) ? asked : source.reads)
    const selected = choices.times(1 + choices.below(3), (i) => this.#root(query, names, i))
    const declarations = this.#arguments.declarations
    const head = name || declarations ? `query ${name}${declarations} ` : ''
    const fragments = this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`)
    this.text = [`${head}{ ${selected.join(' ')} }`, ...fragments].join('\n')
  }

  drawVariables(): Record<string, unknown> {
    return this.#arguments.drawVariables()
  }

  /** A root field under an alias of its own; now and then the same once more, to be merged, or in a fragment. */
  #root(query: GraphQLObjectType, names: readonly string[], place: number): string {
    const { choices } = this
    if (choices.rarely(30)) return '__typename'
    if (choices.rarely(40)) return `s${place}: __schema { queryType { name } }`
    if (choices.rarely(40)) return `t${place}: __type(name: "Node") { name kind possibleTypes { name } }`
    const field = query.getFields()[choices.oneOf(names)]
    if (!field) throw new Error(`No query of the names ${names}.`)
    const { text } = this.#arguments.of(field)
    const selection = (directive = '') => `r${place}: ${field.name}${text}${directive} ${this.#below(field, 5)}`
    if (choices.rarely(6)) return `${selection()} ${selection()}`
    if (choices.rarely(10)) return `... on ${query.name}${this.#directive()} { ${selection()} }`
    if (choices.rarely(10)) return `...${this.#fragment(query.name, `{ ${selection()} }`)}`
    return selection(this.#directive())
  }

  #below(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    if (isObjectType(type)) return this.#selection(type, depth - 1)
    return isInterfaceType(type) ? this.#ofInterface(type, depth - 1) : ''
  }

  #ofInterface(type: GraphQLInterfaceType, depth: number): string {
    const { choices } = this
    const possible = this.source.schema.getPossibleTypes(type)
    const parts = choices.times(choices.below(4), () => {
      const of = choices.oneOf(possible)
      if (choices.rarely(4)) return `...${this.#fragment(of.name, this.#selection(of, depth))}${this.#directive()}`
      if (choices.rarely(6)) return `...${this.#fragment(type.name, '{ id }')}`
      return `... on ${of.name}${this.#directive()} ${this.#selection(of, depth)}`
    })
    return `{ id ${parts.join(' ')} ${choices.rarely(2) ? '__typename' : ''} }`
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const { choices } = this
    const parts = choices.times(1 + choices.below(5), () => this.#part(type, depth)).filter(Boolean)
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`
  }

  #part(type: GraphQLObjectType, depth: number): string {
    const { choices } = this
    if (this.#fields >= mostFields) return ''
    if (choices.rarely(12)) return `__typename${this.#directive()}`
    if (choices.rarely(8)) return this.#inlineFragment(type, depth)
    if (choices.rarely(8)) return this.#namedFragment(type, depth)
    const { without, seldom } = this.source
    const left = choices.rarely(10) ? without : [...without, ...seldom]
    const fields = Object.values(type.getFields()).filter(
      (field) => !left.includes(`${type.name}.${field.name}`) && (depth > 0 || isLeaf(field)),
    )
    return fields.length > 0 ? this.#field(choices.oneOf(fields), depth) : ''
  }

  /** The response key tells field and arguments, so that equal keys can always be merged. */
  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields++
    const mayRename = this.#aliases < mostAliases
    const { text, tag } = mayRename ? this.#arguments.of(field) : { text: '', tag: '' }
    const key = mayRename ? this.#keyOf(field.name + tag) : field.name
    if (key !== field.name) this.#aliases++
    const alias = key === field.name ? '' : `${key}: `
    return `${alias}${field.name}${text}${this.#directive()} ${this.#below(field, depth)}`
  }

  /** A response key for a field with its arguments, and for no other. */
  #keyOf(field: string): string {
    const { choices } = this
    if (choices.rarely(12)) {
      const name = choices.oneOf(takenNames)
      const of = this.#taken.get(name) ?? field
      this.#taken.set(name, of)
      if (of === field) return name
    }
    return choices.rarely(6) ? `${choices.oneOf(['a', '_', 'Z9'])}${field}` : field
  }

  #inlineFragment(type: GraphQLObjectType, depth: number): string {
    const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
    if (isNode && this.choices.rarely(3)) return `... on Node${this.#directive()} { id __typename }`
    const condition = this.choices.rarely(2) ? ` on ${type.name}` : ''
    return `...${condition}${this.#directive()} ${this.#selection(type, depth)}`
  }

  #namedFragment(type: GraphQLObjectType, depth: number): string {
    const known = this.#fragments.filter((fragment) => fragment.type === type.name)
    if (known.length > 0 && this.choices.rarely(2)) {
      return `...${this.choices.oneOf(known).name}${this.#directive()}`
    }
    const name = this.#fragment(type.name, this.#selection(type, depth))
    return `...${name}${this.#directive()}`
  }

  /** It is registered when it is complete, so that it can't contain itself. */
  #fragment(type: string, text: string): string {
    const name = `${this.name}F${this.#fragments.length}`
    this.#fragments.push({ name, type, text })
    return name
  }

  #directive(): string {
    if (!this.choices.rarely(10)) return ''
    return ` @${this.choices.oneOf(['include', 'skip'])}(if: ${this.#arguments.condition()})`
  }
}

function isLeaf({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type)
  return !isObjectType(named) && !isInterfaceType(named)
}

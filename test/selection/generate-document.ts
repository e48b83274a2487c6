import fc from 'fast-check'
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql'

export type GeneratedRequest = { query: string; variables: Record<string, unknown>; language: string }

/** Picks a whole number from 0 to below `n`. */
type Choose = (n: number) => number

/** What can be asked for at the root; `args` are the field's arguments as text. */
export type RootChoice = { readonly field: string; readonly args: string }

type Variable = { readonly type: string; readonly values: readonly unknown[] }

/** Variables that a document may use; each is declared only if it is. */
const variables: Readonly<Record<string, Variable>> = {
  yes: { type: 'Boolean!', values: [true] },
  no: { type: 'Boolean! = false', values: [undefined, false] },
  either: { type: 'Boolean!', values: [true, false] },
  locale: { type: 'Locale', values: ['EN', 'ZH_CN', null, undefined] },
  year: { type: 'Int', values: [2021, 2022, 2024, 1999, null, undefined] },
  city: { type: 'String', values: ['city1', 'xining', 'nobody', null, undefined] },
  few: { type: 'Int', values: [0, 1, 2, 3, null, undefined] },
  order: {
    type: '[GuidelineOrder!]',
    values: [[], undefined, [{ field: 'IMPORTED_AT' }], [{ field: 'EDITION', direction: 'DESC' }, { field: 'CITY' }]],
  },
}

/** Valid requests over everything that can be reached from the given root fields. */
export function requests(schema: GraphQLSchema, roots: readonly RootChoice[]): fc.Arbitrary<GeneratedRequest> {
  return fc.gen().map((gen) => new Generator(schema, roots, (n) => gen(fc.nat, n - 1)).request())
}

/** Fields of one document; the limits on documents leave room for these. */
const mostFields = 45

class Generator {
  readonly #fragments: { name: string; type: string; text: string }[] = []
  readonly #used = new Set<string>()
  #fields = 0
  #aliases = 0

  constructor(
    readonly schema: GraphQLSchema,
    readonly roots: readonly RootChoice[],
    readonly choose: Choose,
  ) {}

  request(): GeneratedRequest {
    const query = this.schema.getQueryType()
    if (!query) throw new Error('The schema has no queries.')
    const fields = this.#times(1 + this.choose(3), (i) => this.#root(query, i))
    const declared = [...this.#used].map((name) => `$${name}: ${variables[name]?.type}`)
    const head = declared.length > 0 ? `query (${declared.join(', ')}) ` : ''
    const fragments = this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`)
    return {
      query: [`${head}{ ${fields.join(' ')} }`, ...fragments].join('\n'),
      variables: Object.fromEntries([...this.#used].map((name) => [name, this.#oneOf(variables[name]?.values ?? [])])),
      language: this.#oneOf(['zh-CN', 'en']),
    }
  }

  /** A root field under an alias of its own; now and then the same once more, to be merged. */
  #root(query: GraphQLObjectType, place: number): string {
    if (this.#rarely(30)) return '__typename'
    if (this.#rarely(40)) return `s${place}: __schema { queryType { name } }`
    const { field, args } = this.#oneOf(this.roots)
    const definition = query.getFields()[field]
    if (!definition) throw new Error(`No query ${field}.`)
    for (const [, name] of args.matchAll(/\$(\w+)/g)) this.#used.add(name ?? '')
    const selection = (directive = '') => `r${place}: ${field}${args}${directive} ${this.#selectionFor(definition, 4)}`
    return this.#rarely(5) ? `${selection()} ${selection()}` : selection(this.#directive())
  }

  #selectionFor(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    if (isObjectType(type)) return this.#selection(type, depth)
    if (!isInterfaceType(type)) return ''
    const possible = this.schema.getPossibleTypes(type)
    const parts = this.#times(this.choose(3), () => {
      const of = this.#oneOf(possible)
      return `... on ${of.name} ${this.#selection(of, depth)}`
    })
    return `{ id ${parts.join(' ')} ${this.#rarely(2) ? '__typename' : ''} }`
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const parts = this.#times(1 + this.choose(5), () => this.#part(type, depth)).filter(Boolean)
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`
  }

  #part(type: GraphQLObjectType, depth: number): string {
    if (this.#fields >= mostFields) return ''
    if (this.#rarely(12)) return `__typename${this.#directive()}`
    if (this.#rarely(8)) return this.#inlineFragment(type, depth)
    if (this.#rarely(8)) return this.#namedFragment(type, depth)
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isObjectType(getNamedType(field.type)),
    )
    return fields.length > 0 ? this.#field(this.#oneOf(fields), depth) : ''
  }

  /** The response key tells field and arguments, so that equal keys can always be merged. */
  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields++
    const [tag, args] = field.args.some(({ name }) => name === 'locale') ? this.#localeArgument() : ['', '']
    const prefix = this.#rarely(6) && this.#aliases < 40 ? this.#oneOf(['a', '_', 'Z9']) : ''
    const renamed = prefix !== '' || tag !== ''
    if (renamed && ++this.#aliases > 45) return field.name + this.#subselection(field, depth)
    const alias = renamed ? `${prefix}${field.name}${tag}: ` : ''
    return `${alias}${field.name}${args}${this.#directive()} ${this.#subselection(field, depth)}`
  }

  #subselection(field: GraphQLField<unknown, unknown>, depth: number): string {
    return isObjectType(getNamedType(field.type)) ? this.#selectionFor(field, depth - 1) : ''
  }

  #localeArgument(): [string, string] {
    const choice = this.choose(6)
    if (choice === 1) return ['_en', '(locale: EN)']
    if (choice === 2) return ['_zh', '(locale: ZH_CN)']
    if (choice === 3) return ['_null', '(locale: null)']
    if (choice !== 4) return ['', '']
    this.#used.add('locale')
    return ['_var', '(locale: $locale)']
  }

  #inlineFragment(type: GraphQLObjectType, depth: number): string {
    const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
    if (isNode && this.#rarely(3)) return `... on Node${this.#directive()} { id __typename }`
    const condition = this.#rarely(2) ? ` on ${type.name}` : ''
    return `...${condition}${this.#directive()} ${this.#selection(type, depth)}`
  }

  #namedFragment(type: GraphQLObjectType, depth: number): string {
    const known = this.#fragments.filter((fragment) => fragment.type === type.name)
    if (known.length > 0 && this.#rarely(2)) return `...${this.#oneOf(known).name}${this.#directive()}`
    // It is registered when it is complete, so that it can't contain itself.
    const text = this.#selection(type, depth)
    const name = `F${this.#fragments.length}`
    this.#fragments.push({ name, type: type.name, text })
    return `...${name}${this.#directive()}`
  }

  #directive(): string {
    if (!this.#rarely(10)) return ''
    const name = this.#oneOf(['true', 'false', '$yes', '$no', '$either'])
    if (name.startsWith('$')) this.#used.add(name.slice(1))
    return ` @${this.#oneOf(['include', 'skip'])}(if: ${name})`
  }

  #rarely(oneIn: number): boolean {
    return this.choose(oneIn) === oneIn - 1
  }

  #oneOf<T>(items: readonly T[]): T {
    return items[this.choose(items.length)] as T
  }

  #times<T>(count: number, make: (i: number) => T): T[] {
    return Array.from({ length: count }, (_, i) => make(i))
  }
}

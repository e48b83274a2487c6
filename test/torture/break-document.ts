import { Kind } from 'graphql'
import { bombs } from './bombs.js'
import type { Choices } from './choices.js'
import { nastyText } from './nasty-text.js'
import { pagedLists } from './paged-lists.js'
import { fieldNames, replace, spans } from './places.js'
import type { GeneratedDocument, Request } from './request.js'
import type { Source } from './source.js'
import { forgedCursor, oddCharacter, wrongLiterals, wrongValues } from './wrong-values.js'

type Broken = Partial<Request> & { readonly refusedWith?: readonly string[] }
type Break = (request: Request, choices: Choices, source: Source) => Broken

const invalid = ['GRAPHQL_VALIDATION_FAILED']
const limits = [
  'DOCUMENT_TOO_LONG',
  'DOCUMENT_TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'DOCUMENT_TOO_COSTLY',
]
const refused = [...invalid, ...limits, 'ALIAS_TOO_LONG', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT']

/** Ways to break a document, by name. */
export const breaks: Readonly<Record<string, Break>> = {
  'another character': ({ query }, choices) => {
    const at = choices.below(query.length)
    return { query: query.slice(0, at) + oddCharacter(choices) + query.slice(at + choices.below(2)) }
  },
  'cut short': ({ query }, choices) => ({ query: query.slice(0, choices.below(query.length)) }),
  'unknown field': (request, choices) => ({
    query: replace(request, choices.oneOf(fieldNames(request)), 'nobodyKnowsIt'),
    refusedWith: refused,
  }),
  'unknown argument': (request, choices) => {
    const { end } = choices.oneOf(fieldNames(request))
    const [argument, rest] = [`nobody: ${JSON.stringify(nastyText(choices))}`, request.query.slice(end)]
    const list = rest.startsWith('(') ? `(${argument}, ${rest.slice(1)}` : `(${argument})${rest}`
    return { query: request.query.slice(0, end) + list, refusedWith: refused }
  },
  'unknown type': ({ query }) => ({
    query: `${query} fragment Lost on Nobody { id }`,
    refusedWith: refused,
  }),
  'unknown directive': (request, choices) => {
    const places = fieldNames(request).filter(({ end }) => !request.query.startsWith('(', end))
    const directive = choices.oneOf([
      ' @nobody',
      ' @skip',
      ' @include(if: 1)',
      ' @skip(if: null)',
      ' @skip(if: "\' or 1")',
    ])
    if (places.length === 0) return { query: `{ __typename ${directive} }`, variables: undefined, refusedWith: refused }
    const { end } = choices.oneOf(places)
    return { query: replace(request, { start: end, end }, directive), refusedWith: refused }
  },
  'a hidden field in a filter or an order': (_request, choices, source) => ({
    query: choices.oneOf(
      source.reads.flatMap((field) => [
        `{ ${field}(filter: {document: "x"}) { __typename } }`,
        `{ ${field}(orderBy: [{field: DOCUMENT}]) { __typename } }`,
        `{ ${field}(where: {owner: {ne: null}}) { __typename } }`,
        `{ ${field} { document owner policy } }`,
      ]),
    ),
    refusedWith: refused,
  }),
  'wrong literal': (request, choices) => {
    const literals = spans(
      request,
      (node) => (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) && node.value,
    )
    return literals.length > 0
      ? { query: replace(request, choices.oneOf(literals), choices.oneOf(wrongLiterals)) }
      : { query: `${request.query} ${choices.oneOf(wrongLiterals)}` }
  },
  'wrong variables': ({ variables }, choices) => ({
    variables: changed(variables, () => (choices.rarely(2) ? choices.oneOf(wrongValues) : nastyText(choices)), choices),
  }),
  'variables left out': () => ({ variables: undefined }),
  'variables undeclared, unused or doubled': ({ query }, choices) => ({
    query: choices.oneOf([
      `query ($a: Int) ${query}`,
      `query A($a: Int, $a: Int) { __typename @skip(if: $a) }`,
      'query A($a: Nobody) { __typename @skip(if: $a) }',
      'query A($a: Query!) { __typename @skip(if: $a) }',
      'query A { __typename @skip(if: $a) }',
      'query A($a: [Boolean!]) { __typename @skip(if: $a) }',
      'query A($a: Boolean! = "x") { __typename @skip(if: $a) }',
    ]),
    refusedWith: refused,
  }),
  'operations that can not be told apart': ({ query }, choices) => ({
    query: `${query} ${choices.oneOf(['{ __typename }', '{ a: __typename } query A { __typename } query A { __typename }'])}`,
    operationName: 'A',
    refusedWith: [...refused, 'OPERATION_RESOLUTION_FAILURE'],
  }),
  'another operation than there is': (_request, choices) => ({
    operationName: choices.oneOf([
      'nobody',
      "A'; drop table guideline",
      'x'.repeat(5_000),
      'a\0',
      '\ud800',
      '__proto__',
    ]),
    refusedWith: ['OPERATION_RESOLUTION_FAILURE', ...limits],
  }),
  'no query': (_request, choices) => ({
    query: choices.oneOf([
      'subscription { __typename }',
      'type Guideline { id: ID! }',
      'extend type Query { id: ID! }',
      'fragment F on Query { __typename }',
      '{}',
      '#',
      '   ',
    ]),
    refusedWith: [...refused, 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST'],
  }),
  'fragments that are lost or turn in circles': ({ query }, choices) => ({
    query: choices.oneOf([
      `${query} fragment Unused on Query { __typename }`,
      '{ ...Lost }',
      '{ ...A } fragment A on Query { ...A }',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { __typename ...C } fragment C on Query { ...A }',
      '{ ...A ...A } fragment A on Node { id }',
      '{ ... on Int { id } }',
      '{ a: __typename a: __schema { queryType { name } } }',
    ]),
    refusedWith: refused,
  }),
  'a bomb': (_request, choices, source) => ({ ...choices.oneOf(bombs)(choices, source), refusedWith: refused }),
  'a forged cursor': (_request, choices, source) => {
    const { field, orders, from } = choices.oneOf(pagedLists(source))
    const given = choices.oneOf(orders)
    const { cursors } = choices.rarely(3) ? choices.oneOf(orders) : given
    const order = field.args.find(({ name }) => name === 'orderBy')?.type
    const page = choices.oneOf([
      'first: 2, after: $cursor',
      'last: 2, before: $cursor',
      'after: $cursor, before: $cursor',
    ])
    const parts = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage }'
    const list = from(`${field.name}(${page}, orderBy: $orderBy) { ${parts} }`)
    return {
      query: `query ($cursor: String, $orderBy: ${order}) { ${list} }`,
      variables: { orderBy: given.orderBy, cursor: forgedCursor(choices, cursors) },
      operationName: undefined,
    }
  },
  'a page that can not be': (_request, choices, source) => {
    const { field, from } = choices.oneOf(pagedLists(source))
    const size = choices.oneOf(['-1', '101', '1000000', '2147483647', '2147483648', '1e9', '"1"'])
    const page = choices.oneOf([`first: ${size}`, `last: ${size}`, 'first: 1, last: 1'])
    return {
      query: `{ ${from(`${field.name}(${page}) { nodes { id } totalCount }`)} }`,
      operationName: undefined,
      refusedWith: ['BAD_USER_INPUT', ...limits, ...invalid],
    }
  },
  'text that is code elsewhere': (request, choices) => ({
    variables: changed(request.variables, (old) => (typeof old === 'string' ? nastyText(choices) : old), choices),
    ...textInDocument(request, choices),
  }),
  'no request of GraphQL': (_request, choices) => ({
    method: 'POST',
    refusedWith: ['BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ...choices.oneOf<Broken>([
      { variables: [] },
      { variables: 'x' },
      { variables: 1 },
      { operationName: 1 },
      { operationName: {} },
      { extensions: [] },
      { extensions: 'x' },
      { query: '' },
      { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      { query: [] as never },
      { query: { __proto__: 1 } as never },
    ]),
  }),
}

/** The same requests, all broken in one way. */
export function breakDocument(
  source: Source,
  choices: Choices,
  [first, ...more]: [Request, ...Request[]],
): GeneratedDocument {
  const kind = choices.oneOf(Object.keys(breaks))
  const { refusedWith, ...changes } = breaks[kind]?.(first, choices, source) ?? {}
  const request = { ...first, leavesAfter: undefined, ...changes }
  // The document is broken for all; variables stay those of one operation.
  const others = more.map(({ viewer, language, accept }) => ({ ...request, viewer, language, accept }))
  return { kind, refusedWith, requests: [request, ...others] }
}

function textInDocument(request: Request, choices: Choices): Broken {
  const strings = spans(request, (node) => node.kind === Kind.STRING && node)
  if (strings.length === 0) return {}
  const text = nastyText(choices)
  return { query: replace(request, choices.oneOf(strings), choices.rarely(6) ? `"${text}"` : JSON.stringify(text)) }
}

/** Variables with one or all of their values changed, nested ones included. */
function changed(variables: unknown, change: (old: unknown) => unknown, choices: Choices): unknown {
  const walk = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || choices.rarely(6))
      return choices.rarely(2) ? change(value) : value
    if (Array.isArray(value)) return value.map(walk)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
  }
  return Object.fromEntries(Object.entries((variables ?? {}) as object).map(([name, value]) => [name, walk(value)]))
}

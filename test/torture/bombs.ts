import type { Choices } from './choices.js'
import { pagedLists } from './paged-lists.js'
import type { Source } from './source.js'

type Bomb = (choices: Choices, source: Source) => { query: string; variables?: unknown; operationName?: undefined }

const bare = { variables: undefined, operationName: undefined }

/** Documents that are small to send and large to answer: every one of them has to be refused. */
export const bombs: readonly Bomb[] = [
  (choices, { circle }) => {
    const path = [
      ...circle.path,
      ...choices.times(16 + choices.below(500), (i) => circle.around[i % circle.around.length]),
    ]
    return { ...bare, query: `{ ${path.join(' { ')} { __typename ${'} '.repeat(path.length + 1)}` }
  },
  (choices) => ({ ...bare, query: `${'{ a '.repeat(3_000 + choices.below(90_000))}` }),
  (choices, { circle: { path } }) => {
    const aliases = choices.times(51 + choices.below(400), (i) => `a${i}: ${path[0]} { __typename }`)
    return { ...bare, query: `{ ${aliases.join(' ')} }` }
  },
  (choices) => ({ ...bare, query: `{ ${'x'.repeat(64 + choices.below(10_000))}: __typename }` }),
  (choices) => ({ ...bare, query: `{ __typename ${'@include(if: true) '.repeat(51 + choices.below(300))} }` }),
  (choices) => ({ ...bare, query: `{ ${'__typename '.repeat(2_000 + choices.below(20_000))} }` }),
  (choices) => {
    const levels = 20 + choices.below(60)
    const fragments = choices.times(
      levels,
      (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} x${i}: __typename }`,
    )
    return { ...bare, query: `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { __typename }` }
  },
  (choices, source) => {
    const { field, from } = choices.oneOf(pagedLists(source))
    const size = choices.oneOf([1_000_000, 2_147_483_647])
    return {
      query: `query ($first: Int) { ${from(`${field.name}(first: $first) { nodes { id } }`)} }`,
      variables: { first: size },
      operationName: undefined,
    }
  },
  (choices) => ({
    ...bare,
    query: `query (${choices.times(1_000, (i) => `$v${i}: Int`).join(' ')}) { __typename }`,
  }),
  (choices) => ({ ...bare, query: `{ __type(name: ${'['.repeat(1_000 + choices.below(3_000))}) { name } }` }),
]

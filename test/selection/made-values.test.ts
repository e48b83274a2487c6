import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unshown } from '../../server/selection/selection.js'
import { type Library, libraryEntities, openLibrary } from './library.js'
import { type Service, serve } from './serve.js'
import { type TwoServices, twoServices } from './two-services.js'

/*
 * Values that resolvers make: written by the engine where nothing is wrong with them, completed by graphql-js
 * otherwise, and answered alike by a service that has no engine.
 */

let library: Library
let services: TwoServices
let plain: Service
beforeAll(async () => {
  library = await openLibrary()
  services = await twoServices(makeSchema, library.orm, libraryEntities.map(unshown))
  plain = await serve({ schema: makeSchema(), orm: library.orm })
})
afterAll(async () => {
  await services.close()
  await plain.close()
  await library.close()
})

class Animal {
  readonly sound = 'miaow'
}

/** What the field `thing(name:)` gives. */
const things: Record<string, unknown> = {
  plain: {
    id: 7,
    text: 'é"\\\u2028😀',
    whole: 1,
    real: 0.1,
    yes: false,
    colour: 2,
    texts: ['a', null],
    next: { id: 'x' },
  },
  empty: {},
  nulls: { id: null, text: null, texts: null, next: null, things: [] },
  deep: { things: [{ id: 1, things: [{ id: 2 }, { id: 3 }] }, null] },
  method: { text: () => 'called', next: () => ({ id: 1 }) },
  getter: Object.create({}, { text: { get: () => 'got' } }),
  promise: { text: Promise.resolve('later'), next: { text: 'now' } },
  'several rejected in a list': {
    get texts() {
      return ['a', Promise.reject(new Error('secret')), Promise.reject(new Error('secret'))]
    },
  },
  'promise in a list': { texts: ['a', Promise.resolve('b')] },
  rejected: {
    get text() {
      return Promise.reject(new Error('secret'))
    },
  },
  error: { text: new Error('secret') },
  'an error for an object': { next: new Error('secret') },
  'a method for a lenient scalar': { written: () => 'called' },
  'error in a list': { texts: ['a', new Error('secret')] },
  throws: {
    get text() {
      throw new Error('secret')
    },
  },
  'null where none may be': { strict: null },
  'null in a strict list': { things: [{ strictTexts: ['a', null] }, { id: 2 }] },
  'a list that is none': { texts: 'abc' },
  'a set': { texts: new Set(['a', 'b']) },
  'not a number': { real: Number.NaN },
  'a fraction for a whole number': { whole: 1.5 },
  'no value of the enum': { colour: 9 },
  'an object for a text': { text: { a: 1 } },
  'a text for an object': { next: 'x' },
  'an animal': { animal: new Animal() },
  'no animal': { animal: { sound: 'moo' } },
  named: { named: { id: 5 } },
}
const written = ['plain', 'empty', 'nulls', 'deep', 'getter', 'an animal']

function makeSchema(): GraphQLSchema {
  const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, GREEN: { value: 2 } } })
  const Named = new GraphQLInterfaceType({
    name: 'Named',
    fields: { id: { type: GraphQLID } },
    resolveType: () => 'Thing',
  })
  const AnimalType = new GraphQLObjectType({
    name: 'Animal',
    isTypeOf: (value) => value instanceof Animal,
    fields: { sound: { type: GraphQLString } },
  })
  const Range = new GraphQLInputObjectType({
    name: 'Range',
    fields: {
      from: { type: new GraphQLNonNull(GraphQLInt) },
      to: { type: GraphQLInt, defaultValue: 9 },
      colours: { type: new GraphQLList(new GraphQLNonNull(Colour)) },
      inner: {
        type: new GraphQLList(new GraphQLInputObjectType({ name: 'Inner', fields: { a: { type: GraphQLBoolean } } })),
      },
    },
  })
  const Thing: GraphQLObjectType = new GraphQLObjectType({
    name: 'Thing',
    interfaces: [Named],
    fields: () => ({
      id: { type: GraphQLID },
      text: { type: GraphQLString },
      strict: { type: new GraphQLNonNull(GraphQLString) },
      whole: { type: GraphQLInt },
      real: { type: GraphQLFloat },
      written: { type: new GraphQLScalarType({ name: 'Written', serialize: String }) },
      yes: { type: GraphQLBoolean },
      colour: { type: Colour },
      texts: { type: new GraphQLList(GraphQLString) },
      strictTexts: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) },
      next: { type: Thing },
      things: { type: new GraphQLList(Thing) },
      animal: { type: AnimalType },
      named: { type: Named },
      said: {
        type: GraphQLString,
        args: { range: { type: Range }, text: { type: GraphQLString, defaultValue: 'nothing' } },
        resolve: (_source, args, _context, info) => {
          const told = inOrder([args, info.fieldName, info.variableValues])
          args.text = 'changed by the resolver'
          return told
        },
      },
    }),
  })
  const Query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      thing: {
        type: Thing,
        args: { name: { type: GraphQLString } },
        resolve: (_source, { name }) => things[name],
      },
      range: {
        type: new GraphQLNonNull(GraphQLString),
        args: { range: { type: Range } },
        resolve: (_source, args) => inOrder(args),
      },
    },
  })
  return new GraphQLSchema({ query: Query, types: [Thing] })
}

/** The order of an input's fields means nothing. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, of) =>
    of && typeof of === 'object' && !Array.isArray(of)
      ? Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
      : of,
  )
}

/** Sends a request to all three, and expects the same answer. */
async function all(request: { query: string; variables?: Record<string, unknown> }) {
  const answer = await services.both(request)
  const { status, text } = await plain.send(request)
  expect({ status, ...JSON.parse(text) }).toEqual(answer)
  return answer
}

const everything = `
  fragment Flat on Thing { __typename id text alias: text written whole real yes colour texts strictTexts animal { sound } }
  fragment Deep on Thing { ...Flat next { ...Flat } things { ...Flat things { id __proto__: id } } }`

describe('values of every kind', () => {
  test.each(Object.keys(things))('%s', async (name) => {
    const strict = name.startsWith('null where') ? 'strict' : ''
    const request = {
      query: `query ($name: String) { thing(name: $name) { ...Deep ${strict} } } ${everything}`,
      variables: { name },
    }
    await all(request)
    await all({ ...request, query: `query ($name: String) { thing(name: $name) { text named { id } } }` })
  })

  test.each(written)('%s is written without graphql-js', async (name) => {
    const query = `query ($name: String) { thing(name: $name) { id text whole real yes colour texts animal { sound } next { id } things { id things { id } } } }`
    await services.both({ query, variables: { name } })
    services.direct.takeCompleted()
    await services.direct.send({ query, variables: { name } })
    expect(services.direct.takeCompleted()).toBe(0)
  })

  test('arguments and variables are those of the request, and nobody changes them for the next', async () => {
    const query = `query ($text: String, $from: Int! = 1, $some: Boolean = true) { thing(name: "deep") {
      a: said(text: $text) b: said(range: { from: $from, inner: { a: true } }) c: said @include(if: $some) things { said(text: $text) } } }`
    for (const variables of [{}, { text: 'x' }, { text: 'y' }, { text: null, from: 3 }, { from: 4, some: false }]) {
      const { errors } = await all({ query, variables })
      expect(errors).toBeUndefined()
      await all({ query, variables })
    }
  })
})

test('variables are coerced alike', async () => {
  const query = 'query ($range: Range) { range(range: $range) }'
  for (const range of [
    { from: 1 },
    { from: 1, to: null },
    { from: 1, to: 2, colours: 'RED' },
    { from: 1, colours: ['RED', 'GREEN'], inner: [{ a: true }, null, {}] },
    { from: 1, inner: { a: null } },
    null,
    {},
    { from: null },
    { from: 1.5 },
    { from: '1' },
    { from: 1, colours: ['BLUE'] },
    { from: 1, colours: [null] },
    { from: 1, inner: [[{ a: true }]] },
    { from: 1, more: 1 },
    { from: 1, __proto__: 1, constructor: 2 },
    [{ from: 1 }],
    'x',
    true,
  ]) {
    await all({ query, variables: { range } })
  }
  for (const declared of [
    '$range: Range!',
    '$range: Range = { from: 5 }',
    '$range: Range! = { from: 5, colours: GREEN }',
  ]) {
    for (const variables of [{}, { range: null }, { range: { from: 2 } }]) {
      await all({ query: `query (${declared}) { range(range: $range) }`, variables })
    }
  }
})

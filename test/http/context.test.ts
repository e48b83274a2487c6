import { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { extendSchema, type GraphQLResolveInfo, parse } from 'graphql'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../server/app.js'
import type { Context } from '../../server/http/context.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { Book, type Library, librarySchema, librarySelections, openLibrary } from '../selection/library.js'

let library: Library
let app: App
let url: string
const given: { context: Context; info: GraphQLResolveInfo }[] = []

beforeAll(async () => {
  library = await openLibrary()
  app = await createApp({
    config: {
      host: '127.0.0.1',
      port: 0,
      bodyLimit: 10_000,
      corsOrigins: [],
      databasePooler: 'none',
      dataDir: '.data',
      narrativeMaxCharacters: 50_000,
    },
    orm: library.orm,
    keyring: new Keyring(newKeySet()),
    logger: pino({ level: 'silent' }),
    schema: makeSchema(),
    selections: librarySelections,
    viewerOf: ({ headers: { 'x-viewer': viewer } }) => ({ viewer }),
  })
  url = await app.listen()
})
afterAll(async () => {
  await app.close()
  await library.close()
})

function makeSchema() {
  const schema = extendSchema(librarySchema(), parse('extend type Query { owners: [String!]! }'))
  const owners = schema.getQueryType()?.getFields().owners
  if (owners) {
    owners.resolve = async (_source, _args, context: Context, info) => {
      given.push({ context, info })
      const books = await context.em().find(Book, {})
      return books.map(({ owner }) => owner)
    }
  }
  return schema
}

async function owners(viewer: string): Promise<string[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-viewer': viewer },
    body: JSON.stringify({ query: '{ owners }' }),
  })
  return ((await response.json()) as { data: { owners: string[] } }).data.owners
}

test('a request’s EntityManager has the rows that its caller may see', async () => {
  expect(new Set(await owners('anna'))).toEqual(new Set(['anna', 'everyone']))
  expect(new Set(await owners('ben'))).toEqual(new Set(['ben', 'everyone']))
})

test('each use case has one of its own, so that nothing is left of one that failed', async () => {
  await owners('anna')
  const { context } = given.at(-1) ?? {}
  expect(context?.em()).not.toBe(context?.em())
})

test('nothing that a resolver is given leads to the database but by its EntityManager', async () => {
  await owners('anna')
  const found = [...reachable(given.at(-1))]
  expect(found.length).toBeGreaterThan(100)
  const isDatabase = (value: object) =>
    [MikroORM, EntityManager, pg.Pool, pg.Client].some((kind) => value instanceof kind) || value === library.orm.config
  expect(found.filter(({ value }) => isDatabase(value)).map(({ path }) => path)).toEqual([])
})

/** All objects that properties, getters, maps and sets lead to, and how. */
function reachable(from: unknown): { path: string; value: object }[] {
  const found = new Map<object, string>()
  const waiting: [unknown, string][] = [[from, '']]
  for (const [value, path] of waiting) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value)) continue
    found.set(value, path)
    for (let holder = value; holder !== null; holder = Object.getPrototypeOf(holder)) {
      for (const key of Reflect.ownKeys(holder)) waiting.push([valueOf(value, key), `${path}.${String(key)}`])
    }
    if (value instanceof Map || value instanceof Set)
      for (const entry of value) waiting.push([entry, `${path}.entries`])
  }
  return [...found].map(([value, path]) => ({ path, value }))
}

/** Some properties of functions can't be read. */
function valueOf(holder: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(holder, key)
  } catch {
    return undefined
  }
}

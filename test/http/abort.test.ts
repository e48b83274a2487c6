import { once } from 'node:events'
import { type GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../server/http/context.js'
import { patience } from '../../server/http/limits.js'
import { ask } from './ask.js'
import { type LoggedApp, startLoggedApp } from './start-logged-app.js'

/** A field that has an answer only when its request is given up, as a long statement would. */
const resolve: GraphQLFieldResolver<unknown, Context> = async (_source, _args, { cancellation }) => {
  started()
  await once(cancellation.signal, 'abort')
  givenUp()
  return 'given up'
}
let started: () => void
let givenUp: () => void
let running: Promise<void>
let stopped: Promise<void>
let app: LoggedApp

beforeEach(async () => {
  running = new Promise((done) => {
    started = done
  })
  stopped = new Promise((done) => {
    givenUp = done
  })
  const query = new GraphQLObjectType({ name: 'Query', fields: { wait: { type: GraphQLString, resolve } } })
  app = await startLoggedApp({ schema: new GraphQLSchema({ query }) })
})
afterEach(() => app.close())

test('a client that goes away ends what runs for it', async () => {
  const leaving = new AbortController()
  const answer = fetch(`${app.url}/graphql?query={wait}`, { signal: leaving.signal })
  await running
  leaving.abort()
  await expect(answer).rejects.toThrow()
  await stopped
})

test('close() ends what still runs at its deadline', async () => {
  const answer = ask(app.url, { query: '{ wait }' })
  const cut = expect(answer).rejects.toThrow()
  await running
  const began = performance.now()
  await app.app.close()
  await stopped
  await cut
  expect(performance.now() - began).toBeGreaterThan(patience.drain - 100)
})

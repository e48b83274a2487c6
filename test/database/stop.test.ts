import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { killServers, startServer } from '../support/server-process.js'
import { createTestDatabase } from '../support/test-database.js'

afterAll(killServers)

const body = JSON.stringify({ query: '{ __typename }' })

/** A request that the server has begun to answer and can't finish: half of its body is still to come. */
async function halfSent(url: string): Promise<ClientRequest> {
  const half = request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length },
  })
  half.write(body.slice(0, 5))
  await once(half, 'socket')
  await sleep(200)
  return half
}

test('Ctrl-C answers the requests that run, takes no new ones, and ends with 0', { timeout: 20_000 }, async () => {
  const { url: databaseUrl } = await createTestDatabase()
  const server = await startServer({ DATABASE_URL: databaseUrl })
  const half = await halfSent(server.url)
  server.kill('SIGINT')
  // npm passes the same Ctrl-C on a moment later.
  server.kill('SIGINT')
  await sleep(700)
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow()

  half.end(body.slice(5))
  const [response] = (await once(half, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(200)
  const text = (await response.setEncoding('utf8').toArray()).join('')
  expect(JSON.parse(text)).toMatchObject({ data: { __typename: 'Query' } })
  expect((await server.ended).code).toBe(0)
})

test('a request that never ends holds the stop up for less than five seconds', { timeout: 20_000 }, async () => {
  const { url: databaseUrl } = await createTestDatabase()
  const server = await startServer({ DATABASE_URL: databaseUrl })
  const cut = once(await halfSent(server.url), 'response').then(
    () => 'answered',
    () => 'cut',
  )
  const began = performance.now()
  server.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await cut).toBe('cut')
})

test('a second Ctrl-C ends everything at once', { timeout: 20_000 }, async () => {
  const { url: databaseUrl } = await createTestDatabase()
  const server = await startServer({ DATABASE_URL: databaseUrl })
  const half = await halfSent(server.url)
  half.on('error', () => {})
  server.kill('SIGINT')
  await sleep(800)
  const began = performance.now()
  server.kill('SIGINT')
  expect((await server.ended).code).toBe(130)
  expect(performance.now() - began).toBeLessThan(1_000)
})

import { once } from 'node:events'
import { Agent, get as httpGet, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { json, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { patience } from '../../server/http/limits.js'
import { type LoggedApp, startLoggedApp } from './start-logged-app.js'

const answerOf = (message: { once(event: 'response', listener: (response: IncomingMessage) => void): unknown }) =>
  new Promise<IncomingMessage>((resolve) => message.once('response', resolve))

/** A request that the server has, except for its body: it runs until `finish` is called. */
async function openRequest(app: LoggedApp, agent: Agent) {
  const body = JSON.stringify({ query: '{ __typename }' })
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' }
  const running = request(`${app.url}/graphql`, { method: 'POST', agent, headers })
  running.on('error', () => {})
  const answer = answerOf(running)
  running.flushHeaders()
  await once(running, 'continue')
  running.write(body.slice(0, 5))
  return { running, answer, finish: () => running.end(body.slice(5)) }
}

const untilReceived = () => new Promise((resolve) => setTimeout(resolve, 100))

test('close() takes no new requests, answers the running ones, and doesn’t wait for idle connections', async () => {
  const app = await startLoggedApp()
  const agent = new Agent({ keepAlive: true })
  // Both connections stay open between requests; the second has one running when the server is told to stop.
  const idle = await answerOf(httpGet(`${app.url}/livez`, { agent }))
  await json(idle)
  const busyAgent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { answer, finish } = await openRequest(app, busyAgent)

  const started = performance.now()
  const closed = app.close()
  await expect(fetch(`${app.url}/livez`)).rejects.toThrow()
  finish()
  const response = await answer
  expect(response.statusCode).toBe(200)
  expect(response.headers.connection).toBe('close')
  expect(await json(response)).toMatchObject({ data: { __typename: 'Query' } })
  await closed
  expect(performance.now() - started).toBeLessThan(patience.drain)
  agent.destroy()
  busyAgent.destroy()
})

test('a request for readiness that arrives meanwhile gets 503', async () => {
  const app = await startLoggedApp()
  const { hostname, port } = new URL(app.url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET /readyz HTTP/1.1\r\nhost: ${hostname}\r\naccept-language: en\r\n`)
  await untilReceived()
  const closed = app.close()
  socket.write('\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  expect(answer).toContain('The server is stopping.')
  await closed
})

test('a request that doesn’t end is cut off at the deadline', async () => {
  const app = await startLoggedApp()
  const { running } = await openRequest(app, new Agent())
  const cut = new Promise((resolve) => running.once('close', resolve))
  const started = performance.now()
  await app.close()
  await cut
  const took = performance.now() - started
  expect(took).toBeGreaterThan(patience.drain - 100)
  expect(took).toBeLessThan(patience.drain + 2_000)
}, 10_000)

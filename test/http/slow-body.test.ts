import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { readJsonBody } from '../../server/http/read-body.js'

/** What reading the body of a request comes to, with 200 ms for it; `send` sends the body. */
async function read(send: (sending: ReturnType<typeof request>) => void): Promise<unknown> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sending = request({
    port: (server.address() as AddressInfo).port,
    host: '127.0.0.1',
    method: 'POST',
    agent: false,
  })
  sending.on('error', () => {})
  sending.flushHeaders()
  send(sending)
  const [received]: IncomingMessage[] = await once(server, 'request')
  try {
    return received && (await readJsonBody(received, 1_000, 200))
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions.code : error
  } finally {
    sending.destroy()
    server.closeAllConnections()
    server.close()
  }
}

test('a body that doesn’t come is given up, however little by little it comes', async () => {
  expect(await read((sending) => sending.write('{"a":'))).toBe('REQUEST_TIMEOUT')
  let drip: NodeJS.Timeout | undefined
  expect(
    await read((sending) => {
      drip = setInterval(() => sending.write(' '), 20)
    }),
  ).toBe('REQUEST_TIMEOUT')
  clearInterval(drip)
})

test('one that comes in time is read', async () => {
  expect(
    await read((sending) => {
      sending.write('{"a":')
      setTimeout(() => sending.end('1}'), 50)
    }),
  ).toEqual({ a: 1 })
})

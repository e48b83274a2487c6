import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelStatement } from '../../server/selection/execute/cancel-statement.js'

/** What takes requests to cancel: a server that sees how its clients end their connections. */
const server = createServer({ allowHalfOpen: true })
beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(() => server.close())

test('a request to cancel is left to the server to end, as poolers that pass it on expect', async () => {
  const { address: host, port } = server.address() as AddressInfo
  const arrived = once(server, 'connection') as Promise<[Socket]>
  const ending = Promise.withResolvers<void>()
  const client = { host, port, processID: 4_711, secretKey: -2 } as unknown as PoolClient
  const cancelled = cancelStatement(client, ending.promise)
  const [socket] = await arrived
  let ended = false
  socket.on('end', () => {
    ended = true
  })
  const [message] = (await once(socket, 'data')) as [Buffer]
  expect([0, 4, 8, 12].map((at) => message.readInt32BE(at))).toEqual([16, 80_877_102, 4_711, -2])
  await sleep(50)
  expect(ended).toBe(false)
  ending.resolve()
  socket.end()
  await cancelled
})

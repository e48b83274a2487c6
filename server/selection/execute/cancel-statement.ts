import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient } from 'pg'

/** What the server told this connection when it was made (protocol message BackendKeyData). */
type Backend = { readonly processID: number; readonly secretKey: number }

/** Code of a CancelRequest, in place of a protocol version. */
const cancelRequest = 80_877_102

/** Milliseconds until PostgreSQL is asked again. */
const patience = 100

/**
 * Asks PostgreSQL to stop what a connection runs, over a connection of its own as the protocol wants it
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS). Through a pooler it
 * works as well, which `pg_cancel_backend` would not. Asks again while the statement runs, as a process that hasn't
 * taken it up yet forgets what it was asked. Settles when the server has passed all requests on and the statement has
 * ended, so that the connection's next one can't be hit; never fails.
 * @param running settles with the statement
 */
export async function cancelStatement(client: PoolClient, running: Promise<unknown>): Promise<void> {
  let ended = false
  const end = running.then(
    () => (ended = true),
    () => (ended = true),
  )
  while (!ended) {
    await sendCancelRequest(client)
    await Promise.race([end, sleep(patience, undefined, { ref: false })])
  }
}

async function sendCancelRequest(client: PoolClient): Promise<void> {
  const { processID, secretKey } = client as PoolClient & Backend
  const { host, port } = client
  const socket = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
  const message = Buffer.alloc(16)
  message.writeInt32BE(message.length, 0)
  message.writeInt32BE(cancelRequest, 4)
  message.writeInt32BE(processID, 8)
  message.writeInt32BE(secretKey, 12)
  socket.setTimeout(5_000, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  // The server ends the connection: PgBouncer 1.18 itself ended when it saw the client do that first.
  socket.write(message)
  socket.resume()
  await once(socket, 'close')
}

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Connections of each server's pool to PostgreSQL; its address comes in the variables that every client knows (PGHOST, …). */
export const poolSize = Number(process.env.POOL_SIZE)

/** Listens on a free port of this machine, and prints the line that the bench waits for. */
export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port))
}

export function announce(port: number): void {
  console.log(`listening on ${port}`)
}

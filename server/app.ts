import type { MikroORM } from '@mikro-orm/postgresql'
import fastify from 'fastify'
import type { Logger } from 'pino'
import type { Config } from './config.js'

export interface App {
  /** The address without a path, such as `http://127.0.0.1:4000`. */
  listen(): Promise<string>
  /** Takes no new requests, and settles when the running ones are answered. */
  close(): Promise<void>
}

/** The HTTP service on a migrated database. */
export async function createApp(options: { config: Config; orm: MikroORM; logger: Logger }): Promise<App> {
  const { config, orm, logger } = options
  const server = fastify({ loggerInstance: logger, bodyLimit: config.bodyLimit, forceCloseConnections: 'idle' })
  server.get('/livez', () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const ready = await orm.isConnected()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'database unreachable' })
  })
  return {
    listen: () => server.listen({ host: config.host, port: config.port }),
    close: () => server.close(),
  }
}

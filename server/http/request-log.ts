import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { RequestTrace } from './context.js'

declare module 'fastify' {
  interface FastifyRequest {
    trace: RequestTrace
  }
}

/**
 * One line in the log for each request. Of what a caller sent it has only the method, the route (never the address as
 * typed) and an operation's name without numbers: no query, no variables, no headers, no address of the caller.
 */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.decorateRequest('trace')
  server.addHook('onRequest', (request, _reply, done) => {
    request.trace = {}
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      path: request.routeOptions.url ?? '(unknown)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...request.trace,
    }
    logger[reply.statusCode >= 500 ? 'error' : 'info'](line, 'request')
    done()
  })
}

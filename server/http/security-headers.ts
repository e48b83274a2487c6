import type { FastifyInstance } from 'fastify'

const headers = {
  // Answers hold data and no documents: nothing may be loaded by them, and nothing may frame them.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  vary: 'Accept, Accept-Language, Origin',
}

/** Headers of every response (OWASP REST Security); a route that serves a page sets its own policy on top. */
export function secureResponses(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  })
}

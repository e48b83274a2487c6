import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of the given origins use the API (Fetch standard, CORS protocol). Without origins no header is sent, and
 * browsers keep other sites out. Listed origins may send the session's cookie: a page of theirs can ask for nothing without
 * a preflight, as a POST has to be JSON.
 */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  server.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (origin === undefined || !origins.includes(origin)) return
    reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-credentials', 'true')
      .header('access-control-expose-headers', 'x-request-id, retry-after')
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return
    await reply
      .header('access-control-allow-methods', 'GET, POST, PUT')
      .header('access-control-allow-headers', 'authorization, content-type, accept-language')
      .header('access-control-max-age', '7200')
      .code(204)
      .send()
  })
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** Answers one request; `request.text` is its body. */
export type Scene = (response: ServerResponse, request: IncomingMessage & { text: string }) => void | Promise<void>

export type ScriptedServer = {
  readonly url: string
  /** What has arrived so far. */
  readonly requests: readonly {
    readonly headers: IncomingMessage['headers']
    readonly text: string
    readonly at: number
  }[]
  close(): Promise<void>
}

/** A real HTTP server that answers the first request with the first scene, and so on; the last one stays. */
export async function scriptedServer(...scenes: readonly [Scene, ...Scene[]]): Promise<ScriptedServer> {
  const requests: ScriptedServer['requests'][number][] = []
  const server = createServer(async (request, response) => {
    const scene = scenes[Math.min(requests.length, scenes.length - 1)] as Scene
    const body = await text(request)
    requests.push({ headers: request.headers, text: body, at: performance.now() })
    await scene(response, Object.assign(request, { text: body }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Scene {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/graphql-response+json; charset=utf-8', ...headers })
    response.end(JSON.stringify(body))
  }
}

/** Answers with anything. */
export function raw(status: number, headers: Record<string, string>, body: string): Scene {
  return (response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Closes the connection without an answer. */
export const reset: Scene = (response) => {
  response.socket?.resetAndDestroy()
}

/** Sends the head and a part of the body, and nothing more. */
export const stall: Scene = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"data":')
}

/** Never answers. */
export const silence: Scene = () => {}

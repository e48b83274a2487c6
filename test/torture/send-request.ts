import { Agent, request as httpRequest } from 'node:http'
import type { Request } from './request.js'

export type Answered = { readonly status: number; readonly text: string }

/** Sends requests over kept connections. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })

  /** The answer's status and bytes; undefined if the caller went away before. */
  send(url: string, request: Request): Promise<Answered | undefined> {
    const { query, variables, operationName, extensions, method, accept, language, viewer, leavesAfter } = request
    const parameters = { query, variables, operationName, extensions }
    const body = method === 'POST' ? JSON.stringify(parameters) : undefined
    const headers = {
      accept,
      'accept-language': language,
      'x-viewer': viewer,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    const { promise, resolve, reject } = Promise.withResolvers<Answered | undefined>()
    const search = method === 'GET' ? `?${searchOf(parameters)}` : ''
    const sent = httpRequest(`${url}/graphql${search}`, { method, headers, agent: this.#agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      response.on('error', (error) => (leavesAfter === undefined ? reject(error) : resolve(undefined)))
    })
    let leaving: NodeJS.Timeout | undefined
    if (leavesAfter !== undefined) leaving = setTimeout(() => sent.destroy(), leavesAfter)
    sent.on('close', () => clearTimeout(leaving))
    sent.on('error', (error) => (leavesAfter === undefined ? reject(error) : resolve(undefined)))
    sent.end(body)
    return promise
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** Whether a GET can carry the request: a server takes 16 KiB of address and headers. */
export function fitsAddress({ query, variables, operationName, extensions }: Request): boolean {
  return searchOf({ query, variables, operationName, extensions }).length < 12_000
}

function searchOf(parameters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return new URLSearchParams(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString()
}

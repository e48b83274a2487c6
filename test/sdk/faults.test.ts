import { request as sendRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ClientOptions, createClient, type Fetch, isShenbaoError, type ShenbaoError } from '../../sdk/src/index.js'
import { json, raw, reset, type Scene, type ScriptedServer, scriptedServer, silence, stall } from './scripted-server.js'

const ping = '{ __typename }'
const answer = json({ data: { __typename: 'Query' } })
const servers: ScriptedServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function service(...scenes: readonly [Scene, ...Scene[]]) {
  const server = await scriptedServer(...scenes)
  servers.push(server)
  return { server, client: (options: Partial<ClientOptions> = {}) => createClient({ url: server.url, ...options }) }
}

async function caught(call: Promise<unknown>): Promise<ShenbaoError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isShenbaoError(error)) throw new Error(`expected a ShenbaoError, got ${String(error)}`)
  return error
}

/** As a mini-program would build one on its own way of sending requests, without signals. */
const plainFetch: Fetch = (url, { method, headers, body }) =>
  new Promise((resolve, reject) => {
    const request = sendRequest(url, { method, headers }, (response) => {
      const header = (name: string) => response.headers[name]?.toString() ?? null
      resolve({ status: response.statusCode ?? 0, headers: { get: header }, text: () => text(response) })
    })
    request.on('error', reject)
    request.end(body)
  })

describe('what comes back', () => {
  test('the data of an answer', async () => {
    const { client, server } = await service(answer)
    expect(await client().query(ping)).toEqual({ __typename: 'Query' })
    expect(server.requests).toHaveLength(1)
  })

  test('an HTML error page is named with its status', async () => {
    const { client } = await service(raw(500, { 'content-type': 'text/html' }, '<h1>Internal error</h1>'))
    expect(await caught(client().query(ping))).toMatchObject({ kind: 'http', status: 500 })
  })

  test('a login page with status 200 is no answer', async () => {
    const { client } = await service(raw(200, { 'content-type': 'text/html' }, '{"data":{"ok":true}}'))
    expect(await caught(client().query(ping))).toMatchObject({ kind: 'http', status: 200 })
  })

  test.each([
    ['cut off', '{"data":{"__type'],
    ['empty', ''],
    ['null', 'null'],
    ['without data and errors', '{}'],
    ['with errors that are no list', '{"errors":"no"}'],
    ['without a single error', '{"errors":[],"data":null}'],
  ])('JSON %s is no answer', async (_name, body) => {
    const { client, server } = await service(raw(200, { 'content-type': 'application/json' }, body))
    expect(await caught(client().query(ping))).toMatchObject({ kind: 'http', status: 200 })
    expect(server.requests).toHaveLength(1)
  })

  test('data from a failing intermediary is not trusted', async () => {
    const { client } = await service(json({ data: { __typename: 'Query' } }, 500))
    expect(await caught(client().query(ping))).toMatchObject({ kind: 'http', status: 500 })
  })

  test('errors keep their codes, paths and what could be answered', async () => {
    const errors = [
      { message: 'No such guideline.', path: ['b'], extensions: { code: 'GUIDELINE_NOT_FOUND' } },
      { message: 'Sum is secret.', path: ['a', 'list', 0] },
      null,
    ]
    const { client } = await service(json({ data: { a: { list: [null] }, b: null }, errors }))
    const error = await caught(client().query(ping))
    expect(error).toMatchObject({
      kind: 'graphql',
      status: 200,
      codes: ['GUIDELINE_NOT_FOUND'],
      paths: ['b', 'a.list.0'],
    })
    if (error.kind !== 'graphql') throw error
    expect(error.data).toEqual({ a: { list: [null] }, b: null })
    expect(error.responseErrors).toHaveLength(2)
    expect(error.message).toContain('GUIDELINE_NOT_FOUND')
  })

  test('a refused document is told apart by its code, not by its status', async () => {
    const refused = { errors: [{ message: 'Cannot query field', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }
    const { client, server } = await service(json(refused, 400))
    const error = await caught(client().query('{ nonsense }'))
    expect(error).toMatchObject({ kind: 'graphql', status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] })
    expect(server.requests).toHaveLength(1)
  })
})

describe('a service that is not there', () => {
  test('is a network fault that names the address', async () => {
    const { client, server } = await service(answer)
    await server.close()
    const error = await caught(client({ retries: 0 }).query(ping))
    expect(error).toMatchObject({ kind: 'network', code: 'ECONNREFUSED' })
    expect(error.message).toContain(server.url)
  })

  test('a reset connection is tried again', async () => {
    const { client, server } = await service(reset, answer)
    expect(await client().query(ping)).toEqual({ __typename: 'Query' })
    expect(server.requests).toHaveLength(2)
  })

  test('a body that breaks off is tried again', async () => {
    const broken: Scene = async (response) => {
      stall(response, undefined as never)
      await pause(20)
      response.socket?.destroy()
    }
    const { client, server } = await service(broken, answer)
    expect(await client().query(ping)).toEqual({ __typename: 'Query' })
    expect(server.requests).toHaveLength(2)
  })
})

describe('retries', () => {
  test('stop after as many as allowed', async () => {
    const { client, server } = await service(reset)
    expect(await caught(client({ retries: 2 }).query(ping))).toMatchObject({ kind: 'network' })
    expect(server.requests).toHaveLength(3)
  })

  test.each([429, 502, 503, 504])('follow HTTP %i', async (status) => {
    const { client, server } = await service(raw(status, { 'content-type': 'text/plain' }, 'later'), answer)
    expect(await client().query(ping)).toEqual({ __typename: 'Query' })
    expect(server.requests).toHaveLength(2)
  })

  test.each([400, 401, 403, 404, 500])('do not follow HTTP %i', async (status) => {
    const { client, server } = await service(raw(status, {}, 'no'), answer)
    expect(await caught(client().query(ping))).toMatchObject({ kind: 'http', status })
    expect(server.requests).toHaveLength(1)
  })

  test('follow a throttling code', async () => {
    const busy = json({ errors: [{ message: 'Slow down.', extensions: { code: 'RATE_LIMITED' } }] })
    const { client, server } = await service(busy, answer)
    expect(await client().query(ping)).toEqual({ __typename: 'Query' })
    expect(server.requests).toHaveLength(2)
  })

  test('wait as many seconds as the service asks for', async () => {
    const { client, server } = await service(raw(503, { 'retry-after': '1' }, ''), answer)
    await client().query(ping)
    const [first, second] = server.requests
    const waited = (second?.at ?? 0) - (first?.at ?? 0)
    expect(waited).toBeGreaterThanOrEqual(990)
    expect(waited).toBeLessThan(2000)
  })

  test('wait until the date that the service names', async () => {
    const inTwoSeconds = new Date(Date.now() + 2000).toUTCString()
    const { client, server } = await service(raw(429, { 'retry-after': inTwoSeconds }, ''), answer)
    await client().query(ping)
    const [first, second] = server.requests
    // The header has whole seconds, so up to one of the two is cut off.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(900)
  })

  test('are given up at once when the wait would pass the deadline', async () => {
    const { client, server } = await service(raw(503, { 'retry-after': '60' }, ''), answer)
    const started = performance.now()
    const error = await caught(client({ timeoutMs: 5000 }).query(ping))
    expect(error).toMatchObject({ kind: 'http', status: 503, retryAfterMs: 60_000 })
    expect(performance.now() - started).toBeLessThan(1000)
    expect(server.requests).toHaveLength(1)
  })

  test.each(['soon', '-1', '1.5', '2001'.repeat(200)])(
    'an odd Retry-After (%#) does not hold the call up',
    async (value) => {
      const { client } = await service(raw(503, { 'retry-after': value }, ''), answer)
      const outcome = await client({ timeoutMs: 3000 })
        .query(ping)
        .catch((error: ShenbaoError) => error.kind)
      expect(value.length > 100 ? 'http' : { __typename: 'Query' }).toEqual(outcome)
    },
  )

  test('are for queries only', async () => {
    const { client, server } = await service(reset, answer)
    expect(await caught(client().query('mutation { submit { id } }'))).toMatchObject({ kind: 'network' })
    expect(server.requests).toHaveLength(1)
  })

  test('ask for a fresh token each time', async () => {
    const tokens = ['first', 'second']
    const { client, server } = await service(reset, answer)
    await client({ token: async () => tokens.shift() }).query(ping)
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second'])
  })
})

describe('time and patience', () => {
  test.each([
    ['no answer', silence],
    ['a body that never ends', stall],
  ])('%s ends with the deadline, and the connection is closed', async (_name, scene) => {
    let closed = false
    const { client, server } = await service((response, request) => {
      response.on('close', () => {
        closed = true
      })
      return scene(response, request)
    })
    const error = await caught(client({ timeoutMs: 150 }).query(ping))
    expect(error).toMatchObject({ kind: 'timeout', timeoutMs: 150 })
    await expect.poll(() => closed).toBe(true)
    expect(server.requests).toHaveLength(1)
  })

  test('the deadline covers the retries too', async () => {
    const { client } = await service(reset)
    const started = performance.now()
    await caught(client({ timeoutMs: 400, retries: 100 }).query(ping))
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a call has its own deadline', async () => {
    const { client } = await service(silence)
    expect(await caught(client().query(ping, {}, { timeoutMs: 60 }))).toMatchObject({ timeoutMs: 60 })
  })

  test('a token that never comes does not hold the call up', async () => {
    const { client } = await service(answer)
    const error = await caught(client({ timeoutMs: 60, token: () => new Promise(() => {}) }).query(ping))
    expect(error.kind).toBe('timeout')
  })

  test('a fetch that ignores signals does not hold the call up', async () => {
    const client = createClient({ url: 'http://example.invalid/', timeoutMs: 60, fetch: () => new Promise(() => {}) })
    expect((await caught(client.query(ping))).kind).toBe('timeout')
  })

  test('a runtime without AbortController works, and keeps the deadline', async () => {
    vi.stubGlobal('AbortController', undefined)
    try {
      const { client } = await service(answer, silence)
      expect(await client({ fetch: plainFetch }).query(ping)).toEqual({ __typename: 'Query' })
      expect((await caught(client({ fetch: plainFetch, timeoutMs: 60 }).query(ping))).kind).toBe('timeout')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('an endless deadline does not end at once', async () => {
    const { client } = await service(async (response, request) => {
      await pause(30)
      return answer(response, request)
    })
    expect(await client({ timeoutMs: Number.POSITIVE_INFINITY }).query(ping)).toEqual({ __typename: 'Query' })
  })

  test('the caller aborts, while waiting for the answer and while waiting to try again', async () => {
    for (const scene of [silence, raw(503, { 'retry-after': '5' }, '')]) {
      const { client, server } = await service(scene)
      const controller = new AbortController()
      const call = caught(client().query(ping, {}, { signal: controller.signal }))
      await expect.poll(() => server.requests.length).toBe(1)
      controller.abort()
      expect((await call).kind).toBe('aborted')
    }
  })

  test('nothing is sent when the signal was aborted before', async () => {
    const { client, server } = await service(answer)
    const error = await caught(client().query(ping, {}, { signal: AbortSignal.abort() }))
    expect(error.kind).toBe('aborted')
    expect(server.requests).toHaveLength(0)
  })
})

describe('secrets', () => {
  const token = 'tok-3f9a'
  const id = '63010219900101001X'

  const hidden = new RegExp(`${token}|${id}|pw-77`)
  const shown = (error: ShenbaoError) =>
    `${error.message}${error.stack}${JSON.stringify(error)}${Object.values(error).join()}`

  test('stay out of messages and logs', async () => {
    const repeating = json({ data: { id }, errors: [{ message: `Bad value ${id}`, extensions: { code: 'BAD' } }] }, 400)
    const { client, server } = await service(repeating, reset, raw(500, {}, id), silence)
    const secretive = client({ token, retries: 0, timeoutMs: 100, url: `${server.url}?key=pw-77` })
    for (const kind of ['graphql', 'network', 'http', 'timeout']) {
      const error = await caught(secretive.query('query Q($id: String) { q(id: $id) }', { id }))
      expect(error.kind).toBe(kind)
      expect(shown(error)).not.toMatch(hidden)
    }
  })

  test("a password in the service's address is not repeated", async () => {
    const client = createClient({ url: 'http://user:pw-77@127.0.0.1:1/graphql', retries: 0 })
    const error = await caught(client.query(ping))
    expect(error.message).toContain('http://127.0.0.1:1/graphql')
    expect(shown(error)).not.toMatch(hidden)
  })

  test('a token that no header can carry is refused without repeating it', async () => {
    const { client, server } = await service(answer)
    const call = client({ token: 'tok-3f9a\n' }).query(ping)
    await expect(call).rejects.toThrow(TypeError)
    await expect(call).rejects.not.toThrow(/3f9a/)
    expect(server.requests).toHaveLength(0)
  })
})

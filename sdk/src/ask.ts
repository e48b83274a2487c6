import type { CallOptions, ClientOptions } from './connection.js'
import { readAnswer } from './read-answer.js'
import { retryDelay } from './retry-delay.js'
import { shenbaoError } from './shenbao-error.js'

/** Largest delay that timers can hold. */
const MAX_TIMER_MS = 2_147_483_647

/** Sends an operation until it is answered, can't be, or the time is up. */
export async function ask(options: ClientOptions & CallOptions, query: string, variables: unknown): Promise<unknown> {
  const { signal, retries = 2 } = options
  const timeoutMs = Math.min(options.timeoutMs ?? 30_000, MAX_TIMER_MS)
  const deadline = Date.now() + timeoutMs
  const body = JSON.stringify({ query, variables })
  // Whatever might change something is sent once only; a query whose text has one of these words is not sent again either.
  const repeatable = options.repeatable ?? !/\b(mutation|subscription)\b/.test(query)
  if (signal?.aborted) throw aborted()

  // Some mini-programs have no AbortController: there the request runs on, but the caller doesn't wait for it.
  const controller = typeof AbortController === 'function' ? new AbortController() : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let onAbort = () => {}
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(aborted())
    signal?.addEventListener('abort', onAbort)
    timer = setTimeout(() => reject(timedOut(timeoutMs)), timeoutMs)
  })

  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return await Promise.race([stopped, send(options, body, controller?.signal)])
      } catch (error) {
        const delay = repeatable && attempt < retries ? retryDelay(error, attempt) : undefined
        if (delay === undefined || Date.now() + delay >= deadline) throw error
        await Promise.race([
          stopped,
          new Promise((resolve) => {
            pause = setTimeout(resolve, delay)
          }),
        ])
      }
    }
  } finally {
    clearTimeout(timer)
    clearTimeout(pause)
    signal?.removeEventListener('abort', onAbort)
    controller?.abort()
  }
}

async function send(options: ClientOptions, body: string, signal: AbortSignal | undefined): Promise<unknown> {
  const { url, locale, cookies, fetch: request = fetch } = options
  const token = typeof options.token === 'function' ? await options.token() : options.token
  // Runtimes quote a bad header in their messages, and this one must stay secret.
  if (token && !/^[!-~]+$/.test(token)) throw new TypeError('The token has characters that no header can carry.')
  const headers = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
    ...(locale && { 'accept-language': locale }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  let status: number
  let type: string | null
  let retryAfter: string | null
  let text: string
  try {
    const response = await request(url, {
      method: 'POST',
      headers,
      body,
      signal,
      ...(cookies && { credentials: 'include' }),
    })
    status = response.status
    type = response.headers.get('content-type')
    retryAfter = response.headers.get('retry-after')
    text = await response.text()
  } catch (error) {
    throw unreachable(url, error)
  }
  return readAnswer(status, type, retryAfter, text)
}

function aborted() {
  return shenbaoError({ kind: 'aborted' }, 'The call was aborted.', '调用已取消。')
}

function timedOut(timeoutMs: number) {
  return shenbaoError(
    { kind: 'timeout', timeoutMs },
    `No answer within ${timeoutMs} ms.`,
    `${timeoutMs} 毫秒内没有收到答复。`,
  )
}

function unreachable(url: string, error: unknown) {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  const named = [cause?.code, code].find((value) => typeof value === 'string') as string | undefined
  // Without user, password and query, which may be secret.
  const address = url.replace(/\/\/[^/]*@/, '//').replace(/[?#].*/, '') + (named ? ` (${named})` : '')
  return shenbaoError(
    { kind: 'network', code: named },
    `Can't reach ${address}; check the address and that the service runs.`,
    `无法连接 ${address}，请检查地址以及服务是否在运行。`,
  )
}

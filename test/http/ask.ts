export type Answer = {
  status: number
  type: string | null
  headers: Headers
  body: {
    data?: Record<string, unknown> | null
    errors?: {
      message: string
      path?: unknown
      locations?: unknown
      extensions: Record<string, unknown> & { code: string }
    }[]
    extensions?: { cost: { requested: number; remaining: number } }
  }
}

type Body = { query?: string; variables?: unknown; operationName?: unknown }

/** Sends a GraphQL request by POST, in English unless the headers say otherwise. */
export function ask(url: string, body: Body | string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  return request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: text as BodyInit,
  })
}

/** Any request whose answer has to be JSON. */
export async function request(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  const { status, headers } = response
  return { status, type: headers.get('content-type'), headers, body: (await response.json()) as Answer['body'] }
}

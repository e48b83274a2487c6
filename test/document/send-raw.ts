import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'

/** A PUT whose body the test sends piece by piece. */
export function beginPut(url: string, headers: Record<string, string | number> = {}): ClientRequest {
  const sending = request(url, { method: 'PUT', headers: { 'accept-language': 'en', ...headers }, agent: false })
  // What isn't awaited may break: that is what these tests do.
  sending.on('error', () => {})
  return sending
}

/** The answer's status and error code. */
export async function answerTo(
  sending: ClientRequest,
): Promise<{ status: number | undefined; code: string | undefined }> {
  const [response]: IncomingMessage[] = await once(sending, 'response')
  let text = ''
  for await (const piece of response ?? []) text += piece
  return { status: response?.statusCode, code: JSON.parse(text).errors?.[0]?.extensions.code }
}

import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { requestError } from './request-error.js'

/** Bytes beyond the limit that are still taken off the wire, so that the sender gets to read why it was refused. */
const patienceBytes = 32 * 1024 * 1024

/**
 * Reads a request's body as JSON.
 * @param limit largest body in bytes
 * @param patience how long all of it may take, in milliseconds
 * @throws {GraphQLError} BODY_TOO_LARGE (413), REQUEST_TIMEOUT (408), or BAD_REQUEST for what isn't JSON in UTF-8; the text isn't repeated
 */
export async function readJsonBody(request: IncomingMessage, limit: number, patience: number): Promise<unknown> {
  const body = await readBytes(request, limit, patience)
  if (body.length === 0) throw badBody('请求体为空', 'The body is empty')
  if (!isUtf8(body)) throw badBody('请求体不是 UTF-8 编码', 'The body is not encoded in UTF-8')
  const text = body.toString('utf8')
  try {
    // A byte order mark is no part of JSON, and Windows tools write one.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    // The rest of V8's message repeats the text.
    throw (error as Error).message.startsWith('Unexpected end')
      ? badBody('请求体不是完整的 JSON', 'The body is not complete JSON')
      : badBody('请求体不是有效的 JSON', 'The body is not JSON')
  }
}

function readBytes(request: IncomingMessage, limit: number, patience: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const refuse = (error = tooLarge(limit)) => {
      clearTimeout(timer)
      request.off('data', take)
      reject(error)
    }
    const timer = setTimeout(() => refuse(tooSlow(patience)), patience)
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (length > limit + patienceBytes) refuse()
    }
    request.on('data', take)
    request.on('end', () => {
      if (length > limit) return refuse()
      clearTimeout(timer)
      resolve(Buffer.concat(chunks, length))
    })
    request.on('error', refuse)
    if (Number(request.headers['content-length'] ?? 0) > limit + patienceBytes) refuse()
  })
}

function tooLarge(limit: number) {
  const size = limit >= 1024 * 1024 ? `${+(limit / 1024 / 1024).toFixed(1)} MiB` : `${+(limit / 1024).toFixed(1)} KiB`
  return requestError(
    'BODY_TOO_LARGE',
    {
      'zh-CN': `请求体超过上限 ${size}；请拆成几次请求，附件请用上传接口。`,
      en: `The body is larger than the limit of ${size}; split the request, and send attachments by upload.`,
    },
    // What may still be coming on this connection belongs to the refused request.
    { status: 413, headers: { connection: 'close' }, extensions: { limitBytes: limit } },
  )
}

function tooSlow(patience: number) {
  const seconds = patience / 1000
  return requestError(
    'REQUEST_TIMEOUT',
    {
      'zh-CN': `请求体在 ${seconds} 秒内未能到达，请重新发送。`,
      en: `The body did not arrive within ${seconds} seconds; send it again.`,
    },
    { status: 408, headers: { connection: 'close' } },
  )
}

function badBody(zh: string, en: string) {
  return requestError('BAD_REQUEST', {
    'zh-CN': `${zh}；请发送 JSON 对象，例如 {"query":"{ __typename }"}。`,
    en: `${en}; send a JSON object such as {"query":"{ __typename }"}.`,
  })
}

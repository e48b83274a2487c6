import type { Socket } from 'node:net'
import type { ErrorCode } from '../../schema/error-codes.js'

type Refusal = { readonly status: string; readonly code: ErrorCode; readonly message: string }

const malformed: Refusal = {
  status: '400 Bad Request',
  code: 'BAD_REQUEST',
  message: 'Not a request of HTTP/1.1. 不是 HTTP/1.1 请求。',
}

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'HEADER_TOO_LARGE',
    message:
      'The address and headers are larger than 16 KiB; send long queries by POST. 网址与请求头超过 16 KiB；较长的查询请用 POST 发送。',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'REQUEST_TIMEOUT',
    message: 'The request did not arrive in time; send it again. 请求未能及时到达，请重新发送。',
  },
}

/** Answers what Node couldn't read as a request; in both languages, as there is no header to choose one by. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, code, message } = refusals[error.code ?? ''] ?? malformed
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

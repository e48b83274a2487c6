/** A file on its way: bytes that may be sent again. */
export type FileToSend = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob | Uint8Array<ArrayBuffer>
  /** Told how many bytes have gone. */
  readonly onProgress?: (sent: number) => void
  readonly signal?: AbortSignal
}

export type SentFile = {
  readonly status: number
  readonly type: string | null
  readonly retryAfter: string | null
  readonly text: string
}

/** Sends one HTTP PUT; rejects when no answer comes. */
export type SendFile = (file: FileToSend) => Promise<SentFile>

/** By XMLHttpRequest where there is one, because a page's `fetch` doesn't tell how far it is; by `fetch` elsewhere. */
export const sendFile: SendFile = (file) => (typeof XMLHttpRequest === 'function' ? sendByXhr(file) : sendByFetch(file))

function sendByXhr({ url, headers, body, onProgress, signal }: FileToSend): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    // A listener makes a page of another origin ask first whether it may; so there is none where nobody listens.
    if (onProgress) request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    const stop = () => request.abort()
    signal?.addEventListener('abort', stop)
    request.onloadend = () => {
      signal?.removeEventListener('abort', stop)
      const { status, responseText: text } = request
      if (status === 0) return reject(new Error('The connection broke.'))
      const header = (name: string) => request.getResponseHeader(name)
      resolve({ status, type: header('content-type'), retryAfter: header('retry-after'), text })
    }
    request.send(body)
  })
}

/** Bytes that are handed over at once. */
const PIECE_BYTES = 64 * 1024

async function sendByFetch({ url, headers, body, onProgress, signal }: FileToSend): Promise<SentFile> {
  const init: RequestInit & { duplex?: 'half' } = { method: 'PUT', headers, body, signal }
  // As a stream of pieces it is known which of them have gone.
  if (onProgress) Object.assign(init, { body: inPieces(body, onProgress), duplex: 'half' })
  const response = await fetch(url, init)
  const header = (name: string) => response.headers.get(name)
  return {
    status: response.status,
    type: header('content-type'),
    retryAfter: header('retry-after'),
    text: await response.text(),
  }
}

function inPieces(
  body: Blob | Uint8Array<ArrayBuffer>,
  onProgress: (sent: number) => void,
): ReadableStream<Uint8Array> {
  const blob = body instanceof Blob ? body : new Blob([body])
  let sent = 0
  return new ReadableStream(
    {
      async pull(stream) {
        // A piece is asked for when the one before has gone.
        if (sent > 0) onProgress(sent)
        const piece = new Uint8Array(await blob.slice(sent, sent + PIECE_BYTES).arrayBuffer())
        if (piece.length === 0) return stream.close()
        sent += piece.length
        stream.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
}

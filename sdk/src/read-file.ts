/** A file to upload: of a page, of Node (`openAsBlob`, a Buffer, a stream), or bytes. */
export type FileSource =
  | Blob
  | ArrayBuffer
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | { readonly name?: string; stream(): AsyncIterable<Uint8Array> }

export type ReadFile = { readonly body: Blob | Uint8Array<ArrayBuffer>; readonly name: string; readonly size: number }

/** Most bytes that a stream may have, and that are read to be hashed. The service takes attachments of 20 MiB. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * A source as bytes that can be sent more than once. A stream is read to its end, because the service wants to know the size
 * beforehand.
 * @throws RangeError for a stream that is too long; TypeError for what has no name and was given none
 */
export async function readFile(source: FileSource, given: string | undefined): Promise<ReadFile> {
  const name = given ?? (source as { readonly name?: string }).name
  if (!name) throw new TypeError('Give the name of the file, such as { name: "licence.pdf" }.')
  if (typeof Blob === 'function' && source instanceof Blob) return { body: source, name, size: source.size }
  const body = await bytesOf(source as Exclude<FileSource, Blob>)
  return { body, name, size: body.length }
}

async function bytesOf(source: Exclude<FileSource, Blob>): Promise<Uint8Array<ArrayBuffer>> {
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  // A Buffer may be a view of memory that others use, and change before it is sent again.
  if (source instanceof Uint8Array) return new Uint8Array(source)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of 'stream' in source ? source.stream() : source) {
    size += piece.length
    if (size > MOST_BYTES) throw new RangeError(`The stream has more than ${MOST_BYTES} bytes.`)
    pieces.push(piece)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** SHA-256 in hexadecimal; null where the runtime has no WebCrypto (pages without https, some mini-programs), or for very large files. */
export async function sha256Of({ body, size }: ReadFile): Promise<string | null> {
  const subtle = (globalThis as { readonly crypto?: { readonly subtle?: SubtleCrypto } }).crypto?.subtle
  if (!subtle || size > MOST_BYTES) return null
  const bytes = body instanceof Uint8Array ? body : await body.arrayBuffer()
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

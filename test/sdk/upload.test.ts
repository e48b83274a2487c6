import { createHash } from 'node:crypto'
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FileSource, UploadOptions, UploadResult } from '../../sdk/src/index.js'
import { sendFile } from '../../sdk/src/send-file.js'
import { largePdf, png } from '../document/samples.js'
import { type ApplicationService, startApplicationService } from './application-service.js'
import { type UnreliableLine, unreliableLine } from './unreliable-line.js'

let service: ApplicationService
let line: UnreliableLine
const folder = mkdtempSync(join(tmpdir(), 'shenbao-upload-'))
let minutes = 0
beforeAll(async () => {
  service = await startApplicationService(() => new Date(Date.UTC(2023, 5, 1, 2, minutes)))
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  line = await unreliableLine(service.url)
})
afterEach(() => line.close())

const client = () => service.client({ url: `${line.url}/graphql` })
const upload = (source: FileSource, options: Partial<UploadOptions> = {}): Promise<UploadResult> =>
  client().application.attachments.upload(source, { applicant: service.applicant, name: '虚构协议.pdf', ...options })
const puts = () => line.sent.filter((sent) => sent === 'PUT').length

let made = 0
/** A PDF that nobody has uploaded yet, of about 300 kB. */
const fresh = () => largePdf(300_000 + ++made)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const stored = async (hash: string) =>
  service.execute<{ state: string }>('select state from document where sha256 = ?', [hash])

describe('a file is uploaded', { timeout: 30_000 }, () => {
  test.each<[string, (bytes: Buffer) => FileSource | Promise<FileSource>]>([
    ['as a File', (bytes) => new File([new Uint8Array(bytes)], '虚构协议.pdf')],
    ['as a Blob', (bytes) => new Blob([new Uint8Array(bytes)])],
    ['as a Buffer', (bytes) => bytes],
    ['as an ArrayBuffer', (bytes) => new Uint8Array(bytes).buffer],
    ['as a stream of Node', (bytes) => Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)])],
    ['as a stream of the web', (bytes) => new Blob([new Uint8Array(bytes)]).stream()],
    [
      'from a disk, without being read into memory first',
      async (bytes) => {
        const path = join(folder, 'agreement.pdf')
        writeFileSync(path, bytes)
        return openAsBlob(path)
      },
    ],
  ])('%s', async (_name, sourceOf) => {
    const bytes = fresh()
    const result = await upload(await sourceOf(bytes))
    expect(result).toEqual({
      status: 'uploaded',
      document: {
        ...{ id: expect.any(String), fileName: '虚构协议.pdf', mediaType: 'application/pdf' },
        ...{ size: bytes.length, sha256: sha256(bytes) },
      },
    })
    expect(await stored(sha256(bytes))).toEqual([{ state: 'STORED' }])
  })

  test('and its id is what the section names', async () => {
    const result = await upload(fresh())
    if (result.status !== 'uploaded') throw new Error(JSON.stringify(result.errors))
    const application = await service.create()
    const items = [{ key: 'a1', requirement: 'integrity-commitment', document: result.document.id }]
    const saved = await client().application.save('attachments', { application, revision: 0, content: { items } })
    expect(saved).toMatchObject({ status: 'saved', section: { items: [{ document: result.document.id }] } })
  })

  test('and tells how far it is', async () => {
    const bytes = fresh()
    const told: number[] = []
    const result = await upload(bytes, {
      onProgress: ({ sent, total }) => {
        expect(total).toBe(bytes.length)
        told.push(sent)
      },
    })
    expect(result.status).toBe('uploaded')
    expect([told[0], told.at(-1)]).toEqual([0, bytes.length])
    expect(told.length).toBeGreaterThan(4)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(await stored(sha256(bytes))).toEqual([{ state: 'STORED' }])
  })

  test('once only: the organisation’s own copy isn’t sent again', async () => {
    const bytes = fresh()
    const [first, second] = [await upload(bytes), await upload(bytes)]
    expect(first.status).toBe('uploaded')
    expect(second).toMatchObject({ document: { id: first.status === 'uploaded' && first.document.id } })
    expect(puts()).toBe(1)
  })
})

describe('when the connection breaks', { timeout: 30_000 }, () => {
  test.each([
    ['before the file arrives', 'lost'],
    ['half-way', 'torn'],
    ['before the answer', 'unanswered'],
  ] as const)('%s, it is sent again and stored once', async (_name, fate) => {
    const bytes = fresh()
    line.fates.push('through', fate, fate)
    const starts: number[] = []
    const result = await upload(bytes, { onProgress: ({ sent }) => sent === 0 && starts.push(sent) })
    expect(result.status).toBe('uploaded')
    expect(puts()).toBe(3)
    expect(starts).toHaveLength(3)
    expect(await stored(sha256(bytes))).toEqual([{ state: 'STORED' }])
  })

  test('for good, it is an error that says so', async () => {
    line.fates.push('through', ...Array.from({ length: 3 }, () => 'lost' as const))
    await expect(upload(fresh(), { retries: 2 })).rejects.toMatchObject({ kind: 'network' })
    expect(puts()).toBe(3)
  })

  test('for longer than the address holds, a new one is asked for', async () => {
    const bytes = fresh()
    const addresses = new Set<string>()
    const result = await upload(bytes, {
      send: async (file) => {
        addresses.add(file.url)
        // The first attempt takes until its address has expired.
        if (addresses.size === 1) minutes += 20
        return sendFile(file)
      },
    })
    expect(result.status).toBe('uploaded')
    expect(addresses.size).toBe(2)
  })

  test('it can be aborted, and nothing is sent any more', async () => {
    const stop = new AbortController()
    line.fates.push('through', ...Array.from({ length: 20 }, () => 'lost' as const))
    const ended = upload(fresh(), { signal: stop.signal, retries: 20 }).catch((error: unknown) => error)
    await expect.poll(puts).toBeGreaterThan(0)
    stop.abort()
    expect(await ended).toMatchObject({ kind: 'aborted' })
    const before = puts()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(puts()).toBe(before)
  })
})

describe('what isn’t wanted is refused, with what to do', { timeout: 30_000 }, () => {
  test('before it is sent: its name, its size, its organisation', async () => {
    const codes = async (source: FileSource, options: Partial<UploadOptions> = {}) => {
      const result = await upload(source, options)
      return result.status === 'refused' ? result.errors.map(({ code, path }) => [code, path.at(-1)]) : []
    }
    expect(await codes(fresh(), { name: '协议.exe' })).toEqual([['FILE_TYPE_NOT_ALLOWED', 'fileName']])
    expect(await codes(new Uint8Array())).toEqual([['FILE_EMPTY', 'size']])
    expect(await codes(fresh(), { applicant: 'nobody' })).toEqual([['APPLICANT_UNKNOWN', 'applicant']])
    expect(puts()).toBe(0)
  })

  test('a file of 200 MB, of which nothing is read', async () => {
    const path = join(folder, 'huge.pdf')
    writeFileSync(path, '')
    const { truncateSync } = await import('node:fs')
    truncateSync(path, 200 * 1024 * 1024)
    expect(await upload(await openAsBlob(path))).toMatchObject({
      status: 'refused',
      errors: [{ code: 'FILE_TOO_LARGE' }],
    })
    expect(puts()).toBe(0)
  })

  test('by its content: a picture that is called a PDF', async () => {
    expect(await upload(png)).toMatchObject({
      status: 'refused',
      errors: [{ code: 'FILE_TYPE_NOT_ALLOWED', path: ['file'], message: expect.stringContaining('.pdf') }],
    })
    expect(puts()).toBe(1)
  })

  test('a source without a name, and a stream without an end', async () => {
    await expect(upload(fresh(), { name: undefined })).rejects.toThrow('name')
    const piece = new Uint8Array(1024 * 1024)
    async function* endless() {
      for (;;) yield piece
    }
    await expect(upload(endless())).rejects.toThrow(RangeError)
  })
})

test('a runtime with a way of its own to send files brings it', async () => {
  const bytes = fresh()
  const sizes: number[] = []
  const result = await upload(bytes, {
    send: async ({ url, headers, body }) => {
      sizes.push(body instanceof Blob ? body.size : body.length)
      const response = await fetch(url, { method: 'PUT', headers, body })
      return {
        ...{ status: response.status, type: response.headers.get('content-type'), retryAfter: null },
        text: await response.text(),
      }
    },
  })
  expect(result.status).toBe('uploaded')
  expect(sizes).toEqual([bytes.length])
})

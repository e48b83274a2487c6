import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../server/config.js'
import { ScanRefused, scanWithClamd } from '../../server/document/clamd.js'
import { Files } from '../../server/document/files.js'
import { scanDocuments } from '../../server/document/scan-documents.js'
import { openMail } from '../../server/mail/send-mail.js'
import { until } from '../support/data-folder.js'
import { largePdf, pdf, png } from './samples.js'
import { type Clamd, eicar, startClamd } from './start-clamd.js'
import { type DocumentApp, get, put, startDocumentApp } from './start-document-app.js'

const infected = Buffer.concat([pdf, Buffer.from(`% ${eicar}\n`)])

let clamd: Clamd
let app: DocumentApp
let editor: { account: string; applicant: string }
const lines: string[] = []
beforeAll(async () => {
  clamd = await startClamd()
  const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  app = await startDocumentApp({ CLAMD_URL: `tcp://127.0.0.1:${clamd.port}` }, { logger })
  editor = await app.makeEditor()
})
afterAll(async () => {
  await app.close()
  await clamd.close()
})

async function upload(content: Buffer, fileName = 'a.pdf', purpose = 'ATTACHMENT') {
  const { id, url } = await app.uploadOf(editor.account, content, { purpose, fileName, applicant: editor.applicant })
  return { id, sent: await put(url, content), url }
}

/** Waits for a document to be something. */
async function becomes(id: string, expected: object): Promise<Record<string, unknown>> {
  for (let i = 0; i < 200; i++) {
    const document = (await app.read(editor.account, id)) ?? {}
    if (Object.entries(expected).every(([name, value]) => document[name] === value)) return document
    await sleep(50)
  }
  throw new Error(`It became ${JSON.stringify(await app.read(editor.account, id))}.`)
}

const keyOf = (id: string) => id.replace('Document:', '')

describe('with a scanner', () => {
  test('a clean file leaves quarantine by itself', async () => {
    const content = largePdf(3 * 1024 * 1024)
    const { id, sent } = await upload(content)
    expect(JSON.parse(sent.bytes.toString())).toMatchObject({ state: 'STORED', scan: 'PENDING' })
    const document = await becomes(id, { scan: 'CLEAN' })
    expect(document.scannedAt).toBeTruthy()
    expect(clamd.seen).toContain(content.length)
    expect(await get(app.url + document.downloadUrl)).toMatchObject({ status: 200 })
  })

  test('malware is deleted, refused for good, and the uploader told', async () => {
    const { id, url } = await upload(infected, '报告.pdf')
    const document = await becomes(id, { scan: 'INFECTED' })
    expect(document).toMatchObject({ state: 'REFUSED', mediaType: null, pages: null, downloadUrl: null })
    expect(app.filesOnDisk().filter((name) => name.includes(keyOf(id)))).toEqual([])
    expect(await put(url, infected)).toMatchObject({ status: 409, code: 'FILE_REFUSED' })
    const [mail] = await app.execute<{ id: string; content_sealed: string }>(
      `select id, content_sealed from mail where template = 'file-infected'`,
    )
    const { to, values } = openMail(app.keyring, mail?.id ?? '', mail?.content_sealed ?? '')
    expect([to, values]).toEqual([`${editor.account}@example.org`, { fileName: '报告.pdf' }])
    const logged = lines.filter((line) => line.includes(keyOf(id)))
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('Eicar-Test-Signature')
    expect(logged[0]).not.toContain('报告')
  })

  test('the same malware again is a new file, and refused anew', async () => {
    const { id } = await upload(infected)
    await becomes(id, { scan: 'INFECTED' })
  })

  test('malware as evidence can’t be used', async () => {
    const { id } = await upload(infected, 'licence.pdf', 'EVIDENCE')
    await becomes(id, { scan: 'INFECTED' })
    expect(await addEvidence(app, editor, id)).toBe('FILE_INFECTED')
  })
})

describe('in quarantine', () => {
  let other: DocumentApp
  let own: { account: string; applicant: string }
  beforeAll(async () => {
    // Without a scanner of its own: the tests say when there is one.
    other = await startDocumentApp()
    own = await other.makeEditor()
  })
  afterAll(() => other.close())

  /** A file as it is while it waits, and the addresses that it had before. */
  async function quarantined(content: Buffer, fileName = 'a.pdf') {
    const input = { purpose: 'EVIDENCE', fileName, applicant: own.applicant }
    const { id, url } = await other.uploadOf(own.account, content, input)
    await put(url, content)
    const { downloadUrl, thumbnailUrl } = (await other.read(own.account, id)) ?? {}
    await other.execute(`update document set scan = 'PENDING' where id = ?`, [keyOf(id)])
    return { id, downloadUrl, thumbnailUrl }
  }

  /** One look for files that wait, by a server that has this clamd. */
  async function scan({ port }: { port: number }): Promise<void> {
    const { dataDir, keyring, orm } = other
    const files = new Files({ dataDir, secrets: () => keyring.secrets('upload') })
    const logger = pino({ level: 'silent' })
    const scanning = (content: Readable) => scanWithClamd({ host: '127.0.0.1', port }, content)
    await scanDocuments({ orm, files, keyring, logger, now: () => new Date(), scan: scanning }, new Set())
  }

  test('a file is neither given out nor used, not even at an address from before', async () => {
    const { id, downloadUrl, thumbnailUrl } = await quarantined(png, 'a.png')
    expect(await other.read(own.account, id)).toMatchObject({ downloadUrl: null, thumbnailUrl: null })
    expect(await get(other.url + downloadUrl)).toMatchObject({ status: 409, code: 'FILE_IN_QUARANTINE' })
    expect(await get(other.url + thumbnailUrl)).toMatchObject({ status: 409, code: 'FILE_IN_QUARANTINE' })
    expect(await addEvidence(other, own, id)).toBe('FILE_IN_QUARANTINE')
    await scan(clamd)
    expect(await get(other.url + downloadUrl)).toMatchObject({ status: 200 })
    expect(await addEvidence(other, own, id)).toBeUndefined()
  })

  test('a file waits while clamd hangs up or is away, and is scanned when it is back, by whichever server', async () => {
    const { id } = await quarantined(pdf)
    const away = await startClamd({ hangUps: 1 })
    await expect(scan(away)).rejects.toThrow(/hung up|EPIPE|ECONNRESET/)
    await away.close()
    await expect(scan(away)).rejects.toThrow('ECONNREFUSED')
    expect(await other.read(own.account, id)).toMatchObject({ scan: 'PENDING', downloadUrl: null })
    await Promise.all([scan(clamd), scan(clamd)])
    expect(await other.read(own.account, id)).toMatchObject({ scan: 'CLEAN' })
  })

  test.each([true, false])('a file that clamd doesn’t take stays, and holds up no other (curt: %s)', async (curt) => {
    const large = await quarantined(largePdf(200_000))
    const small = await quarantined(Buffer.concat([pdf, Buffer.from('% small')]))
    const narrow = await startClamd({ most: 100_000, curt })
    // Its answer may be there before the connection breaks under what is still being sent, or not.
    await scan(narrow).catch((error) => expect(error.syscall).toMatch(/read|write/))
    expect(await other.read(own.account, large.id)).toMatchObject({ scan: 'PENDING', downloadUrl: null })
    expect(await other.read(own.account, small.id)).toMatchObject({ scan: 'CLEAN' })
    await narrow.close()
    await scan(clamd)
  })

  test('what came before there was a scanner may be used, and is scanned once there is one', async () => {
    const input = { purpose: 'ATTACHMENT', fileName: 'a.pdf', applicant: own.applicant }
    const { id, url } = await other.uploadOf(own.account, infected, input)
    await put(url, infected)
    const before = await other.read(own.account, id)
    expect(before).toMatchObject({ scan: 'NOT_SCANNED', scannedAt: null, downloadUrl: expect.stringContaining('/') })
    await scan(clamd)
    expect(await other.read(own.account, id)).toMatchObject({ state: 'REFUSED', scan: 'INFECTED' })
    expect(other.filesOnDisk().filter((name) => name.includes(keyOf(id)))).toEqual([])
  })
})

test('a service whose clamd is away takes files, says so in its log, and scans them all when it is back', {
  timeout: 30_000,
}, async () => {
  const { port, close } = await startClamd()
  await close()
  const logged: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line) => void logged.push(line) })
  const service = await startDocumentApp({ CLAMD_URL: `tcp://127.0.0.1:${port}` }, { logger })
  const { account, applicant } = await service.makeEditor()
  const send = async (content: Buffer) => {
    const input = { purpose: 'ATTACHMENT', fileName: 'a.pdf', applicant }
    const { id, url } = await service.uploadOf(account, content, input)
    expect(await put(url, content)).toMatchObject({ status: 200 })
    return id
  }
  const first = await send(pdf)
  await until(() => logged.some((line) => line.includes('couldn’t be scanned')), 5_000)
  expect(await service.read(account, first)).toMatchObject({ state: 'STORED', scan: 'PENDING', downloadUrl: null })
  const back = await startClamd({ port })
  await send(Buffer.concat([pdf, Buffer.from('% 2')]))
  await until(() => back.seen.length === 2, 10_000)
  await service.close()
  await back.close()
})

describe('the wire', () => {
  const at = ({ port }: Clamd) => ({ host: '127.0.0.1', port })

  test('an answer that comes before clamd has all is taken', async () => {
    const narrow = await startClamd({ most: 10 })
    const content = Readable.from(Array.from({ length: 2_000 }, () => Buffer.alloc(65_536)))
    await expect(scanWithClamd(at(narrow), content)).rejects.toThrow(ScanRefused)
    expect(content.destroyed).toBe(true)
    await narrow.close()
  })

  test('malware that is cut between two pieces', async () => {
    const bytes = Buffer.from(eicar)
    const content = Readable.from([bytes.subarray(0, 20), bytes.subarray(20)])
    expect(await scanWithClamd(at(clamd), content)).toEqual({ found: 'Eicar-Test-Signature' })
  })

  test('a file that can’t be read to its end isn’t clean', async () => {
    const content = Readable.from(
      (async function* () {
        yield Buffer.from('a')
        throw new Error('the disk is gone')
      })(),
    )
    await expect(scanWithClamd(at(clamd), content)).rejects.toThrow('the disk is gone')
  })
})

describe('CLAMD_URL', () => {
  test.each([
    ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('%s', (CLAMD_URL, expected) => expect(loadConfig({ CLAMD_URL }).clamdUrl).toEqual(expected))

  test.each(['clamd', 'tcp://clamd', 'tcp://clamd:0', 'tcp://clamd:99999', 'unix:clamd.ctl', 'http://clamd:3310'])(
    '%s is refused with what to write',
    (CLAMD_URL) => {
      expect(() => loadConfig({ CLAMD_URL })).toThrow(/is not tcp:\/\/host:3310 or unix:\/run/)
      expect(() => loadConfig({ CLAMD_URL })).toThrow(/应为tcp:\/\/主机:3310/)
    },
  )
})

async function addEvidence(
  { askAs }: DocumentApp,
  { account, applicant }: { account: string; applicant: string },
  document: string,
): Promise<string | undefined> {
  const query = 'mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) { errors { code } } }'
  const input = { applicant, kind: 'BUSINESS_LICENCE', document, idempotencyKey: randomUUID() }
  const { data, errors } = await askAs(account, query, { input })
  if (!data) throw new Error(JSON.stringify(errors))
  return (data.addEvidence as { errors: { code: string }[] }).errors[0]?.code
}

import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../server/config.js'
import { checkStorage } from '../../server/document/check-storage.js'
import { Files } from '../../server/document/files.js'
import { storageOf } from '../../server/document/storage-setting.js'
import { sweepUploads } from '../../server/document/sweep-uploads.js'
import { largePdf, pdf, png } from './samples.js'
import { type DocumentApp, get, put, sha256Of, startDocumentApp } from './start-document-app.js'
import { type S3, startS3 } from './start-s3.js'

const storageFrom = (environment: Record<string, string>) => storageOf(loadConfig(environment))

/** A port where nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('files in a bucket', () => {
  let s3: S3
  let app: DocumentApp
  let editor: { account: string; applicant: string }
  beforeAll(async () => {
    s3 = await startS3()
    app = await startDocumentApp(s3.environment)
    editor = await app.makeEditor()
  })
  afterAll(async () => {
    await app.close()
    await s3.close()
  })

  const attachment = (content: Buffer, fileName: string) =>
    app.uploadOf(editor.account, content, { purpose: 'ATTACHMENT', fileName, applicant: editor.applicant })

  test.each([
    ['a PDF of 3 MiB', 'a.pdf', largePdf(3 * 1024 * 1024)],
    ['a picture', 'a.png', png],
  ])('%s comes and goes', async (_what, fileName, content) => {
    const { id, url } = await attachment(content, fileName)
    expect(await put(url, content)).toMatchObject({ status: 200 })
    const document = await app.read(editor.account, id)
    expect(document).toMatchObject({ state: 'STORED', sha256: sha256Of(content) })
    const key = id.replace('Document:', '')
    expect(s3.keys()).toContain(`files/${key.slice(0, 2)}/${key}`)
    expect(app.filesOnDisk()).toEqual([])
    expect((await get(app.url + document?.downloadUrl)).bytes.equals(content)).toBe(true)
    if (fileName.endsWith('png')) {
      const thumbnail = await get(app.url + document?.thumbnailUrl)
      expect([thumbnail.status, thumbnail.bytes.toString('latin1', 8, 12)]).toEqual([200, 'WEBP'])
    }
  })

  test('what was never stored is taken away from it', async () => {
    const { id, url } = await attachment(Buffer.concat([pdf, Buffer.from('% 2')]), 'a.pdf')
    await put(url, Buffer.concat([pdf, Buffer.from('% 2')]))
    const key = id.replace('Document:', '')
    // As after a commit that failed.
    await app.execute(
      `update document set state = 'PENDING', media_type = null, stored_at = null, expires_at = now() - interval '1 hour' where id = ?`,
      [key],
    )
    const { dataDir, keyring, orm } = app
    const files = new Files({ dataDir, storage: storageFrom(s3.environment), secrets: () => keyring.secrets('upload') })
    expect(s3.keys().filter((name) => name.includes(key))).toHaveLength(1)
    expect(await sweepUploads(orm, files, new Date())).toBe(1)
    expect(s3.keys().filter((name) => name.includes(key))).toEqual([])
  })

  test('the start looks whether it can write there', async () => {
    const before = s3.keys()
    await checkStorage(storageFrom(s3.environment))
    expect(s3.keys()).toEqual(before)
  })

  test.each<[string, (address: string) => Record<string, string>, RegExp, RegExp]>([
    [
      'no such bucket',
      (endpoint) => ({ STORAGE_URL: `s3://nowhere?endpoint=${endpoint}` }),
      /NoSuchBucket: there is no such bucket/,
      /没有这个存储桶/,
    ],
    [
      'a wrong key',
      () => ({ AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'a-s3cret' }),
      /InvalidAccessKeyId: the key is wrong/,
      /访问密钥有误/,
    ],
  ])('%s stops the start with what to do', async (_what, change, english, chinese) => {
    const checking = checkStorage(storageFrom({ ...s3.environment, ...change(s3.endpoint) }))
    await expect(checking).rejects.toThrow(english)
    await expect(checking).rejects.toThrow(chinese)
    await expect(checking).rejects.not.toThrow('a-s3cret')
  })
})

test('a storage that can’t be reached stops the start; uploads are told to come again later, and do', {
  timeout: 30_000,
}, async () => {
  const port = await closedPort()
  const environment = {
    STORAGE_URL: `s3://documents?endpoint=http://127.0.0.1:${port}`,
    ...{ AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
  }
  await expect(checkStorage(storageFrom(environment))).rejects.toThrow(/ECONNREFUSED: it can’t be reached/)
  const app = await startDocumentApp(environment)
  const { account, applicant } = await app.makeEditor()
  const { id, url } = await app.uploadOf(account, pdf, { purpose: 'ATTACHMENT', fileName: 'a.pdf', applicant })
  expect(await put(url, pdf)).toMatchObject({ status: 503, code: 'FILE_STORAGE_UNAVAILABLE' })
  expect(await app.read(account, id)).toMatchObject({ state: 'PENDING', downloadUrl: null })
  expect(app.filesOnDisk()).toEqual([])
  const s3 = await startS3(port)
  expect(await put(url, pdf)).toMatchObject({ status: 200 })
  const { downloadUrl } = (await app.read(account, id)) ?? {}
  expect((await get(app.url + downloadUrl)).bytes.equals(pdf)).toBe(true)
  await s3.close()
  expect(await get(app.url + downloadUrl)).toMatchObject({ status: 503, code: 'FILE_STORAGE_UNAVAILABLE' })
  await app.close()
})

describe('STORAGE_URL', () => {
  test('says where files are', () => {
    expect(storageFrom({ DATA_DIR: '/srv/data' })).toEqual({ kind: 'DISK', folder: '/srv/data/documents' })
    expect(storageFrom({ STORAGE_URL: 'file:///srv/files' })).toEqual({ kind: 'DISK', folder: '/srv/files' })
    expect(storageFrom({ STORAGE_URL: 's3://files' })).toMatchObject({
      ...{ kind: 'S3', bucket: 'files', prefix: '', region: 'us-east-1', pathStyle: false, endpoint: undefined },
    })
    expect(
      storageFrom({
        STORAGE_URL: 's3://files/shenbao/?region=cn-north-1&endpoint=https://oss.example.cn&path-style=false',
        ...{ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
      }),
    ).toEqual({
      ...{ kind: 'S3', bucket: 'files', prefix: 'shenbao/', region: 'cn-north-1', pathStyle: false },
      ...{ endpoint: 'https://oss.example.cn', credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } },
    })
  })

  test.each([
    'documents',
    'https://bucket.example.cn',
    's3://',
    's3://Upper',
    's3://ab',
    's3://user:s3cret@files',
    's3://files?endpoint=oss.example.cn',
    's3://files?endpoint=https://oss.example.cn/path',
    's3://files?regoin=x',
    's3://files?region=',
    's3://files?path-style=yes',
    's3://files/../up%20there',
    'file://host/folder',
  ])('%s is refused with what to write', (STORAGE_URL) => {
    expect(() => loadConfig({ STORAGE_URL })).toThrow(/STORAGE_URL=.* is not file:\/\/\/folder or s3:\/\/bucket/)
    expect(() => loadConfig({ STORAGE_URL })).toThrow(/STORAGE_URL=.* 无效，应为file:\/\/\/文件夹/)
    expect(() => loadConfig({ STORAGE_URL })).not.toThrow('s3cret')
  })

  test('half a key is refused, naming the other half', () => {
    const half = { STORAGE_URL: 's3://files', AWS_ACCESS_KEY_ID: 'id' }
    expect(() => storageFrom(half)).toThrow('AWS_SECRET_ACCESS_KEY is missing')
    expect(() => storageFrom({ ...half, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: 's3cret' })).toThrow(
      '缺少 AWS_ACCESS_KEY_ID',
    )
  })
})

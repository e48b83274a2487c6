import { randomUUID } from 'node:crypto'
import { StartupError } from '../startup-error.js'
import { openDisk, type Storage } from './storage.js'

/**
 * Writes, reads and deletes a small file in a bucket, so that a wrong setting is found at the start and not by the first
 * applicant. A folder needs nothing: it is made when the first file comes.
 * @throws {StartupError} saying what the service answered, and what to look at
 */
export async function checkStorage(storage: Storage): Promise<void> {
  if (storage.kind === 'DISK') return
  const disk = await openDisk(storage)
  const key = `${storage.prefix}start-up-check/${randomUUID()}`
  try {
    await disk.put(key, 'Shenbao may write here.')
    await disk.getBytes(key)
    await disk.delete(key)
  } catch (error) {
    throw storageError(storage, error)
  }
}

/** What to look at, by what went wrong: the names of S3's errors and of Node's. */
const remedies: readonly [RegExp, { readonly 'zh-CN': string; readonly en: string }][] = [
  [
    /NoSuchBucket/,
    { 'zh-CN': '没有这个存储桶：请核对名称或先创建它', en: 'there is no such bucket: check its name, or make it' },
  ],
  [
    /AccessDenied|InvalidAccessKeyId|SignatureDoesNotMatch|Credentials|Forbidden/,
    {
      'zh-CN': '访问密钥有误或权限不足：请核对 AWS_ACCESS_KEY_ID 与 AWS_SECRET_ACCESS_KEY，须可读、写、删除对象',
      en: 'the key is wrong or may not do it: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, which have to allow reading, writing and deleting objects',
    },
  ],
  [
    /PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocation/,
    { 'zh-CN': '区域有误：请核对 region', en: 'the region is another: check region' },
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|TimeoutError|CERT|EPROTO/,
    {
      'zh-CN': '无法连接：请核对 endpoint 的协议、主机和端口，以及网络',
      en: 'it can’t be reached: check protocol, host and port of endpoint, and the network',
    },
  ],
]

function storageError({ bucket, endpoint }: Extract<Storage, { kind: 'S3' }>, error: unknown): StartupError {
  const cause = (error instanceof Error && error.cause) || error
  const said = String((cause as { code?: unknown }).code ?? (cause as Error).name ?? 'Error')
  const words = `${said} ${String(cause)}`
  const remedy = remedies.find(([pattern]) => pattern.test(words))?.[1]
  const place = endpoint ?? 'Amazon S3'
  return new StartupError(
    {
      'zh-CN': `STORAGE_URL 的存储桶 ${bucket}（${place}）无法使用，对方答复 ${said}${remedy ? `；${remedy['zh-CN']}` : ''}。`,
      en: `The bucket ${bucket} of STORAGE_URL (${place}) can’t be used, the answer was ${said}${remedy ? `: ${remedy.en}` : ''}.`,
    },
    {
      'zh-CN': '请改正后重新启动；不设 STORAGE_URL 则文件存放在 DATA_DIR 下。',
      en: 'Correct it and start again; without STORAGE_URL files are kept in DATA_DIR.',
    },
    { cause: error },
  )
}

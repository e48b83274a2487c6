import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Config } from '../config.js'
import { StartupError } from '../startup-error.js'
import type { Storage } from './storage.js'

/** Names of buckets that every service takes (Amazon S3, “Bucket naming rules”). */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** An address of a storage: `file:///path`, or `s3://bucket/prefix?region=…&endpoint=…&path-style=true`. */
export const storageAddress = z.string().transform((value, context): Storage => {
  const storage = readAddress(value)
  if (storage) return storage
  context.addIssue({ code: 'custom', message: 'not a storage' })
  return z.NEVER
})

export type StorageSettings = Pick<Config, 'dataDir'> &
  Partial<Pick<Config, 'storageUrl' | 'awsAccessKeyId' | 'awsSecretAccessKey'>>

/**
 * Where the settings say that files are kept: by default in `documents` of the folder of data.
 * @throws {StartupError} if only half of the key to a bucket is there
 */
export function storageOf({ dataDir, storageUrl, awsAccessKeyId, awsSecretAccessKey }: StorageSettings): Storage {
  if (!storageUrl) return { kind: 'DISK', folder: join(dataDir, 'documents') }
  if (storageUrl.kind === 'DISK') return storageUrl
  if (!awsAccessKeyId && !awsSecretAccessKey) return storageUrl
  if (awsAccessKeyId && awsSecretAccessKey) {
    return { ...storageUrl, credentials: { accessKeyId: awsAccessKeyId, secretAccessKey: awsSecretAccessKey } }
  }
  const missing = awsAccessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID'
  throw new StartupError(
    {
      'zh-CN': `STORAGE_URL 指向 S3 存储，但其访问密钥不完整，缺少 ${missing}。`,
      en: `STORAGE_URL names a bucket, and the key to it is not complete: ${missing} is missing.`,
    },
    {
      'zh-CN': '请补全，或两个都不设（由服务器的角色或 AWS 配置文件提供），然后重新启动。',
      en: 'Complete it, or unset both (for the role of the machine, or a profile of AWS), then start again.',
    },
  )
}

function readAddress(value: string): Storage | undefined {
  const url = URL.parse(value)
  if (url?.protocol === 'file:') return url.hostname === '' ? { kind: 'DISK', folder: fileURLToPath(url) } : undefined
  if (url?.protocol !== 's3:' || !bucketName.test(url.hostname) || url.port || url.username || url.password) {
    return undefined
  }
  const { region = 'us-east-1', endpoint, 'path-style': pathStyle, ...unknown } = Object.fromEntries(url.searchParams)
  if (Object.keys(unknown).length > 0 || !/^[\w-]+$/.test(region)) return undefined
  if (endpoint !== undefined && !isEndpoint(endpoint)) return undefined
  if (pathStyle !== undefined && !['true', 'false'].includes(pathStyle)) return undefined
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^[\w./-]*$/.test(prefix)) return undefined
  return {
    ...{ kind: 'S3', bucket: url.hostname, region, endpoint, prefix: prefix && `${prefix}/` },
    // Services of one's own have seldom a name for each bucket.
    pathStyle: pathStyle === undefined ? endpoint !== undefined : pathStyle === 'true',
  }
}

function isEndpoint(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/?#@\s]+\/?$/.test(text)
}

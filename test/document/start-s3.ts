import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** A service that speaks S3, in this process. It knows keys, and believes their signatures of version 4. */
export type S3 = {
  /** Its address. */
  endpoint: string
  /** The setting and the key for its one bucket, whose name is `documents`. */
  environment: Record<string, string>
  /** Keys of the objects in the bucket. */
  keys(): string[]
  close(): Promise<void>
}

/** @param at its port; any free one, if left out */
export async function startS3(at = 0): Promise<S3> {
  const directory = mkdtempSync(join(tmpdir(), 'shenbao-s3-'))
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: at, silent: true, directory },
    configureBuckets: [{ name: 'documents' }],
  })
  const { port } = await server.run()
  const endpoint = `http://127.0.0.1:${port}`
  return {
    endpoint,
    environment: {
      STORAGE_URL: `s3://documents/files?endpoint=${endpoint}`,
      // What s3rver is known to take.
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    keys() {
      const objects = readdirSync(join(directory, 'documents'), { recursive: true, withFileTypes: true })
      return objects.flatMap(({ name, parentPath }) => {
        const key = join(parentPath, name).slice(join(directory, 'documents').length + 1)
        return key.endsWith('._S3rver_object') ? [key.replace('._S3rver_object', '')] : []
      })
    },
    async close() {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

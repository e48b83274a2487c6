import type { Disk } from 'flydrive'

/** Where files are kept: a folder, or a bucket of a service that speaks S3. */
export type Storage =
  | { readonly kind: 'DISK'; readonly folder: string }
  | {
      readonly kind: 'S3'
      readonly bucket: string
      /** Before every key; empty, or with a slash at its end. */
      readonly prefix: string
      readonly region: string
      /** Address of the service; Amazon's own, if left out. */
      readonly endpoint?: string
      /** Whether the bucket stands in the path, not before the host's name. */
      readonly pathStyle: boolean
      /** What the AWS SDK finds by itself (an instance's role, a profile), if left out. */
      readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
    }

/** How long S3 may take to connect, and to say something, in milliseconds. */
const s3Patience = { connectionTimeout: 5_000, requestTimeout: 60_000 }

/** What goes wrong is thrown, and logged with the request. */
const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Opens it; nothing is asked of a bucket yet. The parts are loaded now: most servers start without a file at hand. */
export async function openDisk(storage: Storage): Promise<Disk> {
  const { Disk } = await import('flydrive')
  if (storage.kind === 'DISK') {
    const { DurableFsDriver } = await import('./durable-disk.js')
    return new Disk(new DurableFsDriver(storage.folder))
  }
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { bucket, region, endpoint, pathStyle, credentials } = storage
  return new Disk(
    new S3Driver({
      ...{
        bucket,
        region,
        endpoint,
        credentials,
        forcePathStyle: pathStyle,
        requestHandler: s3Patience,
        logger: silent,
      },
      // Rights are the bucket's: most services have no lists of them for each file any more.
      ...{ visibility: 'private', supportsACL: false },
      // Checksums that only Amazon knows are refused by others; what is stored is known by its SHA-256.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
    }),
  )
}

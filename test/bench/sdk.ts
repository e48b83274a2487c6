import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleApp, gzippedBytes } from '../check/bundle-sdk.js'
import { packSdk } from '../check/pack-sdk.js'
import { atMost, type Bench, told } from './bench.js'

/** What an app carries that imports the whole SDK: its core, and the preview that is loaded when first used. */
export async function bench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-sdk-'))
  try {
    packSdk(folder)
    const entry = join(import.meta.dirname, '../../sdk/dist/index.js')
    const parts = await bundleApp(`export * from ${JSON.stringify(entry)}`)
    const bytes = (part: string) => gzippedBytes(parts.get(part)?.text ?? '')
    const figures = { coreBytes: bytes('app'), previewBytes: bytes('preview') }
    return {
      rows: [
        atMost('SDK core, minified and gzipped', figures.coreBytes, 'bytes', 4097),
        told('preview, loaded when first used', figures.previewBytes, 'bytes'),
      ],
      figures,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

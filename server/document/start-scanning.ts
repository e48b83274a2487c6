import type { NetConnectOpts } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { scanWithClamd } from './clamd.js'
import { type ScanDeps, scanDocuments } from './scan-documents.js'

export type Scanning = {
  /** A file has come. */
  wake(): void
  /** Settles when the file that is being scanned is done. */
  stop(): Promise<void>
}

/** Between two looks for files that wait, in milliseconds: those of a server that was killed, or of a clamd that was away. */
const pause = 30_000

/** Files that clamd doesn't take are offered to it again after this time, in milliseconds. */
const forget = 60 * 60_000

/** Scans files as they come, in the background; while clamd can't be reached they stay in quarantine, and it is tried again. */
export function startScanning({ clamd, ...deps }: Omit<ScanDeps, 'scan'> & { clamd: NetConnectOpts }): Scanning {
  const stopping = new AbortController()
  const skipped = new Set<string>()
  let forgotten = Date.now()
  let woken = Promise.withResolvers<void>()

  async function scanOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers()
      if (Date.now() - forgotten > forget) {
        skipped.clear()
        forgotten = Date.now()
      }
      await scanDocuments({ ...deps, scan: (content) => scanWithClamd(clamd, content) }, skipped).catch((error) =>
        deps.logger.warn({ error: String(error) }, 'files couldn’t be scanned; they stay in quarantine until they are'),
      )
      const waiting = sleep(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => {})
      await Promise.race([waiting, woken.promise])
    }
  }

  const scanning = scanOn()
  return {
    wake: () => woken.resolve(),
    stop() {
      stopping.abort()
      return scanning
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { LockMode } from '@mikro-orm/core'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { patience } from '../http/limits.js'
import { Document } from './document.entity.js'
import type { Files } from './files.js'

/** Documents that one transaction takes away. */
const atOnce = 100

/**
 * Takes away documents whose file didn't come in time, and what came of it, once it can't be coming any more. Several servers may do so at once.
 * @returns how many documents it were
 */
export async function sweepUploads(orm: MikroORM, files: Files, now: Date): Promise<number> {
  const before = new Date(now.getTime() - patience.upload)
  await files.sweepIncoming(before)
  let swept = 0
  let last: number
  do {
    last = await orm.em.fork().transactional(async (em) => {
      await em.execute(`select set_config('shenbao.action', 'sweepUploads', true)`)
      const lapsed = await em.find(
        Document,
        { state: 'PENDING', expiresAt: { $lt: before } },
        { limit: atOnce, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      )
      // Files first: a row without its file can be swept again, a file without its row is found by nobody.
      for (const { id } of lapsed) await files.remove(id)
      await em.remove(lapsed).flush()
      return lapsed.length
    })
    swept += last
  } while (last === atOnce)
  return swept
}

type Options = { readonly orm: MikroORM; readonly files: Files; readonly now: () => Date; readonly logger: Logger }

/** Sweeps every ten minutes; a sweep that fails is logged and tried again. */
export function startSweeping({ orm, files, now, logger }: Options): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const sweeping = (async () => {
    while (await sleep(patience.upload, true, { ref: false, signal }).catch(() => false)) {
      await sweepUploads(orm, files, now()).catch((error) =>
        logger.warn(error, 'uploads that lapsed couldn’t be swept'),
      )
    }
  })()
  return {
    stop() {
      stopping.abort()
      return sweeping
    },
  }
}

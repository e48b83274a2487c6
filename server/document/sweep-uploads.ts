import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { patience } from '../http/limits.js'
import type { Files } from './files.js'
import { isReferredTo, sweepAttachments } from './sweep-attachments.js'

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
      // What a section names stays: it says there that the file never came.
      const lapsed = await em.execute<{ id: string }[]>(
        `select id from document
          where state = 'PENDING' and expires_at < ? and not (purpose = 'ATTACHMENT' and ${isReferredTo})
          limit ${atOnce} for update skip locked`,
        [before],
      )
      // Files first: a row without its file can be swept again, a file without its row is found by nobody.
      for (const { id } of lapsed) await files.remove(id)
      await em.execute('delete from document where id = any(?::uuid[])', [`{${lapsed.map(({ id }) => id).join()}}`])
      return lapsed.length
    })
    swept += last
  } while (last === atOnce)
  return swept
}

type Options = {
  readonly orm: MikroORM
  readonly files: Files
  readonly now: () => Date
  readonly logger: Logger
  /** Days after which attachments go that no application names. */
  readonly unusedDays: number
}

const day = 24 * 60 * 60_000

/** Sweeps every ten minutes; a sweep that fails is logged and tried again. */
export function startSweeping({ orm, files, now, logger, unusedDays }: Options): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const sweeping = (async () => {
    while (await sleep(patience.upload, true, { ref: false, signal }).catch(() => false)) {
      await sweepUploads(orm, files, now()).catch((error) =>
        logger.warn(error, 'uploads that lapsed couldn’t be swept'),
      )
      await sweepAttachments(orm, files, new Date(now().getTime() - unusedDays * day)).catch((error) =>
        logger.warn(error, 'attachments that nobody uses couldn’t be swept'),
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

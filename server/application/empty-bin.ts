import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { binDays } from './bin-days.js'

/** Applications that one transaction takes away. */
const atOnce = 20
const pause = 3_600_000

/**
 * Takes away drafts for good that have been in the bin for 30 days, with all that belongs to them. Their audit trail stays.
 * Several servers may do so at once.
 * @returns how many it were
 */
export async function emptyBin(orm: MikroORM, now: Date): Promise<number> {
  const before = new Date(now.getTime() - binDays * 86_400_000)
  let emptied = 0
  let last: number
  do {
    last = await orm.em.fork().transactional(async (em) => {
      await em.execute(`select set_config('shenbao.action', 'emptyBin', true)`)
      const rows = await em.execute<{ id: string }[]>(
        `select id from application where deleted_at <= ? and status = 'DRAFT'
         order by deleted_at limit ${atOnce} for update skip locked`,
        [before],
      )
      const keys = `{${rows.map(({ id }) => id).join()}}`
      await em.execute('delete from application where id = any(?::uuid[])', [keys])
      return rows.length
    })
    emptied += last
  } while (last === atOnce)
  return emptied
}

type Options = { readonly orm: MikroORM; readonly now: () => Date; readonly logger: Logger }

/** Empties the bin every hour; a round that fails is logged and tried again. */
export function startEmptyingBin({ orm, now, logger }: Options): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const emptying = (async () => {
    while (await sleep(pause, true, { ref: false, signal }).catch(() => false)) {
      await emptyBin(orm, now()).catch((error) => logger.warn(error, 'the bin of applications couldn’t be emptied'))
    }
  })()
  return {
    stop() {
      stopping.abort()
      return emptying
    },
  }
}

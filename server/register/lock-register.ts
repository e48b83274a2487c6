import type { EntityManager } from '@mikro-orm/postgresql'
import type { Register } from '../../schema/enums.js'

/**
 * Has whoever adds to a city's register wait for the others until this transaction ends, so that two who look whether
 * an entry is there don't both add it.
 */
export async function lockRegister(em: EntityManager, register: Register, city: string): Promise<void> {
  // Whoever waits for a large import, and its own commit with the audit of every row, may take longer than a statement may.
  await em.execute(`set local statement_timeout = '10min'`)
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`register ${register} ${city}`])
}

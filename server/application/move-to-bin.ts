import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context } from '../http/context.js'
import { findWritable } from './find-writable.js'

type Acting = Pick<Context, 'viewer' | 'now'>

/**
 * Puts a draft into the bin, or takes it out; one that is there already stays as it is.
 * @param application its id in the API
 * @returns its key
 * @throws {Refused} the refusals of `findWritable`
 */
export async function moveToBin(em: EntityManager, { viewer, now }: Acting, application: string): Promise<string> {
  const { id } = await findWritable(em, viewer, application, { inBin: true })
  await em.execute('update application set deleted_at = ? where id = ? and deleted_at is null', [now(), id])
  return id
}

/** The way back, until the bin is emptied. @throws {Refused} the refusals of `findWritable` */
export async function takeOutOfBin(em: EntityManager, { viewer }: Acting, application: string): Promise<string> {
  const { id } = await findWritable(em, viewer, application, { inBin: true })
  await em.execute('update application set deleted_at = null where id = ? and deleted_at is not null', [id])
  return id
}

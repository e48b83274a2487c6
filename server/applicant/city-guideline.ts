import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'
import { Applicant } from './applicant.entity.js'
import { uuidOf } from './find-applicant.js'

/**
 * The current guideline of an organisation's city; null for an organisation that the caller doesn't see. To be found before
 * the transaction of a use case begins: guidelines are read on connections of their own, and as many transactions as there are
 * connections would wait for each other for good.
 * @param id the organisation's global id
 */
export async function cityGuideline(context: Context, id: string): Promise<LoadedEdition | null> {
  const key = uuidOf('Applicant', id)
  // It registered with one city, and stays there.
  const applicant = key && (await context.em().findOne(Applicant, key, { fields: ['city'] }))
  return applicant ? context.editions.newest(applicant.city) : null
}

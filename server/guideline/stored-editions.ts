import type { EntityManager } from '@mikro-orm/postgresql'
import type { Edition } from '../../schema/rules/edition.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { Guideline } from './guideline.entity.js'

/** An edition in a list: what it is, when it was taken in, and whether it is the one that counts. */
export type StoredEdition = {
  readonly city: string
  readonly year: number
  readonly edition: number
  readonly title: LocalizedText
  readonly importedAt: Date
  readonly contentHash: string
  readonly inForce: boolean
}

/** The edition in force for a city and programme year, the last one stored; null if there is none. */
export async function editionInForce(em: EntityManager, city: string, year: number): Promise<Edition | null> {
  const [stored] = await em.find(
    Guideline,
    { city: { code: city }, year },
    { orderBy: { edition: 'desc' }, limit: 1, populate: ['document'] },
  )
  return stored?.document ?? null
}

/** Every stored edition, by city, year and number. */
export async function listEditions(em: EntityManager): Promise<StoredEdition[]> {
  const stored = await em.find(Guideline, {}, { orderBy: { city: { code: 'asc' }, year: 'asc', edition: 'asc' } })
  return stored.map(({ city, year, edition, title, importedAt, contentHash }, i) => {
    const next = stored[i + 1]
    const inForce = next?.city.code !== city.code || next.year !== year
    return { city: city.code, year, edition, title, importedAt, contentHash, inForce }
  })
}

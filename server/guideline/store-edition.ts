import type { EntityManager } from '@mikro-orm/postgresql'
import type { Edition } from '../../schema/rules/edition.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { hashEdition } from './edition-hash.js'
import { editionRows } from './edition-rows.js'
import { Guideline } from './guideline.entity.js'

/** Why an edition was not stored. Nothing was changed. */
export class EditionRefused extends Error {
  constructor(
    readonly code: 'EDITION_CHANGED' | 'EDITION_NOT_NEXT',
    readonly messages: LocalizedText,
  ) {
    super(messages.en)
  }
}

/**
 * Takes an edition in, with everything in it, in one transaction. The same edition again changes nothing.
 * @throws EditionRefused when this number is taken by other content, or is not the next one.
 */
export async function storeEdition(em: EntityManager, edition: Edition): Promise<{ status: 'STORED' | 'UNCHANGED' }> {
  const contentHash = hashEdition(edition)
  return em.transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `guideline ${edition.city.code} ${edition.year}`,
    ])
    const stored = await em.find(
      Guideline,
      { city: { code: edition.city.code }, year: edition.year },
      { orderBy: { edition: 'desc' } },
    )
    const same = stored.find((other) => other.edition === edition.edition)
    if (same?.contentHash === contentHash) return { status: 'UNCHANGED' }
    const next = (stored[0]?.edition ?? 0) + 1
    if (same) throw changed(edition, next)
    if (edition.edition !== next) throw notNext(edition, next)
    em.persist(editionRows(em, edition, contentHash))
    return { status: 'STORED' }
  })
}

function changed({ city, year, edition }: Edition, next: number): EditionRefused {
  return new EditionRefused('EDITION_CHANGED', {
    'zh-CN': `${city.name['zh-CN']}${year}年度指南第${edition}版已发布，内容不得更改；更正请作为第${next}版（edition: ${next}）发布。`,
    en: `Edition ${edition} of ${city.name.en} ${year} is published with other content and can't be changed; publish the correction as edition ${next} (edition: ${next}).`,
  })
}

function notNext({ city, year, edition }: Edition, next: number): EditionRefused {
  return new EditionRefused('EDITION_NOT_NEXT', {
    'zh-CN': `${city.name['zh-CN']}${year}年度指南的下一版应为第${next}版，而不是第${edition}版（edition: ${edition}）。`,
    en: `The next edition of ${city.name.en} ${year} is ${next}, not ${edition} (edition: ${edition}).`,
  })
}

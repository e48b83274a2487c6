import type { EntityManager } from '@mikro-orm/postgresql'
import { localDateOf } from '../../schema/rules/time-zone.js'
import { Guideline } from '../guideline/guideline.entity.js'
import type { Surroundings } from './read-details.js'

/** The day and the area code of a city, from its latest guideline. */
export async function surroundingsOf(em: EntityManager, city: string, now: Date): Promise<Surroundings> {
  const latest = await em.findOneOrFail(
    Guideline,
    { city: { code: city } },
    { orderBy: { year: 'desc', edition: 'desc' } },
  )
  return { today: localDateOf(now, latest.city.timeZone), areaCode: latest.city.areaCode }
}

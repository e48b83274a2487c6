import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../schema/rules/issue.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import type { Viewer } from '../access/viewer.js'
import { Refused, refusal } from '../refusal.js'

/** The categories of a city's guidelines, of all years, by code and by name in both languages. */
export class Categories {
  readonly #codes = new Map<string, string>([
    ['other', 'other'],
    ['其他', 'other'],
    ['其它', 'other'],
  ])
  /** Their codes. */
  readonly known: readonly string[]

  /** @param categories the newest first */
  constructor(categories: readonly { readonly code: string; readonly name: LocalizedText }[]) {
    for (const { code, name } of categories) {
      for (const text of [code, name['zh-CN'], name.en]) {
        const written = text.toLowerCase()
        if (!this.#codes.has(written)) this.#codes.set(written, code)
      }
    }
    this.known = [...new Set(categories.map(({ code }) => code))]
  }

  /** The code of a category that is given by code or name; null if the city has none such. */
  codeOf(text: string): string | null {
    return this.#codes.get(text.toLowerCase()) ?? null
  }
}

/** What the registers need to know of a city. */
export type CityFacts = { readonly timeZone: string; readonly categories: Categories }

/**
 * The city whose registers a caller keeps.
 * @throws {Refused} CITY_UNKNOWN at `input.city` for another city, and for one without a guideline
 */
export async function findOwnCity(em: EntityManager, { cities }: Viewer, city: string): Promise<CityFacts> {
  const found = cities.PROGRAMME_OFFICE.includes(city) ? await findCity(em, city) : null
  if (found) return found
  const own = cities.PROGRAMME_OFFICE
  const known = issue(
    'CITY_UNKNOWN',
    `请填写本科室所在城市的代码：${own.join('、')}。`,
    `Give the city whose programme office you act for: ${own.join(', ')}.`,
  )
  throw new Refused([refusal(known, 'input', 'city')])
}

async function findCity(em: EntityManager, city: string): Promise<CityFacts | null> {
  const rows = await em.execute<{ code: string; name: LocalizedText; zone: string }[]>(
    `select c.code, c.name, g.city_time_zone as zone from guideline g join category c on c.guideline_id = g.id
      where g.city_code = ? order by g.year desc, g.edition desc, c.position`,
    [city],
  )
  const [newest] = rows
  return newest ? { timeZone: newest.zone, categories: new Categories(rows) } : null
}

import type { MikroORM } from '@mikro-orm/postgresql'
import { type CompiledEdition, compileEdition } from '../../schema/rules/compile-edition.js'
import type { Edition } from '../../schema/rules/edition.js'
import { type EditionObjects, editionObjects } from './edition-objects.js'
import { Guideline } from './guideline.entity.js'
import { sharedCalendar } from './shared-calendar.js'

/** An edition in memory: compiled, and with its parts as objects of the API. */
export type LoadedEdition = { readonly compiled: CompiledEdition; readonly objects: EditionObjects }

/** Editions' keys by city and programme year. */
type KeysInForce = ReadonlyMap<string, ReadonlyMap<number, string>>

/** How long the answer to "which editions are in force?" may be used, in milliseconds. */
const freshFor = 1000

/**
 * The editions that verdicts are made with. An edition never changes, so it is loaded and compiled once; which one is
 * in force is asked again after a second at most, by one query for all callers.
 */
export class EditionRegister {
  readonly #loaded = new Map<string, LoadedEdition>()
  readonly #loading = new Map<string, Promise<LoadedEdition | null>>()
  #inForce: { readonly at: number; readonly keys: Promise<KeysInForce> } | undefined

  /** Private, as resolvers have the register but must not reach the database around the row policies. */
  readonly #orm: MikroORM

  constructor(orm: MikroORM) {
    this.#orm = orm
  }

  /** The edition in force for a city and programme year; null if there is none. */
  async inForce(city: string, year: number): Promise<LoadedEdition | null> {
    const key = (await this.#keysInForce()).get(city)?.get(year)
    if (key === undefined) return null
    return this.#loaded.get(key) ?? this.byKey(key)
  }

  /** The edition in force for the newest programme year of a city; null if no guideline of the city is known. */
  async newest(city: string): Promise<LoadedEdition | null> {
    const years = (await this.#keysInForce()).get(city)
    return years ? this.inForce(city, Math.max(...years.keys())) : null
  }

  /** Whether any guideline of the city is known. */
  async hasCity(city: string): Promise<boolean> {
    return (await this.#keysInForce()).has(city)
  }

  /** An edition by its key, superseded ones too; null if there is none. */
  async byKey(key: string): Promise<LoadedEdition | null> {
    const known = this.#loaded.get(key) ?? this.#loading.get(key)
    if (known) return known
    const loading = this.#load(key)
    this.#loading.set(key, loading)
    try {
      // Only an edition that exists stays: a failure may pass, and a key from outside must not fill the memory.
      const edition = await loading
      if (edition) this.#loaded.set(key, edition)
      return edition
    } finally {
      this.#loading.delete(key)
    }
  }

  async #load(key: string): Promise<LoadedEdition | null> {
    const stored = await this.#orm.em.fork().findOne(Guideline, key, { populate: ['document'] })
    if (!stored) return null
    const edition = withCurrentCalendar(stored.document)
    return { compiled: compileEdition(edition), objects: editionObjects(edition) }
  }

  #keysInForce(): Promise<KeysInForce> {
    const now = performance.now()
    if (this.#inForce && now - this.#inForce.at < freshFor) return this.#inForce.keys
    const keys = this.#readKeysInForce()
    this.#inForce = { at: now, keys }
    keys.catch(() => {
      this.#inForce = undefined
    })
    return keys
  }

  async #readKeysInForce(): Promise<KeysInForce> {
    const editions = await this.#orm.em.fork().find(Guideline, {}, { orderBy: { edition: 'asc' } })
    const keys = new Map<string, Map<number, string>>()
    for (const { id, city, year } of editions) {
      const ofCity = keys.get(city.code) ?? new Map<number, string>()
      // Of several editions the last in order stays.
      keys.set(city.code, ofCity.set(year, id))
    }
    return keys
  }
}

/** A country's calendar isn't part of the notice and grows by a year every autumn: the newest one counts. */
function withCurrentCalendar(edition: Edition): Edition {
  const calendar = sharedCalendar(edition.calendar.code.toLowerCase())
  return calendar ? { ...edition, calendar } : edition
}

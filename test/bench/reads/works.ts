import { filters } from './data.js'
import type { Documents } from './documents.js'

/** A number from 0 to below `count`. The same seed gives the same numbers to each server. */
export type Random = (count: number) => number

/** What a client sends; `key` is the field of the answer's data that holds what was asked for. */
export type Question = { readonly path: string; readonly body?: string; readonly key: string }

/** A server's own way of asking. */
export type Dialect = {
  whole(id: number): Question
  page(industryField: string, status: string): Question
  status(id: number): Question
  /** The whole application by a document that has `serial` in its text; missing where there are no documents. */
  asNew?(id: number, serial: number): Question
  /** How many applications of each field and status; missing where nobody counts them. */
  statistics?(): Question
}

export const workNames = ['W1', 'W2', 'W3', 'W4', 'mix', 'unique'] as const
export type WorkName = (typeof workNames)[number]

export type Draw = { readonly random: Random; readonly size: number; readonly serial: number }

/** The works of the bench: each draws its next question; undefined where the dialect has no such question. */
export const works: Record<WorkName, (dialect: Dialect, draw: Draw) => Question | undefined> = {
  W1: (dialect, { random, size }) => dialect.whole(1 + random(size)),
  W2(dialect, { random }) {
    const { industryField, status } = filters[random(filters.length)] as (typeof filters)[number]
    return dialect.page(industryField, status)
  },
  W3: (dialect, { random, size }) => dialect.status(1 + random(size)),
  W4: (dialect) => dialect.statistics?.(),
  mix(dialect, draw) {
    const chance = draw.random(100)
    return works[chance < 70 ? 'W3' : chance < 90 ? 'W1' : 'W2'](dialect, draw)
  },
  unique: (dialect, { random, size, serial }) => dialect.asNew?.(1 + random(size), serial),
}

/** What asks for the same data where a dialect has no question of a work. */
export const instead: Partial<typeof works> = { unique: works.W1 }

/** Of a server with GraphQL; `idOf` writes a key as its ids are written. */
export function graphqlDialect(documents: Documents, idOf: (id: number) => unknown): Dialect {
  const ask = (query: string, variables: unknown, key: string): Question => {
    return { path: '/graphql', body: JSON.stringify({ query, variables }), key }
  }
  const whole = documents.whole('application')
  const { statistics } = documents
  return {
    whole: (id) => ask(whole, { id: idOf(id) }, 'application'),
    page: (industryField, status) => ask(documents.page, { industryField, status }, 'applications'),
    status: (id) => ask(documents.status, { id: idOf(id) }, 'application'),
    asNew: (id, serial) => ask(documents.whole(`a${serial}`), { id: idOf(id) }, `a${serial}`),
    statistics: statistics === undefined ? undefined : () => ask(statistics, {}, 'applicationGroups'),
  }
}

/** Of hand-written endpoints. */
export const restDialect: Dialect = {
  whole: (id) => ({ path: `/applications/${id}`, key: 'application' }),
  page: (industryField, status) => ({
    path: `/applications?industryField=${industryField}&status=${status}`,
    key: 'applications',
  }),
  status: (id) => ({ path: `/applications/${id}/status`, key: 'application' }),
  statistics: () => ({ path: '/applications/groups', key: 'applicationGroups' }),
}

/** Mulberry32: small, fast, and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed
  return (count) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
}

import type { Edition } from '../../schema/rules/edition.js'

type Numbered = { readonly city: { readonly code: string }; readonly year: number; readonly edition: number }

/** Primary key of an edition, e.g. `xining-2024-1`. */
export function editionKey({ city, year, edition }: Numbered): string {
  return `${city.code}-${year}-${edition}`
}

/** Primary key of something in an edition, e.g. `xining-2024-1/1.3.5`: its code is unique among its kind. */
export function memberKey(edition: Edition, code: string): string {
  return `${editionKey(edition)}/${code}`
}

/** Primary key of the edition that a member's key belongs to. */
export function editionKeyOf(member: string): string {
  return member.slice(0, Math.max(0, member.indexOf('/')))
}

/** Code of a member within its edition. */
export function memberCodeOf(member: string): string {
  return member.slice(member.indexOf('/') + 1)
}

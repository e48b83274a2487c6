import type { Viewer } from '../access/viewer.js'

/** Whose projects somebody may be told of. */
export type Scope = {
  /** His organisations: all of their applications, drafts too, and the ledger's projects of their credit codes. */
  readonly applicants: readonly string[]
  /** The cities whose programme office he works for: their applications past the draft, and their ledger. */
  readonly cities: readonly string[]
}

/** A project that is like another. */
export type Similar = {
  readonly source: 'APPLICATION' | 'LEDGER'
  /** Key of the application or the ledger's project. */
  readonly id: string
  readonly title: string
  readonly year: number
  readonly unit: string
}

/** What of an application or a project is told, and what it is compared by. */
export const applicationColumns = `
  'APPLICATION' as source, application.id, application.title, guideline.year, applicant.name as unit`
export const applicationTables = `
  application join guideline on guideline.id = application.guideline_id
  join applicant on applicant.id = application.applicant_id`

/** Conditions on `application`; each holds one array of keys. What is in the bin is nobody's. */
export const ownApplication = 'application.deleted_at is null and application.applicant_id = any(?::uuid[])'
export const applicationOfCity = `
  application.deleted_at is null and application.status <> 'DRAFT' and application.city = any(?::text[])`

export function scopeOf({ applicants, cities }: Viewer): Scope {
  return { applicants: applicants.READ, cities: cities.PROGRAMME_OFFICE }
}

/** As PostgreSQL writes an array of texts. */
export function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`
}

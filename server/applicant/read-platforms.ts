import { parseLine } from '../../schema/rules/line-of-text.js'
import type { ApplicantPlatformInput } from '../../schema/types/applicant.input.js'
import type { UserError } from '../../schema/types/user-error.js'
import { refusal } from '../refusal.js'
import { applicantIssues } from './applicant-issues.js'
import { optional, readFields } from './read-fields.js'

/** A platform as its row keeps it. */
export type PlatformValues = Pick<ApplicantPlatformInput, 'kind'> & {
  readonly name: string
  readonly level: (ApplicantPlatformInput['level'] & string) | null
  readonly authority: string | null
}

const most = 50

type Read =
  | { readonly values: readonly PlatformValues[]; readonly errors: readonly [] }
  | { readonly values: null; readonly errors: readonly UserError[] }

/** Reads the platforms that an organisation lists (form, table 14-2), or gives everything that is wrong with them. */
export function readPlatforms(platforms: readonly ApplicantPlatformInput[]): Read {
  if (platforms.length > most) {
    return { values: null, errors: [refusal(applicantIssues.tooManyPlatforms(most), 'input', 'platforms')] }
  }
  const seen = new Set<string>()
  const values: PlatformValues[] = []
  const errors: UserError[] = []
  for (const [index, { kind, level = null, ...texts }] of platforms.entries()) {
    const path = ['input', 'platforms', String(index)]
    const read = readFields(
      { name: parseLine(texts.name, 100), authority: optional(texts.authority, (text) => parseLine(text, 100)) },
      ...path,
    )
    errors.push(...read.errors)
    if (!read.values) continue
    const known = `${kind} ${read.values.name}`
    if (seen.has(known)) errors.push(refusal(applicantIssues.platformTwice, ...path, 'name'))
    seen.add(known)
    values.push({ kind, level, ...read.values })
  }
  return errors.length > 0 ? { values: null, errors } : { values, errors: [] }
}

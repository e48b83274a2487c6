import { checkCodes } from '../../schema/rules/case-facts.js'
import type { Fields } from '../../schema/rules/form/field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName, type SectionOf } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import { type FormIssue, readSection } from '../../schema/rules/form/read-section.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { LoadedEdition } from '../guideline/edition-register.js'
import type { Context } from '../http/context.js'

/**
 * A section as it was typed in, in one form and every row with its key, and what in it can never be right.
 * @param loaded the application's edition; null for a section that `standsAlone`
 */
export function readContent<N extends SectionName>(
  section: N,
  typed: SectionOf<N>,
  loaded: LoadedEdition | null,
  { now, narrativeMaxCharacters }: Pick<Context, 'now' | 'narrativeMaxCharacters'>,
): { readonly value: SectionOf<N>; readonly issues: readonly FormIssue[] } {
  const { areaCode, timeZone } = loaded?.compiled.edition.city ?? { timeZone: 'UTC' }
  const today = localDateOf(now(), timeZone)
  const { value, issues } = readSection(section, typed, { today, areaCode, narrativeMaxCharacters })
  const codes = section === 'cover' && loaded ? checkCodes(loaded.compiled, value as SectionOf<'cover'>) : []
  const wrongCodes = codes.map(({ path, ...issue }) => ({ ...issue, path: [path] }))
  return { value: withKeys(section, value), issues: [...issues, ...wrongCodes] }
}

/** Types of fields that are read with the city's guideline, or compared with what is stored. */
const dependent: ReadonlySet<unknown> = new Set(['date', 'phone', 'personalPhone', 'idNumber', 'id'])

/** Whether a section can be read without knowing anything of its application, as most can: they are texts and numbers. */
export function standsAlone(section: SectionName): boolean {
  return section !== 'cover' && section !== 'attachments' && !hasDependent(fieldsOfSection(section))
}

function hasDependent(fields: Fields): boolean {
  return Object.values(fields).some(({ type }) => {
    if (typeof type !== 'object') return dependent.has(type)
    return hasDependent(fieldsOfRow('one' in type ? type.one : type.list))
  })
}

/** Rows that came without a key get one by their place, so that the same input sent again is the same. */
function withKeys<N extends SectionName>(section: N, value: SectionOf<N>): SectionOf<N> {
  return mapSection(section, value, ({ field: { type, values }, value: inner }) => {
    if (values || typeof type !== 'object' || !('list' in type)) return inner
    const rows = inner as readonly { readonly key?: string }[]
    const taken = new Set(rows.map(({ key }) => key))
    return rows.map((row, at) => (row.key === undefined ? { key: freeKey(at + 1, taken), ...row } : row))
  }) as SectionOf<N>
}

function freeKey(place: number, taken: Set<string | undefined>): string {
  let key = `r${place}`
  while (taken.has(key)) key += 'x'
  taken.add(key)
  return key
}

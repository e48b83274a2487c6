import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { isPersonal } from '../../schema/rules/form/field.js'
import type { SectionName } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { FormIssue } from '../../schema/rules/form/read-section.js'
import type { Keyring } from '../secrets/keyring.js'
import { maskIdNumber, maskPhone } from '../secrets/mask.js'
import { applicationIssues } from './application-issues.js'
import { type PersonalReference, placeOfValue } from './personal-reference.js'

/** A personal value that isn't stored yet. */
export type NewPersonalValue = {
  readonly id: string
  readonly kind: 'ID_NUMBER' | 'PHONE'
  readonly value: string
  readonly masked: string
}

type Sealed = {
  /** As it is stored: references in place of personal values. */
  readonly content: Record<string, unknown>
  readonly values: readonly NewPersonalValue[]
  readonly issues: readonly FormIssue[]
}

/**
 * Takes the personal values out of a section. One that comes back masked stays the value that it is in the stored section,
 * in the same field of the row with the same key.
 * @param typed as `readSection` gives it, every row with its key
 */
export function takePersonalValues(section: SectionName, typed: object, stored: object): Sealed {
  const known = referencesIn(section, stored)
  const values: NewPersonalValue[] = []
  const issues: FormIssue[] = []
  const content = mapSection(section, typed, ({ field, value, path }) => {
    if (!isPersonal(field)) return value
    const text = value as string
    if (text.includes('*')) {
      const reference = known.get(placeOf(typed, path))
      if (reference?.masked === text) return reference
      issues.push({ ...applicationIssues.maskedUnknown, path })
      return undefined
    }
    const isNumber = field.type === 'idNumber'
    const masked = isNumber ? maskIdNumber(text) : maskPhone(text)
    const fresh = { id: randomUUID(), kind: isNumber ? 'ID_NUMBER' : 'PHONE', value: text, masked } as const
    values.push(fresh)
    return { value: fresh.id, masked }
  })
  return { content, values, issues }
}

/** The personal values of a stored section, each by its place, in which rows have their keys: `personnel.k1.idNumber`. */
export function referencesIn(section: SectionName, stored: object): ReadonlyMap<string, PersonalReference> {
  const references = new Map<string, PersonalReference>()
  mapSection(section, stored, ({ field, value, path }) => {
    if (isPersonal(field)) {
      references.set(placeOf(stored, path), value as PersonalReference)
    }
    return value
  })
  return references
}

/** A path with keys of rows in place of their positions: `partners.k1.name`. */
export function placeOf(content: object, path: readonly string[]): string {
  let value: unknown = content
  const steps = path.map((step) => {
    const inList = Array.isArray(value)
    value = (value as Record<string, unknown>)[step]
    return inList ? (value as { key: string }).key : step
  })
  return steps.join('.')
}

type StoredValue = { readonly id: string; readonly sealed: string; readonly index: string }

/**
 * Uses the rows that the application has already, so that the same number is one value however often it is typed.
 * @returns the content with their references, and the values that have to be stored
 */
export async function reuseStoredValues(
  em: EntityManager,
  keyring: Keyring,
  application: string,
  section: SectionName,
  { content, values }: Pick<Sealed, 'content' | 'values'>,
): Promise<Pick<Sealed, 'content' | 'values'>> {
  if (values.length === 0) return { content, values }
  const indexes = values.map(({ value }) => keyring.blindIndexes(value))
  const rows = await em.execute<StoredValue[]>(
    `select id, value_sealed as sealed, value_index as index from application_personal_value
     where application_id = ? and value_index = any(?::text[])`,
    [application, `{${indexes.flat().join()}}`],
  )
  const known = new Map(
    values.flatMap(({ id }, at) => {
      const row = rows.find(({ index }) => indexes[at]?.includes(index))
      return row ? [[id, row.id] as const] : []
    }),
  )
  // The same new number twice in one section is one value, too.
  for (const [at, { id, value }] of values.entries()) {
    const first = values.findIndex((other) => other.value === value)
    if (first < at && !known.has(id)) known.set(id, (values[first] as NewPersonalValue).id)
  }
  return {
    content: mapSection(section, content, ({ field, value }) => {
      if (!isPersonal(field)) return value
      const reference = value as PersonalReference
      return { ...reference, value: known.get(reference.value) ?? reference.value }
    }),
    values: values.filter(({ id }) => !known.has(id)),
  }
}

/** A new personal value as its row in the database has it. */
export function sealedRow(keyring: Keyring, { id, kind, value, masked }: NewPersonalValue): object {
  return {
    ...{ id, kind, value_masked: masked },
    ...{ value_sealed: keyring.seal('personal', value, placeOfValue(id)), value_index: keyring.blindIndex(value) },
  }
}

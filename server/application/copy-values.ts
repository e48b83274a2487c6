import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { isPersonal } from '../../schema/rules/form/field.js'
import type { SectionName } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { Keyring } from '../secrets/keyring.js'
import { type PersonalReference, placeOfValue } from './personal-reference.js'
import type { NewPersonalValue } from './seal-section.js'

/** Personal values of an application by their keys, as new ones that another application may have. */
export type CopiedValues = ReadonlyMap<string, NewPersonalValue>

type Sealed = {
  readonly id: string
  readonly kind: NewPersonalValue['kind']
  readonly sealed: string
  readonly masked: string
}

/** Opens the personal values of an application, to be sealed anew for the places that they get in another. */
export async function openValues(em: EntityManager, keyring: Keyring, from: string): Promise<CopiedValues> {
  const rows = await em.execute<Sealed[]>(
    `select id, kind, value_sealed as sealed, value_masked as masked from application_personal_value
     where application_id = ?`,
    [from],
  )
  return new Map(
    rows.map(({ id, kind, sealed, masked }) => [
      id,
      { id: randomUUID(), kind, value: keyring.open('personal', sealed, placeOfValue(id)), masked },
    ]),
  )
}

/** A section of one application as another may have it, and the values that it then names. */
export function copyValues(
  copied: CopiedValues,
  section: SectionName,
  content: object,
): { readonly content: Record<string, unknown>; readonly values: readonly NewPersonalValue[] } {
  const used = new Set<NewPersonalValue>()
  const changed = mapSection(section, content, ({ field, value }) => {
    if (!isPersonal(field)) return value
    const reference = value as PersonalReference
    const copy = copied.get(reference.value)
    if (!copy) throw new Error(`A section names the personal value ${reference.value}, which is gone.`)
    used.add(copy)
    return { value: copy.id, masked: copy.masked }
  })
  return { content: changed, values: [...used] }
}

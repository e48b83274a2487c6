import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { SectionName } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import type { Keyring } from '../secrets/keyring.js'
import type { PersonalReference } from './personal-reference.js'
import type { NewPersonalValue } from './seal-section.js'

type Sealed = {
  readonly id: string
  readonly kind: NewPersonalValue['kind']
  readonly sealed: string
  readonly masked: string
}

/** Personal values of one application, for a section of another: opened, to be sealed anew for the place that they get there. */
export async function copyValues(
  em: EntityManager,
  keyring: Keyring,
  from: string,
  section: SectionName,
  content: object,
): Promise<{ readonly content: Record<string, unknown>; readonly values: readonly NewPersonalValue[] }> {
  const rows = await em.execute<Sealed[]>(
    `select id, kind, value_sealed as sealed, value_masked as masked from application_personal_value
     where application_id = ?`,
    [from],
  )
  const fresh = new Map(rows.map((row) => [row.id, opened(keyring, row)]))
  const used = new Set<NewPersonalValue>()
  const copied = mapSection(section, content, ({ field, value }) => {
    if (field.type !== 'idNumber' && field.type !== 'personalPhone') return value
    const reference = value as PersonalReference
    const copy = fresh.get(reference.value)
    if (!copy) throw new Error(`A section names the personal value ${reference.value}, which is gone.`)
    used.add(copy)
    return { value: copy.id, masked: copy.masked }
  })
  return { content: copied, values: [...used] }
}

function opened(keyring: Keyring, { id, kind, sealed, masked }: Sealed): NewPersonalValue {
  const place = { table: 'application_personal_value', column: 'value_sealed', row: id }
  return { id: randomUUID(), kind, value: keyring.open('personal', sealed, place), masked }
}

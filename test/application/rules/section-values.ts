import fc from 'fast-check'
import type { FormField } from '../../../schema/rules/form/field.js'
import { fieldsOfRow, fieldsOfSection, type SectionName, sectionNames } from '../../../schema/rules/form/form.js'

/*
 * Sections as they are stored, made from the form's tables. Values are few, so that two people often type the same or clash.
 */

type Values = Record<string, unknown>

const few = (...values: readonly unknown[]) => fc.constantFrom(...values)

function fieldValue(field: FormField): fc.Arbitrary<unknown> {
  const { type, values } = field
  if (values)
    return values.several ? fc.subarray([...values.of].slice(0, 3), { minLength: 1 }) : few(...values.of.slice(0, 3))
  if (typeof type === 'object') {
    if ('one' in type) return fieldsValue(fieldsOfRow(type.one)).filter((group) => Object.keys(group).length > 0)
    return rowsValue(type.list, Math.min(field.max ?? 5, 5))
  }
  switch (type) {
    case 'bool':
      return fc.boolean()
    case 'int':
      return few(1, 2, 2024)
    case 'idNumber':
    case 'personalPhone':
      return few({ value: 'value-1', masked: '110***' }, { value: 'value-2', masked: '110***' })
    case 'money':
      return few('1.00', '2.00')
    case 'narrative':
      return few('甲', '乙', '甲\n\n乙')
    default:
      return few('甲', '乙', '丙')
  }
}

function fieldsValue(fields: Readonly<Record<string, FormField>>): fc.Arbitrary<Values> {
  const named = Object.entries(fields).filter(([, { type }]) => type !== 'key')
  return fc.record(Object.fromEntries(named.map(([name, field]) => [name, fieldValue(field)])), { requiredKeys: [] })
}

/** Rows with keys of their own, in any order; never two with the same credit code or year. */
function rowsValue(row: string, most: number): fc.Arbitrary<unknown> {
  const unique = { Partner: 'creditCode', YearPlan: 'year' }[row]
  return fc
    .uniqueArray(fc.tuple(few('k1', 'k2', 'k3', 'k4', 'k5', 'k6'), fieldsValue(fieldsOfRow(row))), {
      ...{ minLength: 1, maxLength: most, selector: ([key]) => key },
    })
    .map((rows) => {
      const seen = new Set<unknown>()
      return rows.map(([key, values]) => {
        const { [unique ?? '']: value, ...others } = values as Values
        if (value === undefined || seen.has(value)) return { key, ...others }
        seen.add(value)
        return { key, ...(values as Values) }
      })
    })
}

/** What a section may say. */
export function sectionValue(section: SectionName): fc.Arbitrary<Values> {
  return fieldsValue(fieldsOfSection(section))
}

/** A section, what two people began with, and what each made of it. */
export const editedByTwo = fc
  .constantFrom(...sectionNames)
  .chain((section) =>
    fc.tuple(fc.constant(section), sectionValue(section), sectionValue(section), sectionValue(section)),
  )

/** The value at a path such as `partners.k1.name`. */
export function valueAt(content: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value.find(({ key }) => key === step)
    return (value as Values | undefined)?.[step]
  }, content)
}

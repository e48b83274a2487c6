import { type GraphQLNullableType, getNullableType, isEnumType, isListType, isScalarType } from 'graphql'
import type { Locale } from '../../../schema/rules/localized-text.js'
import { literal, type Sql, sql } from '../sql.js'

/** How a column's value is put into the answer, exactly as the scalar would serialize it. */
export type Form = (value: Sql, locale: Locale) => Sql

const asItIs: Form = (value) => value
const asText: Form = (value) => sql`${value}::text`

/** Forms by GraphQL scalar and column type. What isn't here can't be read by SQL alone. */
const scalarForms: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  String: { text: asItIs, varchar: asItIs, char: asItIs },
  ID: { text: asItIs, varchar: asItIs, uuid: asText, int: asText, bigint: asText },
  Int: { int: asItIs, smallint: asItIs },
  Boolean: { boolean: asItIs },
  // Two decimals are the column's own; other scales are refused, so nothing is rounded.
  Money: { 'numeric(18,2)': asText },
  LocalDate: { date: (value) => sql`to_char(${value}, 'YYYY-MM-DD')` },
  // YYYY-MM, which sorts as it reads.
  YearMonth: { text: asItIs },
  DateTime: {
    timestamptz: (value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  },
}

/**
 * The form of a column behind a field of this type, or undefined if there is none.
 * A `localized` column holds both languages as jsonb, one text or a list of them.
 */
export function formOf(type: GraphQLNullableType, columnType: string, localized: boolean): Form | undefined {
  if (localized) {
    if (columnType !== 'jsonb') return undefined
    return isListType(type) ? localizedTexts : localizedText
  }
  if (isListType(type)) {
    const item = getNullableType(type.ofType)
    return columnType.endsWith('[]') && formOf(item, columnType.slice(0, -2), false) === asItIs ? asItIs : undefined
  }
  if (isEnumType(type)) {
    // The column holds what the API shows only if each value is its own name.
    return type.getValues().every(({ name, value }) => name === value) ? scalarForms.String?.[columnType] : undefined
  }
  return isScalarType(type) ? scalarForms[type.name]?.[columnType] : undefined
}

const localizedText: Form = (value, locale) => sql`${value} ->> ${literal(locale)}`

const localizedTexts: Form = (value, locale) => {
  const texts = sql`jsonb_array_elements(${value}) with ordinality as texts (text, place)`
  return sql`case when ${value} is not null then array(select text ->> ${literal(locale)} from ${texts} order by place) end`
}

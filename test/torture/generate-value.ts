import fc from 'fast-check'
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql'
import { someFacts } from '../eligibility/generate-facts.js'
import type { Choices } from './choices.js'
import type { Source } from './source.js'

const text = fc.oneof(fc.string(), fc.constantFrom('', 'xining', '“引号” "quotes" \\ \u2028 😀', "';--"))

/** A value of an input type, now and then null where it may be. `place` is such as `guideline.city`. */
export function generateValue(source: Source, choices: Choices, type: GraphQLInputType, place: string): unknown {
  if (!isNonNullType(type) && choices.rarely(8)) return null
  const inner = getNullableType(type)
  const { values } = source
  const ofAny = place.replace(/^[^.]*/, '*')
  const known = values[place] ?? values[ofAny] ?? ('name' in inner ? values[inner.name] : undefined)
  if (known) return choices.oneOf(known)
  if (isListType(inner)) {
    return choices.times(choices.below(3), () => generateValue(source, choices, inner.ofType, `${place}[]`))
  }
  if (isEnumType(inner)) return choices.oneOf(inner.getValues()).name
  if (isInputObjectType(inner)) {
    if (inner.name === 'FactsInput') return choices.generate(someFacts)
    const fields = Object.values(inner.getFields()).filter((field) => isRequiredInputField(field) || choices.rarely(2))
    return Object.fromEntries(
      fields.map(({ name, type: of }) => [name, generateValue(source, choices, of, `${inner.name}.${name}`)]),
    )
  }
  switch (inner.name) {
    case 'Int':
      return choices.oneOf([0, 1, 2, 2024, -1])
    case 'Boolean':
      return choices.rarely(2)
    default:
      return choices.generate(text)
  }
}

/** A value as a literal of its type; `variable` may put the name of one in the place of a field of an input object. */
export function literalOf(
  type: GraphQLInputType,
  value: unknown,
  variable: (type: GraphQLInputType, value: unknown) => string | undefined,
): string {
  const inner = getNullableType(type)
  if (value === null || value === undefined) return 'null'
  if (isListType(inner)) {
    return `[${(value as unknown[]).map((item) => literalOf(inner.ofType, item, variable)).join(', ')}]`
  }
  if (isEnumType(inner)) return String(value)
  if (isInputObjectType(inner)) {
    const known = inner.getFields()
    const fields = Object.entries(value as object).flatMap(([name, of]) => {
      const field = known[name]
      return field && of !== undefined
        ? [`${name}: ${variable(field.type, of) ?? literalOf(field.type, of, variable)}`]
        : []
    })
    return `{${fields.join(', ')}}`
  }
  return JSON.stringify(value)
}

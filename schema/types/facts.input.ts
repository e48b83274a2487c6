import 'reflect-metadata'
import { Field, InputType, Int } from 'type-graphql'
import { type FactField, type FactsOf, factTypes } from '../rules/facts.js'
import { enumsByName } from './enums.js'
import { LocalDate, Money } from './scalars.js'

/*
 * The inputs for facts are made from the one table of facts, so that the rules' language and the API can't drift
 * apart. Every field is optional: what is left out is unknown.
 */
const inputTypes = new Map<string, new () => object>()

function inputName(factType: string): string {
  return factType === 'Facts' ? 'FactsInput' : `${factType}FactsInput`
}

function graphqlType(field: FactField): () => unknown {
  const { type, values } = field
  if (values) return () => enumsByName[values.name as keyof typeof enumsByName]
  if (typeof type === 'object') {
    return 'one' in type ? () => inputTypes.get(type.one) : () => [inputTypes.get(type.list)]
  }
  const scalars = {
    bool: () => Boolean,
    int: () => Int,
    money: () => Money,
    date: () => LocalDate,
    string: () => String,
    'list<date>': () => [LocalDate],
    'list<money>': () => [Money],
    'list<string>': () => [String],
  }
  return scalars[type]
}

for (const [name, fields] of Object.entries(factTypes)) {
  const FactInput = class {}
  inputTypes.set(name, FactInput)
  InputType(inputName(name), { description: 'Facts; whatever is left out is unknown, an empty list says "none".' })(
    FactInput,
  )
  for (const [fieldName, field] of Object.entries<FactField>(fields)) {
    Field(graphqlType(field) as () => typeof String, {
      nullable: true,
      description: `${field['zh-CN']} — ${field.en}`,
    })(FactInput.prototype, fieldName)
  }
}

/** GraphQL input `FactsInput`, all facts about one application. */
export const FactsInput = inputTypes.get('Facts') as new () => FactsOf<'Facts'>

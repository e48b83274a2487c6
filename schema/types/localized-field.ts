import 'reflect-metadata'
import { Extensions, Field } from 'type-graphql'

/**
 * A text that exists in Chinese and English. In the schema it is a `String` with an optional argument
 * `locale: Locale`, added when the schema is built; without it the language of `Accept-Language` is used.
 */
export function LocalizedField(options: { description: string; nullable?: boolean }): PropertyDecorator {
  return (target, property) => {
    Field(() => String, options)(target, property)
    Extensions({ localized: true })(target, property)
  }
}

/** The same for a list of texts. */
export function LocalizedListField(options: { description: string }): PropertyDecorator {
  return (target, property) => {
    Field(() => [String], options)(target, property)
    Extensions({ localized: true })(target, property)
  }
}

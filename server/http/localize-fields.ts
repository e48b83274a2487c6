import { GraphQLEnumType, type GraphQLFieldConfigArgumentMap, type GraphQLSchema, isObjectType } from 'graphql'
import { type Locale, type LocalizedText, textIn } from '../../schema/rules/localized-text.js'

type Texts = LocalizedText | readonly LocalizedText[] | null | undefined

/**
 * Gives every `@LocalizedField` its argument `locale`, and a resolver that picks the language from a text in both.
 * The read engine replaces the resolver where the text comes from the database.
 */
export function localizeFields(schema: GraphQLSchema): GraphQLSchema {
  const Locale = schema.getType('Locale')
  if (!(Locale instanceof GraphQLEnumType)) throw new Error('The schema has no enum Locale.')
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (!field.extensions.localized) continue
      field.args = [...field.args, localeArgument(Locale)]
      field.resolve = (source: Record<string, Texts>, args: { locale?: Locale }, context: { locale: Locale }) => {
        return textIn(source[field.name], args.locale ?? context.locale)
      }
    }
  }
  return schema
}

function localeArgument(type: GraphQLEnumType) {
  const description = 'Language of the text; that of the request, if left out.'
  return {
    name: 'locale',
    type,
    description,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  } satisfies GraphQLFieldConfigArgumentMap[string] & { name: string; extensions: object }
}

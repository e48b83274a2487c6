import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'

/**
 * Scalars whose value is a string both outside and inside. They refuse what is not a string; whether the string is a
 * possible amount or date is checked where it is used, so that a bad one is answered as data: with code, path and clause.
 */
function textScalar(
  name: string,
  description: string,
  example: string,
  specifiedByURL?: string,
): GraphQLScalarType<string, string> {
  const wrongType = (nodes?: ValueNode) => {
    const messages = {
      'zh-CN': `${name} 须为字符串，例如 "${example}"。`,
      en: `${name} must be a string such as "${example}".`,
    }
    return new GraphQLError(messages.en, { nodes, extensions: { code: 'BAD_USER_INPUT', messages } })
  }
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => String(value),
    parseValue(value) {
      if (typeof value !== 'string') throw wrongType()
      return value
    },
    parseLiteral(node: ValueNode) {
      if (node.kind !== Kind.STRING) throw wrongType(node)
      return node.value
    },
  })
}

export const Money = textScalar(
  'Money',
  'An amount in yuan as a decimal string with two decimals, e.g. "1000000.00". On input 0 to 2 decimals are accepted; more are refused, never rounded.',
  '1000000.00',
)

export const LocalDate = textScalar(
  'LocalDate',
  'A day of the calendar in the time zone of the city, YYYY-MM-DD.',
  '2023-06-01',
)

export const YearMonth = textScalar('YearMonth', 'A month of the calendar, YYYY-MM.', '2024-01')

export const DateTime = textScalar(
  'DateTime',
  'An instant, RFC 3339 with offset, e.g. "2023-07-14T17:00:00+08:00"; answered in UTC with milliseconds.',
  '2023-07-14T17:00:00+08:00',
  'https://datatracker.ietf.org/doc/html/rfc3339',
)

export const AsOf = textScalar(
  'AsOf',
  'The moment a verdict is for: an instant such as "2023-07-14T17:00:00+08:00", or a day such as "2023-06-01", which means noon of that day in the time zone of the city.',
  '2023-06-01',
)

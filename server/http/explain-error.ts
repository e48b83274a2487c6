import { type DocumentNode, GraphQLError, type GraphQLSchema, isEnumType } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { type KnownMessage, translateGraphqlMessage } from './graphql-messages.js'
import { pathInDocument, pathInMessage } from './input-path.js'
import { limits } from './limits.js'
import { withoutNumbers } from './private-text.js'

/** What an error says to the caller, in both languages. */
export type Explanation = {
  readonly code: string
  readonly text: LocalizedText
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Where the error happened; whatever is missing (no document after a syntax error) explains less. */
export type Scene = { readonly document?: DocumentNode; readonly schema?: GraphQLSchema }

/** What an error says to the caller; undefined for one that wasn't meant for callers and has to be masked. */
export function explainError(error: GraphQLError, scene: Scene = {}): Explanation | undefined {
  const causes = [...causesOf(error)]
  const variable = explainVariable(error, scene)
  if (variable) return variable
  // Apollo Server puts its own code over that of an error it wraps.
  const own = causes.findLast(({ extensions }) => extensions.messages)
  if (own) return explainOwn(own, error, scene)
  if (error.extensions.code === 'GRAPHQL_PARSE_FAILED') return explainSyntax(error)
  // Thrown by a resolver, and no error of GraphQL's: its words were written for us, not for callers.
  const thrown = causes.at(-1)?.originalError
  if (error.path && thrown) return undefined
  const known = translateGraphqlMessage(error.message)
  if (known) return explainKnown(error, known, scene)
  return refusesDocument(error) ? unknownRefusal(error) : undefined
}

function* causesOf(error: GraphQLError): Generator<GraphQLError> {
  for (let cause: unknown = error; cause instanceof GraphQLError; cause = cause.originalError) yield cause
}

function explainOwn({ extensions }: GraphQLError, { nodes }: GraphQLError, { document }: Scene): Explanation {
  const { code, messages, http: _http, ...rest } = extensions
  const { 'zh-CN': zh, en } = messages as LocalizedText
  // A scalar refuses a literal without knowing where it stands.
  const node = code === ('BAD_USER_INPUT' satisfies ErrorCode) && rest.path === undefined ? nodes?.[0] : undefined
  const path = document && node && pathInDocument(document, node)
  return {
    code: String(code),
    text: { 'zh-CN': withoutNumbers(zh), en: withoutNumbers(en) },
    extensions: path ? { ...rest, path } : rest,
  }
}

/** Reads `Variable "$input" got invalid value … at "input.facts.budget"; reason`, whose value isn't repeated. */
function explainVariable(error: GraphQLError, { schema }: Scene): Explanation | undefined {
  const name = /^Variable "\$(\w+)" got invalid value /.exec(error.message)?.[1]
  if (name === undefined) return undefined
  const reason = [...causesOf(error)].find(({ message }) => !message.startsWith('Variable "$'))
  const before = reason ? error.message.slice(0, -reason.message.length) : error.message
  const path = pathInMessage(/ at "([^"\\]*)"; $/.exec(before)?.[1] ?? name).map(withoutNumbers)
  const known = reason && translateGraphqlMessage(reason.message)
  const missing = known && fieldOf(known)
  const text = (reason && (ownText(reason) ?? (known && withChoices(known, schema)))) ?? {
    'zh-CN': '变量的值无效。',
    en: 'The value of the variable is not valid.',
  }
  return {
    code: 'BAD_USER_INPUT' satisfies ErrorCode,
    text: { 'zh-CN': `${path.join('.')}：${text['zh-CN']}`, en: `${path.join('.')}: ${text.en}` },
    extensions: { path: missing === undefined ? path : [...path, missing] },
  }
}

function explainKnown(error: GraphQLError, known: KnownMessage, { document, schema }: Scene): Explanation {
  if (known.about === 'document') {
    const { code = 'GRAPHQL_VALIDATION_FAILED' } = error.extensions
    return { code: String(code), text: known.text }
  }
  const node = error.nodes?.[0]
  const inDocument = (document && node && pathInDocument(document, node)) ?? []
  const missing = fieldOf(known) ?? variableOf(known)
  const path = missing === undefined || inDocument.at(-1) === missing ? inDocument : [...inDocument, missing]
  return {
    code: 'BAD_USER_INPUT' satisfies ErrorCode,
    text: withChoices(known, schema),
    extensions: path.length > 0 ? { path } : {},
  }
}

/** A syntax error; what was found instead is named by its kind, and only punctuation and names by their text. */
function explainSyntax(error: GraphQLError): Explanation {
  const code = 'GRAPHQL_PARSE_FAILED' satisfies ErrorCode
  const where = error.locations?.[0]
  if (error.message.includes('tokens. Parsing aborted')) {
    return {
      code: 'DOCUMENT_TOO_LONG' satisfies ErrorCode,
      text: {
        'zh-CN': `查询文档超过 ${limits.tokens} 个词法单元；请拆成几次请求，大的输入请放进变量。`,
        en: `The document has more than ${limits.tokens} tokens; split it, and put large inputs into variables.`,
      },
      extensions: { limit: limits.tokens },
    }
  }
  // The parser's own recursion came to its end before it could tell where.
  if (!where)
    return { code, text: { 'zh-CN': '查询文档无法解析。', en: 'Syntax Error: the document can’t be parsed.' } }
  const technical = withoutNumbers(
    error.message
      .replace(/^Syntax Error: /, '')
      .replace(/\b(String|BlockString|Int|Float) ".*"\.$/s, '$1.')
      .replace(/: ".{4,}"\.$/s, '.'),
  )
  return {
    code,
    text: {
      'zh-CN': `第 ${where.line} 行第 ${where.column} 列语法有误：${technical}`,
      en: `Syntax Error in line ${where.line}, column ${where.column}: ${technical}`,
    },
  }
}

const documentCodes = new Set<unknown>(['GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST'])

function refusesDocument({ extensions }: GraphQLError): boolean {
  return documentCodes.has(extensions.code)
}

/** A rule's message that the table doesn't have: everything quoted that isn't a plain name is left out. */
function unknownRefusal({ message, extensions }: GraphQLError): Explanation {
  const text = withoutNumbers(
    message.replace(/"([^"]*)"/g, (quoted, word) => (/^[$@]?[\w.]{1,64}$/.test(word) ? quoted : '"…"')),
  )
  return { code: String(extensions.code), text: { 'zh-CN': `请求有误：${text}`, en: text } }
}

function ownText({ extensions }: GraphQLError): LocalizedText | undefined {
  return extensions.messages as LocalizedText | undefined
}

/** The field that is missing or unknown, as a step of the path. */
function fieldOf({ text, names }: KnownMessage): string | undefined {
  return /^(?:Field|Argument) "/.test(text.en) ? names[0]?.split('.').at(-1) : undefined
}

function variableOf({ text, names }: KnownMessage): string | undefined {
  return text.en.startsWith('Variable "') ? names[0]?.slice(1) : undefined
}

/** Names the values of a short enum: the reader wants them next. */
function withChoices({ text, names }: KnownMessage, schema: GraphQLSchema | undefined): LocalizedText {
  const type = schema?.getType(names[0] ?? '')
  if (!isEnumType(type) || type.getValues().length > 12) return text
  const values = type.getValues().map(({ name }) => name)
  return {
    'zh-CN': `${text['zh-CN']}可选值：${values.join('、')}。`,
    en: `${text.en} It has ${values.join(', ')}.`,
  }
}

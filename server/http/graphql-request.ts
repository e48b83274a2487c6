import type { GraphQLError } from 'graphql'
import { requestError } from './request-error.js'

/** The parameters of a GraphQL request over HTTP, by either method. */
export type GraphqlRequest = {
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: Record<string, unknown> | undefined
}

/**
 * The parameters from the body of a POST; null counts as left out, and so does an empty `operationName`.
 * @throws {GraphQLError} BAD_REQUEST, naming the parameter; PERSISTED_QUERY_NOT_SUPPORTED
 */
export function requestFromBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) {
    throw bad(
      '不支持一次发送多个请求（数组）；请逐个发送，或在一个文档中使用别名。',
      'Batches (arrays) are not supported; send one request each, or use aliases in one document.',
    )
  }
  if (!isObject(body)) throw bad('请求体须为 JSON 对象。', 'The body has to be a JSON object.')
  const { query, operationName, variables, extensions } = body
  if (extensions != null && !isObject(extensions)) throw notObject('extensions')
  // Before the query is missed: clients that name one by its hash first send its text after this answer.
  if (extensions?.persistedQuery != null) throw notPersisted()
  if (typeof query !== 'string' || query === '') {
    throw bad('缺少参数 query，或它不是字符串。', 'The parameter "query" is missing or not a string.', 'query')
  }
  if (operationName != null && typeof operationName !== 'string') {
    throw bad('参数 operationName 须为字符串。', 'The parameter "operationName" has to be a string.', 'operationName')
  }
  if (variables != null && !isObject(variables)) throw notObject('variables')
  // An empty name is none, as in a URL, where a form can't leave its fields out.
  return { query, operationName: operationName || undefined, variables: variables ?? undefined }
}

/**
 * The parameters from the URL of a GET.
 * @throws {GraphQLError} BAD_REQUEST, naming the parameter; PERSISTED_QUERY_NOT_SUPPORTED
 */
export function requestFromUrl(search: URLSearchParams): GraphqlRequest {
  const text = (name: string) => {
    const values = search.getAll(name)
    if (values.length > 1)
      throw bad(`参数 ${name} 出现了多次。`, `The parameter "${name}" was given more than once.`, name)
    return values[0] || undefined
  }
  const object = (name: string) => {
    const value = text(name)
    if (value === undefined) return undefined
    try {
      return JSON.parse(value) as unknown
    } catch {
      throw notObject(name)
    }
  }
  return requestFromBody({
    query: text('query'),
    operationName: text('operationName'),
    variables: object('variables'),
    extensions: object('extensions'),
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notObject(name: string): GraphQLError {
  return bad(
    `参数 ${name} 须为 JSON 对象（在网址中为其 JSON 文本）。`,
    `The parameter "${name}" has to be a JSON object (in a URL, its JSON text).`,
    name,
  )
}

function notPersisted(): GraphQLError {
  const messages = {
    'zh-CN': '不保存查询（persistedQuery）；请发送查询全文。',
    en: 'Queries are not persisted here; send the text of the query, without extensions.persistedQuery.',
  }
  return requestError('PERSISTED_QUERY_NOT_SUPPORTED', messages)
}

function bad(zh: string, en: string, parameter?: string): GraphQLError {
  const extensions = parameter === undefined ? {} : { path: [parameter] }
  return requestError('BAD_REQUEST', { 'zh-CN': zh, en }, { extensions })
}

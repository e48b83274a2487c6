import { type GraphQLErrorEntry, shenbaoError } from './shenbao-error.js'

/**
 * The data of a response, as GraphQL over HTTP has it.
 * @throws ShenbaoError: `graphql` for a response with errors, whatever its status; `http` for everything else.
 */
export function readAnswer(status: number, type: string | null, retryAfter: string | null, text: string): unknown {
  const { data, errors } = parse(type, text)
  const retryAfterMs = milliseconds(retryAfter)
  if (Array.isArray(errors) && errors.length > 0) throw refused(status, retryAfterMs, errors, data)
  if (status < 300 && data) return data
  throw shenbaoError(
    { kind: 'http', status, retryAfterMs },
    `The answer (HTTP ${status}) is not a GraphQL response; check the address and what stands between.`,
    `收到的答复（HTTP ${status}）不是 GraphQL 响应，请检查地址和中间的代理。`,
  )
}

function parse(type: string | null, text: string): { readonly data?: unknown; readonly errors?: unknown } {
  try {
    return (type?.includes('json') && JSON.parse(text)) || {}
  } catch {
    return {}
  }
}

function refused(
  status: number,
  retryAfterMs: number | undefined,
  errors: readonly (GraphQLErrorEntry | null)[],
  data: unknown = null,
) {
  const listed = errors.flatMap((error) => error ?? [])
  const codes = listed.flatMap((error) => error.extensions?.code ?? [])
  const paths = listed.flatMap((error) => error.path?.join('.') ?? [])
  const named = [...codes, ...paths].join(', ')
  return shenbaoError(
    { kind: 'graphql', status, retryAfterMs, codes, paths, responseErrors: listed, data },
    `The service answered with errors (${named}); see error.responseErrors.`,
    `服务返回错误（${named}），详见 error.responseErrors。`,
  )
}

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
function milliseconds(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const until = retryAfter.endsWith('GMT') ? Date.parse(retryAfter) : Number.NaN
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now())
}

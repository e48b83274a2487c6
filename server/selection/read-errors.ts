import type { GraphQLError } from 'graphql'
import { refusal } from './refusal.js'

/** The statement ran into the server's time limit and was ended by PostgreSQL. */
export function statementTimeout(): GraphQLError {
  return refusal('STATEMENT_TIMEOUT', {
    'zh-CN': '查询耗时超过服务器的限制，已被终止。请缩小范围（过滤条件、每页行数、嵌套层数）后重试。',
    en: 'The query took longer than the server allows and was ended. Ask for less (filter, page size, nesting) and try again.',
  })
}

/** Nobody waits for the answer any more. */
export function requestAborted(): GraphQLError {
  return refusal('REQUEST_ABORTED', {
    'zh-CN': '请求已取消。',
    en: 'The request was cancelled.',
  })
}

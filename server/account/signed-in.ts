import type { GraphQLError } from 'graphql'
import type { Context } from '../http/context.js'
import { requestError } from '../http/request-error.js'

/** The session that asks. @throws {GraphQLError} UNAUTHENTICATED for the public */
export function signedIn({ viewer, session }: Context): {
  account: string
  id: string
  token: string
  byCookie: boolean
} {
  if (viewer.account === null || viewer.session === null || session === null) {
    throw signInFirst()
  }
  return { account: viewer.account, id: viewer.session, ...session }
}

export function signInFirst(): GraphQLError {
  return requestError('UNAUTHENTICATED', { 'zh-CN': '请先登录。', en: 'Sign in first.' }, { status: 200 })
}

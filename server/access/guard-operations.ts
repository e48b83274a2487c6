import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Role } from '../../schema/enums.js'
import { labels } from '../../schema/labels.js'
import { requestError } from '../http/request-error.js'
import { type OperationRule, operations } from './operations.js'
import type { Viewer } from './viewer.js'

/** Has every operation that isn't for everyone ask the access table first, whatever resolves it. */
export function guardOperations(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const rule = operations[`${root?.name}.${field.name}`] ?? {}
      if (rule.PUBLIC) continue
      field.resolve = guarded(rule, field.resolve ?? defaultFieldResolver)
      if (field.subscribe) field.subscribe = guarded(rule, field.subscribe)
    }
  }
  return schema
}

type Resolve = GraphQLFieldResolver<unknown, { readonly viewer: Viewer }>

function guarded(rule: OperationRule, resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    if (!mayCall(rule, context.viewer)) throw refuse(rule, context.viewer)
    return resolve(source, args, context, info)
  }
}

/** Whether the viewer may call an operation, by one of his roles or because he is signed in. */
function mayCall(rule: OperationRule, { account, roles }: Viewer): boolean {
  return roles.some((role) => Object.hasOwn(rule, role)) || (account !== null && Object.hasOwn(rule, 'SIGNED_IN'))
}

function refuse(rule: OperationRule, { account }: Viewer) {
  if (account === null) {
    const messages = { 'zh-CN': '请先登录。', en: 'Sign in first.' }
    return requestError('UNAUTHENTICATED', messages, { status: 200 })
  }
  const allowed = Object.keys(rule) as Role[]
  const names = (locale: 'zh-CN' | 'en') => allowed.map((role) => labels.Role[role][locale])
  const messages = {
    'zh-CN': `当前角色无权进行该操作；可以进行的角色：${names('zh-CN').join('、')}。管理部门的角色须通过双因素验证后方可生效。`,
    en: `None of your roles may do this; it is for: ${names('en').join(', ')}. An official's role takes effect after the second factor.`,
  }
  return requestError('FORBIDDEN', messages, { status: 200 })
}

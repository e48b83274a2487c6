import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import type { ASTVisitor, GraphQLError, ValidationContext, ValidationRule } from 'graphql'
import { limits } from './limits.js'
import { requestError } from './request-error.js'

/** GraphQL Armor counts; what is said is ours, so that it comes in the caller's language and with a code. */
const instead = (refusal: () => GraphQLError) => ({
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(refusal())],
})

/**
 * Validation rules that refuse documents of a form no client needs. Introspection may be deeper: GraphQL's own rule
 * limits its lists, and unwrapping a type is long and cheap.
 */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ n: limits.depth, flattenFragments: true, ...instead(tooDeep) }),
  maxAliasesRule({ n: limits.aliases, ...instead(tooManyAliases) }),
  maxDirectivesRule({ n: limits.directives, ...instead(tooManyDirectives) }),
  aliasLengthRule,
]

function tooDeep(): GraphQLError {
  return requestError(
    'DOCUMENT_TOO_DEEP',
    {
      'zh-CN': `查询的嵌套超过 ${limits.depth} 层；请拆成几次查询，例如先取标识，再用 node(id:) 取内层。`,
      en: `The document is nested deeper than ${limits.depth} fields; split it, e.g. by reading ids first and node(id:) next.`,
    },
    { extensions: { limit: limits.depth } },
  )
}

function tooManyAliases(): GraphQLError {
  return requestError(
    'TOO_MANY_ALIASES',
    {
      'zh-CN': `一次操作中的别名超过 ${limits.aliases} 个；请拆成几次请求。`,
      en: `An operation has more than ${limits.aliases} aliases; split it into several requests.`,
    },
    { extensions: { limit: limits.aliases } },
  )
}

function tooManyDirectives(): GraphQLError {
  return requestError(
    'TOO_MANY_DIRECTIVES',
    {
      'zh-CN': `一次操作中的指令超过 ${limits.directives} 个；请把 @include、@skip 放到外层字段或片段上。`,
      en: `An operation has more than ${limits.directives} directives; put @include and @skip on outer fields or fragments.`,
    },
    { extensions: { limit: limits.directives } },
  )
}

function aliasLengthRule(context: ValidationContext): ASTVisitor {
  return {
    Field({ alias }) {
      if (!alias || alias.value.length <= limits.aliasLength) return
      const messages = {
        'zh-CN': `别名超过 ${limits.aliasLength} 个字符；数据库会截断过长的名称，两个别名可能因此相同。请缩短。`,
        en: `An alias is longer than ${limits.aliasLength} characters; the database cuts longer names, so that two could become one. Shorten it.`,
      }
      context.reportError(
        requestError('ALIAS_TOO_LONG', messages, { nodes: alias, extensions: { limit: limits.aliasLength } }),
      )
    },
  }
}

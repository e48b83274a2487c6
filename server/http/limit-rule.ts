import { type ASTVisitor, Kind, type OperationDefinitionNode, type ValidationContext } from 'graphql'
import type { ErrorCode } from '../../schema/error-codes.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { findExcess, type Measure } from './find-excess.js'
import { limits } from './limits.js'
import { requestError } from './request-error.js'

/** A bound on the form of an operation, and what is said to one beyond it. */
type Bound = {
  readonly measure: Measure
  readonly limit: number
  readonly code: ErrorCode
  readonly messages: LocalizedText
  /** What the refusal tells as the limit, if that isn't the bound. */
  readonly told?: number
}

const bounds: readonly Bound[] = [
  {
    // Introspection may be deeper: GraphQL's own rule limits its lists, and unwrapping a type is long and cheap.
    measure: {
      adds: false,
      own: (node) => (node.kind !== Kind.FIELD ? 0 : node.name.value === '__schema' ? Number.NEGATIVE_INFINITY : 1),
    },
    limit: limits.depth,
    code: 'DOCUMENT_TOO_DEEP',
    messages: {
      'zh-CN': `查询的嵌套超过 ${limits.depth} 层；请拆成几次查询，例如先取标识，再用 node(id:) 取内层。`,
      en: `The document is nested deeper than ${limits.depth} fields; split it, e.g. by reading ids first and node(id:) next.`,
    },
  },
  {
    measure: { adds: true, own: (node) => (node.kind === Kind.FIELD && node.alias ? 1 : 0) },
    limit: limits.aliases,
    code: 'TOO_MANY_ALIASES',
    messages: {
      'zh-CN': `一次操作中的别名超过 ${limits.aliases} 个；请拆成几次请求。`,
      en: `An operation has more than ${limits.aliases} aliases; split it into several requests.`,
    },
  },
  {
    measure: { adds: true, own: ({ directives }) => directives?.length ?? 0 },
    limit: limits.directives,
    code: 'TOO_MANY_DIRECTIVES',
    messages: {
      'zh-CN': `一次操作中的指令超过 ${limits.directives} 个；请把 @include、@skip 放到外层字段或片段上。`,
      en: `An operation has more than ${limits.directives} directives; put @include and @skip on outer fields or fragments.`,
    },
  },
  {
    measure: {
      adds: false,
      own: (node) => (node.kind === Kind.FIELD && (node.alias?.value.length ?? 0) > limits.aliasLength ? 1 : 0),
    },
    limit: 0,
    told: limits.aliasLength,
    code: 'ALIAS_TOO_LONG',
    messages: {
      'zh-CN': `别名超过 ${limits.aliasLength} 个字符；数据库会截断过长的名称，两个别名可能因此相同。请缩短。`,
      en: `An alias is longer than ${limits.aliasLength} characters; the database cuts longer names, so that two could become one. Shorten it.`,
    },
  },
]

/** Validation rule that refuses operations of a form no client needs, and says where they go too far. */
export function limitRule(context: ValidationContext): ASTVisitor {
  const check = (operation: OperationDefinitionNode) => {
    for (const { measure, limit, told = limit, code, messages } of bounds) {
      const excess = findExcess(operation, (name) => context.getFragment(name), measure, limit)
      if (!excess) continue
      const { node, path } = excess
      context.reportError(requestError(code, messages, { nodes: node, path, extensions: { limit: told } }))
    }
  }
  return { OperationDefinition: check }
}

import type { DocumentNode, FieldNode, GraphQLError, OperationDefinitionNode } from 'graphql'
import { type Cost, dearest, dearestWay, fragmentOf } from './cost.js'
import { findExcess } from './find-excess.js'
import { limits } from './limits.js'
import { withoutNumbers } from './private-text.js'
import { requestError } from './request-error.js'

/** In groups of three digits: a longer run of them is taken for a number of a person's and left out. */
const grouped = new Intl.NumberFormat('en')

/**
 * The refusal of an operation that comes to too many objects, with the bill: the dearest fields at the root, and the way
 * down in the first of them. Its place is the largest page on that way, or the dearest field where no page is asked for.
 */
export function tooCostly(document: DocumentNode, operation: OperationDefinitionNode, cost: Cost): GraphQLError {
  const way = dearestWay(document, operation, cost)
  const line = (path: readonly FieldNode[], field: FieldNode) => ({
    path: [...path, field].map(({ name }) => name.value).join('.'),
    cost: cost.byField.get(field)?.cost ?? 0,
  })
  const roots = dearest(document, cost, operation.selectionSet).slice(0, 5)
  const below = way.slice(1).map((field, i) => line(way.slice(0, i + 1), field))
  const fields = [...roots.map((field) => line([], field)), ...below]
  const told = fields.slice(0, 5).map(({ path, cost }) => `${path} ${grouped.format(cost)}`)
  const { node, path, argument } = placeOf(way, cost)
  const size = argument ?? 'first'
  return requestError(
    'DOCUMENT_TOO_COSTLY',
    {
      'zh-CN': `该操作的代价为 ${grouped.format(cost.total)}，上限为 ${grouped.format(limits.cost)}。代价最大的字段：${told.join('，')}。请减小 ${size}，或拆成几次查询。`,
      en: `The operation costs ${grouped.format(cost.total)}; the limit is ${grouped.format(limits.cost)}. Dearest fields: ${told.join(', ')}. Lower "${size}", or split the operation.`,
    },
    {
      nodes: node,
      path,
      extensions: { ...(argument && { path: [argument] }), limit: limits.cost, requested: cost.total, fields },
    },
  )
}

/** As an answer's refusal of the page itself would name it: the field by response keys, and the argument. */
function placeOf(way: readonly FieldNode[], { byField }: Cost) {
  const asked = (field: FieldNode | undefined) => (field ? byField.get(field)?.asked : undefined)
  const size = (field: FieldNode | undefined) => asked(field)?.size ?? 0
  const place = way.reduce((largest, field, i) => (size(field) > size(way[largest]) ? i : largest), 0)
  const path = way.slice(0, place + 1).map(({ alias, name }) => withoutNumbers((alias ?? name).value))
  return { node: way[place], path, argument: asked(way[place])?.argument }
}

/** The refusal of an operation whose fragments multiply, at the place where there are too many fields. */
export function tooManyFields(document: DocumentNode, operation: OperationDefinitionNode): GraphQLError {
  const each = { own: () => 1, adds: true }
  const excess = findExcess(operation, (name) => fragmentOf(document, name), each, limits.costNodes - 1)
  return requestError(
    'DOCUMENT_TOO_COSTLY',
    {
      'zh-CN': `展开片段后，该操作超过 ${grouped.format(limits.costNodes)} 个字段；请减少片段的相互引用。`,
      en: `With its fragments opened the operation has more than ${grouped.format(limits.costNodes)} fields; spread fewer fragments in one another.`,
    },
    { nodes: excess?.node, path: excess?.path, extensions: { limit: limits.costNodes } },
  )
}

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { sortFormOf } from '../prepare/sort-forms.js'
import type { EntityType } from './model.js'
import { Unreadable } from './unreadable.js'

const sizes = ['first', 'last']
const cursors = ['after', 'before']

/** A value of the argument `orderBy`; `field` is a property path of the rows, or a field computed in SQL. */
const orderShape = '[{ field: an enum of property paths, direction: an enum of ASC and DESC }!]'

/**
 * The arguments that a connection below the root may have: those of a page, and an order. What can be said of them
 * without a document is said at start.
 * @throws {Unreadable} naming the argument and what it should be
 */
export function checkConnectionArguments({ args }: GraphQLField<unknown, unknown>, target: EntityType): void {
  const missing = ['first', 'after'].find((name) => !args.some((arg) => arg.name === name))
  if (missing) throw new Unreadable(`a connection needs the argument "${missing}", to lead to all of its rows.`)
  for (const arg of args) checkArgument(arg, target)
  for (const { path, type } of target.order) checkSortable(target, path, type)
}

function checkArgument({ name, type }: GraphQLArgument, target: EntityType): void {
  if (sizes.includes(name)) checkType(name, type, 'Int')
  else if (cursors.includes(name)) checkType(name, type, 'String')
  else if (name === 'orderBy') checkOrder(type, target)
  else throw new Unreadable(`the engine doesn't know its argument "${name}".`)
}

function checkType(name: string, type: GraphQLInputType, expected: string): void {
  if (String(getNullableType(type)) === expected) return
  throw new Unreadable(`its argument "${name}" is of type ${type}; it has to be ${expected}.`)
}

function checkOrder(type: GraphQLInputType, target: EntityType): void {
  const list = getNullableType(type)
  const step = getNamedType(type)
  const fields = isInputObjectType(step) ? step.getFields() : {}
  const { field, direction } = fields
  const fieldType = field && getNullableType(field.type)
  const directionType = direction && getNullableType(direction.type)
  if (
    !isListType(list) ||
    !isNonNullType(list.ofType) ||
    !isEnumType(fieldType) ||
    !isEnumType(directionType) ||
    Object.keys(fields).length > 2 ||
    directionType.getValues().some(({ value }) => value !== 'ASC' && value !== 'DESC')
  ) {
    throw new Unreadable(`its argument "orderBy" is of type ${type}; it has to be ${orderShape}.`)
  }
  for (const { value } of fieldType.getValues()) checkSortable(target, value, target.columns.get(value)?.type)
}

function checkSortable({ name, entity }: EntityType, path: string, type: string | undefined): void {
  if (type === undefined) {
    throw new Unreadable(`its rows can't be ordered by "${path}", which ${entity.name} has not.`)
  }
  if (!sortFormOf(type)) throw new Unreadable(`${name} can't be ordered by "${path}" of type ${type}.`)
}

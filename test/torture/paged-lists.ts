import { type GraphQLField, isObjectType } from 'graphql'
import type { PageOrder, Source } from './source.js'

/** A connection that documents can ask for, at the root or in what a field at the root shows. */
type PagedList = {
  readonly field: GraphQLField<unknown, unknown>
  readonly orders: readonly PageOrder[]
  /** A selection of the root that has this one where the connection is. */
  readonly from: (selection: string) => string
}

/** The connections of a source that take a whole page's arguments, and an order. */
export function pagedLists({ schema, pages, nestedPages = {} }: Source): PagedList[] {
  const root = schema.getQueryType()?.name ?? ''
  const places = [
    ...Object.entries(pages).map(([name, orders]) => ({ name, type: root, orders, inside: undefined })),
    ...Object.entries(nestedPages).map(([name, nested]) => ({ name, ...nested })),
  ]
  return places.flatMap(({ name, type, orders, inside }) => {
    const of = schema.getType(type)
    const field = isObjectType(of) ? of.getFields()[name] : undefined
    if (!field?.args.some((arg) => arg.name === 'orderBy')) return []
    return [{ field, orders, from: (selection) => (inside ? `${inside} { ${selection} }` : selection) }]
  })
}

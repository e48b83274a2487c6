import { type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql'
import { getMetadataStorage } from 'type-graphql'

type Storage = ReturnType<typeof getMetadataStorage>
type Handler = Storage['queries'][number] | Storage['fieldResolvers'][number]
type ResolverClass = new () => object
type Resolve = GraphQLFieldResolver<unknown, unknown>

/**
 * Makes fields call the methods of the resolver classes as they are. type-graphql first copies every input into
 * instances of the input classes, which have no methods here, and waits for a validation, which is off: with 50 facts
 * that takes as long as judging the case. Methods with middleware, roles or parameters of other kinds keep what
 * type-graphql made of them.
 */
export function directResolvers(schema: GraphQLSchema, resolvers: readonly ResolverClass[]): GraphQLSchema {
  const { queries, mutations, fieldResolvers, objectTypes } = getMetadataStorage()
  const instances = new Map<unknown, object>(resolvers.map((made) => [made, new made()]))
  const direct = (type: GraphQLObjectType | null | undefined, handler: Handler) => {
    const field = type?.getFields()[handler.schemaName]
    const instance = instances.get(handler.target)
    if (field && instance) field.resolve = directCall(instance, handler) ?? field.resolve
  }
  for (const query of queries) direct(schema.getQueryType(), query)
  for (const mutation of mutations) direct(schema.getMutationType(), mutation)
  for (const { name, target, fields = [] } of objectTypes) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    const methods = fieldResolvers.filter(({ getObjectType }) => getObjectType?.() === target)
    for (const { schemaName, roles, middlewares } of fields) {
      const field = type.getFields()[schemaName]
      const isProperty = !methods.some((method) => method.schemaName === schemaName)
      if (field && isProperty && !roles && !middlewares?.length) field.resolve = undefined
    }
    for (const method of methods) direct(type, method)
  }
  return schema
}

function directCall(instance: object, { methodName, params = [], roles, middlewares }: Handler): Resolve | undefined {
  const values = params.toSorted((a, b) => a.index - b.index).map(valueOf)
  if (roles || middlewares?.length || values.includes(undefined)) return undefined
  const method = (instance as Record<string, (...values: unknown[]) => unknown>)[methodName]
  return (root, args, context, info) =>
    method?.apply(
      instance,
      values.map((value) => value?.(root, args, context, info)),
    )
}

function valueOf(param: NonNullable<Handler['params']>[number]): Resolve | undefined {
  switch (param.kind) {
    case 'arg':
      return (_root, args) => args[param.name]
    case 'args':
      return (_root, args) => args
    case 'context':
      return param.propertyName === undefined ? (_root, _args, context) => context : undefined
    case 'root':
      return param.propertyName === undefined ? (root) => root : undefined
    case 'info':
      return (_root, _args, _context, info) => info
    default:
      return undefined
  }
}

import { getMetadataStorage } from 'type-graphql'
import { Unreadable } from './unreadable.js'

type Class = { readonly name: string }

/**
 * Field resolvers of bound types don't run, and with them neither would `@Authorized` and `@UseMiddleware` nor a
 * method with code of its own: what the engine doesn't know it refuses, on the type's class as well as on the classes
 * and interfaces that it has its fields from.
 */
export function checkGuards(type: string, field: string): void {
  const classes = classesOf(type)
  const { fields, authorizedFields, authorizedResolver, middlewares, resolverMiddlewares, fieldResolvers } =
    getMetadataStorage()
  const properties = fields.filter(({ target, schemaName }) => schemaName === field && classes.has(target))
  const names = new Set([field, ...properties.map(({ name }) => name)])
  const concerns = ({ target, fieldName }: { target: Class; fieldName: string }) =>
    classes.has(target) && names.has(fieldName)

  const guard =
    authorizedFields.find(concerns) ??
    middlewares.find(concerns) ??
    [...authorizedResolver, ...resolverMiddlewares].find(({ target }) => classes.has(target))
  if (guard) {
    throw new Unreadable(
      `the engine passes @Authorized and @UseMiddleware of ${guard.target.name} over; guard its rows by the policy instead.`,
    )
  }
  const method = fieldResolvers.find(
    ({ kind, target, getObjectType, schemaName, methodName }) =>
      (schemaName === field || names.has(methodName)) &&
      classes.has(kind === 'internal' ? target : (getObjectType?.() ?? target)),
  )
  if (method) {
    throw new Unreadable(
      `the engine passes its resolver in ${method.target.name} over; declare it as leaf or typescript instead.`,
    )
  }
}

/** The classes of an object type, what they extend, and the interfaces that these implement. */
function classesOf(type: string): ReadonlySet<Class> {
  const { objectTypes, interfaceTypes } = getMetadataStorage()
  const classes = new Set<Class>()
  const add = (found: Class): void => {
    // Every class without another above it extends Function's prototype.
    if (classes.has(found) || found === Function.prototype) return
    classes.add(found)
    const known = [...objectTypes, ...interfaceTypes].filter(({ target }) => target === found)
    for (const { interfaceClasses = [] } of known) interfaceClasses.forEach(add)
    add(Object.getPrototypeOf(found))
  }
  for (const { target } of objectTypes.filter(({ name }) => name === type)) add(target)
  return classes
}

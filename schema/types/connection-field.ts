import 'reflect-metadata'
import { Args, Field } from 'type-graphql'

type Class = new () => object

/**
 * A connection of what belongs to an object, read page by page. It takes the arguments of a query's connection:
 * `PageArgs`, or a class of its own that adds `orderBy`.
 */
export function ConnectionField(
  connection: () => Class,
  args: () => Class,
  options: { description: string; nullable?: boolean },
): PropertyDecorator {
  return (target, property) => {
    Field(connection, options)(target, property)
    // As of a method's first parameter: a property has none, and needs no method that would never run.
    Args(args)(target, property, 0)
  }
}

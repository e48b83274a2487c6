import { getMetadataStorage } from 'type-graphql'
import { Unreadable } from './unreadable.js'

/**
 * Field resolvers of bound types don't run, and with them neither would `@Authorized` and `@UseMiddleware` nor a
 * method with code of its own: what the engine doesn't know it refuses.
 */
export function checkGuards(type: string, field: string): void {
  const { objectTypes, fieldResolvers } = getMetadataStorage()
  const { target, fields } = objectTypes.find(({ name }) => name === type) ?? {}
  const metadata = fields?.find(({ schemaName }) => schemaName === field)
  if (metadata?.roles || metadata?.middlewares?.length) {
    throw new Unreadable('the engine passes @Authorized and @UseMiddleware over; guard its rows by the policy instead.')
  }
  const hasMethod = fieldResolvers.some(
    (resolver) =>
      resolver.schemaName === field &&
      target === (resolver.kind === 'internal' ? resolver.target : resolver.getObjectType?.()),
  )
  if (target && hasMethod) {
    throw new Unreadable('the engine passes its resolver over; declare it as leaf or typescript instead.')
  }
}

import type { MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import { expect } from 'vitest'
import type { EntityDeclaration } from '../../server/selection/selection.js'
import { type GraphqlRequest, type Service, serve } from './serve.js'

export type TwoServices = {
  /** PostgreSQL's JSON where possible. */
  readonly direct: Service
  /** graphql-js completes everything. */
  readonly completed: Service
  /** Sends a request both ways, expects the same bytes, and gives the answer. */
  both(request: GraphqlRequest): Promise<Answer>
  close(): Promise<void>
}

export type Answer = {
  status: number
  data?: Record<string, unknown> | null
  errors?: { message: string; path?: unknown; extensions: { code: string; path?: unknown } }[]
}

/** One database behind two services that answer in the two ways. */
export async function twoServices(
  makeSchema: () => GraphQLSchema,
  orm: MikroORM,
  selections: readonly EntityDeclaration[],
): Promise<TwoServices> {
  const direct = await serve({ schema: makeSchema(), orm, selections, passThrough: true })
  const completed = await serve({ schema: makeSchema(), orm, selections, passThrough: false })
  return {
    direct,
    completed,
    async both(request) {
      const [one, other] = await Promise.all([direct.send(request), completed.send(request)])
      expect(one).toEqual(other)
      return { status: one.status, ...JSON.parse(one.text) }
    },
    async close() {
      await direct.close()
      await completed.close()
    },
  }
}

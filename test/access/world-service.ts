import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { createApp } from '../../server/app.js'
import { loadConfig } from '../../server/config.js'
import { buildSchema } from '../../server/schema.js'
import type { Keyring } from '../../server/secrets/keyring.js'
import { Cancellation } from '../../server/selection/cancellation.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import type { Model } from '../../server/selection/model/model.js'
import { policyEm } from '../../server/selection/policy/policy-filter.js'
import type { EntityDeclaration } from '../../server/selection/selection.js'
import { selections as ownSelections } from '../../server/selections.js'
import { type Answer, ask } from '../http/ask.js'
import type { Persona } from './personas.js'
import type { World } from './world.js'

/** The service on the world's database, made of the access tables as they are when it starts. */
export interface WorldService {
  readonly url: string
  readonly schema: GraphQLSchema
  readonly model: Model
  /** Sends a document as somebody, in English. */
  ask(persona: Persona, query: string, variables?: object): Promise<Answer['body']>
  /** What a use case of his would have as `context.em()`. */
  emOf(persona: Persona): EntityManager
  close(): Promise<void>
}

type Options = {
  readonly orm: MikroORM
  readonly keyring: Keyring
  readonly logger: Logger
  readonly dataDir: string
  readonly world: World
  readonly selections?: readonly EntityDeclaration[]
}

export async function serveWorld({
  orm,
  world,
  selections = ownSelections,
  ...options
}: Options): Promise<WorldService> {
  const { dataDir, keyring, logger } = options
  const config = loadConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const schema = buildSchema()
  const app = await createApp({
    ...{ config, orm, keyring, logger, selections },
    // Given, so that the tables aren't compared with what is served: mutants break them on purpose.
    schema,
  })
  const url = await app.listen()
  const model = buildModel(schema, orm.getMetadata(), selections)
  return {
    ...{ url, schema, model },
    async ask(persona, query, variables) {
      const token = world.tokenOf(persona)
      return (await ask(url, { query, variables }, token === null ? {} : { authorization: `Bearer ${token}` })).body
    },
    emOf(persona) {
      const viewing = { locale: 'en' as const, cancellation: new Cancellation(), viewer: world.viewerOf(persona) }
      return policyEm(orm, model, viewing)
    },
    close: () => app.close(),
  }
}

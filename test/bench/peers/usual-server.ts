import 'reflect-metadata'
import { ApolloServer } from '@apollo/server'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import { DataloaderType, MikroORM } from '@mikro-orm/postgresql'
import fastify from 'fastify'
import { buildSchema } from 'type-graphql'
import { announce, poolSize } from './listen.js'
import { Application, BudgetLine, Organisation, Partner, Person, Personnel, Review } from './usual/entities.js'
import { ApplicationResolver, type Context, PartnerResolver, PersonResolver } from './usual/resolvers.js'

/*
 * The usual server: Apollo Server on fastify, type-graphql, and MikroORM's entities with its own DataLoader, an entity
 * manager for each request. As their documentation has it for production; Apollo's cache control is off, as nothing is cached.
 */
const orm = await MikroORM.init({
  entities: [Application, BudgetLine, Organisation, Partner, Person, Personnel, Review],
  dbName: process.env.PGDATABASE,
  user: process.env.PGUSER,
  password: process.env.PGPASSWORD,
  host: process.env.PGHOST,
  port: Number(process.env.PGPORT),
  pool: { min: poolSize, max: poolSize },
  dataloader: DataloaderType.ALL,
})
const schema = await buildSchema({ resolvers: [ApplicationResolver, PersonResolver, PartnerResolver], validate: false })
const app = fastify()
const apollo = new ApolloServer<Context>({ schema, plugins: [fastifyApolloDrainPlugin(app)] })
await apollo.start()
await app.register(fastifyApollo(apollo), { context: async () => ({ em: orm.em.fork() }) })
announce(Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port))

import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.js'
import { costPlugin } from './cost.plugin.js'
import { textsOfNames } from './document-name.js'
import type { DocumentStore } from './document-store.js'
import { limitRule } from './limit-rule.js'
import { limits } from './limits.js'
import { operationPlugin } from './operation.plugin.js'
import { presentErrorsPlugin } from './present-errors.plugin.js'

type Options = {
  readonly schema: GraphQLSchema
  readonly logger: Logger
  /** Where documents are kept once they are found valid. */
  readonly documents: DocumentStore
  /** The read engine's way to answer without resolvers. */
  readonly plugins?: readonly ApolloServerPlugin<Context>[]
}

/** Apollo Server as the executor of requests that the HTTP room has read and checked; it is started by its caller. */
export function createApollo({ schema, logger, documents, plugins = [] }: Options): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      // First, as Apollo asks all plugins in turn, each asynchronously, whether they have the answer.
      ...plugins,
      operationPlugin(),
      costPlugin(),
      presentErrorsPlugin(logger),
    ],
    validationRules: [limitRule],
    validationOptions: { maxErrors: limits.validationErrors },
    parseOptions: { maxTokens: limits.tokens },
    executionOptions: { maxCoercionErrors: limits.validationErrors },
    documentStore: documents,
    // What Apollo itself words is never shown: errors in answers are put into words by presentErrorsPlugin.
    formatError: () => ({ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    includeStacktraceInErrorResponses: false,
    // The schema is public: introspection and "Did you mean" help its users.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    persistedQueries: { cache: textsOfNames },
    allowBatchedHttpRequests: false,
    // The HTTP room refuses cross-site requests itself, more strictly for POST and without locking out plain GET clients.
    csrfPrevention: false,
    // main.ts listens to the signals; a second stop() would never settle.
    stopOnTerminationSignals: false,
    logger: quiet(logger),
  })
}

/** Apollo's own log lines may quote errors, and so what a caller typed; that there was one is enough here. */
function quiet(logger: Logger): ApolloServerOptions<Context>['logger'] {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => () => logger[level]('Apollo Server reported a problem')
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') }
}

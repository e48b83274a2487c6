/** Which room may import which (architecture: no room reaches up). */
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'schema-stands-alone',
      comment: 'The contract imports nothing from the server or the SDK.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(server|sdk|test)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules run in browsers and mini-programs: no Node built-ins, no ORM, no GraphQL, no decorators.',
      severity: 'error',
      from: { path: '^schema/rules/' },
      to: {
        pathNot:
          '^(schema/(rules/|enums|labels)|node_modules/(@marcbachmann/cel-js|libphonenumber-js|mdast-util-[^/]+|micromark-[^/]+)/)',
      },
    },
    {
      name: 'vocabulary-imports-nothing',
      comment: 'enums.ts and labels.ts are plain tables.',
      severity: 'error',
      from: { path: '^schema/(enums|labels|error-codes)\\.ts$' },
      to: { pathNot: '^schema/enums\\.ts$' },
    },
    {
      name: 'sdk-imports-the-contract-only',
      comment: 'The SDK knows enums, labels, rules and its generated code.',
      severity: 'error',
      from: { path: '^sdk/src/' },
      to: { pathNot: '^(sdk/src/|schema/(enums|labels|rules/)|node_modules/)' },
    },
    {
      name: 'server-does-not-use-its-client',
      comment: 'The server never imports the SDK or tests.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(sdk|test)/' },
    },
    {
      name: 'selection-knows-no-feature',
      comment: 'The read engine serves every feature and knows none.',
      severity: 'error',
      from: { path: '^server/selection/' },
      to: { path: '^server/(?!selection/|database/|access/|startup-error)' },
    },
    {
      name: 'resolvers-reach-no-database',
      comment: 'Resolvers return intents, and use cases write by context.em(): both under the row policies.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '^(server/database/|node_modules/(@mikro-orm|pg|kysely)/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'runtime-uses-runtime-dependencies',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(server|schema)/', pathNot: 'generate-[^/]+\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}

import {
  concatAST,
  type DocumentNode,
  type GraphQLSchema,
  print,
  separateOperations,
  stripIgnoredCharacters,
} from 'graphql'

/** A plugin for codegen.ts: the text of a file's one operation, with the fragments that it uses, and its types. */
export function plugin(_schema: GraphQLSchema, documents: readonly { document?: DocumentNode }[]): string {
  const all = concatAST(documents.flatMap(({ document }) => document ?? []))
  const [[name, operation] = [], ...others] = Object.entries(separateOperations(all))
  if (!name || !operation || others.length > 0)
    throw new Error('Each file in sdk/operations holds one named operation.')
  const kind = all.definitions.some((node) => 'operation' in node && node.operation === 'mutation')
    ? 'Mutation'
    : 'Query'
  const [result, variables] = [`${name}${kind}`, `${name}${kind}Variables`]
  const text = stripIgnoredCharacters(print(operation))
  return `import type { TypedDocument } from '../typed-document.js'
import type { ${result}, ${variables} } from './types.js'

export const ${name} = '${text}' as TypedDocument<${result}, ${variables}>
`
}

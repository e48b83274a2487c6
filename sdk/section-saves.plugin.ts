import {
  concatAST,
  type DocumentNode,
  type GraphQLSchema,
  print,
  separateOperations,
  stripIgnoredCharacters,
} from 'graphql'

/** A plugin for codegen.ts: the mutations that save sections, by the sections' names, with their types. */
export function plugin(_schema: GraphQLSchema, documents: readonly { document?: DocumentNode }[]): string {
  const operations = separateOperations(concatAST(documents.flatMap(({ document }) => document ?? [])))
  const saves = Object.entries(operations).map(([operation, document]) => {
    const type = operation.replace('SaveApplication', '')
    const name = type.slice(0, 1).toLowerCase() + type.slice(1)
    return { name, result: `${operation}Mutation`, text: stripIgnoredCharacters(print(document)) }
  })
  const types = saves.flatMap(({ result }) => [result, `${result}Variables`])
  return `import type { TypedDocument } from '../typed-document.js'
import type { ${types.join(', ')} } from './types.js'

export const sectionSaves = {
${saves.map(({ name, result, text }) => `  ${name}: '${text}' as TypedDocument<${result}, ${result}Variables>,\n`).join('')}}
`
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { buildSchema } from 'graphql'
import { sectionDocuments, sectionFragments } from './sdk/section-documents.js'

/**
 * Generates the SDK's types and documents from the contract: `types.ts` for all operations together, and for each
 * operation a module that holds nothing but its text, so that bundlers leave out what nobody calls.
 */
const contract = 'schema/schema.graphql'
const folder = 'sdk/operations'
const generated = 'sdk/src/generated'
const operations = readdirSync(folder)
  .map((file) => basename(file, '.graphql'))
  .filter((name) => name !== 'fragments')
const schema = buildSchema(readFileSync(contract, 'utf8'))
const sections = sectionFragments(schema)
const fragments = [`${folder}/fragments.graphql`, sections]
const saves = sectionDocuments(schema).map(({ save }) => save)

const config: CodegenConfig = {
  schema: contract,
  generates: {
    [`${generated}/types.ts`]: {
      documents: [`${folder}/*.graphql`, sections, ...saves],
      plugins: ['typescript-operations'],
      config: {
        strictScalars: true,
        scalars: {
          ID: 'string',
          Money: 'string',
          LocalDate: 'string',
          YearMonth: 'string',
          DateTime: 'string',
          AsOf: 'string',
        },
        immutableTypes: true,
        futureProofEnums: true,
      },
      hooks: { beforeOneFileWrite: (_path: string, content: string) => openEnums(content) },
    },
    ...Object.fromEntries(
      operations.map((name) => [
        `${generated}/${name}.ts`,
        {
          documents: [`${folder}/${name}.graphql`, ...fragments],
          plugins: ['./sdk/operation-text.plugin.ts'],
        },
      ]),
    ),
    [`${generated}/section-saves.ts`]: {
      documents: [...fragments, ...saves],
      plugins: ['./sdk/section-saves.plugin.ts'],
    },
  },
}
export default config

/**
 * A newer service may answer values of an enum that a client doesn't know yet, so those are open to other strings where
 * they are answered; where callers send them, the list is closed.
 */
function openEnums(content: string): string {
  const closed = content.replaceAll(/\n {2}\| '%future added value';/g, ';')
  const names = [...closed.matchAll(/^export type (\w+) =\n {2}(?:\/\*\*|\|)/gm)].map(([, name]) => name)
  const named = new RegExp(`\\b(${names.join('|')})\\b(?=[;,\\s>)])`, 'g')
  const open = closed.replaceAll(/^export type \w+(?:Query|Mutation|Fragment) = [\s\S]*?;\n(?=\n|$)/gm, (answer) =>
    answer.replaceAll(named, 'Open<$1>'),
  )
  return `${open}\n/** A value of an enum, or one that a newer service has and this client doesn't know yet. */\nexport type Open<Value extends string> = Value | (string & {})\n`
}

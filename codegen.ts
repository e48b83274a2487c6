import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { buildSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql'

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

const config: CodegenConfig = {
  schema: contract,
  generates: {
    [`${generated}/types.ts`]: {
      documents: `${folder}/*.graphql`,
      plugins: ['typescript-operations'],
      config: {
        strictScalars: true,
        scalars: { ID: 'string', Money: 'string', LocalDate: 'string', YearMonth: 'string', DateTime: 'string', AsOf: 'string' },
        immutableTypes: true,
        futureProofEnums: true,
      },
      hooks: { beforeOneFileWrite: (_path: string, content: string) => openEnums(content) },
    },
    ...Object.fromEntries(
      operations.map((name) => [
        `${generated}/${name}.ts`,
        {
          documents: [`${folder}/${name}.graphql`, `${folder}/fragments.graphql`],
          plugins: ['./sdk/operation-text.plugin.ts'],
        },
      ]),
    ),
  },
}
export default config

/**
 * A newer service may answer values of an enum that a client doesn't know yet, so those that it answers are open to
 * other strings; what only callers send is a closed list.
 */
function openEnums(content: string): string {
  const answered = answeredTypes()
  return content.replace(
    /^(export type (\w+) =\n[\s\S]*?)\n {2}\| '%future added value';/gm,
    (_all, declaration: string, name: string) => `${declaration}${answered.has(name) ? '\n  | (string & {});' : ';'}`,
  )
}

function answeredTypes(): Set<string> {
  const types = Object.values(buildSchema(readFileSync(contract, 'utf8')).getTypeMap())
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  )
  return new Set(fields.map((field) => getNamedType(field.type).name))
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'

/*
 * Compares the schema with that of the last release and refuses what would break a client written against it. At a
 * release, schema/schema.graphql is copied to schema/released.graphql.
 */

const folder = join(import.meta.dirname, '../../schema')
const schemaOf = (file: string) => buildSchema(readFileSync(join(folder, file), 'utf8'))
const changes = await diff(schemaOf('released.graphql'), schemaOf('schema.graphql'))
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
for (const { message, path } of breaking) console.error(`${path ?? 'schema'}: ${message}`)
console.log(`${changes.length} changes since the last release, ${breaking.length} of them breaking.`)
process.exitCode = breaking.length === 0 ? 0 : 1

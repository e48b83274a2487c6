import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchema } from './schema.js'

/** Prints the contract from the classes, in alphabetical order, so that its history shows changes and nothing else. */
const file = new URL('../schema/schema.graphql', import.meta.url)
writeFileSync(file, `${printSchema(lexicographicSortSchema(buildSchema()))}\n`)

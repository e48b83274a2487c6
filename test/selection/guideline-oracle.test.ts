import { extendSchema, parse } from 'graphql'
import { expect, test } from 'vitest'
import { Guideline } from '../../server/guideline/guideline.entity.js'
import { buildSchema } from '../../server/schema.js'
import { everyRow, selection } from '../../server/selection/selection.js'
import { selections } from '../../server/selections.js'
import { documentsOfOracle } from './guideline-oracle.js'

const schema = extendSchema(
  buildSchema(),
  parse(`
    type Note implements Node { id: ID! guideline: Guideline! }
    type NoteGroup { count: Int! }
    type NoteConnection { nodes: [Note!]! totalCount: Int! }
    extend type Guideline { remarks: [Note!]! }
    extend type Query { notes: NoteConnection! noteGroups: [NoteGroup!]! }`),
)
const notes = selection(Guideline, { type: 'Note', policy: everyRow, groups: ['NoteGroup'] })

test.each([
  ['{ guidelines { nodes { title categories { name } } totalCount } enumLabels(name: "Outcome") { value } }', true],
  ['{ node(id: "Guideline:xining-2024-1") { id ... on Guideline { year } } }', true],
  ['{ r0: notes { totalCount } }', false],
  ['{ noteGroups { count } }', false],
  ['{ guideline(city: "xining", year: 2024) { remarks { id } } }', false],
  ['{ node(id: "Note:1") { ...F } } fragment F on Node { ... on Note { id } }', false],
  ['{ node(id: "Note:1") { ...F } } fragment F on Note { id }', false],
  ['{ notes { id ', true],
])('the generated documents that the oracle is asked for: %s', (query, known) => {
  expect(documentsOfOracle(schema, [...selections, notes])(query)).toBe(known)
})

import { extendSchema, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fields, masked, shown } from '../../server/access/fields.js'
import { buildSchema } from '../../server/schema.js'
import { checkArguments } from './check-arguments.js'
import { gather } from './gather.js'
import { argumentProblems } from './list-arguments.js'
import { type StartedWorld, startWorld } from './start-world.js'

/*
 * A filter or an order tells about what it compares with: nobody finds out by one what he isn't shown. Lists and their arguments
 * come from the schema, so that new ones are in it by themselves.
 */

let started: StartedWorld
beforeAll(async () => {
  started = await startWorld()
}, 60_000)
afterAll(() => started.close())

test('every filter and every order compares what is shown, or takes the whole of a masked value', () => {
  expect(argumentProblems(buildSchema())).toEqual([])
})

test('one of which nothing is said is named, and one that is gone', () => {
  const schema = extendSchema(
    buildSchema(),
    parse('extend input PersonOrder { by: String } extend enum PersonOrderField { ID_NUMBER }'),
  )
  expect(argumentProblems(schema)).toEqual([
    'Applicant.people(orderBy.ID_NUMBER): say in test/access/compared-fields.ts which field of Person tells the same.',
  ])
})

test('one that compares a masked field as if it were shown is named', () => {
  const before = fields.Applicant as Record<string, typeof shown | typeof masked>
  const table = fields as Record<string, unknown>
  table.Applicant = { ...before, name: masked }
  try {
    expect(argumentProblems(buildSchema())).toEqual([
      'Query.applicants(filter.name): Applicant.name is masked, and test/access/compared-fields.ts says otherwise.',
      'Query.applicants(orderBy.NAME): Applicant.name is masked, and test/access/compared-fields.ts says otherwise.',
    ])
  } finally {
    table.Applicant = before
  }
})

test('whatever they are filtered and ordered by, lists have what everybody sees anyway, and nothing else', async () => {
  expect(await gather(checkArguments(started))).toEqual([])
}, 120_000)

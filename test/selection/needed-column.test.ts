import { extendSchema, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leaf, typescript } from '../../server/selection/selection.js'
import { sql } from '../../server/selection/sql.js'
import { type Library, librarySchema, librarySelections, openLibrary } from './library.js'
import { serve } from './serve.js'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library.close())

test('TypeScript gets numbers that JavaScript would round as text, instants in UTC, the others as they are', async () => {
  const schema = extendSchema(librarySchema(), parse('extend type Book { weight: ID! until: DateTime }'))
  const selections = librarySelections.map((selection) => {
    if (selection.type !== 'Book') return selection
    const weight = leaf({ type: 'bigint', sql: () => sql`9007199254740993` })
    const until = leaf({ type: 'timestamptz', nullable: true, sql: () => sql`timestamptz 'infinity'` })
    const needs = ['weight', 'until', 'lentAt', 'price', 'rank', 'cheap', 'printedOn', 'tags']
    const spine = typescript({ needs, resolve: (needed) => JSON.stringify(needed) })
    return { ...selection, fields: { ...selection.fields, weight, until, spine } }
  })
  const service = await serve({ schema, orm: library.orm, selections })
  const { text } = await service.send({ query: '{ book(title: "title 11") { spine } }', viewer: 'anna' })
  await service.close()
  expect(JSON.parse(JSON.parse(text).data.book.spine)).toEqual({
    weight: '9007199254740993',
    until: 'infinity',
    lentAt: '2024-02-29T23:59:59.999700Z',
    price: '7.00',
    rank: 3,
    cheap: true,
    printedOn: '2024-01-03',
    tags: ['a', '23', '“"\\'],
  })
})

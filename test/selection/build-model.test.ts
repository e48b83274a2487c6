import { defineEntity, type EntityClass, p } from '@mikro-orm/postgresql'
import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { buildModel } from '../../server/selection/model/build-model.js'
import {
  type EntityDeclaration,
  everyRow,
  leaf,
  object,
  partOf,
  property,
  type Selection,
  selection,
  typescript,
  unshown,
} from '../../server/selection/selection.js'
import { sql } from '../../server/selection/sql.js'
import { librarySchema, librarySelections } from './library.js'

const AuthorSchema = defineEntity({
  name: 'Author',
  tableName: 'author',
  properties: {
    id: p.integer().primary(),
    name: p.text().nullable(),
    born: p.datetime(),
    weight: p.double(),
    low: p.integer().nullable(),
    country: () => p.manyToOne(Country).nullable(),
  },
})
class Author extends AuthorSchema.class {}
AuthorSchema.setClass(Author)

const CountrySchema = defineEntity({
  name: 'Country',
  tableName: 'country',
  properties: { id: p.integer().primary(), authors: () => p.oneToMany(Author).mappedBy('country') },
})
class Country extends CountrySchema.class {}
CountrySchema.setClass(Country)

/** What the engine says at start of types written in GraphQL, with entities and selections as above unless given. */
async function problems(
  types: string,
  selections: EntityDeclaration[] = [author, country],
  more: EntityClass<object>[] = [],
): Promise<string[]> {
  const schema = buildSchema(`type Query { author: Author } interface Node { id: ID! } ${types}`)
  // Nothing connects: the entities are all that is needed.
  const orm = await connectOrm(
    { database: 'nowhere', port: 1 },
    { entities: [Author, Country, ...more], poolSize: 1, statementTimeoutMs: 0, logger: pino({ level: 'silent' }) },
  )
  try {
    buildModel(schema, orm.getMetadata(), selections)
    return []
  } catch (error) {
    return (error as Error).message.split('\n- ').slice(1)
  } finally {
    await orm.close(true)
  }
}

const author = selection(Author, { policy: everyRow })
const country = selection(Country, { policy: everyRow })

test.each<[string, string, string]>([
  [
    'a field that is not stored',
    'type Author { id: Int! age: Int }',
    'Author.age: Author has no property "age"; name another, or declare it as leaf or typescript.',
  ],
  [
    'a column that can be null behind a field that can not',
    'type Author { name: String! }',
    'Author.name: it can\'t be null in the schema, but its column "name" can.',
  ],
  [
    'a relation that can be null behind a field that can not',
    'type Author { country: Country! } type Country { id: Int! }',
    'Author.country: it can\'t be null in the schema, but its column "country" can.',
  ],
  [
    'a type without a form',
    'type Author { weight: Float! }',
    'Author.weight: a column of type double precision has no form for Float; declare it as leaf or typescript.',
  ],
  [
    'an instant shown as a plain text',
    'type Author { born: String! }',
    'Author.born: a column of type timestamptz has no form for String; declare it as leaf or typescript.',
  ],
  [
    'a relation shown as a list',
    'type Author { country: [Country!]! } type Country { id: Int! }',
    'Author.country: its type is [Country!]!, but the relation leads to one row.',
  ],
  [
    'a relation shown as another type',
    'type Author { country: Author }',
    'Author.country: its type is Author, but the relation leads to Country.',
  ],
  [
    'an argument that nothing reads',
    'type Author { name(short: Boolean): String }',
    'Author.name: the engine doesn\'t know its argument "short".',
  ],
  [
    'a list over a foreign key without an index',
    'type Author { id: Int! } type Country { authors: [Author!]! }',
    'Country.authors: the foreign key "country" of Author has no index; add .index().',
  ],
  [
    'an object of columns that is none',
    'type Author { address: Address } type Address { street: String }',
    'Author.address: Author has no property "address"; name another, or declare it as leaf or typescript.',
  ],
  [
    'a part of a connection that the engine does not know',
    `type Author { id: Int! } type Edge { node: Author! weight: Int }
     type AuthorConnection { edges: [Edge!]! sum: Int }`,
    'AuthorConnection.sum: the engine knows only edges, nodes, pageInfo, totalCount here.',
  ],
  [
    'a list of lists over a relation',
    'type Author { id: Int! } type Country { authors: [[Author!]!]! }',
    'Country.authors: its type is [[Author!]!]!, but the relation is one list of Author.',
  ],
])('the engine does not start with %s', async (_name, types, problem) => {
  const rest = types.includes('type Country') ? '' : ' type Country { id: Int! }'
  expect(await problems(types + rest)).toContain(problem)
})

test('connections are shown as the engine writes them, with edges or without', async () => {
  const of = (types: string) => problems(`type Author { id: Int! name: String } type Country { id: Int! } ${types}`)
  expect(await of('type AuthorConnection { nodes: [Author] totalCount: Int }')).toEqual([])
  expect(await of('type AuthorConnection { nodes: [Country] edges: [Edge] } type Edge { node: Author }')).toEqual([
    'AuthorConnection.nodes: its type is [Country]; it has to be [Author].',
  ])
  expect(
    await of(`type AuthorConnection { nodes: Author! edges(first: Int): [Edge!]! pageInfo: [PageInfo!]! totalCount: ID! }
      type Edge { cursor: Int! node: [Author!]! }
      type PageInfo { hasNextPage: String hasPreviousPage: Boolean startCursor: String endCursor: String! }`),
  ).toEqual([
    'AuthorConnection.nodes: its type is Author!; it has to be [Author].',
    'AuthorConnection.edges: the engine doesn\'t know its argument "first".',
    'AuthorConnection.pageInfo: its type is [PageInfo!]!; it has to be PageInfo.',
    'AuthorConnection.totalCount: its type is ID!; it has to be Int.',
    'Edge.cursor: its type is Int!; it has to be String.',
    'Edge.node: its type is [Author!]!; it has to be Author.',
    'PageInfo.hasNextPage: its type is String; it has to be Boolean.',
    "PageInfo.endCursor: it can't be null in the schema, but a page can be empty.",
  ])
})

test('all problems are told at once', async () => {
  expect(await problems('type Author { name: String! age: Int weight: Float } type Country { id: Int! }')).toHaveLength(
    3,
  )
})

test('a type behind a relation needs a selection, and with it a policy', async () => {
  const types = 'type Author { country: Country } type Country { id: Int! }'
  expect(await problems(types)).toEqual([])
  expect(await problems(types, [author])).toEqual([
    noSelection('Country'),
    'Author.country: it shows Country, which has no selection and so no policy; declare one.',
  ])
  expect(await problems(types, [author, { ...country, policy: undefined as never }])).toEqual([
    'Country: it has no policy; say who may see its rows, or that everyone may: everyRow.',
  ])
})

const noSelection = (entity: string) =>
  `${entity}: it has no selection, so that nobody knows who may see its rows; write one in its feature's *.selection.ts, or unshown(${entity}) if no type shows it.`

test('every entity has one selection, or none on purpose', async () => {
  expect(await problems('type Author { id: Int! }', [author])).toEqual([noSelection('Country')])
  expect((await problems('type Author { id: Int! }', [])).toSorted()).toEqual(['Author', 'Country'].map(noSelection))
  expect(await problems('type Author { id: Int! }', [author, unshown(Country)])).toEqual([])
  const other = selection(Author, { type: 'Writer', policy: everyRow })
  expect(
    await problems('type Author { id: Int! } type Writer { id: Int! } type Country { id: Int! }', [
      author,
      country,
      other,
    ]),
  ).toEqual(['Author: it has more than one selection; keep one, since an entity has one policy.'])
  expect(
    await problems('type Author { id: Int! }', [author, selection(Country, { ...country, type: 'Author' })]),
  ).toEqual(['Author: more than one selection shows its rows as this type; give each entity a type of its own.'])
})

test('a declared field is shown, and nothing of its declaration passed over', async () => {
  const types = `type Author { id: Int! range: Range name: String } type Range { low: Int } type Country { id: Int! }
    type AuthorGroup { count: Int! }`
  const declare = (fields: Selection['fields'], groups: string[] = []) =>
    problems(types, [selection(Author, { policy: everyRow, fields, groups }), country])
  const late = (shown?: boolean) => leaf({ type: 'boolean', nullable: true, shown, sql: (row) => row('born') })
  expect(
    await declare({
      nick: property('name'),
      age: typescript({ needs: ['born'], resolve: () => 1 }),
      late: late(),
      range: object({ low: 'low', high: 'low' }),
      name: property('name', (row) => row('low')),
    }),
  ).toEqual([
    "Author.nick: the type doesn't show it; add it there, or take it out of the selection.",
    "Author.age: the type doesn't show it; add it there, or take it out of the selection.",
    'Author.late: no type shows it; add it to Author, or say shown: false if lists are only filtered or ordered by it.',
    'Author.range: its type doesn\'t show "high"; add it there, or take it out of the selection.',
    'Author.name: a condition is for lists of rows, but "name" is no relation.',
  ])
  expect(await declare({ late: late(false), range: object({ low: 'low' }) })).toEqual([])
  const inGroups = types.replace('count: Int!', 'count: Int! late: Boolean')
  const grouped = selection(Author, {
    policy: everyRow,
    fields: { late: late(), range: object({ low: 'low' }) },
    groups: ['AuthorGroup'],
  })
  expect(await problems(inGroups, [grouped, country])).toEqual([])
})

test('keys that ids can not be made of, and that lists can not be ordered by', async () => {
  const ofType = async (columnType: string) => {
    const schema = defineEntity({
      name: 'Odd',
      tableName: 'odd',
      properties: { id: p.text().columnType(columnType).primary(), name: p.text() },
    })
    class Odd extends schema.class {}
    schema.setClass(Odd)
    const types =
      'type Odd implements Node { id: ID! name: String! } type Author { id: Int! } type Country { id: Int! }'
    return problems(types, [author, country, selection(Odd, { policy: everyRow })], [Odd])
  }
  for (const type of ['text', 'varchar(9)', 'uuid', 'smallint', 'int', 'bigint']) expect(await ofType(type)).toEqual([])
  const made = 'ids are made of text, varchar, uuid, smallint, int, bigint.'
  expect(await ofType('numeric(18,2)')).toEqual([`Odd.id: its key is of type numeric(18,2); ${made}`])
  expect(await ofType('jsonb')).toEqual([
    "Odd: lists are ordered by its key, which can't be of type jsonb.",
    `Odd.id: its key is of type jsonb; ${made}`,
  ])
})

test('parts name the relation to their whole', async () => {
  const part = (whole: EntityClass<object>, relation: string) =>
    problems('type Author { id: Int! } type Country { id: Int! }', [
      selection(Author, { policy: partOf(whole, relation) }),
      country,
    ])
  expect(await part(Country, 'country')).toEqual([])
  expect(await part(Country, 'name')).toEqual([
    'Author: it can\'t be part of Country by "name", which doesn\'t lead there.',
  ])
  expect(await part(Author, 'country')).toEqual([
    'Author: it can\'t be part of Author by "country", which doesn\'t lead there.',
  ])
})

test('an object of columns that can be null has to be one that can', async () => {
  const fields = { range: object({ low: 'low' }) }
  const range = (type: string) =>
    problems(`type Author { range: ${type} } type Range { low: Int! } type Country { id: Int! }`, [
      selection(Author, { policy: everyRow, fields }),
      country,
    ])
  expect(await range('Range')).toEqual([])
  expect(await range('Range!')).toEqual(['Author.range: it can\'t be null in the schema, but its column "low" can.'])
})

test('a field computed in SQL says whether it can be null', async () => {
  const make = (nullable: boolean) => [
    selection(Author, { policy: everyRow, fields: { age: leaf({ type: 'int', nullable, sql: () => sql`1` }) } }),
    country,
  ]
  const types = 'type Author { age: Int! } type Country { id: Int! }'
  expect(await problems(types, make(false))).toEqual([])
  expect(await problems(types, make(true))).toEqual([
    'Author.age: it can\'t be null in the schema, but its column "age" can.',
  ])
})

test('counts and groups of what can not be counted or grouped', async () => {
  const make = (options: Partial<Selection>) => [selection(Author, { policy: everyRow, ...options }), country]
  const types = (group: string) => `type Author { id: Int! } type Country { id: Int! } type AuthorGroup { ${group} }`
  expect(await problems(types('count: Int! name: String country: Country'), make({ groups: ['AuthorGroup'] }))).toEqual(
    [],
  )
  expect(
    await problems(types('weight: Float name: String! total: Int authors: [Author!]! count: Int!'), [
      ...make({ groups: ['AuthorGroup', 'Nothing'], countedBy: ['low', 'age'] }),
    ]),
  ).toEqual([
    'Author: its rows can\'t be counted by "age", which is no stored property.',
    'AuthorGroup.weight: a column of type double precision has no form for Float; declare it as leaf or typescript.',
    'AuthorGroup.name: it can\'t be null in the schema, but its column "name" can.',
    'AuthorGroup.total: Author has no property "total"; name another, or declare it as leaf or typescript.',
    'AuthorGroup.authors: Author has no property "authors"; name another, or declare it as leaf or typescript.',
    'Nothing: the schema has no object type of this name.',
  ])
  const countries = selection(Country, { policy: everyRow, groups: ['CountryGroup'] })
  expect(
    await problems(`${types('count: Int!')} type CountryGroup implements Node { id: ID! }`, [author, countries]),
  ).toContain('CountryGroup.id: groups show "count", columns to order by and to-one relations.')
})

test('an entity or a type that is not there', async () => {
  expect(await problems('type Author { id: Int! }')).toEqual(['Country: the schema has no object type of this name.'])
  const library = librarySelections.find(({ type }) => type === 'Shelf')
  const names = await problems('type Author { id: Int! } type Country { id: Int! } type Shelf { id: Int! }', [
    author,
    country,
    ...(library ? [library] : []),
  ])
  expect(names).toEqual(['Shelf: its entity Shelf is not known to the ORM; list it among the entities.'])
  expect(librarySchema().getType('Shelf')).toBeDefined()
})

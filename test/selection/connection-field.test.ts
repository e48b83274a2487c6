import 'reflect-metadata'
import {
  Arg,
  ArgsType,
  buildSchemaSync,
  Field,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConnectionField } from '../../schema/types/connection-field.js'
import { OrderDirection } from '../../schema/types/guidelines.args.js'
import { PageArgs } from '../../schema/types/page.args.js'
import { directResolvers } from '../../server/direct-resolvers.js'
import { one } from '../../server/selection/intent.js'
import { property, selection } from '../../server/selection/selection.js'
import { type Library, librarySelections, openLibrary, Shelf as ShelfEntity } from './library.js'
import { type TwoServices, twoServices } from './two-services.js'

/*
 * A page below the root as a feature declares it, with type-graphql's classes. Values of enums are property paths.
 */

const BookOrderField = { NAME: 'title', RANK: 'rank' } as const
registerEnumType(BookOrderField, { name: 'BookOrderField' })

@InputType()
class BookOrder {
  @Field(() => BookOrderField)
  field!: string

  @Field(() => OrderDirection, { defaultValue: 'ASC' })
  direction!: OrderDirection
}

@ArgsType()
class BooksArgs extends PageArgs {
  @Field(() => [BookOrder], { nullable: true })
  orderBy?: BookOrder[] | null
}

@ObjectType()
class Book {
  @Field(() => String)
  title!: string
}

@ObjectType()
class BookConnection {
  @Field(() => [Book])
  nodes!: Book[]

  @Field(() => Int)
  totalCount!: number
}

@ObjectType()
class Shelf {
  @ConnectionField(
    () => BookConnection,
    () => BooksArgs,
    { description: 'Books, in any order.' },
  )
  books!: BookConnection

  @ConnectionField(
    () => BookConnection,
    () => PageArgs,
    { description: 'Books under ten yuan.' },
  )
  cheapBooks!: BookConnection
}

@Resolver()
class ShelfResolver {
  @Query(() => Shelf, { nullable: true })
  shelf(@Arg('id', () => Int) id: number): Promise<Shelf> {
    return one(ShelfEntity, { where: [{ field: 'id', is: id }] })
  }
}

const makeSchema = () =>
  directResolvers(buildSchemaSync({ resolvers: [ShelfResolver], validate: false }), [ShelfResolver])

let library: Library
let services: TwoServices
beforeAll(async () => {
  library = await openLibrary()
  const [shelves, books] = librarySelections
  if (!shelves || !books) throw new Error('The library has other selections.')
  const cheapBooks = property('books', (book) => book('cheap'))
  const { cheap } = books.fields
  if (cheap?.kind !== 'leaf') throw new Error('The library has no leaf cheap.')
  services = await twoServices(makeSchema, library.orm, [
    selection(ShelfEntity, { policy: shelves.policy, fields: { cheapBooks } }),
    selection(books.entity, { policy: books.policy, fields: { cheap: { ...cheap, shown: false } } }),
  ])
})
afterAll(async () => {
  await services.close()
  await library.close()
})

test('the order is that of the enums’ values, from literals, variables and defaults', async () => {
  const read = (order: string) =>
    library.orm.em
      .fork()
      .execute(`select title from book where shelf_id = 1 and owner = 'everyone' order by ${order} limit 3`)
  const ask = async (args: string, variables?: Record<string, unknown>) => {
    const declared = variables ? 'query ($orderBy: [BookOrder!])' : ''
    const { data } = await services.both({
      query: `${declared} { shelf(id: 1) { books(first: 3 ${args}) { nodes { title } } } }`,
      variables,
    })
    return (data as { shelf: { books: { nodes: unknown } } }).shelf.books.nodes
  }
  expect(await ask('')).toEqual(await read('id'))
  expect(await ask('orderBy: [{field: NAME}]')).toEqual(await read('title, id'))
  const falling = [{ field: 'RANK', direction: 'DESC' }, { field: 'NAME' }]
  expect(await ask('orderBy: $orderBy', { orderBy: falling })).toEqual(await read('rank desc, title, id'))
  expect(await ask('orderBy: $orderBy', {})).toEqual(await read('id'))
})

test('a list under a condition', async () => {
  const { data } = await services.both({
    query: '{ shelf(id: 1) { cheapBooks(last: 100) { totalCount nodes { title } } } }',
  })
  const cheap = await library.orm.em
    .fork()
    .execute(`select title from book where shelf_id = 1 and owner = 'everyone' and price < 10 order by id`)
  expect(data).toEqual({ shelf: { cheapBooks: { totalCount: cheap.length, nodes: cheap } } })
})

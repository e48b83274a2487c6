import { defineEntity, type MikroORM, p } from '@mikro-orm/postgresql'
import { buildSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOrm } from '../../server/database/connect.js'
import { createReadEngine } from '../../server/selection/read-engine.js'
import { everyRow, leaf, property, type Selection, selection } from '../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../server/selection/sql.js'
import { createDatabase, query, type TestDatabase } from '../support/test-database.js'

/*
 * What only the database knows to be wrong, and is to be told when the server starts and not by a client's request.
 */

const ParcelSchema = defineEntity({
  name: 'Parcel',
  tableName: 'parcel',
  properties: {
    id: p.integer().primary(),
    owner: p.text(),
    weight: p.integer(),
    price: p.decimal().precision(18).scale(2).nullable(),
    sentAt: p.datetime(),
    marks: p.array(),
    stops: () => p.manyToMany(Stop).pivotTable('parcel_stop'),
    items: () => p.oneToMany(Item).mappedBy('parcel'),
  },
})
class Parcel extends ParcelSchema.class {}
ParcelSchema.setClass(Parcel)

const StopSchema = defineEntity({
  name: 'Stop',
  tableName: 'stop',
  properties: { id: p.integer().primary(), name: p.string().length(40) },
})
class Stop extends StopSchema.class {}
StopSchema.setClass(Stop)

const ItemSchema = defineEntity({
  name: 'Item',
  tableName: 'item',
  properties: { id: p.integer().primary(), parcel: () => p.manyToOne(Parcel).index(), fragile: p.boolean() },
})
class Item extends ItemSchema.class {}
ItemSchema.setClass(Item)

const schema = () =>
  buildSchema(`
    type Query { parcel: Parcel }
    type Parcel { owner: String! stops: [Stop!]! items: [Item!]! fragile: [Item!]! }
    type Stop { name: String! }
    type Item { id: Int! }`)

const viewer = fromContext(({ viewer }: ReadContext & { viewer: string }) => viewer)
const fragile = property('items', (item) => item('fragile'))

let database: TestDatabase
let orm: MikroORM
beforeAll(async () => {
  database = await createDatabase()
  const options = {
    entities: [Parcel, Stop, Item],
    poolSize: 1,
    statementTimeoutMs: 0,
    logger: pino({ level: 'silent' }),
  }
  orm = await connectOrm({ connectionString: database.url }, options)
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

/** What the engine says at start, with tables as a migration would have made them but for these statements. */
async function problems(
  { parcel = {}, stop = {}, item = {} }: Record<string, Partial<Selection>>,
  ...changes: string[]
): Promise<string[]> {
  await query(
    database.url,
    `drop schema public cascade; create schema public;
     create table parcel (id int primary key, owner text not null, weight int not null, price numeric(18,2),
       sent_at timestamptz not null, marks text[] not null);
     create table stop (id int primary key, name varchar(40) not null);
     create table parcel_stop (parcel_id int references parcel, stop_id int references stop);
     create table item (id int primary key, parcel_id int not null references parcel, fragile boolean not null);
     ${changes.join(';')}`,
  )
  const selections = [
    selection(Parcel, { policy: (row) => sql`${row('owner')} = ${viewer}`, fields: { fragile }, ...parcel }),
    selection(Stop, { policy: everyRow, ...stop }),
    selection(Item, { policy: everyRow, ...item }),
  ]
  try {
    await createReadEngine(schema(), orm, selections, { namedStatements: true })
    return []
  } catch (error) {
    const [first, ...told] = (error as Error).message.split('\n- ')
    expect(first).toBe("The read engine can't start:")
    return told
  }
}

test('the engine starts on tables that are as the entities say', async () => {
  expect(await problems({})).toEqual([])
})

test('tables and columns that no migration has made', async () => {
  expect(await problems({}, 'drop table item')).toEqual([
    `Parcel.items: its list can't be read (relation "item" does not exist); correct its condition in the selection, or write a migration.`,
    `Parcel.fragile: its list can't be read (relation "item" does not exist); correct its condition in the selection, or write a migration.`,
    `Item: its table can't be read (relation "item" does not exist); write a migration.`,
  ])
  expect(await problems({}, 'drop table parcel_stop', 'alter table parcel drop price, drop sent_at')).toEqual([
    `Parcel.price: its column "price" can't be read (column t0.price does not exist); write a migration, or correct the entity.`,
    `Parcel.sentAt: its column "sent_at" can't be read (column t0.sent_at does not exist); write a migration, or correct the entity.`,
    `Parcel.stops: its list can't be read (relation "parcel_stop" does not exist); correct its condition in the selection, or write a migration.`,
  ])
})

test('columns of another type than the entity says', async () => {
  expect(
    await problems(
      {},
      'alter table parcel alter weight type bigint, alter marks type text using marks::text, alter sent_at type timestamp',
      'alter table stop alter name type text',
    ),
  ).toEqual([
    'Parcel.weight: its column "weight" is of type bigint, and int is expected; write a migration, or correct the entity.',
    'Parcel.sentAt: its column "sent_at" is of type timestamp without time zone, and timestamptz is expected; write a migration, or correct the entity.',
    'Parcel.marks: its column "marks" is of type text, and text[] is expected; write a migration, or correct the entity.',
    'Stop.name: its column "name" is of type text, and varchar is expected; write a migration, or correct the entity.',
  ])
})

test('policies, computed fields and conditions of lists that name or do what can not be', async () => {
  const shown = false
  const parcel = {
    policy: (row) => sql`${row('owner')} = ${row('recipient')}`,
    fields: {
      fragile: property('items', (item) => item('broken')),
      heavy: leaf({ type: 'boolean', shown, sql: (row) => sql`${row('mass')} > 10` }),
      label: leaf({ type: 'text', shown, sql: (row) => sql`${row('owner')} + ${row('weight')}` }),
      light: leaf({ type: 'boolean', shown, sql: (row) => sql`${row('weight')}::text` }),
      round: leaf({ type: 'boolian', shown, sql: () => sql`true` }),
      square: leaf({ type: 'true false', shown, sql: () => sql`true` }),
    },
  } satisfies Partial<Selection>
  const item: Partial<Selection> = { policy: (row) => sql`${row('fragile')} > 1` }
  expect(await problems({ parcel, item })).toEqual([
    `Parcel: its policy can't be read (Parcel has no column for "recipient"); correct it.`,
    `Parcel.heavy: its SQL can't be read (Parcel has no column for "mass"); correct it in the selection.`,
    `Parcel.label: its SQL can't be read (operator does not exist: text + integer); correct it in the selection.`,
    'Parcel.light: its SQL is of type text, and boolean is expected; correct it in the selection.',
    'Parcel.round: its SQL is of type boolean, and boolian is expected; correct it in the selection.',
    `Parcel.square: its SQL can't be read (syntax error at or near "true"); correct it in the selection.`,
    `Parcel.fragile: its list can't be read (Item has no column for "broken"); correct its condition in the selection, or write a migration.`,
    `Item: its policy can't be read (operator does not exist: boolean > integer); correct it.`,
  ])
})

test('what is wrong with the schema and with the database is told at once', async () => {
  const stop: Partial<Selection> = { fields: { name: property('title') } }
  expect(await problems({ stop }, 'drop table item')).toContain(
    'Stop.name: Stop has no property "title"; name another, or declare it as leaf or typescript.',
  )
  expect(await problems({ stop }, 'drop table item')).toHaveLength(4)
})

test('no statement runs', async () => {
  const next = leaf({ type: 'bigint', shown: false, sql: () => sql`nextval('tried')` })
  expect(await problems({ parcel: { fields: { fragile, next } } }, 'create sequence tried')).toEqual([])
  expect(await query(database.url, 'select is_called from tried')).toEqual([{ is_called: false }])
})

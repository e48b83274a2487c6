import pg from 'pg'
import { WrongAnswer } from '../bench.js'
import { HttpConnection } from './http-connection.js'
import type { Server } from './servers.js'

/** A key that no application has. */
const id = 2_000_000_000
const add = `insert into bench.application select (jsonb_populate_record(a, '{"id": ${id}, "acceptance_number": "NEW"}')).*
  from bench.application a where id = 1`
const remove = `delete from bench.application where id = ${id}`

/**
 * Adds an application and takes it away again, and looks whether a server's very next statistics count it each time.
 * @throws {WrongAnswer} when one of them is old
 */
export async function checkFreshness(server: Server, database: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(database)
  await client.connect()
  const connection = await HttpConnection.open(server.port)
  const expectAfter = async (statement: string, expected: number) => {
    await client.query(statement)
    const total = await countAll(server, connection)
    if (total !== expected)
      throw new WrongAnswer(`${server.name} counts ${total}, not ${expected}, after: ${statement}`)
  }
  try {
    const before = await countAll(server, connection)
    await expectAfter(add, before + 1)
    await expectAfter(remove, before)
  } finally {
    await client.query(remove)
    connection.close()
    await client.end()
  }
}

async function countAll({ name, dialect }: Server, connection: HttpConnection): Promise<number> {
  const question = dialect.statistics?.()
  if (!question) throw new Error(`${name} has no statistics.`)
  const { data } = JSON.parse((await connection.ask(question)).toString('utf8'))
  return (data[question.key] as { count: number }[]).reduce((sum, { count }) => sum + count, 0)
}

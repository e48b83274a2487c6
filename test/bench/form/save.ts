import { WrongAnswer } from '../bench.js'
import { HttpConnection, requestOf } from '../reads/http-connection.js'
import type { FormWorld } from './form-world.js'

export type Saves = {
  readonly perSecond: number
  /** Milliseconds from the request to its answer. */
  readonly p50: number
  readonly p99: number
  /** Processor time of the server for one save, without PostgreSQL's, in microseconds. */
  readonly cpuUs: number
}

const query = `mutation ($input: SaveApplicationGroundsInput!) {
  saveApplicationGrounds(input: $input) { revision errors { code } } }`

/** A thousand characters, another text each time. */
const textOf = (turn: number) => `第 ${turn} 稿。${'论述其重要意义、必要性、应用前景和实用价值。'.repeat(45)}`

/**
 * Saves texts of a thousand characters: as many writers at once as there are connections, each in an application of his own,
 * one save after the other with the revision that the last one answered.
 */
export async function measureSaves(
  world: FormWorld,
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<Saves> {
  const { port: portText, pathname: path } = new URL(world.server.url)
  const port = Number(portText)
  const applications: string[] = []
  for (let at = 0; at < connections; at++) applications.push(await world.create())
  const open = await Promise.all(applications.map(() => HttpConnection.open(port)))
  const times: number[] = []
  const [cpu, began] = [world.server.cpu(), performance.now()]
  const write = async (connection: HttpConnection, application: string) => {
    for (let revision = 0; performance.now() - began < milliseconds; revision++) {
      const variables = { input: { application, revision, content: { text: textOf(revision) } } }
      const request = requestOf({ path, body: JSON.stringify({ query, variables }), key: '' }, port, world.token)
      const sent = performance.now()
      const answer = (await connection.send(request)).toString('utf8')
      times.push(performance.now() - sent)
      if (!answer.includes(`"revision":${revision + 1},"errors":[]`)) throw new WrongAnswer(answer.slice(0, 500))
    }
  }
  try {
    await Promise.all(open.map((connection, at) => write(connection, applications[at] ?? '')))
  } finally {
    for (const connection of open) connection.close()
  }
  const seconds = (performance.now() - began) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuUs: ((world.server.cpu() - cpu) * 1e6) / times.length,
  }
}

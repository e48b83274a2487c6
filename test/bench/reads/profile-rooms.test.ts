import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Profiler } from 'node:inspector'
import { describe, expect, test } from 'vitest'
import { shareOut } from './profile-rooms.js'

type Call = { name: string; url: string; hits: number; calls: Call[] }

const call = (name: string, url: string, hits: number, ...calls: Call[]): Call => ({ name, url, hits, calls })
const inside = (name: string, hits: number, ...calls: Call[]) => call(name, '', hits, ...calls)
const modules = '/home/someone/shenbao/node_modules'
const built = 'file:///home/someone/shenbao/dist/bench/server'

/** V8 numbers the nodes and lists them flat. */
function profileOf(...calls: Call[]): Pick<Profiler.Profile, 'nodes'> {
  const nodes: Profiler.ProfileNode[] = []
  const add = ({ name, url, hits, calls }: Call): number => {
    const id = nodes.length + 1
    const callFrame = { functionName: name, url, scriptId: '0', lineNumber: 0, columnNumber: 0 }
    const node: Profiler.ProfileNode = { id, callFrame, hitCount: hits }
    nodes.push(node)
    node.children = calls.map(add)
    return id
  }
  add(inside('(root)', 0, ...calls))
  return { nodes }
}

/** Hits by room, of those that have any. */
function hitsOf(total: number, ...calls: Call[]): Record<string, number> {
  const { rooms } = shareOut(profileOf(...calls), '/home/someone/shenbao')
  const hits = Object.entries(rooms).map(([room, share]) => [room, Math.round(share * total)] as const)
  return Object.fromEntries(hits.filter(([, count]) => count > 0))
}

describe('where a profiled thread spent its time', () => {
  test('is told by the file it was in', () => {
    const calls = [
      inside('(program)', 1),
      inside('(garbage collector)', 2),
      call('parserOnIncoming', 'node:_http_server', 3),
      call('Reply.send', `${modules}/fastify/lib/reply.js`, 4),
      call('find', `${modules}/find-my-way/index.js`, 5),
      call('execute', `file://${modules}/@apollo/server/dist/esm/ApolloServer.js`, 6),
      call('visit', `${modules}/graphql/language/visitor.js`, 7),
      call('answerOperation', `${built}/selection/answer-operation.js`, 8),
      call('answer', `${built}/http/graphql.route.js`, 9),
      call('makeContext', `${built}/app.js`, 10),
      call('parse', `${modules}/pg-protocol/dist/parser.js`, 11),
      call('load', `${modules}/pg-protocol/node_modules/dataloader/index.js`, 12),
    ]
    expect(hitsOf(78, ...calls)).toEqual({
      native: 1,
      gc: 2,
      node: 3,
      fastify: 9,
      apollo: 6,
      graphql: 7,
      selection: 8,
      http: 9,
      server: 10,
      pg: 11,
      packages: 12,
    })
  })

  test('counts what has no file of its own for its caller, and a wait for nobody', () => {
    const append = inside('push', 2, call('Buffer.from', 'node:buffer', 3))
    const calls = [
      inside('(idle)', 900),
      call('run', `${built}/selection/batch-reads.js`, 1, append),
      inside('runMicrotasks', 4),
    ]
    expect(hitsOf(10, ...calls)).toEqual({ selection: 6, node: 4 })
  })

  test('tells what is written to the database from what is written to clients', () => {
    const write = (hits: number) => call('Socket._write', 'node:net', 0, inside('writev', hits))
    const pg = (...calls: Call[]) => call('query', `${modules}/pg/lib/client.js`, 0, ...calls)
    const fastify = (...calls: Call[]) => call('Reply.send', `${modules}/fastify/lib/reply.js`, 0, ...calls)
    expect(hitsOf(15, pg(write(1), fastify(write(2))), fastify(pg(write(4))), write(8))).toEqual({
      databaseWrites: 5,
      clientWrites: 10,
    })
  })

  test('names the ten functions with the most time of their own, by source file or package', () => {
    const many = Array.from({ length: 12 }, (_, i) => call(`f${i}`, 'node:net', 20 + i))
    const unnamed = inside('', 30)
    const { functions } = shareOut(
      profileOf(
        inside('(program)', 1000),
        ...many,
        call('write', `${built}/selection/sql.js`, 40),
        call('write', `${built}/selection/sql.js`, 60),
        call('answer', 'file:///home/someone/shenbao/test/bench/peers/dist/sql-server.js', 50, unnamed),
        call('', '/home/someone/elsewhere/tool.js', 70),
      ),
      '/home/someone/shenbao',
    )
    expect(functions.map(({ name }) => name)).toEqual([
      'write (server/selection/sql.ts)',
      'answer (test/bench/peers/sql-server.ts)',
      '(anonymous) (tool.js)',
      'f11 (node:net)',
      'f10 (node:net)',
      'f9 (node:net)',
      'f8 (node:net)',
      'f7 (node:net)',
      'f6 (node:net)',
      'f5 (node:net)',
    ])
  })

  test('is not known of a thread that did nothing', () => {
    expect(() => shareOut(profileOf(inside('(idle)', 5)), '/')).toThrow(RangeError)
  })

  test('shows in the profile that a process takes of itself', async () => {
    const program = `
      const text = JSON.stringify(Array.from({ length: 1000 }, (_, i) => ({ i })))
      const work = () => { JSON.parse(text); setImmediate(work) }
      work()`
    const profiler = new URL('./profiler.ts', import.meta.url).href
    const child = spawn(process.execPath, ['--import', profiler, '--eval', program], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    try {
      const tell = async (order: string): Promise<unknown> => {
        const answered = once(child, 'message')
        child.send(order)
        return (await answered)[0]
      }
      await tell('start')
      await new Promise((resolve) => setTimeout(resolve, 300))
      const { rooms, functions } = shareOut((await tell('stop')) as Profiler.Profile, process.cwd())
      expect(rooms.json).toBeGreaterThan(0.5)
      expect(functions[0]?.name).toBe('JSON.parse (native)')
    } finally {
      child.kill()
    }
  })
})

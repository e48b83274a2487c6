import type { Profiler } from 'node:inspector'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a server's main thread can spend its time, with the titles of the table. */
export const roomTitles = {
  clientWrites: 'kernel: writing to clients',
  databaseWrites: 'kernel: writing to PostgreSQL',
  native: 'kernel and native: polling, reading',
  node: "Node's HTTP and sockets",
  fastify: 'fastify',
  apollo: 'Apollo',
  graphql: 'graphql-js',
  selection: 'server/selection',
  http: 'server/http',
  server: 'rest of the server',
  pg: 'pg',
  json: 'JSON',
  gc: 'garbage collection',
  packages: 'other packages',
}
export type Room = keyof typeof roomTitles

/** Shares of the time in which the thread worked; all rooms together are 1. */
export type Shares = {
  readonly rooms: Readonly<Record<Room, number>>
  /** Those with the most time of their own, the longest first, with their file in the project or their package. */
  readonly functions: readonly { readonly name: string; readonly share: number }[]
}

type Node = Profiler.ProfileNode
/** Who called: its room, its name, and the room of the nearest caller that isn't Node itself. */
type Caller = { readonly room: Room; readonly name: string; readonly asking: Room }

const functionsShown = 10

/**
 * Where a profiled thread spent its time, by the file it was in at each sample. What has no file of its own, such as
 * built-ins, buffers and events, counts for its caller.
 * @param root the project's folder
 * @throws {RangeError} for a profile of a thread that did nothing
 */
export function shareOut({ nodes }: Pick<Profiler.Profile, 'nodes'>, root: string): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const rooms = new Map<string, number>()
  const functions = new Map<string, number>()

  function visit({ callFrame, hitCount = 0, children = [] }: Node, caller: Caller): void {
    const { functionName, url } = callFrame
    if (functionName === '(idle)') return
    const file = fileOf(url, root)
    const room = roomOf(functionName, file, caller)
    const name = nameOf(functionName, room === 'json' ? native : file, caller)
    add(rooms, room, hitCount)
    add(functions, name, hitCount)
    const called = { room, name, asking: room === 'node' ? caller.asking : room }
    for (const id of children) visit(byId.get(id) as Node, called)
  }

  visit(nodes[0] as Node, { room: 'node', name: '', asking: 'node' })
  const all = [...rooms.values()].reduce((sum, hits) => sum + hits, 0)
  if (all === 0) throw new RangeError('The profile has no sample of a thread that worked.')
  const shares = Object.keys(roomTitles).map((room) => [room, (rooms.get(room) ?? 0) / all])
  for (const name of outsideFunctions) functions.delete(name)
  return {
    rooms: Object.fromEntries(shares),
    functions: [...functions]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, functionsShown)
      .map(([name, hits]) => ({ name, share: hits / all })),
  }
}

function add(counts: Map<string, number>, key: string, hits: number): void {
  counts.set(key, (counts.get(key) ?? 0) + hits)
}

const native = 'native'

/** Never an absolute path: these stay in reports. Compiled files are named as their sources. */
function fileOf(url: string, root: string): string {
  if (url === '') return native
  if (url.startsWith('node:')) return url
  const packageName = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (packageName) return packageName
  const path = relative(root, url.startsWith('file:') ? fileURLToPath(url) : url)
  if (path.startsWith('..')) return path.slice(path.lastIndexOf('/') + 1)
  return path
    .replace(/^dist\/(bench\/)?/, '')
    .replace('/dist/', '/')
    .replace(/\.js$/, '.ts')
}

/** V8's names for what isn't a function. */
const outsideFunctions = ['(root)', '(program)', '(garbage collector)']

function nameOf(functionName: string, file: string, caller: Caller): string {
  if (outsideFunctions.includes(functionName)) return functionName
  if (functionName === '' && file === native) return caller.name
  return `${functionName || '(anonymous)'} (${file})`
}

const roomOfFile: readonly (readonly [RegExp, Room])[] = [
  [/^node:(_http|http|net$|internal\/(js_)?stream|internal\/streams\/)/, 'node'],
  [/^(fastify|@fastify\/.*|avvio|find-my-way|light-my-request|secure-json-parse|toad-cache)$/, 'fastify'],
  [/^@apollo\//, 'apollo'],
  [/^graphql$/, 'graphql'],
  [/^(pg|pg-.*|postgres-.*)$/, 'pg'],
  [/^server\/selection\//, 'selection'],
  [/^server\/http\//, 'http'],
  [/\.ts$/, 'server'],
]

function roomOf(name: string, file: string, { room, asking }: Caller): Room {
  if (name === '(program)') return 'native'
  if (name === '(garbage collector)') return 'gc'
  if (/^JSON\.(parse|stringify)$/.test(name)) return 'json'
  if (file === native && /^write(v|Buffer|\w+String)$/.test(name))
    return asking === 'pg' ? 'databaseWrites' : 'clientWrites'
  const own = roomOfFile.find(([pattern]) => pattern.test(file))?.[1]
  if (own) return own
  return file === native || file.startsWith('node:') ? room : 'packages'
}

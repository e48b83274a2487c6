import { Session } from 'node:inspector/promises'

/*
 * Loaded into a server before its program (node --import), so that the bench can have it profiled while it is under
 * load: the message `start` starts V8's profiler, `stop` brings its profile.
 */

const { parse, stringify } = JSON
// What V8 does in C++ counts for who calls it; with a frame of their own these two show up in the profile.
JSON.parse = (text: string, reviver?: Parameters<typeof parse>[1]): unknown => parse(text, reviver)
JSON.stringify = (value: unknown, replacer?: unknown, space?: string | number) =>
  stringify(value, replacer as Parameters<typeof stringify>[1], space)

const session = new Session()
session.connect()
await session.post('Profiler.enable')
process.on('message', async (order) => {
  if (order === 'start') process.send?.(await session.post('Profiler.start'))
  if (order === 'stop') process.send?.((await session.post('Profiler.stop')).profile)
})
process.on('disconnect', () => process.exit())

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connect, isShenbaoError } from '../src/index.js'

export type Service = { readonly url: string; stop(): Promise<void> }

/** The service at an address, or, if nothing answers there, one that is started for as long as it is needed. */
export async function findOrStart(url: string): Promise<Service> {
  const { query } = connect({ url, retries: 0, timeoutMs: 2000 })
  try {
    await query('{ __typename }')
    return { url, stop: async () => {} }
  } catch (error) {
    if (!isShenbaoError(error)) throw error
    return start()
  }
}

async function start(): Promise<Service> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // However the demo ends, the service ends with it.
  process.once('exit', () => server.kill())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const stop = async () => {
    const ended = once(server, 'exit')
    if (server.kill()) await ended
  }
  return { url: await addressOf(server), stop }
}

/** The service prints its address once it is ready, and says on its error output why it can't be. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout) {
    for await (const line of createInterface(server.stdout)) {
      const [address] = /http:\/\/\S+\/graphql/.exec(line) ?? []
      if (address) return address
    }
  }
  throw new Error('The service did not start. 服务未能启动。')
}

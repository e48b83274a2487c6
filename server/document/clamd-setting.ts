import type { NetConnectOpts } from 'node:net'
import { z } from 'zod'

/** Where clamd listens: `tcp://host:port`, or `unix:/path` of a socket. */
export const clamdAddress = z.string().transform((value, context): NetConnectOpts => {
  const path = /^unix:(\/[^?#]+)$/.exec(value)?.[1]
  if (path) return { path }
  const [, name, port] = /^tcp:\/\/(\[[0-9a-fA-F:.]+\]|[\w.-]+):(\d+)$/.exec(value) ?? []
  if (name && Number(port) > 0 && Number(port) < 65_536) return { host: name.replace(/[[\]]/g, ''), port: Number(port) }
  context.addIssue({ code: 'custom', message: 'not an address of clamd' })
  return z.NEVER
})

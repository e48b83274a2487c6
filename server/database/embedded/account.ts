import { readFileSync, statSync } from 'node:fs'

/** The operating-system account that PostgreSQL runs under, when it isn't our own. */
export interface Account {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. So as root it runs as the owner of existing data, else as `nobody`.
 * Undefined (our own account) for everybody else, and on Windows.
 * @param cluster the folder of the database, which may not exist yet
 */
export function postgresAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m)
  // macOS writes -2 for what the kernel takes as an unsigned number.
  return { uid: Number(entry?.[1] ?? 65_534) >>> 0, gid: Number(entry?.[2] ?? 65_534) >>> 0 }
}

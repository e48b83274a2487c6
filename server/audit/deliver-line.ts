import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config.js'

/** Brings a line of signed heads out of the database; the same line may come twice. */
export type Deliver = (line: string, sequence: number) => Promise<void>

/** How long the receiver at an address may take to answer, in milliseconds. */
const patienceMs = 10_000

type Where = Pick<Config, 'auditHeadsFile' | 'auditHeadsUrl' | 'dataDir'>

/** Where signed heads go: to AUDIT_HEADS_URL if it is set, else to a file. */
export function deliveryTo(where: Where): Deliver {
  const { auditHeadsUrl: url } = where
  return url === undefined ? (line) => appendLine(auditHeadsFile(where), line) : (line) => postLine(url, line)
}

/** The file of signed heads: AUDIT_HEADS_FILE, by default in DATA_DIR. */
export function auditHeadsFile({ auditHeadsFile, dataDir }: Pick<Where, 'auditHeadsFile' | 'dataDir'>): string {
  return auditHeadsFile ?? join(dataDir, 'audit-heads.jsonl')
}

async function postLine(url: string, line: string): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs)
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: `${line}\n`, redirect: 'error', signal })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`AUDIT_HEADS_URL answered with status ${response.status}`)
}

/**
 * Appends the line, and returns when it is on the disk. What is left of it from a write that was cut off is taken away first,
 * and a line that is there already isn't written again.
 * @throws Error when the file ends in something else than lines
 */
async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const end = await readEnd(file, size, Buffer.byteLength(line) + 2)
    if (end.endsWith(`\n${line}\n`) || end === `${line}\n`) return
    const torn = end.slice(end.lastIndexOf('\n') + 1)
    if (!line.startsWith(torn)) {
      throw new Error(`${path} doesn't end with a whole line: something else wrote to it; put it aside as it is`)
    }
    if (torn !== '') await file.truncate(size - Buffer.byteLength(torn))
    await file.write(`${line}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function readEnd(file: FileHandle, size: number, length: number): Promise<string> {
  const wanted = Math.min(size, length)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, size - wanted)
  return buffer.toString('utf8', 0, bytesRead)
}

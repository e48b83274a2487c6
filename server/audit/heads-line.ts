import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** Where a subject's chain was: how many events, and the hash of the last. */
const headForm = z.tuple([z.string(), z.string(), z.int().positive(), z.string().regex(/^[0-9a-f]{64}$/)])

export type Head = z.infer<typeof headForm>

const contentForm = z.strictObject({
  /** When it was signed, in UTC. */
  at: z.iso.datetime(),
  /** The number of the line, from 1 on. */
  sequence: z.int().positive(),
  /** SHA-256 of the text of the line before, in hex; 64 zeros for the first. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  /** Subject type, subject id, sequence and hash of each chain that has grown since it was last signed. */
  heads: z.array(headForm).min(1),
  /** Which of the audit keys has signed. */
  key: z.string(),
})

const lineForm = contentForm.extend({ signature: z.base64url() })

export type HeadsLine = z.infer<typeof lineForm>

/** The text of a line: its content and, as the last property, the Ed25519 signature (base64url) of the content's text. */
export function signLine(
  content: Omit<HeadsLine, 'key' | 'signature'>,
  key: { id: string; privateKey: KeyObject },
): string {
  const { at, sequence, previous, heads } = content
  const text = JSON.stringify({ at, sequence, previous, heads, key: key.id })
  const signature = sign(null, Buffer.from(text, 'utf8'), key.privateKey).toString('base64url')
  return `${text.slice(0, -1)},"signature":"${signature}"}`
}

/** What a line says; null for a text that isn't one. */
export function readLine(text: string): HeadsLine | null {
  try {
    return lineForm.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Whether a line is as its key signed it, to the letter. */
export function isSigned(text: string, { signature }: HeadsLine, key: KeyObject): boolean {
  const end = `,"signature":"${signature}"}`
  if (!text.endsWith(end)) return false
  return verify(null, Buffer.from(`${text.slice(0, -end.length)}}`, 'utf8'), key, Buffer.from(signature, 'base64url'))
}

/** What the next line has as `previous`. */
export function lineHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Keyring } from '../secrets/keyring.js'
import { atEvent, atLine, type Finding } from './finding.js'
import { type Head, type HeadsLine, isSigned, lineHash, readLine } from './heads-line.js'

export type VerifiedLines = {
  lines: number
  heads: number
  /** How many of the service's lines aren't in the file because it begins later. */
  before: number
}

/**
 * Checks a file of signed heads: each line's signature, each line on the one before, the last one the last that was signed; and
 * that each head that was ever signed is still an event of the database, with the same hash.
 * @throws Error for a file that can't be read
 */
export async function verifySignedHeads(
  em: EntityManager,
  keyring: Pick<Keyring, 'auditPublicKey'>,
  file: string,
  report: (finding: Finding) => void,
): Promise<VerifiedLines> {
  const verified = { lines: 0, heads: 0, before: 0 }
  let number = 0
  let last: { readonly sequence: number; readonly hash: string; readonly text: string } | undefined
  for await (const text of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    // A line that was sent twice, because nobody knew whether the first had come.
    if (text === '' || text === last?.text) continue
    const line = readLine(text)
    if (!line) {
      report(atLine(null, number, 'LINE_UNREADABLE', '不是签名记录', 'it is no line of signed heads'))
      continue
    }
    const broken = brokenLink(line, number, last)
    if (broken) report(broken)
    if (!last) verified.before = line.sequence - 1
    last = { sequence: line.sequence, hash: lineHash(text), text }
    verified.lines++
    const key = keyring.auditPublicKey(line.key)
    if (!key) report(unknownKey(line, number))
    else if (!isSigned(text, line, key)) report(badSignature(line, number))
    else {
      verified.heads += line.heads.length
      for (const finding of await lostHeads(em, line)) report(finding)
    }
  }
  const missing = await missingEnd(em, number, last)
  if (missing) report(missing)
  return verified
}

function brokenLink(line: HeadsLine, number: number, last?: { sequence: number; hash: string }): Finding | null {
  const { sequence, previous } = line
  if (!last || (sequence === last.sequence + 1 && previous === last.hash)) return null
  if (sequence > last.sequence + 1) return missingLines(last.sequence + 1, sequence - 1, number)
  const en = `it doesn't follow from the line before (its number is ${sequence}): one of the two was changed, or its place`
  return atLine(sequence, number, 'LINE_CHANGED', `与上一行不衔接（编号 ${sequence}），有一行被改动或移动`, en)
}

function missingLines(from: number, to: number, number: number): Finding {
  return atLine(
    from,
    number,
    'LINE_MISSING',
    `此前编号 ${from} 至 ${to} 的记录缺失`,
    `lines numbered ${from} to ${to} are missing before it`,
  )
}

function unknownKey({ sequence, key }: HeadsLine, number: number): Finding {
  return atLine(
    sequence,
    number,
    'KEY_UNKNOWN',
    `签名密钥 ${key} 不在密钥文件中`,
    `it is signed with the key ${key}, which the key file doesn't have`,
  )
}

function badSignature({ sequence }: HeadsLine, number: number): Finding {
  return atLine(
    sequence,
    number,
    'LINE_CHANGED',
    '签名不符，内容已被改动',
    'it was changed: the signature is not of this text',
  )
}

/** The heads of a line that the database doesn't have any more. */
async function lostHeads(em: EntityManager, { heads, at }: HeadsLine): Promise<Finding[]> {
  const rows = await em.execute<{ subject_type: string; subject_id: string; sequence: string; hash: string | null }[]>(
    `select subject_type, subject_id, signed.sequence::text, encode(event.hash, 'hex') as hash
       from jsonb_to_recordset(?::jsonb) as signed (subject_type text, subject_id text, sequence bigint, hash text)
       left join audit_event as event using (subject_type, subject_id, sequence)
      where event.hash is null or event.hash <> decode(signed.hash, 'hex')`,
    [JSON.stringify(heads.map(asRecord))],
  )
  return rows.map(({ subject_type: type, subject_id: id, sequence, hash }) =>
    hash === null
      ? atEvent(
          { type, id },
          Number(sequence),
          'SIGNED_HEAD_MISSING',
          `${at} 签名时存在，现已被删除`,
          `it was there when its head was signed at ${at}, and is gone`,
        )
      : atEvent(
          { type, id },
          Number(sequence),
          'SIGNED_HEAD_CHANGED',
          `与 ${at} 签名时的散列值不同：该条或之前的内容被改写`,
          `its hash is not the one signed at ${at}: it, or one before it, was written anew`,
        ),
  )
}

function asRecord([subject_type, subject_id, sequence, hash]: Head) {
  return { subject_type, subject_id, sequence, hash }
}

/** Whether lines are missing at the end: the database knows which was the last. */
async function missingEnd(em: EntityManager, number: number, last?: { sequence: number }): Promise<Finding | null> {
  const [signing] = await em.execute<{ sequence: string }[]>(
    'select (case when line is null then sequence else sequence - 1 end)::text as sequence from audit_signing',
  )
  const signed = Number(signing?.sequence ?? 0)
  const there = last?.sequence ?? 0
  if (signed <= there) return null
  return atLine(
    there + 1,
    number + 1,
    'LINE_MISSING',
    `文件结束过早：编号 ${there + 1} 至 ${signed} 的记录缺失`,
    `the file ends too early: lines numbered ${there + 1} to ${signed} are missing`,
  )
}

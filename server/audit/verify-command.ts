import { existsSync } from 'node:fs'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Terminal } from '../guideline/terminal.js'
import type { Keyring } from '../secrets/keyring.js'
import type { Finding } from './finding.js'
import { verifyChains } from './verify-chains.js'
import { type VerifiedLines, verifySignedHeads } from './verify-signed-heads.js'

type Options = {
  readonly em: EntityManager
  readonly keyring: Pick<Keyring, 'auditPublicKey'>
  /** Where the service itself writes signed heads, read unless another file is given. */
  readonly usualFile: string
  readonly givenFile: string | undefined
  /** Each finding and the result as one line of JSON. */
  readonly json: boolean
}

/**
 * `verify`: checks the whole trail, and the signed heads if there is a file of them.
 * @returns 0 if nothing is wrong, else 1
 * @throws Error when the given file can't be read
 */
export async function verifyCommand(options: Options, terminal: Terminal): Promise<0 | 1> {
  const { em, keyring, usualFile, givenFile, json } = options
  let problems = 0
  const report = ({ message, ...finding }: Finding) => {
    problems++
    terminal.out(json ? JSON.stringify({ ...finding, message: terminal.text(message) }) : terminal.text(message))
  }
  const file = givenFile ?? (existsSync(usualFile) ? usualFile : undefined)
  const { subjects, events } = await verifyChains(em, report)
  const signed = file === undefined ? null : await verifySignedHeads(em, keyring, file, report)
  if (json) terminal.out(JSON.stringify({ ok: problems === 0, problems, subjects, events, signed }))
  else {
    terminal.say(
      `已核对 ${subjects} 条审计链、${events} 条记录${linesZh(signed)}：${problems === 0 ? '完好' : `发现 ${problems} 处问题`}。`,
      `Checked ${subjects} chains with ${events} events${linesEn(signed)}: ${problems === 0 ? 'all is whole' : `${problems} problems`}.`,
    )
    if (!signed) {
      terminal.complain(
        '没有签名文件：若某条链连同链头被一并截断或删除，无法发现。请用 --heads 指明文件。',
        'There is no file of signed heads: what was cut off or deleted together with its head can’t be found. Name one with --heads.',
      )
    } else if (signed.before > 0) {
      terminal.complain(
        `该文件从编号 ${signed.before + 1} 开始，此前 ${signed.before} 行未核对。`,
        `The file begins with line ${signed.before + 1}: the ${signed.before} before it weren’t checked.`,
      )
    }
  }
  return problems === 0 ? 0 : 1
}

function linesZh(signed: VerifiedLines | null): string {
  return signed ? `、${signed.lines} 行签名（${signed.heads} 个链头）` : ''
}

function linesEn(signed: VerifiedLines | null): string {
  return signed ? `, and ${signed.lines} signed lines with ${signed.heads} heads` : ''
}

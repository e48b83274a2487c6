import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { rewriteSecondFactors } from '../account/rewrite-second-factors.js'
import { withNextKey, withNextKeyCurrent } from './key-changes.js'
import { readKeyFile, replaceKeyFile } from './key-file.js'
import type { KeySet } from './key-material.js'
import { Keyring } from './keyring.js'
import type { Purpose } from './purposes.js'
import { rewriteRows } from './rewrite-rows.js'
import { sealedColumns } from './sealed-columns.js'

export type Rotation = {
  readonly file: string
  readonly purposes: readonly Purpose[]
  /** Milliseconds in which all running servers see a change of the file. */
  readonly waitMs: number
  readonly now: Date
  tell(text: LocalizedText): void
}

/**
 * Puts new keys in place of the current ones while servers run: a new key first only reads, until every server knows it;
 * then it is made current, and when every server uses it, all rows are sealed and indexed anew. Interrupted at any point,
 * it is finished by calling it again. The former keys stay readable until they are retired.
 * @throws {StartupError} when the key file can't be read or written
 */
export async function rotateKeys(em: EntityManager, rotation: Rotation): Promise<void> {
  const { file, purposes, waitMs, now, tell } = rotation
  const change = (step: (keys: KeySet, purpose: Purpose) => KeySet) =>
    replaceKeyFile(file, purposes.reduce(step, readKeyFile(file).keys))
  const names = purposes.join(', ')
  const seconds = waitMs / 1000

  change((keys, purpose) => withNextKey(keys, purpose, now))
  tell({
    'zh-CN': `已加入新密钥（${names}），等待 ${seconds} 秒，让运行中的服务读取。`,
    en: `New keys are added (${names}); running servers have ${seconds} seconds to take them up.`,
  })
  await sleep(waitMs)
  change(withNextKeyCurrent)
  tell({
    'zh-CN': `新密钥已启用，再等待 ${seconds} 秒，然后重写数据。`,
    en: `The new keys are current; data is rewritten in another ${seconds} seconds.`,
  })
  await sleep(waitMs)
  await rewriteAllRows(em, rotation)
}

/**
 * Seals and indexes everything anew that isn't under the current keys.
 * @throws {StartupError} when the key file can't be read
 * @throws {CannotOpen} for a row that doesn't open
 */
export async function rewriteAllRows(
  em: EntityManager,
  { file, tell }: Pick<Rotation, 'file' | 'tell'>,
): Promise<void> {
  const keyring = new Keyring(readKeyFile(file).keys)
  for (const column of sealedColumns) {
    const rows = await rewriteRows(em, keyring, column)
    const where = `${column.table}.${column.column}`
    if (rows > 0) tell({ 'zh-CN': `${where}：已重写 ${rows} 行。`, en: `${where}: ${rows} rows rewritten.` })
  }
  const rows = await rewriteSecondFactors(em, keyring)
  if (rows > 0) tell({ 'zh-CN': `双因素验证：已重写 ${rows} 行。`, en: `second factors: ${rows} rows rewritten.` })
}

import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { StartupError } from '../startup-error.js'
import { type KeySet, keySetForm, newKey } from './key-material.js'
import { type Purpose, purposeNames } from './purposes.js'

/** A key file's text and what it says. */
export type KeyFile = { readonly text: string; readonly keys: KeySet }

/**
 * Reads a key file.
 * @throws {StartupError} when it is missing, open to other users of the machine, or not a key file; never with its content
 */
export function readKeyFile(file: string): KeyFile {
  const text = readPrivately(file)
  return { text, keys: check(file, parse(file, text)) }
}

/**
 * Adds keys to a key file for purposes that it has none for, as one of an older version.
 * @returns those purposes
 * @throws {StartupError} as `readKeyFile` and `replaceKeyFile` do
 */
export function completeKeyFile(file: string): readonly Purpose[] {
  const content = parse(file, readPrivately(file)) as Partial<KeySet> | null
  const missing = purposeNames.filter((purpose) => content?.purposes && content.purposes[purpose] === undefined)
  const added = missing.map((purpose) => [purpose, [newKey(purpose, 'current', new Date())]])
  const keys = check(file, { ...content, purposes: { ...content?.purposes, ...Object.fromEntries(added) } })
  if (missing.length > 0) replaceKeyFile(file, keys)
  return missing
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(file, 'it is not JSON', '不是 JSON')
  }
}

function check(file: string, content: unknown): KeySet {
  const checked = keySetForm.safeParse(content)
  if (checked.success) return checked.data
  const places = checked.error.issues.map(({ path, message }) => `${path.join('.') || '(top)'}: ${message}`).join('; ')
  throw damaged(file, places, places)
}

/**
 * Makes a key file where none is; of several processes that try at once, one succeeds.
 * @returns false if there is one already, which stays as it is
 * @throws {StartupError} when it can't be written
 */
export function createKeyFile(file: string, keys: KeySet): boolean {
  return writing(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    const draft = writeDraft(file, keys)
    try {
      // Unlike a rename, a link fails where a file already is.
      linkSync(draft, file)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    } finally {
      rmSync(draft)
    }
  })
}

/**
 * Puts other keys into a key file, at once for whoever reads it. The caller sees to it that nobody else does so meanwhile.
 * @throws {StartupError} when it can't be written
 */
export function replaceKeyFile(file: string, keys: KeySet): void {
  writing(file, () => {
    const draft = writeDraft(file, keys)
    try {
      renameSync(draft, file)
    } finally {
      rmSync(draft, { force: true })
    }
  })
}

function writeDraft(file: string, keys: KeySet): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return draft
}

function readPrivately(file: string): string {
  try {
    // Windows has no such modes: there the folder's rights have to do.
    if (process.getuid !== undefined && (statSync(file).mode & 0o077) !== 0) throw openToOthers(file)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof StartupError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOENT' ? missing(file) : unreadable(file, code ?? '')
  }
}

function writing<Result>(file: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new StartupError(
      { 'zh-CN': `无法写入密钥文件 ${file}（${code}）。`, en: `The key file ${file} can't be written (${code}).` },
      {
        'zh-CN': '请检查所在文件夹的权限和剩余空间，或用 KEYS_FILE 指定其他位置。',
        en: "Check its folder's rights and free space, or name another place in KEYS_FILE.",
      },
    )
  }
}

function missing(file: string): StartupError {
  return new StartupError(
    { 'zh-CN': `没有密钥文件 ${file}。`, en: `There is no key file ${file}.` },
    {
      'zh-CN': '首次部署请运行 npm run keys -- create 生成；否则请从备份中恢复，或用 KEYS_FILE 指明其位置。',
      en: 'Make one for a new deployment with npm run keys -- create; otherwise bring it back from your backup, or say in KEYS_FILE where it is.',
    },
  )
}

function unreadable(file: string, code: string): StartupError {
  return new StartupError(
    { 'zh-CN': `无法读取密钥文件 ${file}（${code}）。`, en: `The key file ${file} can't be read (${code}).` },
    {
      'zh-CN': '请让运行服务的用户成为它的所有者，权限设为 0600。',
      en: 'Make the user that runs the service its owner, with mode 0600.',
    },
  )
}

function openToOthers(file: string): StartupError {
  return new StartupError(
    {
      'zh-CN': `密钥文件 ${file} 可被其他用户访问，不能使用。`,
      en: `Other users of this machine may access the key file ${file}, so it isn't used.`,
    },
    {
      'zh-CN': `请运行 chmod 600 ${file}；如果他人可能已读取，再运行 npm run keys -- rotate 更换密钥。`,
      en: `Run chmod 600 ${file}; if somebody may have read it, change the keys with npm run keys -- rotate.`,
    },
  )
}

function damaged(file: string, en: string, zhCN: string): StartupError {
  const problem: LocalizedText = {
    'zh-CN': `密钥文件 ${file} 的内容有误：${zhCN}。`,
    en: `The key file ${file} has a wrong content: ${en}.`,
  }
  return new StartupError(problem, {
    'zh-CN': '升级后缺少密钥的，请运行 npm run keys -- create 补上；否则请从备份中恢复，今后只用 npm run keys 修改。',
    en: 'If keys are missing after an upgrade, npm run keys -- create adds them; otherwise bring the file back from your backup, and change it with npm run keys only.',
  })
}

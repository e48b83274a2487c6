import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartupError } from '../../startup-error.js'
import type { ClusterFolder } from './cluster-folder.js'
import { isAlive } from './postmaster.js'

/** The role that owns everything in the bundled PostgreSQL. */
export const superuser = 'shenbao'

const major = '18'

/**
 * Makes the database files on the first start, and reads the superuser's password.
 * @param native the folder of the PostgreSQL programs
 * @param durable false for tests: a crash of the machine may then cost the data
 * @throws {StartupError} when the folder holds something else, another version, or can't be made
 */
export async function prepareCluster(
  folder: ClusterFolder,
  native: string,
  durable: boolean,
): Promise<{ password: string }> {
  if (!existsSync(folder.path)) await initialise(folder, native, durable)
  try {
    const version = readFileSync(join(folder.path, 'data', 'PG_VERSION'), 'utf8').trim()
    if (version !== major) throw otherVersion(folder.path, version)
    return { password: readFileSync(join(folder.path, 'password'), 'utf8') }
  } catch (cause) {
    if (cause instanceof StartupError) throw cause
    throw unusable(folder.path, cause as NodeJS.ErrnoException)
  }
}

/** Everything happens in a neighbour folder that is renamed when complete, so an interrupted start leaves no half database. */
async function initialise({ path, account }: ClusterFolder, native: string, durable: boolean): Promise<void> {
  sweepInterrupted(path)
  const half = `${path}.init-${process.pid}`
  const passwordFile = join(half, 'password')
  mkdirSync(half, { mode: 0o700 })
  // UTF-8 rules without the machine's locales: plain C would break lower(), ilike and trigrams beyond ASCII.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  try {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account) for (const name of [half, passwordFile]) chownSync(name, account.uid, account.gid)
    await promisify(execFile)(
      join(native, 'bin', 'initdb'),
      [`--pgdata=${join(half, 'data')}`, ...locale, ...access, ...(durable ? [] : ['--no-sync'])],
      { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    )
    renameSync(half, path)
  } catch (cause) {
    // Another server that was started at the same time has made it: that one is as good.
    if (existsSync(path)) return
    const { stderr, message } = cause as Error & { stderr?: string }
    throw initFailed(path, stderr?.trim() || message)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

function sweepInterrupted(path: string): void {
  const prefix = `${basename(path)}.init-`
  for (const name of readdirSync(dirname(path))) {
    const maker = Number(name.slice(prefix.length))
    if (name.startsWith(prefix) && (maker === process.pid || !isAlive(maker))) {
      rmSync(join(dirname(path), name), { recursive: true, force: true })
    }
  }
}

function initFailed(path: string, reason: string): StartupError {
  return new StartupError(
    {
      'zh-CN': `无法在 ${path} 创建数据库：${reason}。`,
      en: `The database could not be created in ${path}: ${reason}.`,
    },
    {
      'zh-CN': '请检查磁盘空间和写权限，然后重新启动。',
      en: 'Check the free disk space and the right to write there, then start again.',
    },
  )
}

function otherVersion(path: string, version: string): StartupError {
  return new StartupError(
    {
      'zh-CN': `${path} 中的数据库由 PostgreSQL ${version} 创建，而自带的是 PostgreSQL ${major}。`,
      en: `The database in ${path} was made by PostgreSQL ${version}, but PostgreSQL ${major} is bundled.`,
    },
    {
      'zh-CN': `请用 PostgreSQL ${version} 的 pg_dump 导出数据，移开该文件夹，启动后再导入；或用 DATA_DIR 指定其他文件夹。`,
      en: `Dump it with pg_dump of PostgreSQL ${version}, move the folder away, start, and restore; or set DATA_DIR to another folder.`,
    },
  )
}

function unusable(path: string, cause: NodeJS.ErrnoException): StartupError {
  if (cause.code === 'EACCES') {
    return new StartupError(
      { 'zh-CN': `无权读取数据库文件夹 ${path}。`, en: `This user may not read the database folder ${path}.` },
      {
        'zh-CN': '它由其他用户创建：请以该用户启动，用 chown -R 更改所有者，或用 DATA_DIR 指定其他文件夹。',
        en: 'Another user made it: start as that user, change its owner with chown -R, or set DATA_DIR to another folder.',
      },
      { cause },
    )
  }
  return new StartupError(
    {
      'zh-CN': `${path} 不是完整的数据库文件夹（${cause.code}：${cause.path}）。`,
      en: `${path} is not a complete database folder (${cause.code}: ${cause.path}).`,
    },
    {
      'zh-CN': '请从备份恢复它；要从空数据库开始，请移开该文件夹；或用 DATA_DIR 指定其他文件夹。',
      en: 'Restore it from a backup; to begin with an empty database, move it away; or set DATA_DIR to another folder.',
    },
    { cause },
  )
}

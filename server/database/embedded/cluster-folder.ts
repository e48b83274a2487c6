import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartupError } from '../../startup-error.js'
import { type Account, postgresAccount } from './account.js'
import { requireOwnFolder } from './own-folder.js'

/** Where the database's files stand, and who PostgreSQL runs as there. */
export interface ClusterFolder {
  /** May not exist yet; its parent does. */
  path: string
  /** Undefined for our own account. */
  account: Account | undefined
}

const noteName = 'postgres-is-elsewhere.txt'

/**
 * Finds the database's folder: `DATA_DIR/postgres`. When we are root and the unprivileged account that PostgreSQL needs
 * can't get there (root's home, for one), it is a folder in /var/tmp, and a note in DATA_DIR says which.
 * @throws {StartupError} when DATA_DIR can't be written, or when existing data is out of reach
 */
export function findClusterFolder(dataDir: string): ClusterFolder {
  makeWritable(dataDir)
  const usual = join(realpathSync(dataDir), 'postgres')
  const note = join(dataDir, noteName)
  if (existsSync(note)) return followNote(note)

  const account = postgresAccount(usual)
  if (account === undefined || canReach(dataDir, account)) return { path: usual, account }
  if (existsSync(usual)) throw outOfReach(usual, account)
  return moveElsewhere(usual, note)
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    rmdirSync(mkdtempSync(join(dataDir, '.write-test-')))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new StartupError(
      {
        'zh-CN': `数据文件夹 ${resolve(dataDir)} 无法写入（${code}）。`,
        en: `The data folder ${resolve(dataDir)} can't be written (${code}).`,
      },
      {
        'zh-CN': '请授予写权限、移开占用该路径的文件，或用 DATA_DIR 指定其他文件夹。',
        en: 'Give this user write access, move away a file that stands in its path, or set DATA_DIR to another folder.',
      },
      { cause },
    )
  }
}

/** Asked of the system itself: only it knows the effect of modes, ACLs and mounts on every parent. */
function canReach(folder: string, account: Account): boolean {
  return spawnSync('sh', ['-c', 'cd -- "$1"', 'sh', resolve(folder)], { ...account, cwd: '/' }).status === 0
}

function outOfReach(cluster: string, { uid }: Account): StartupError {
  return new StartupError(
    {
      'zh-CN': `数据库位于 ${cluster}，但运行 PostgreSQL 的用户（uid ${uid}）无法进入该文件夹。`,
      en: `The database is in ${cluster}, but the user that PostgreSQL runs as (uid ${uid}) can't get there.`,
    },
    {
      'zh-CN': '请对其各级上级文件夹执行 chmod o+x，或以数据所有者的身份启动服务。',
      en: 'Run chmod o+x on its parent folders, or start the server as the owner of the data.',
    },
  )
}

function moveElsewhere(usual: string, note: string): ClusterFolder {
  const parent = join('/var/tmp', `shenbao-${createHash('sha256').update(usual).digest('hex').slice(0, 12)}`)
  mkdirSync(parent, { recursive: true, mode: 0o711 })
  requireOwnFolder(parent)
  const path = join(parent, 'postgres')
  writeFileSync(
    note,
    `root 不能运行 PostgreSQL，而它所用的普通用户无法进入本文件夹，因此数据库存放在下面的位置。/var/tmp 可能被系统定期清理：
长期使用请以普通用户启动，或把 DATA_DIR 设为所有用户都能进入的文件夹，或设置 DATABASE_URL。
PostgreSQL does not run as root, and the unprivileged user that it runs as can't enter this folder, so the database is
in the place below. Systems may clean /var/tmp: for lasting use start as an ordinary user, set DATA_DIR to a folder that
every user can enter, or set DATABASE_URL.
${path}
`,
  )
  return { path, account: postgresAccount(path) }
}

function followNote(note: string): ClusterFolder {
  const path = readFileSync(note, 'utf8').trim().split('\n').at(-1) ?? ''
  if (existsSync(dirname(path))) {
    requireOwnFolder(dirname(path))
    return { path, account: postgresAccount(path) }
  }
  throw new StartupError(
    {
      'zh-CN': `${note} 指向的数据库 ${path} 已不存在。`,
      en: `The database that ${note} points to, ${path}, is gone.`,
    },
    {
      'zh-CN': '请从备份恢复它；要从空数据库开始，请删除这个说明文件。',
      en: 'Restore it from a backup; to begin with an empty database, delete that note.',
    },
  )
}

import type { Constructor } from '@mikro-orm/core'
import { type Migration, Migrator } from '@mikro-orm/migrations'
import { type EntityManager, IsolationLevel, MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { StartupError } from '../startup-error.js'
import { type DatabaseAddress, databaseName } from './connect.js'

/**
 * Brings the database's tables up to the code's: all open migrations in one transaction, under a lock of the database, so
 * that of several servers started at once one works and the others find it done. It takes one connection and leaves nothing on
 * it, neither a lock nor a setting: a pooler may lend it for a transaction, and may have no other.
 * @param migrations all of them, oldest first
 * @throws {StartupError} when the database knows migrations that the code doesn't, or its user may not change tables
 */
export async function migrateDatabase(
  address: DatabaseAddress,
  migrations: Constructor<Migration>[],
  logger: Logger,
): Promise<void> {
  // An ORM of its own: no entities to discover, and no time limits of the service's.
  const orm = await MikroORM.init({
    dbName: databaseName(address),
    driverOptions: { ...address, max: 1, application_name: 'shenbao migration' },
    discovery: { warnWhenNoEntities: false },
    entities: [],
    ensureDatabase: false,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    colors: false,
    logger: (message) => logger.warn({ source: 'migration' }, message),
  })
  try {
    await makeTable(orm.migrator)
    const applied = await orm.em.transactional(
      async (em) => {
        await takeLock(em, logger)
        const known = new Set(migrations.map(({ name }) => name))
        const executed = await em.execute<{ name: string }[]>('select name from mikro_orm_migrations')
        const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name))
        if (unknown.length > 0) throw newerDatabase(databaseName(address), unknown)
        return orm.migrator.up({ transaction: em.getTransactionContext() })
      },
      // Whoever has waited for the lock has to see what was done meanwhile.
      { isolationLevel: IsolationLevel.READ_COMMITTED },
    )
    for (const { name } of applied) logger.info({ migration: name }, 'migration applied')
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? notAllowed(databaseName(address), error as Error) : error
  } finally {
    await orm.close(true)
  }
}

/** Has the ORM make its table of migrations; where several servers do so at once, PostgreSQL refuses all but one. */
async function makeTable(migrator: MikroORM['migrator']): Promise<void> {
  await migrator.getExecuted().catch((error: { code?: string }) => {
    if (error.code !== '42P07' && error.code !== '23505') throw error
    return migrator.getExecuted()
  })
}

/** Takes the lock until the transaction ends, and takes away what limits the time that may take in the database's settings. */
async function takeLock(em: EntityManager, logger: Logger): Promise<void> {
  const settings = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
  await em.execute(settings.map((name) => `set local ${name} = 0`).join('; '))
  const key = `hashtextextended('shenbao migrations', 0)`
  const [row] = await em.execute<{ taken: boolean }[]>(`select pg_try_advisory_xact_lock(${key}) as taken`)
  if (row?.taken) return
  logger.info('another server migrates the database: waiting for it')
  await em.execute(`select pg_advisory_xact_lock(${key})`)
}

function newerDatabase(name: string, unknown: string[]): StartupError {
  return new StartupError(
    {
      'zh-CN': `数据库 ${name} 已被更新版本的 Shenbao 升级（未知的迁移：${unknown.join('、')}）。`,
      en: `The database ${name} was upgraded by a newer version of Shenbao (unknown migrations: ${unknown.join(', ')}).`,
    },
    {
      'zh-CN': '请启动该新版本，或使用其他数据库；旧版本不会改动它。',
      en: 'Start that version, or use another database; this one leaves it as it is.',
    },
  )
}

function notAllowed(name: string, cause: Error): StartupError {
  return new StartupError(
    {
      'zh-CN': `数据库 ${name} 的用户无权更改表结构（${cause.message}）。`,
      en: `The user of the database ${name} may not change its tables (${cause.message}).`,
    },
    {
      'zh-CN':
        '请让它成为数据库所有者（alter database … owner to …），或授予 grant create on schema public 与 grant create on database。',
      en: 'Make it the owner (alter database … owner to …), or grant it create on the database and on its schema public.',
    },
    { cause },
  )
}

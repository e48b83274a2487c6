import type { EntityManager } from '@mikro-orm/postgresql'
import { StartupError } from '../startup-error.js'
import { CannotOpen, type Keyring } from './keyring.js'
import { sealedColumns } from './sealed-columns.js'

/**
 * Opens one row of each sealed column, so that a service with another deployment's key file, or a new one, doesn't start and
 * seal under keys that the rest of the data doesn't have.
 * @throws {StartupError} naming the key that is missing
 */
export async function checkSealedRows(em: EntityManager, keyring: Keyring, file: string): Promise<void> {
  for (const { table, column, purpose } of sealedColumns) {
    const [row] = await em.execute<{ id: string; sealed: string }[]>(
      `select id::text, "${column}" as sealed from "${table}" where "${column}" is not null limit 1`,
    )
    try {
      if (row) keyring.open(purpose, row.sealed, { table, column, row: row.id })
    } catch (error) {
      if (error instanceof CannotOpen) throw foreignKeys(file, error)
      throw error
    }
  }
}

function foreignKeys(file: string, { message }: CannotOpen): StartupError {
  return new StartupError(
    {
      'zh-CN': `密钥文件 ${file} 与数据库不匹配：数据库中的个人信息用其他密钥加密（${message}）。`,
      en: `The key file ${file} doesn't belong to the database: ${message}`,
    },
    {
      'zh-CN': '请从备份中恢复原来的密钥文件，或用 KEYS_FILE 指明其位置；没有它，这些内容无法读取。',
      en: 'Put the file that belongs to this database in its place, or say in KEYS_FILE where it is; without it, what is sealed is lost.',
    },
  )
}

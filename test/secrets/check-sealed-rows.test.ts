import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createKeyFile, readKeyFile } from '../../server/secrets/key-file.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { Keyring } from '../../server/secrets/keyring.js'
import { temporaryFolder } from '../support/data-folder.js'
import { killServers, startServer } from '../support/server-process.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(killServers)
afterAll(() => database.drop())

test('a service whose keys are lost does not make new ones and go on: it says which are missing', {
  timeout: 60_000,
}, async () => {
  const file = join(temporaryFolder(), 'keys.json')
  createKeyFile(file, newKeySet())
  const keyring = new Keyring(readKeyFile(file).keys)
  const id = randomUUID()
  const sealed = keyring.seal('personal', '+8613800138000', { table: 'account', column: 'phone_sealed', row: id })
  await query(
    database.url,
    `insert into account (id, name, email, phone_sealed, phone_index, phone_masked)
      values ('${id}', '测试', 'a@example.org', '${sealed}', '${keyring.blindIndex('+8613800138000')}', '+86*')`,
  )
  const environment = { DATABASE_URL: database.url, KEYS_FILE: file, LOG_LEVEL: 'info' }
  const service = await startServer(environment)
  expect(service.url).not.toBe('')
  service.kill('SIGTERM')
  expect((await service.ended).code).toBe(0)

  rmSync(file)
  const { code, errors } = await (await startServer(environment)).ended
  expect(code).toBe(1)
  expect(errors).toContain(`The key file ${file} doesn't belong to the database`)
  expect(errors).toContain(`the key ${keyring.secrets('personal')[0].id} of purpose "personal"`)
  expect(errors).toContain('Put the file that belongs to this database in its place')
  expect(errors).not.toContain('13800138000')
})

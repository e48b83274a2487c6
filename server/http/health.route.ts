import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { FastifyInstance } from 'fastify'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { migrations } from '../database/migrations/index.js'
import { patience } from './limits.js'
import { localeOf } from './locale.js'

/**
 * For whoever runs the service: `/livez` answers while the process does; `/readyz` with 200 when requests can be
 * answered, else with 503 and the reason, from the moment the server is told to stop as well.
 */
export function healthRoutes(server: FastifyInstance, orm: MikroORM, isDraining: () => boolean): void {
  server.get('/livez', () => ({ status: 'ok' }))
  server.get('/readyz', async (request, reply) => {
    const reason = isDraining() ? stopping : await databaseTrouble(orm)
    if (!reason) return { status: 'ok' }
    return reply
      .code(503)
      .header('retry-after', '5')
      .send({ status: 'unavailable', reason: reason[localeOf(request.headers['accept-language'])] })
  })
}

const stopping: LocalizedText = { 'zh-CN': '服务正在停止。', en: 'The server is stopping.' }
const silent: LocalizedText = { 'zh-CN': '数据库没有应答。', en: 'The database does not answer.' }
const behind: LocalizedText = {
  'zh-CN': '数据库的表结构不是本版本的；请重新启动，启动时会升级。',
  en: 'The tables of the database are not those of this version; a restart migrates them.',
}

async function databaseTrouble(orm: MikroORM): Promise<LocalizedText | undefined> {
  const query = orm.em.getConnection().execute<{ name: string }[]>('select name from mikro_orm_migrations')
  const rows = await Promise.race([query, sleep(patience.readiness, undefined, { ref: false })]).catch(() => undefined)
  if (!rows) return silent
  const executed = new Set(rows.map(({ name }) => name))
  return migrations.every(({ name }) => executed.has(name)) ? undefined : behind
}

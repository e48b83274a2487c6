import type { EntityManager } from '@mikro-orm/postgresql'
import type { Terminal } from '../guideline/terminal.js'
import type { Purpose } from './purposes.js'
import { retireKeys } from './retire-keys.js'

/** `retire [PURPOSE]`: takes former keys out, or says which rows are still under them. Gives the exit code. */
export async function retireCommand(
  em: EntityManager,
  file: string,
  purposes: readonly Purpose[],
  terminal: Terminal,
): Promise<0 | 1> {
  const result = await retireKeys(em, file, purposes)
  if ('inUse' in result) {
    for (const { column, rows } of result.inUse) {
      terminal.complain(`${column}：有 ${rows} 行仍用旧密钥。`, `${column}: ${rows} rows are under former keys.`)
    }
    terminal.complain(
      '没有删除任何密钥。请先运行 npm run keys -- rewrite。',
      'No key was taken out. Run npm run keys -- rewrite first.',
    )
    return 1
  }
  if (result.retired.length === 0) {
    terminal.say('没有可以删除的旧密钥。', 'There is no former key to take out.')
    return 0
  }
  for (const { purpose, id } of result.retired) {
    terminal.say(`已删除：${purpose} ${id}`, `Taken out: ${purpose} ${id}`)
  }
  return 0
}

import type { EntityManager } from '@mikro-orm/postgresql'
import { listEditions } from './stored-editions.js'
import type { Terminal } from './terminal.js'

/** `list`: prints every stored edition as a table. */
export async function listCommand(em: EntityManager, terminal: Terminal): Promise<0> {
  const editions = await listEditions(em)
  if (editions.length === 0) {
    terminal.say('还没有导入任何指南。', 'No guideline has been imported yet.')
    return 0
  }
  const head =
    terminal.locale === 'zh-CN'
      ? ['城市', '年度', '版次', '导入时间', '内容', '现行']
      : ['city', 'year', 'edition', 'imported at', 'content', 'in force']
  const rows = editions.map(({ city, year, edition, importedAt, contentHash, inForce }) => [
    city,
    String(year),
    String(edition),
    importedAt.toISOString(),
    contentHash.slice(0, 12),
    inForce ? terminal.text({ 'zh-CN': '是', en: 'yes' }) : '',
  ])
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => width(row[i] ?? ''))))
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
    terminal.out(cells.join('  ').trimEnd())
  }
  return 0
}

/** Columns that a text takes on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
}

import { readdir, readFile } from 'node:fs/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { StartupError } from '../startup-error.js'
import type { FileProblem } from './file-problem.js'
import { loadGuideline } from './load-guideline.js'
import { EditionRefused, storeEdition } from './store-edition.js'

const folder = new URL('notices/', import.meta.url)

/**
 * Takes in the notices that come with this version, at every start; those that are there already stay as they are.
 * @throws {StartupError} when a file has problems, or says something else than the edition of its number that is stored
 */
export async function storeBundledNotices(em: EntityManager, logger: Logger): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  for (const file of files) {
    const name = `server/guideline/notices/${file}`
    const loaded = loadGuideline(await readFile(new URL(file, folder), 'utf8'), name)
    if (!loaded.ok) throw broken(name, loaded.problems)
    const { status } = await storeEdition(em.fork(), loaded.edition).catch((error: unknown) => {
      throw error instanceof EditionRefused ? refused(name, error) : error
    })
    if (status === 'STORED') logger.info({ notice: file }, 'guideline stored')
  }
}

function broken(name: string, problems: readonly FileProblem[]): StartupError {
  const list = (language: 'zh-CN' | 'en') =>
    problems.map(({ line, column, message }) => `${name}:${line}:${column} ${message[language]}`).join('\n')
  return new StartupError(
    { 'zh-CN': `申报指南文件有误：\n${list('zh-CN')}\n`, en: `A guideline file has problems:\n${list('en')}\n` },
    { 'zh-CN': '请改正该文件后重新启动。', en: 'Correct the file, then start again.' },
  )
}

function refused(name: string, { messages }: EditionRefused): StartupError {
  return new StartupError(
    { 'zh-CN': `${name}：${messages['zh-CN']}`, en: `${name}: ${messages.en}` },
    {
      'zh-CN': '请恢复该文件，或按上述版号发布更正。',
      en: 'Restore the file, or publish the correction under that number.',
    },
  )
}

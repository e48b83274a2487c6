import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Direction, Edition } from '../../schema/rules/edition.js'
import { hashEdition } from './edition-hash.js'
import type { FileProblem } from './file-problem.js'
import { loadGuideline } from './load-guideline.js'
import type { Terminal } from './terminal.js'

/** `check FILE`: prints every problem of a guideline file, or what is in it. Gives the exit code. */
export function checkCommand(file: string, folder: string, terminal: Terminal): 0 | 1 {
  return readEdition(file, folder, terminal) ? 0 : 1
}

/**
 * The edition in a file, with its summary printed; null after its problems were printed.
 * @param file as it was given, and as it is named in problems
 * @param folder where a relative path starts
 */
export function readEdition(file: string, folder: string, terminal: Terminal): Edition | null {
  const text = readText(file, folder, terminal)
  if (text === null) return null
  const loaded = loadGuideline(text, file)
  if (!loaded.ok) {
    for (const problem of loaded.problems) terminal.out(problemLine(problem, terminal))
    const count = loaded.problems.length
    terminal.complain(`共 ${count} 个问题。`, count === 1 ? '1 problem.' : `${count} problems.`)
    return null
  }
  for (const warning of loaded.warnings) terminal.complain(...bothWarnings(warning))
  summarise(loaded.edition, file, terminal)
  return loaded.edition
}

function problemLine({ file, line, column, message }: FileProblem, terminal: Terminal): string {
  return `${file}:${line}:${column}  ${terminal.text(message)}`
}

function bothWarnings({ file, line, column, message }: FileProblem): [string, string] {
  const place = `${file}:${line}:${column}  `
  return [`${place}警告：${message['zh-CN']}`, `${place}warning: ${message.en}`]
}

function readText(file: string, folder: string, terminal: Terminal): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(folder, file)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      terminal.complain(`${file} 不是 UTF-8 文本，请另存为 UTF-8。`, `${file} is not UTF-8 text; save it as UTF-8.`)
    } else if (code === 'ENOENT') {
      terminal.complain(`找不到文件 ${file}，请核对路径。`, `There is no file ${file}; check the path.`)
    } else if (code === 'EISDIR') {
      terminal.complain(`${file} 是文件夹，请给出其中的 .yaml 文件。`, `${file} is a folder; name a .yaml file in it.`)
    } else if (code === 'EACCES' || code === 'EPERM') {
      terminal.complain(`没有读取 ${file} 的权限。`, `${file} may not be read by this user.`)
    } else throw error
    return null
  }
}

function summarise(edition: Edition, file: string, terminal: Terminal): void {
  const { city, year, clauses, rules, categories, attachments, routes, parameters } = edition
  const size = (direction: Direction): number => direction.children.reduce((sum, child) => sum + size(child), 1)
  const directions = categories.flatMap((category) => category.directions.map(size)).reduce((sum, n) => sum + n, 0)
  const hash = hashEdition(edition).slice(0, 12)
  terminal.say(
    `${file}：${city.name['zh-CN']}${year}年度指南第${edition.edition}版，没有问题（内容 ${hash}）。`,
    `${file}: ${city.name.en} ${year}, edition ${edition.edition}, has no problems (content ${hash}).`,
  )
  terminal.say(
    `条款 ${clauses.length}，规则 ${rules.length}，参数 ${parameters.length}，类别 ${categories.length}，方向 ${directions}，附件 ${attachments.length}，推荐路径 ${routes.length}。`,
    `${clauses.length} clauses, ${rules.length} rules, ${parameters.length} parameters, ${categories.length} categories, ${directions} directions, ${attachments.length} attachments, ${routes.length} routes.`,
  )
}

import type { Terminal } from '../guideline/terminal.js'
import { readKeyFile } from './key-file.js'
import { purposeNames } from './purposes.js'

/** `list`: prints purpose, id, algorithm, state and age of every key, and nothing secret. */
export function listKeysCommand(file: string, terminal: Terminal): 0 {
  const { keys } = readKeyFile(file)
  const states = {
    current: { 'zh-CN': '现行', en: 'current' },
    readable: { 'zh-CN': '可读', en: 'readable' },
  }
  for (const purpose of purposeNames) {
    for (const { id, algorithm, state, createdAt } of keys.purposes[purpose]) {
      terminal.out(
        [purpose.padEnd(12), id.padEnd(10), algorithm.padEnd(13), createdAt, terminal.text(states[state])].join('  '),
      )
    }
  }
  return 0
}

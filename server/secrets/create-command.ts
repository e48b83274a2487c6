import type { Terminal } from '../guideline/terminal.js'
import { completeKeyFile, createKeyFile } from './key-file.js'
import { newKeySet } from './key-material.js'

/** `create`: makes the key file; in one that is there already, adds keys for purposes that are new in this version. */
export function createCommand(file: string, terminal: Terminal): 0 {
  if (createKeyFile(file, newKeySet())) {
    terminal.say(
      `已生成密钥文件 ${file}。请与数据库分开备份：没有它，数据库中的个人信息无法读取。`,
      `Made the key file ${file}. Back it up apart from the database: without it, personal data in there can't be read.`,
    )
    return 0
  }
  const added = completeKeyFile(file)
  if (added.length > 0) {
    const names = added.join(', ')
    terminal.say(`已在 ${file} 中补上密钥：${names}。`, `Added keys to ${file}: ${names}.`)
  } else {
    terminal.say(
      `密钥文件 ${file} 已存在且完整，没有改动。`,
      `The key file ${file} is there and complete; nothing was changed.`,
    )
  }
  return 0
}

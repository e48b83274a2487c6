import { statSync } from 'node:fs'
import { StartupError } from '../../startup-error.js'

/**
 * Temp folders are open to everyone: nothing there is run or trusted unless we made it and nobody else can change it.
 * @throws {StartupError} when the folder belongs to another user, or others may write it
 */
export function requireOwnFolder(path: string): void {
  const { uid, mode } = statSync(path)
  if (process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)) return
  throw new StartupError(
    {
      'zh-CN': `文件夹 ${path} 属于其他用户，或其他用户可以改写，不能使用。`,
      en: `The folder ${path} belongs to another user, or others may write it, so it can't be trusted.`,
    },
    {
      'zh-CN': '请以它所有者的身份启动服务，或移开该文件夹。',
      en: 'Start the server as its owner, or move that folder away.',
    },
  )
}

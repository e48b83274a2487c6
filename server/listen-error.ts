import type { Config } from './config.js'
import { StartupError } from './startup-error.js'

/** Why the HTTP address can't be listened on, and what to do; errors of any other kind come back as they are. */
export function listenError({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(
      {
        'zh-CN': `地址 ${host}:${port} 已被其他程序（也许是另一个 Shenbao）占用。`,
        en: `The address ${host}:${port} is in use by another program, maybe another Shenbao.`,
      },
      {
        'zh-CN': `请停止那个程序，或换一个端口：PORT=${port + 1} npm start（PORT=0 表示任一空闲端口）。`,
        en: `Stop that program, or take another port: PORT=${port + 1} npm start (PORT=0 takes any free one).`,
      },
    )
  }
  if (error.code === 'EACCES') {
    return new StartupError(
      { 'zh-CN': `当前用户不能使用端口 ${port}。`, en: `This user may not use port ${port}.` },
      { 'zh-CN': '请使用 1024 以上的端口，如 PORT=4000。', en: 'Take one above 1024, such as PORT=4000.' },
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartupError(
      { 'zh-CN': `HOST=${host} 不是本机的地址。`, en: `HOST=${host} is not an address of this machine.` },
      {
        'zh-CN': '请使用 127.0.0.1（仅本机）或 0.0.0.0（所有网卡）。',
        en: 'Use 127.0.0.1 (this machine only) or 0.0.0.0 (every network).',
      },
    )
  }
  return error
}

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Builds the SDK and packs it as npm would publish it; gives the path of the tarball in `folder`. */
export function packSdk(folder: string): string {
  npm('run', '--silent', 'build:sdk')
  const [{ filename }] = JSON.parse(
    npm('pack', '--silent', '--json', '--workspace', 'sdk', '--pack-destination', folder),
  )
  return join(folder, filename)
}

function npm(...args: string[]): string {
  return execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
}

import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as sdk from '../sdk/src/index.js'
import { makeDemoAccounts } from '../server/account/make-demo-accounts.js'
import { settings } from '../server/settings.js'
import { startTestApp, type TestApp } from './support/test-app.js'

const root = join(import.meta.dirname, '..')
const address = 'http://127.0.0.1:4000'

let app: TestApp
let password: string

beforeAll(async () => {
  app = await startTestApp()
  const accounts = await makeDemoAccounts(app.orm.em.fork(), app.keyring)
  password = accounts.find(({ role }) => role === 'APPLICANT_MEMBER')?.password ?? ''
})
afterAll(() => app.close())

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const)('%s', (file, language) => {
  const readme = readFileSync(join(root, file), 'utf8')
  const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
    kind: kind as string,
    text: text as string,
  }))
  const requests = blocks.flatMap(({ kind, text }, index) =>
    kind === 'sh' && text.startsWith('curl') ? [[text, blocks[index + 1]] as const] : [],
  )

  test('has requests to try', () => expect(requests.length).toBeGreaterThanOrEqual(4))

  test.each(requests)('%s', async (command, answer) => {
    expect(answer?.kind).toBe('json')
    const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name, value])
    const [, body] = /-d '([^']+)'/.exec(command) ?? []
    const [, path] = new RegExp(`${address}(\\S+)`).exec(command) ?? []
    const response = await fetch(`${app.url}${path}`, { method: 'POST', headers: Object.fromEntries(headers), body })
    expect(await response.json()).toEqual(JSON.parse(answer?.text ?? ''))
  })

  test('shows what the demo prints', async () => {
    const printed = blocks.find(({ text }) => text.includes('━━━'))?.text ?? ''
    const args = ['--url', `${app.url}/graphql`, '--locale', language, '--width', '100']
    const demo = ['--import', 'tsx', 'sdk/examples/eligibility-demo.ts', ...args]
    const { stdout } = await promisify(execFile)(process.execPath, demo, { cwd: root })
    expect(withoutTrailingSpace(stdout)).toBe(printed)
  })

  test('its example with the SDK runs', async () => {
    const example = blocks.find(({ kind }) => kind === 'ts')?.text ?? ''
    expect(await printedBy(example)).toBe('UNDETERMINED\n')
  })

  const examples = blocks.flatMap(({ kind, text }, at) => (kind === 'js' ? [[text, blocks[at + 1]?.text]] : []))

  test('has examples of what the demo’s applicant sees', () => expect(examples).toHaveLength(2))

  test.each(examples)('the demo’s applicant sees what it says: %s', async (example, printed) => {
    expect(await printedBy(example ?? '')).toBe(printed)
  })

  test('lists every setting, with its default and what it is for', () => {
    const rows = Object.values(settings).map(
      ({ name, fallback, description }) =>
        `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''} | ${description[language]} |`,
    )
    for (const row of rows) expect(readme).toContain(row)
    expect(readme.match(/^\| `[A-Z][A-Z_]+` \|/gm)).toHaveLength(rows.length)
  })

  test('names only files and commands that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link as string)
    for (const link of links) expect(existsSync(join(root, link)), link).toBe(true)
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const commands = [
      ...readme.matchAll(
        /npm (?:run )?(start|test|dev|check|generate|bench|torture|guideline|demo|account|keys|audit|mutate:access)\b/g,
      ),
    ]
    for (const [, command] of commands) expect(Object.keys(scripts)).toContain(command)
  })
})

/** What an example prints that uses the SDK, with the password that the first start has printed. */
async function printedBy(example: string): Promise<string> {
  let printed = ''
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor
  const body = example
    .replace(/^import \{ (.*) \} from '@shenbao\/sdk'$/m, 'const { $1 } = sdk')
    .replace(address, app.url)
  const console = { log: (...values: unknown[]) => (printed += `${values.join(' ')}\n`) }
  const process = { env: { PASSWORD: password } }
  await new AsyncFunction('sdk', 'console', 'process', body)(sdk, console, process)
  return printed
}

function withoutTrailingSpace(text: string): string {
  return text.replace(/ +$/gm, '')
}

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemoAccounts } from '../../server/account/make-demo-accounts.js'
import { storeBundledNotices } from '../../server/guideline/store-bundled-notices.js'
import { startTestApp, type TestApp } from '../support/test-app.js'

const root = join(import.meta.dirname, '../..')
let app: TestApp
let password: string

beforeAll(async () => {
  app = await startTestApp()
  await storeBundledNotices(app.orm.em, pino({ level: 'silent' }))
  const accounts = await makeDemoAccounts(app.orm.em.fork(), app.keyring)
  password = accounts.find(({ role }) => role === 'APPLICANT_MEMBER')?.password ?? ''
})
afterAll(() => app.close())

async function example(locale: string, PASSWORD = password) {
  const { PATH = '', HOME = '' } = process.env
  const args = [
    '--import',
    'tsx',
    'sdk/examples/fill-in-application.ts',
    '--url',
    `${app.url}/graphql`,
    '--locale',
    locale,
  ]
  return promisify(execFile)(process.execPath, args, { cwd: root, env: { PATH, HOME, PASSWORD } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

const readme = readFileSync(join(root, 'sdk/README.md'), 'utf8')
const shown = [...readme.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text]) => text)

test.each(['en', 'zh-CN'])(
  'an application is filled in by two, as the README shows it: %s',
  async (locale) => {
    const { code, stdout, stderr } = await example(locale)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(shown).toContain(stdout)
  },
  60_000,
)

test('without the password it says which one is needed', async () => {
  const { code, stdout, stderr } = await example('en', 'not the password')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('PASSWORD')
}, 60_000)

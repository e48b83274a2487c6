import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAccountCommand } from '../../server/account/cli.js'
import { Terminal } from '../../server/guideline/terminal.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'

let app: AccessApp
beforeAll(async () => {
  app = await startAccessApp()
})
afterAll(() => app.close())

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal = new Terminal(
    'en',
    (line) => out.push(line),
    (line) => err.push(line),
  )
  const environment = { DATABASE_URL: app.database.url, PUBLIC_URL: 'https://apply.example.cn' }
  return { code: await runAccountCommand(args, environment, terminal), out, err: err.join('\n') }
}

test('the first administrator is invited by the operator, and accepts with the code that was printed', async () => {
  const account = await app.makeAccount()
  const { code, out } = await run('create-administrator', `${account}@example.org`)
  expect(code).toBe(0)
  const [, token = '', link] = out
  expect(link).toBe(`https://apply.example.cn/accept-invitation#${token}`)
  const document =
    'mutation ($token: String!) { acceptInvitation(token: $token) { acceptance { role } errors { code } } }'
  const { data } = await app.askAs(account, document, { token })
  expect(data?.acceptInvitation).toEqual({ acceptance: { role: 'ADMINISTRATOR' }, errors: [] })
  expect((await app.askAs(account, '{ accounts { totalCount } }')).errors).toBeUndefined()
})

test('a wrong call tells how to do it, and stores nothing', async () => {
  const stored = () => app.execute('select id from invitation')
  const before = await stored()
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('create-administrator EMAIL') })
  expect(await run('create-administrator', 'nobody')).toMatchObject({
    code: 1,
    err: expect.stringContaining('not an e-mail'),
  })
  expect(await stored()).toEqual(before)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runGuidelineCommand } from '../../server/guideline/cli.js'
import { Terminal, terminalLocale } from '../../server/guideline/terminal.js'
import { createTestDatabase, query, type TestDatabase } from '../support/test-database.js'
import { xiningText, xiningWith } from './xining-file.js'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'shenbao-guideline-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** Runs a command as npm would from the temporary folder, and gives what came out of it. */
async function run(args: string, environment: Record<string, string> = {}) {
  const lines = { out: [] as string[], err: [] as string[] }
  const terminal = new Terminal(
    terminalLocale(environment),
    (line) => lines.out.push(line),
    (line) => lines.err.push(line),
  )
  const variables = { DATABASE_URL: database.url, INIT_CWD: folder, ...environment }
  const code = await runGuidelineCommand(args.split(' '), variables, terminal)
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

function write(name: string, text: string | Buffer): void {
  writeFileSync(join(folder, name), text)
}

describe('check', () => {
  it('sums a good file up', async () => {
    write('good.yaml', xiningText)
    const { code, out, err } = await run('check good.yaml')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^good\.yaml: Xining 2024, edition 1, has no problems \(content [0-9a-f]{12}\)\.\n71 clauses, 28 rules, 9 parameters, 4 categories, 32 directions, 17 attachments, 5 routes\.$/,
    )
  })

  it("prints problems with their places, in the terminal's language", async () => {
    write('bad.yaml', xiningWith('workingDays: 5', 'workingDays: five'))
    const place = 'bad.yaml:130:16  '
    expect(await run('check bad.yaml')).toEqual({ code: 1, out: `${place}Write a number here.`, err: '1 problem.' })
    expect(await run('check bad.yaml', { LANG: 'zh_CN.UTF-8' })).toEqual({
      code: 1,
      out: `${place}这里应写数字。`,
      err: '共 1 个问题。',
    })
  })

  it('warns, and is content, when a parameter is not used', async () => {
    const unused = 'parameters:\n  spare: { value: 1, clause: "1.2", note: { zh-CN: 备用, en: spare } }\n'
    write('unused.yaml', xiningWith('parameters:\n', unused))
    const { code, err } = await run('check unused.yaml')
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^unused\.yaml:\d+:3 {2}warning: No rule uses/),
    })
  })

  it('says why a file can not be read', async () => {
    write('gbk.yaml', Buffer.from([0xce, 0xf7, 0xc4, 0xfe]))
    expect(await run('check gbk.yaml')).toMatchObject({ code: 1, err: 'gbk.yaml is not UTF-8 text; save it as UTF-8.' })
    expect(await run('check none.yaml')).toMatchObject({ code: 1, err: 'There is no file none.yaml; check the path.' })
    expect(await run('check .')).toMatchObject({ code: 1, err: '. is a folder; name a .yaml file in it.' })
  })
})

// Every run opens the database anew, as the command does.
describe('import and list', { timeout: 60_000 }, () => {
  it('goes from the first edition to a correction', async () => {
    const of2030 = xiningWith('year: 2024', 'year: 2030')
    write('first.yaml', of2030)
    expect((await run('import first.yaml --dry-run')).out).toContain('Dry run: nothing was stored.')
    expect((await run('list')).out).not.toContain('2030')
    expect((await run('import first.yaml')).out).toContain('Edition 1 is stored and in force.')
    expect(await run('import first.yaml')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Edition 1 is stored already with the same content; nothing was changed.'),
    })

    write('changed.yaml', of2030.replace('    value: 2\n', '    value: 3\n'))
    expect(await run('import changed.yaml')).toMatchObject({
      code: 1,
      err: expect.stringContaining('publish the correction as edition 2 (edition: 2)'),
    })
    write('third.yaml', of2030.replace('edition: 1\n', 'edition: 3\n'))
    for (const command of ['import third.yaml', 'import third.yaml --dry-run']) {
      expect(await run(command)).toMatchObject({
        code: 1,
        err: expect.stringContaining('next edition of Xining 2030 is 2, not 3'),
      })
    }

    write('second.yaml', of2030.replace('edition: 1\n', 'edition: 2\n').replace('    value: 2\n', '    value: 3\n'))
    const difference = ['(1 difference):', '~ parameter maxConcurrentProjects', '    value: 2 → 3'].join('\n')
    expect((await run('import second.yaml --dry-run')).out).toContain(`${difference}\nDry run: nothing was stored.`)
    expect((await run('import second.yaml')).out).toContain(`${difference}\nEdition 2 is stored and in force.`)
    expect(await run('import first.yaml')).toMatchObject({ code: 0 })

    const { out } = await run('list', { LC_ALL: 'zh_CN.UTF-8' })
    expect(out.split('\n')[0]).toMatch(/^城市 +年度 +版次 +导入时间 +内容 +现行$/)
    const rows = out.split('\n').filter((row) => row.includes('2030'))
    expect(rows.map((row) => row.replace(/\d{4}-\S+Z/, 'TIME').replace(/[0-9a-f]{12}/, 'HASH'))).toEqual([
      'xining  2030  1     TIME  HASH',
      'xining  2030  2     TIME  HASH  是',
    ])
  })

  it('stores nothing of a file with problems', async () => {
    const count = () => query<{ n: string }>(database.url, 'select count(*) as n from guideline')
    const before = await count()
    write('bad.yaml', xiningWith('edition: 1\n', 'edition: 3\nx: 1\n'))
    expect((await run('import bad.yaml')).code).toBe(1)
    expect(await count()).toEqual(before)
  })

  it('lets one of two imports at the same time store the edition, and the other find it', async () => {
    const text = xiningWith('year: 2024', 'year: 2031')
    write('race.yaml', text)
    const results = await Promise.all([run('import race.yaml'), run('import race.yaml')])
    expect(results.map(({ code }) => code)).toEqual([0, 0])
    expect(results.filter(({ out }) => out.includes('is stored and in force'))).toHaveLength(1)
    expect(results.filter(({ out }) => out.includes('is stored already'))).toHaveLength(1)
  })

  it('tells what to do about a database that is not there', async () => {
    const nowhere = 'postgres://nobody:secret@127.0.0.1:1/none'
    const { code, err } = await run('list', { DATABASE_URL: nowhere })
    expect(code).toBe(1)
    expect(err).toContain('no PostgreSQL takes connections there')
    expect(err).not.toContain('secret')
  })
})

describe('called the wrong way', () => {
  it.each([
    '',
    'chek good.yaml',
    'check',
    'check a.yaml b.yaml',
    'check good.yaml --dry-run',
    'import',
    'list x',
    'list --all',
  ])('"%s" prints the usage', async (args) => {
    const { code, err, out } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^Usage:\n {2}npm run guideline -- check FILE/)
  })

  it('prints the usage on request', async () => {
    expect(await run('--help', { LANG: 'zh_CN.UTF-8' })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^用法：/),
    })
  })
})

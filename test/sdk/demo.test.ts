import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pad, row, widthOf, wrap } from '../../sdk/examples/text-layout.js'
import { startXiningService } from './xining-service.js'

let service: Awaited<ReturnType<typeof startXiningService>>

beforeAll(async () => {
  // Where none answers, the demo starts the built service.
  execFileSync(process.execPath, ['setup.mjs', 'build'], { cwd: root })
  service = await startXiningService()
}, 120_000)
afterAll(() => service.close())

type Outcome = { code: number; stdout: string; stderr: string }
const root = join(import.meta.dirname, '../..')

/** Runs the demo as `npm run demo` does, in an environment of its own. */
async function demo(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'sdk/examples/eligibility-demo.ts', ...args], {
    cwd: root,
    env: { PATH, HOME, ...environment },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

describe('the demo', () => {
  test('judges the four applicants, the same way every time', async () => {
    const args = ['--url', service.url, '--locale', 'zh-CN']
    const { code, stdout, stderr } = await demo(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/^结论：.*$/gm)).toEqual([
      '结论：可以申报',
      '结论：不可申报',
      '结论：不可申报',
      '结论：尚不能确定',
    ])
    expect(stdout).toMatch(/一（三）5 {2}不符合/)
    expect(stdout).toContain('合成数据')
    expect((await demo(args)).stdout).toBe(stdout)
  })

  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, '结论：可以申报'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'Verdict: eligible'],
    [{ LANG: 'en_US.UTF-8' }, 'Verdict: eligible'],
  ])("speaks the terminal's language: %o", async (environment, verdict) => {
    expect((await demo(['--url', service.url], environment as Record<string, string>)).stdout).toContain(verdict)
  })

  test.each([
    ['zh-CN', 40],
    ['en', 40],
    ['zh-CN', 80],
    ['en', 80],
    ['en', 120],
  ])('fits into the terminal: %s, %i columns', async (locale, width) => {
    const { stdout } = await demo(['--url', service.url, '--locale', locale, '--width', String(width), '--all'])
    expect(stdout.split('\n').filter((line) => widthOf(line) > width)).toEqual([])
    expect(stdout.match(/━+/g)).toHaveLength(4)
  })

  test('starts the service where none answers, and ends it again', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shenbao-demo-'))
    chmodSync(dataDir, 0o755)
    try {
      const { code, stdout, stderr } = await demo(['--url', 'http://127.0.0.1:1/graphql', '--locale', 'en'], {
        DATA_DIR: dataDir,
      })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('Verdict: not determined yet')
      const left = readdirSync(dataDir, { recursive: true }).filter((file) => String(file).endsWith('postmaster.pid'))
      expect(left).toEqual([])
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, 60_000)

  test('passes on why the service could not start', async () => {
    const { code, stderr } = await demo(['--url', 'http://127.0.0.1:1/graphql'], { DATABASE_URL: 'mysql://x' })
    expect(code).toBe(1)
    expect(stderr).toContain('DATABASE_URL')
    expect(stderr).not.toContain('node:internal')
  }, 60_000)
})

describe('the layout', () => {
  test('counts Chinese characters twice', () => {
    expect(widthOf('一（三）5 abc')).toBe(13)
    expect(pad('中试', 6)).toBe('中试  ')
  })

  test('breaks between words and characters, and never strands a bracket or a full stop', () => {
    expect(wrap('sign the agreement', 8)).toEqual(['sign the', 'agreemen', 't'])
    expect(wrap('请先完成。', 8)).toEqual(['请先完', '成。'])
    expect(wrap('涉密（表', 6)).toEqual(['涉密', '（表'])
    expect(wrap('a\n\nb', 5)).toEqual(['a', '', 'b'])
  })

  test('puts cells side by side', () => {
    expect(row(['条款', 'x y'], [4, 1])).toBe('条款  x\n      y')
  })
})

import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packSdk } from '../check/pack-sdk.js'
import { json, type ScriptedServer, scriptedServer } from './scripted-server.js'
import { smallGuideline } from './small-guideline.js'

let app: string
let server: ScriptedServer

beforeAll(async () => {
  app = mkdtempSync(join(tmpdir(), 'shenbao-app-'))
  const installed = join(app, 'node_modules/@shenbao/sdk')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', packSdk(app), '-C', installed, '--strip-components', '1'])
  server = await scriptedServer(json({ data: { guideline: smallGuideline } }))
}, 120_000)

afterAll(async () => {
  await server.close()
  rmSync(app, { recursive: true, force: true })
})

/** Judges with the evaluator, by the client and directly, and shows what the other entry points give. */
const body = `
  const client = createClient({ url: process.argv[2], locale: 'en' })
  const input = { city: 'example', year: 2024, category: 'general', facts: { applicant: { ongoingProjects: 2 } } }
  const { verdict } = await client.eligibility.preview(input)
  const direct = previewEligibility(await client.query('{ guideline }').then(({ guideline }) => guideline), input)
  const fault = await createClient({ url: 'http://127.0.0.1:1/', retries: 0 }).query('{ a }').catch((error) => error)
  console.log(JSON.stringify([
    verdict.result, verdict.findings[0].fix, direct.verdict.findings[0].fix,
    labelOf('ProjectStage', 'PILOT', 'zh-CN'), formatMoney(100n), isShenbaoError(fault) && fault.kind,
    fieldLabel('basics', 'leader.title', 'zh-CN'), typeof openAutosave,
    readSection('cover', { startMonth: '2024-13' }, { today: '2024-01-01', narrativeMaxCharacters: 9 }).issues[0].code,
  ]))`
const expected = [
  ...['INELIGIBLE', 'Finish one first.', '先完成一项。', '中试', '1.00', 'network'],
  ...['项目负责人：职称', 'function', 'MONTH_MALFORMED'],
]

const modules = {
  esm: `import { createClient, isShenbaoError } from '@shenbao/sdk'
import { openAutosave } from '@shenbao/sdk/autosave'
import { fieldLabel, readSection } from '@shenbao/sdk/form'
import { labelOf } from '@shenbao/sdk/labels'
import { formatMoney } from '@shenbao/sdk/money'
import { previewEligibility } from '@shenbao/sdk/preview'
${body}`,
  cjs: `const { createClient, isShenbaoError } = require('@shenbao/sdk')
const { openAutosave } = require('@shenbao/sdk/autosave')
const { fieldLabel, readSection } = require('@shenbao/sdk/form')
const { labelOf } = require('@shenbao/sdk/labels')
const { formatMoney } = require('@shenbao/sdk/money')
const { previewEligibility } = require('@shenbao/sdk/preview')
void (async () => {${body}})()`,
}

describe.each(runtimes())('the packed package on Node %s', (_version, node) => {
  test.each([
    ['import', 'app.mjs', modules.esm],
    ['require', 'app.cjs', modules.cjs],
  ])('works by %s', async (_name, file, text) => {
    writeFileSync(join(app, file), text)
    const { stdout } = await promisify(execFile)(node, [file, server.url], { cwd: app })
    expect(JSON.parse(stdout)).toEqual(expected)
  })
})

test('the licence of everything brought along is in the package', () => {
  const installed = join(app, 'node_modules/@shenbao/sdk')
  const read = (file: string) => readFileSync(join(installed, file), 'utf8')
  const built = readdirSync(join(installed, 'dist')).filter((file) => /\.c?js$/.test(file))
  const regions = built.flatMap((file) => [
    ...read(`dist/${file}`).matchAll(/#region \S*node_modules\/((?:@[^/]+\/)?[^/]+)/g),
  ])
  const names = [...new Set(regions.map(([, name]) => name as string))]
  expect(names).not.toEqual([])
  const [, ...parts] = read('NOTICE.md').split('contain parts of')
  for (const name of names) {
    const folder = join(import.meta.dirname, '../../node_modules', name)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const licence = readdirSync(folder).find((file) => /^license$/i.test(file)) ?? ''
    const part = parts.find((text) => text.includes(`[${name}](`)) ?? ''
    expect(part, name).toMatch(new RegExp(`\\) ${version.replaceAll('.', '\\.')}[,:]\n`))
    expect(part, name).toContain(`\`\`\`text\n${readFileSync(join(folder, licence), 'utf8').trimEnd()}`)
  }
})

/** This Node, and every other version on the machine's PATH that the package is for. */
function runtimes(): [version: string, node: string][] {
  const found = new Map([[process.versions.node, process.execPath]])
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
    if (!existsSync(node)) continue
    const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (!found.has(version) && (major > 20 || (major === 20 && minor >= 19))) found.set(version, node)
  }
  return [...found]
}

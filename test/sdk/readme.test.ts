import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as sdk from '../../sdk/src/index.js'
import { startXiningService } from './xining-service.js'

let service: Awaited<ReturnType<typeof startXiningService>>

beforeAll(async () => {
  service = await startXiningService()
})
afterAll(() => service.close())

const readme = readFileSync(join(import.meta.dirname, '../../sdk/README.md'), 'utf8')
const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''

test("the README's example prints what the README says", async () => {
  const example = block('ts').replace(/^import \{ (.*) \} from '@shenbao\/sdk'$/m, 'const { $1 } = sdk')
  const printed: string[] = []
  const log = (value: unknown) => printed.push(typeof value === 'string' ? value : inspect(value))
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor
  await new AsyncFunction('sdk', 'console', example.replace('http://127.0.0.1:4000/graphql', service.url))(sdk, { log })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})

test('the README names every kind of error', () => {
  const kinds: Record<sdk.ShenbaoError['kind'], true> = {
    network: true,
    timeout: true,
    aborted: true,
    http: true,
    graphql: true,
    cursor: true,
  }
  for (const kind of Object.keys(kinds)) expect(readme).toContain(`| \`${kind}\` `)
})

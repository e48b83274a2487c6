import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleApp, gzippedBytes } from '../check/bundle-sdk.js'

const source = (name: string) => JSON.stringify(join(import.meta.dirname, '../../sdk/src', name))

describe('what a bundler makes of the SDK', () => {
  test('an application that only judges carries no other operation', async () => {
    const parts = await bundleApp(`
      import { checkEligibility, connect } from ${source('index.ts')}
      export const judge = (input) => checkEligibility(connect({ url: '/graphql' }), input)`)
    expect([...parts.keys()]).toEqual(['app'])
    const app = parts.get('app')?.text
    expect(app).toContain('query CheckEligibility')
    expect(app).not.toMatch(/query (Guideline|Guidelines|Route|PaperDeadline|PreviewGuideline)\b/)
  })

  test('a client leaves the evaluator for later', async () => {
    const parts = await bundleApp(`export { createClient } from ${source('index.ts')}`)
    expect([...parts.keys()].sort()).toEqual(['app', 'applicants', 'application', 'auth', 'new-key', 'preview'])
    expect(parts.get('app')?.text).not.toContain('query PreviewGuideline')
    expect(parts.get('app')?.text).not.toContain('ongoingProjects')
    expect(gzippedBytes(parts.get('app')?.text ?? '')).toBeLessThanOrEqual(4096)
  })

  test('nothing but the package is needed: no Node built-in, no graphql-js', async () => {
    const parts = await bundleApp(
      ['index', 'preview', 'labels', 'money']
        .map((name) => `export * as ${name} from ${source(`${name}.ts`)}`)
        .join('\n'),
    )
    expect([...parts.values()].flatMap(({ imports }) => imports.filter((name) => !parts.has(name)))).toEqual([])
  })
})

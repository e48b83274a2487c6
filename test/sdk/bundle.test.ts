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
    expect([...parts.keys()].sort()).toEqual([
      'app',
      'applicants',
      'application',
      'auth',
      'new-key',
      'preview',
      'upload',
    ])
    expect(parts.get('app')?.text).not.toContain('query PreviewGuideline')
    expect(parts.get('app')?.text).not.toContain('ongoingProjects')
    expect(gzippedBytes(parts.get('app')?.text ?? '')).toBeLessThanOrEqual(4096)
  })

  test('who shows the form’s labels carries no check', async () => {
    const parts = await bundleApp(`export { fieldLabel, sectionLabel } from ${source('form.ts')}`)
    expect([...parts.keys()]).toEqual(['app'])
    expect(gzippedBytes(parts.get('app')?.text ?? '')).toBeLessThanOrEqual(6144)
  })

  test('autosaving carries neither checks nor labels until two meet', async () => {
    const parts = await bundleApp(`export { openAutosave } from ${source('autosave.ts')}`)
    expect([...parts.keys()].sort()).toEqual(['app', 'merge-section'])
    expect(gzippedBytes(parts.get('app')?.text ?? '')).toBeLessThanOrEqual(3072)
    expect(parts.get('app')?.text).not.toContain('项目负责人')
  })

  test('nothing but the package is needed: no Node built-in, no graphql-js', async () => {
    const parts = await bundleApp(
      ['index', 'preview', 'labels', 'money', 'form', 'autosave']
        .map((name) => `export * as ${name} from ${source(`${name}.ts`)}`)
        .join('\n'),
    )
    expect([...parts.values()].flatMap(({ imports }) => imports.filter((name) => !parts.has(name)))).toEqual([])
  })
})

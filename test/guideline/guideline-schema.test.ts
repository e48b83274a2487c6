import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { renderGuidelineSchema } from '../../server/guideline/print-guideline-schema.js'

it('the committed JSON Schema is the one of guideline-file.ts (npm run generate prints it)', () => {
  const committed = readFileSync(new URL('../../server/guideline/guideline-file.schema.json', import.meta.url), 'utf8')
  expect(committed).toBe(renderGuidelineSchema())
})

it('tells an editor about every field', () => {
  const undescribed: string[] = []
  const walk = (schema: Record<string, unknown>, path: string) => {
    for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      if (!field.description && !field.$ref) undescribed.push(`${path}.${name}`)
      walk(field, `${path}.${name}`)
    }
    for (const key of ['items', 'additionalProperties']) {
      if (typeof schema[key] === 'object') walk(schema[key] as Record<string, unknown>, `${path}[]`)
    }
  }
  walk(JSON.parse(renderGuidelineSchema()), '')
  expect(undescribed).toEqual([])
})

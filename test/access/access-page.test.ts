import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fields, masked } from '../../server/access/fields.js'
import { operations } from '../../server/access/operations.js'
import { accessPage } from '../../server/access/print-access.js'
import { rows } from '../../server/access/rows.js'

const pages = [
  ['docs/access.md', 'en'],
  ['docs/access.zh-CN.md', 'zh-CN'],
] as const

test.each(pages)('%s is what the tables say', (file, locale) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(accessPage(locale))
})

test.each(pages)('%s tells every rule', (_file, locale) => {
  const page = accessPage(locale)
  for (const [operation, rule] of Object.entries(operations)) {
    const at = page.indexOf(`(\`${operation.replace(/^\w+\./, '')}\`)`)
    expect(at, operation).toBeGreaterThan(0)
    for (const condition of Object.values(rule)) expect(page.slice(at)).toContain(`| ${condition[locale]} |`)
  }
  for (const [entity, rules] of Object.entries(rows)) {
    const at = page.indexOf(`(\`${entity}\`)`)
    expect(at, entity).toBeGreaterThan(0)
    if (Array.isArray(rules)) for (const { words } of rules) expect(page.slice(at)).toContain(`| ${words[locale]} |`)
  }
  for (const [type, rule] of Object.entries(fields))
    for (const [field, what] of Object.entries(rule))
      if (what === masked) expect(page).toContain(`| \`${type}\` | \`${field}\` |`)
})

test('an operation without words is not left out: the page is not printed', () => {
  const table = operations as Record<string, object>
  table['Mutation.wordless'] = {}
  try {
    expect(() => accessPage('en')).toThrow('Mutation.wordless has no words: say in features of server/access/words.ts')
  } finally {
    delete table['Mutation.wordless']
  }
})

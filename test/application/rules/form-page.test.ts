import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { invariants } from '../../../schema/rules/form/check-form.js'
import { codeOfSection } from '../../../schema/rules/form/form.js'

const page = readFileSync(new URL('../../../docs/form.md', import.meta.url), 'utf8')

test('docs/form.md lists every check of the whole form as it is', () => {
  const row = /^\| `([A-Z_]+)` +\| ([A-Z_]+) +\| (ERROR|WARNING) +\| +([\w.]*) *\| (.+?) +\|$/gm
  const listed = [...page.matchAll(row)].map(([, ...cells]) => cells)
  const checks = invariants.map(({ code, section, severity, clause, message }) => [
    ...[code, codeOfSection(section), severity, clause ?? '', message.en],
  ])
  expect(listed).toEqual(checks)
})

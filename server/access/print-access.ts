import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { labels } from '../../schema/labels.js'
import type { Locale, LocalizedText } from '../../schema/rules/localized-text.js'
import { everyRow } from '../selection/selection.js'
import { fields, masked, type TypeRule, whole } from './fields.js'
import { type Caller, type OperationRule, operations } from './operations.js'
import { pageWords } from './page-words.js'
import { type RowRules, rows } from './rows.js'
import { entityWords, features } from './words.js'

/*
 * Prints docs/access.md and docs/access.zh-CN.md from the tables that the service decides by, for readers who don't
 * program: `tsx server/access/print-access.ts`, a part of `npm run generate`.
 */

/** The page in a language. @throws Error naming every operation and entity without words */
export function accessPage(locale: Locale): string {
  const words = pageWords[locale]
  const missing = [
    ...differences(
      Object.keys(operations),
      features.flatMap((feature) => Object.keys(feature.operations)),
      'features',
    ),
    ...differences(Object.keys(rows), Object.keys(entityWords), 'entityWords'),
  ]
  if (missing.length > 0) throw new Error(missing.join('\n'))
  return `${[
    ...words.head,
    `## ${words.operations}`,
    ...words.aboutOperations,
    ...features.flatMap((feature) => featureSection(feature, locale)),
    `## ${words.rows}`,
    ...words.aboutRows,
    table([words.what, words.who, words.which], rowLines(locale)),
    `## ${words.masked}`,
    ...words.aboutMasked,
    table([words.type, words.field], maskedLines()),
  ].join('\n\n')}\n`
}

function featureSection({ title, operations: described }: (typeof features)[number], locale: Locale): string[] {
  const words = pageWords[locale]
  const lines = Object.entries(described).flatMap(([name, does]) =>
    ruleLines(operations[name] ?? {}, locale).map(([who, condition], i) =>
      i === 0 ? [`${does[locale]} (\`${nameOf(name)}\`)`, who, condition] : ['', who, condition],
    ),
  )
  return [`### ${title[locale]}`, table([words.operation, words.who, words.condition], lines)]
}

function nameOf(operation: string): string {
  return operation.slice(operation.indexOf('.') + 1)
}

/** Roles under the same condition are one line. */
function ruleLines(rule: OperationRule, locale: Locale): [string, string][] {
  const lines = Object.entries(rule) as [Caller, LocalizedText][]
  const conditions = new Map<string, Caller[]>()
  for (const [role, { [locale]: condition }] of lines)
    conditions.set(condition, [...(conditions.get(condition) ?? []), role])
  if (lines.length === 0) return [[pageWords[locale].nobody, '']]
  return [...conditions].map(([condition, roles]) => [roleNames(roles, locale), condition])
}

function rowLines(locale: Locale): string[][] {
  const words = pageWords[locale]
  return Object.entries(rows).flatMap(([entity, rules]) =>
    rowRules(rules, locale).map(([who, which], i) => [
      i === 0 ? `${entityWords[entity]?.[locale]} (\`${entity}\`)` : '',
      who,
      which ?? words.every,
    ]),
  )
}

function rowRules(rules: RowRules, locale: Locale): [string, string?][] {
  const words = pageWords[locale]
  if (rules === everyRow) return [[words.everybody]]
  if (rules === 'SERVICE') return [[words.nobody, words.service]]
  if ('partOf' in rules) return [[words.wholeSeen, words.partOf(entityWords[rules.partOf]?.[locale] ?? rules.partOf)]]
  return (rules as Extract<RowRules, readonly unknown[]>).map((rule) => [
    roleNames(rule.roles, locale),
    rule.words[locale],
  ])
}

function roleNames(callers: readonly Caller[], locale: Locale): string {
  const { everybody, signedIn, separator } = pageWords[locale]
  if (callers.includes('PUBLIC')) return everybody
  if (callers.length === Object.keys(labels.Role).length - 1) return signedIn
  return callers.map((who) => (who === 'SIGNED_IN' ? signedIn : labels.Role[who][locale])).join(separator)
}

function maskedLines(): string[][] {
  const maskedOf = (rule: TypeRule) =>
    rule === whole ? [] : Object.keys(rule).filter((field) => rule[field] === masked)
  return Object.entries(fields).flatMap(([type, rule]) =>
    maskedOf(rule).map((field) => [`\`${type}\``, `\`${field}\``]),
  )
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n')
}

function differences(ruled: readonly string[], described: readonly string[], list: string): string[] {
  return [
    ...ruled
      .filter((name) => !described.includes(name))
      .map((name) => `${name} has no words: say in ${list} of server/access/words.ts what it is.`),
    ...described
      .filter((name) => !ruled.includes(name))
      .map((name) => `${name} has words in ${list} of server/access/words.ts and no rule: take it out.`),
  ]
}

if (import.meta.main) {
  const pages = { 'access.md': 'en', 'access.zh-CN.md': 'zh-CN' } as const
  for (const [file, locale] of Object.entries(pages))
    writeFileSync(fileURLToPath(new URL(`../../docs/${file}`, import.meta.url)), accessPage(locale))
}

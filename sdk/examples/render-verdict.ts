import type { Finding, Locale, Verdict } from '../src/index.js'
import { type LabelledEnum, labelOf, labels } from '../src/labels.js'
import { texts } from './demo-texts.js'
import { row, widthOf, wrap } from './text-layout.js'

type Options = {
  readonly locale: Locale
  /** Columns of the terminal. */
  readonly width: number
  /** Names of the categories by their codes. */
  readonly names: ReadonlyMap<string, string>
  /** Every finding, not only those that ask for something. */
  readonly all: boolean
}

/** Below this there is no room for columns side by side. */
const NARROW = 80

/** A verdict: where the application goes, the findings that matter, and the attachments still to hand in. */
export function renderVerdict(verdict: Verdict, options: Options): string {
  const { locale, width, all } = options
  const say = texts[locale]
  const lines = [
    `${say.verdict}${say.colon}${labelOf('VerdictResult', verdict.result, locale)}`,
    `${say.call}${say.colon}${verdict.call.name}`,
    say.decided(countOutcomes(verdict.findings, locale)),
  ].flatMap((line) => wrap(line, width))
  const shown = verdict.findings.filter(({ outcome }) => all || (outcome !== 'PASS' && outcome !== 'NOT_APPLICABLE'))
  const findings = width < NARROW ? stacked(shown, options) : table(shown, options)
  return [...lines, findings, ...attachments(verdict, options)].join('\n')
}

function countOutcomes(findings: readonly Finding[], locale: Locale): string {
  return Object.keys(labels.Outcome)
    .map((outcome) => ({ outcome, count: findings.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${labelOf('Outcome', outcome, locale)} ${count}`)
    .join(texts[locale].separator)
}

function table(findings: readonly Finding[], options: Options): string {
  const { locale, width } = options
  const rows = findings.map((finding) => cells(finding, options))
  const head = texts[locale].columns
  const narrow = [0, 1].map((column) => Math.max(...[head, ...rows].map((cell) => widthOf(cell[column] ?? ''))))
  const rest = width - narrow.reduce((sum, one) => sum + one, 0) - 2 * (head.length - 1)
  const widths = [...narrow, Math.floor(rest * 0.3), Math.floor(rest * 0.3), rest - 2 * Math.floor(rest * 0.3)]
  const rule = widths.map((one) => '─'.repeat(one)).join('  ')
  return [row(head, widths), rule, ...rows.map((cell) => row(cell, widths))].join('\n')
}

function stacked(findings: readonly Finding[], options: Options): string {
  return findings
    .map((finding) => {
      const [clause = '', outcome = '', title = '', facts = '', fix = ''] = cells(finding, options)
      const details = [title, facts, fix && `→ ${fix}`].filter(Boolean)
      return [`${clause}  ${outcome}`, ...details.map((text) => row(['', text], [0, options.width - 2]))].join('\n')
    })
    .join('\n')
}

function cells(finding: Finding, { locale, names }: Options): string[] {
  const { clause, level, outcome, title, facts, missing, fix } = finding
  const say = texts[locale]
  const label = labelOf('Outcome', outcome, locale) + (level === 'WARN' && outcome === 'FAIL' ? say.warning : '')
  const read = facts.map((fact) => fact.label + say.colon + printed(fact, locale, names))
  const unknown = missing.length > 0 ? [say.missing + missing.map((fact) => fact.label).join(say.separator)] : []
  return [clause.label, label, title, [...read, ...unknown].join('\n'), fix ?? '']
}

const enumOfFact: Readonly<Record<string, LabelledEnum>> = {
  'applicant.kind': 'ApplicantKind',
  'applicant.level': 'AdministrativeLevel',
  'call.kind': 'CallKind',
  'parameters.industrialisationStages': 'ProjectStage',
  'project.stage': 'ProjectStage',
}

function printed({ name, value }: Finding['facts'][number], locale: Locale, names: Options['names']): string {
  const say = texts[locale]
  const word = { true: say.yes, false: say.no, '[]': say.none }[value] ?? names.get(value) ?? value
  const known = enumOfFact[name]
  return known ? labelOf(known, value, locale) : word
}

function attachments(verdict: Verdict, { locale, width }: Options): string[] {
  const say = texts[locale]
  const open = verdict.attachments.filter(({ attached }) => attached !== true)
  const named = (requirement: string) => open.filter((one) => one.requirement === requirement)
  const required = named('REQUIRED').map(({ attachment }) => attachment.name)
  const undecided = named('UNKNOWN').map(({ attachment }) => attachment.name)
  const line = (title: string, names: readonly string[]) =>
    wrap(`${title}${say.colon}${names.join(say.listSeparator)}`, width)
  return [
    ...line(say.attachments, required.length > 0 ? required : [say.none]),
    ...(undecided.length > 0 ? line(say.undecided, undecided) : []),
  ]
}

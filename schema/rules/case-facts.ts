import type { CompiledEdition } from './compile-edition.js'
import { type Issue, issue } from './issue.js'
import type { LocalizedText } from './localized-text.js'
import { openCall } from './open-call.js'
import { type FactIssue, readFacts } from './read-facts.js'
import { Fact, type FactObject } from './rule-value.js'
import { localDateOf } from './time-zone.js'
import type { Case } from './verdict.js'

/** A case in the form that rules read, and everything wrong with it; it can be judged only without issues. */
export type CaseReading = Omit<Case<FactObject>, 'asOf'> & { readonly issues: readonly FactIssue[] }

/**
 * Reads what is asked. Issues are an unknown category (CATEGORY_UNKNOWN), an unknown direction
 * (DIRECTION_UNKNOWN) or one of another category (DIRECTION_OF_OTHER_CATEGORY), and, with `facts.` before their path,
 * the issues of `readFacts` and an attachment's code that the edition doesn't have (ATTACHMENT_UNKNOWN).
 */
export function readCase(compiled: CompiledEdition, asked: Omit<Case<unknown>, 'asOf'>): CaseReading {
  const { category, direction } = asked
  const { object, issues } = readFacts(asked.facts)
  const below = issues.map((found) => ({ ...found, path: found.path ? `facts.${found.path}` : 'facts' }))
  return {
    category,
    direction,
    facts: object,
    issues: [...checkCodes(compiled, asked), ...below, ...checkAttachments(compiled, asked.facts)],
  }
}

/**
 * What the names of the rule language stand for in one case.
 * @throws TypeError for a case with issues; RangeError when `asOf` is no valid Date or its day leaves the years 1–9999.
 */
export function caseFacts(
  compiled: CompiledEdition,
  { category, direction, facts, issues }: CaseReading,
  asOf: Date,
): FactObject {
  const { edition, parameters } = compiled
  const [first] = issues
  if (first) throw new TypeError(`a case with issues can't be judged; ${first.path}: ${first.message.en}`)
  if (Number.isNaN(asOf.getTime())) throw new RangeError('asOf is not a valid Date')
  const call = openCall(edition.calls, asOf)
  return {
    ...facts,
    parameters,
    category: { code: new Fact('category', labels.category, 'plain', category ?? undefined) },
    direction: directionFacts(compiled, direction),
    asOf: new Fact('asOf', labels.asOf, 'plain', localDateOf(asOf, edition.city.timeZone)),
    call: {
      open: new Fact('call.open', labels.callOpen, 'plain', call.kind === 'WINDOW'),
      kind: new Fact('call.kind', labels.callKind, 'plain', call.kind),
    },
  }
}

const labels = {
  category: { 'zh-CN': '计划类别', en: 'programme category' },
  direction: { 'zh-CN': '支持方向', en: 'direction' },
  directionCategory: { 'zh-CN': '支持方向所属的计划类别', en: 'category that the direction belongs to' },
  directionLeaf: { 'zh-CN': '支持方向是最末一级', en: 'the direction has no further subdivisions' },
  directionPath: { 'zh-CN': '支持方向及其上级', en: 'the direction and those above it' },
  asOf: { 'zh-CN': '判断日期', en: 'day that the verdict is for' },
  callOpen: { 'zh-CN': '处于集中申报时间内', en: 'a dated call is open' },
  callKind: { 'zh-CN': '申报批次的类型', en: 'kind of call' },
} satisfies Record<string, LocalizedText>

function directionFacts(compiled: CompiledEdition, code: string | null | undefined): FactObject {
  const placed = code ? compiled.directions.get(code) : undefined
  const named = new Fact('direction', labels.direction, 'plain', placed?.direction.code)
  // Without a direction all four are the one fact that somebody has to give.
  if (!placed) return { code: named, category: named, leaf: named, path: named }
  return {
    code: named,
    category: new Fact('direction.category', labels.directionCategory, 'plain', placed.category.code),
    leaf: new Fact('direction.leaf', labels.directionLeaf, 'plain', placed.direction.children.length === 0),
    path: new Fact('direction.path', labels.directionPath, 'list', placed.path),
  }
}

function checkCodes(compiled: CompiledEdition, { category, direction }: Omit<Case<unknown>, 'asOf'>): FactIssue[] {
  const issues: FactIssue[] = []
  if (category && !compiled.categories.has(category)) {
    issues.push(
      at(
        'category',
        issue(
          'CATEGORY_UNKNOWN',
          `本指南没有这个计划类别；可用的有：${[...compiled.categories.keys()].join(', ')}。`,
          `The guideline has no such category; it has: ${[...compiled.categories.keys()].join(', ')}.`,
        ),
      ),
    )
  }
  const placed = direction ? compiled.directions.get(direction) : undefined
  if (direction && !placed) {
    issues.push(
      at(
        'direction',
        issue(
          'DIRECTION_UNKNOWN',
          '本指南没有这个支持方向，请从指南的 directions 中选择代码。',
          "The guideline has no such direction; choose a code from the guideline's directions.",
        ),
      ),
    )
  }
  if (placed && category && placed.category.code !== category) {
    issues.push(
      at(
        'direction',
        issue(
          'DIRECTION_OF_OTHER_CATEGORY',
          `这个支持方向属于 ${placed.category.code}（${placed.category.name['zh-CN']}），请改选方向或类别。`,
          `This direction belongs to ${placed.category.code} (${placed.category.name.en}); choose another direction or category.`,
        ),
      ),
    )
  }
  return issues
}

function checkAttachments(compiled: CompiledEdition, facts: unknown): FactIssue[] {
  const attachments = (facts as { attachments?: unknown } | null | undefined)?.attachments
  if (!Array.isArray(attachments)) return []
  const codes = compiled.edition.attachments.map(({ code }) => code)
  return attachments.flatMap((code, index) =>
    typeof code !== 'string' || codes.includes(code)
      ? []
      : [
          at(
            `facts.attachments[${index}]`,
            issue(
              'ATTACHMENT_UNKNOWN',
              `本指南没有这个附件代码；可用的有：${codes.join(', ')}。`,
              `The guideline has no attachment of this code; it has: ${codes.join(', ')}.`,
            ),
          ),
        ],
  )
}

function at(path: string, found: Issue): FactIssue {
  return { ...found, path }
}

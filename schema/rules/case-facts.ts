import type { CompiledEdition } from './compile-edition.js'
import { contextPlaces } from './fact-plan.js'
import { type Issue, issue } from './issue.js'
import { openCall } from './open-call.js'
import { type FactIssue, type FactReading, readFacts } from './read-facts.js'
import type { KnownFacts } from './rule-value.js'
import { localDateOf } from './time-zone.js'
import type { Case } from './verdict.js'

/** A case in the form that rules read, and everything wrong with it; it can be judged only without issues. */
export type CaseReading = Omit<Case<unknown>, 'asOf' | 'facts'> & FactReading

/**
 * Reads what is asked. Issues are an unknown category (CATEGORY_UNKNOWN), an unknown direction
 * (DIRECTION_UNKNOWN) or one of another category (DIRECTION_OF_OTHER_CATEGORY), and, with `facts.` before their path,
 * the issues of `readFacts` and an attachment's code that the edition doesn't have (ATTACHMENT_UNKNOWN).
 */
export function readCase(compiled: CompiledEdition, asked: Omit<Case<unknown>, 'asOf'>): CaseReading {
  const { category, direction } = asked
  const { values, listed, issues } = readFacts(asked.facts, compiled.blank)
  const below = issues.map((found) => ({ ...found, path: found.path ? `facts.${found.path}` : 'facts' }))
  return {
    category,
    direction,
    values,
    listed,
    issues: [...checkCodes(compiled, asked), ...below, ...checkAttachments(compiled, asked.facts)],
  }
}

/**
 * What rules may read of one case.
 * @throws TypeError for a case with issues; RangeError when `asOf` is no valid Date or its day leaves the years 1–9999.
 */
export function caseFacts(compiled: CompiledEdition, reading: CaseReading, asOf: Date): KnownFacts {
  const { edition, facts, directions } = compiled
  const { category, direction, listed, issues } = reading
  const [first] = issues
  if (first) throw new TypeError(`a case with issues can't be judged; ${first.path}: ${first.message.en}`)
  if (Number.isNaN(asOf.getTime())) throw new RangeError('asOf is not a valid Date')
  const call = openCall(edition.calls, asOf)
  const placed = direction ? directions.get(direction) : undefined
  const values = reading.values.slice()
  values[contextPlaces.category] = category ?? undefined
  values[contextPlaces.direction] = placed?.direction.code
  values[contextPlaces.directionCategory] = placed?.category.code
  values[contextPlaces.directionLeaf] = placed && placed.direction.children.length === 0
  values[contextPlaces.directionPath] = placed?.path
  values[contextPlaces.callOpen] = call.kind === 'WINDOW'
  values[contextPlaces.callKind] = call.kind
  values[contextPlaces.asOf] = localDateOf(asOf, edition.city.timeZone)
  return { facts, listed, values }
}

/** Whether a guideline has the codes of a category and a direction, and the one is in the other. */
export function checkCodes(
  compiled: CompiledEdition,
  { category, direction }: Pick<Case<unknown>, 'category' | 'direction'>,
): FactIssue[] {
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
  const known = compiled.edition.attachments
  const codes = () => known.map(({ code }) => code).join(', ')
  return attachments.flatMap((code, index) =>
    typeof code !== 'string' || known.some((attachment) => attachment.code === code)
      ? []
      : [
          at(
            `facts.attachments[${index}]`,
            issue(
              'ATTACHMENT_UNKNOWN',
              `本指南没有这个附件代码；可用的有：${codes()}。`,
              `The guideline has no attachment of this code; it has: ${codes()}.`,
            ),
          ),
        ],
  )
}

function at(path: string, found: Issue): FactIssue {
  return { ...found, path }
}

import { evaluate } from '../../schema/rules/check-eligibility.js'
import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import { contextPlaces } from '../../schema/rules/fact-plan.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { Frame } from '../../schema/rules/rule-value.js'
import type { Standing, StandingProject, StandingRecord } from './find-standing.js'

/** What a fact was made of; each entry with the day that it gave to the fact, if the fact is a list of days. */
export type Evidence = {
  readonly day: LocalDate | null
  readonly project?: StandingProject
  readonly record?: StandingRecord
}

export type StandingFacts = {
  readonly facts: {
    readonly badCreditRecords: readonly LocalDate[]
    readonly integrityBreach: boolean
    readonly overdueProjects: readonly LocalDate[]
    readonly revokedProjects: readonly LocalDate[]
    readonly ongoingProjects: number
  }
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>
}

/**
 * The facts that follow from the registers on a day. Which of them matter, the rules say:
 *
 * - A bad credit record counts as of the last day on which it stood, and today while it stands: terms count from the end of
 *   what happened (征信业管理条例, article 16) [A].
 * - A breach stands from its first day to its last, both included [A].
 * - A project is under way from its first day until the day on which it was closed, terminated or revoked; overdue from the
 *   day after its planned end on. One that was closed late isn't overdue any more [A], as the notice's fix says.
 * - Projects of categories that the guideline's own limit isn't for aren't counted.
 */
export function standingFacts(
  { projects, records }: Standing,
  compiled: CompiledEdition,
  who: 'applicant' | 'leader',
  day: LocalDate,
): StandingFacts {
  const ongoing = projects.filter(({ endedOn }) => endedOn === null || endedOn > day)
  const counted = new Map<string, boolean>()
  const isCounted = ({ category }: StandingProject) => {
    const known = counted.get(category) ?? isLimited(compiled, `${who}.ongoingProjects`, category)
    counted.set(category, known)
    return known
  }
  const evidence = {
    badCreditRecords: records
      .filter(({ kind }) => kind === 'BAD_CREDIT')
      .map((record) => ({ record, day: record.until !== null && record.until < day ? record.until : day })),
    integrityBreach: records
      .filter(({ kind, until }) => kind === 'INTEGRITY_BREACH' && (until === null || until >= day))
      .map((record) => ({ record, day: null })),
    overdueProjects: ongoing
      .filter(({ plannedEndOn }) => plannedEndOn < day)
      .map((project) => ({ project, day: project.plannedEndOn })),
    revokedProjects: projects.flatMap((project) =>
      project.state === 'REVOKED' && project.endedOn !== null && project.endedOn <= day
        ? [{ project, day: project.endedOn }]
        : [],
    ),
    ongoingProjects: ongoing.filter(isCounted).map((project) => ({ project, day: null })),
  }
  const days = (entries: readonly { readonly day: LocalDate }[]) => entries.map((entry) => entry.day)
  return {
    facts: {
      badCreditRecords: days(evidence.badCreditRecords),
      integrityBreach: evidence.integrityBreach.length > 0,
      overdueProjects: days(evidence.overdueProjects),
      revokedProjects: days(evidence.revokedProjects),
      ongoingProjects: evidence.ongoingProjects.length,
    },
    evidence,
  }
}

/** Whether a rule that reads the fact is for applications of a category: what isn't limited isn't counted either. */
function isLimited({ rules, facts, blank }: CompiledEdition, fact: string, category: string): boolean {
  const values = blank.slice()
  values[contextPlaces.category] = category
  const reading = rules.filter(({ rule }) => rule.require?.includes(fact))
  const applies = reading.some(
    ({ when }) => !when || evaluate(when, new Frame({ facts, listed: [], values })) !== false,
  )
  return applies || reading.length === 0
}

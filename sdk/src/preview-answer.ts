import type { FactRead, MissingFact, Verdict } from '../../schema/rules/verdict.js'
import type { Locale } from './connection.js'
import type { EligibilityAnswer } from './eligibility.js'
import type { PreviewGuideline } from './preview.js'

/** A verdict of the evaluator in the shape of the service's answer, in one language. */
export function previewAnswer(
  guideline: PreviewGuideline,
  verdict: Verdict,
  asOf: Date,
  locale: Locale,
): NonNullable<EligibilityAnswer['verdict']> {
  const pick = (zh: string, en: string) => (locale === 'en' ? en : zh)
  const clause = (wanted: string) => {
    const { code, label, summaryZh, summaryEn } = member(guideline.clauses, wanted)
    return { code, label, summary: pick(summaryZh, summaryEn) }
  }
  const missing = (facts: readonly MissingFact[]) => facts.map(({ name, label }) => ({ name, label: label[locale] }))
  const read = (facts: readonly FactRead[]) =>
    facts.map(({ name, label, value }) => ({ name, label: label[locale], value }))
  const call = member(guideline.calls, verdict.call)
  return {
    result: verdict.result,
    edition: guideline.edition,
    asOf: asOf.toISOString(),
    call: {
      id: call.id,
      code: call.code,
      kind: call.kind,
      name: pick(call.nameZh, call.nameEn),
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      release: pick(call.releaseZh, call.releaseEn),
    },
    findings: verdict.findings.map((finding) => ({
      rule: { code: finding.rule },
      level: finding.level,
      outcome: finding.outcome,
      title: finding.title[locale],
      fix: finding.fix && finding.fix[locale],
      clause: clause(finding.clause),
      facts: read(finding.facts),
      missing: missing(finding.missing),
      // The registers are the service's: without a network nobody is looked up in them.
      projects: [],
      records: [],
    })),
    attachments: verdict.attachments.map((finding) => {
      const { code, optional, ...texts } = member(guideline.attachmentRequirements, finding.attachment)
      const { code: clauseCode, label } = clause(finding.clause)
      return {
        requirement: finding.requirement,
        attached: finding.attached,
        attachment: {
          code,
          name: pick(texts.nameZh, texts.nameEn),
          condition: pick(texts.conditionZh, texts.conditionEn),
          optional,
          clause: { code: clauseCode, label },
        },
        missing: missing(finding.missing),
      }
    }),
  }
}

function member<Member extends { readonly code: string }>(members: readonly Member[], code: string): Member {
  const found = members.find((one) => one.code === code)
  if (!found) throw new Error(`The guideline has no "${code}".`)
  return found
}

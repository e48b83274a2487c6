import { creditCodeCheckDigit } from '../../../schema/rules/credit-code.js'
import type { Form } from '../../../schema/rules/form/form.js'
import type { FormContext } from '../../../schema/rules/form/invariant.js'
import { fullForm, madeUpId } from '../full-form.js'
import { formContext } from './form-context.js'

/** A value that stands at a path of the form, such as `basics.leader.sex`; undefined takes away what is there. */
export type Change = readonly [path: string, value: unknown]
export type Case = {
  readonly changes: readonly Change[]
  readonly context?: Partial<FormContext>
  /** Where the code is told; nothing else is. */
  readonly at: readonly string[]
}

/** The full form with other values at some places. */
export function formWith(changes: readonly Change[]): Form {
  const form = fullForm()
  for (const [path, value] of changes) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const inside = names.reduce(
      (group, name) => group[name] as Record<string, unknown>,
      form as Record<string, unknown>,
    )
    if (value === undefined) delete inside[last]
    else inside[last] = value
  }
  return form
}

/** Every invariant broken by the smallest change that breaks no other. */
export const broken: Readonly<Record<string, readonly Case[]>> = {
  PERIOD_REVERSED: [
    {
      changes: [
        ['cover.startMonth', '2028-12'],
        ['team.personnel', undefined],
        ['budget.annualPlan', undefined],
      ],
      at: ['cover.endMonth'],
    },
    {
      changes: [
        ['cover.endMonth', '2026-12'],
        ['budget.annualPlan', undefined],
      ],
      at: ['cover.endMonth'],
    },
  ],
  CATEGORY_UNKNOWN: [
    {
      changes: [
        ['cover.category', 'gold'],
        ['cover.direction', undefined],
      ],
      at: ['cover.category'],
    },
  ],
  DIRECTION_UNKNOWN: [{ changes: [['cover.direction', 'gold']], at: ['cover.direction'] }],
  DIRECTION_OF_OTHER_CATEGORY: [{ changes: [['cover.category', 'major-special']], at: ['cover.direction'] }],
  DIRECTION_NOT_LEAF: [
    {
      changes: [
        ['cover.category', 'major-special'],
        ['cover.direction', 'four-bases'],
      ],
      at: ['cover.direction'],
    },
  ],
  OTHER_TEXT_MISSING: [
    { changes: [['basics.stage', 'OTHER']], at: ['basics.stageOther'] },
    { changes: [['basics.industryField', 'OTHER']], at: ['basics.industryFieldOther'] },
    { changes: [['basics.outcomeFormOther', undefined]], at: ['basics.outcomeFormOther'] },
    { changes: [['basics.outcomeLevel', 'OTHER']], at: ['basics.outcomeLevelOther'] },
  ],
  OTHER_TEXT_UNUSED: [{ changes: [['basics.outcomeForms', ['PRODUCT']]], at: ['basics.outcomeFormOther'] }],
  FOUNDED_IN_FUTURE: [
    {
      changes: [],
      context: { applicant: { ...formContext.applicant, foundedOn: '2026-11-24' } },
      at: ['basics.applicant.foundedOn'],
    },
  ],
  PARTNER_IS_APPLICANT: [
    {
      changes: [],
      context: { applicant: { ...formContext.applicant, creditCode: '9144030071526726XG' } },
      at: ['basics.partners.1.creditCode'],
    },
  ],
  ORGANISATION_CODE_CHECK_DIGIT: [
    {
      changes: [['basics.partners.0.creditCode', `91350100M000100Y5${creditCodeCheckDigit('91350100M000100Y5')}`]],
      at: ['basics.partners.0.creditCode'],
    },
  ],
  HEAD_COUNT_BELOW_PERSONNEL: [{ changes: [['basics.headCount.senior', 0]], at: ['basics.headCount'] }],
  LEADER_ID_OF_OTHER_KIND: [{ changes: [['basics.leader.idKind', 'PASSPORT']], at: ['basics.leader.idNumber'] }],
  LEADER_BIRTH_MONTH_DIFFERS: [
    { changes: [['basics.leader.birthMonth', '1979-05']], at: ['basics.leader.birthMonth'] },
  ],
  LEADER_SEX_DIFFERS: [{ changes: [['basics.leader.sex', 'FEMALE']], at: ['basics.leader.sex'] }],
  FIRST_PERSON_NOT_LEADER: [{ changes: [['team.personnel.0.name', '虚构乙']], at: ['team.personnel.0.name'] }],
  FIRST_PERSON_OTHER_DOCUMENT: [
    { changes: [['team.personnel.0.idNumber', madeUpId('19790405', 'MALE', 499)]], at: ['team.personnel.0.idNumber'] },
  ],
  PERSON_TWICE: [
    {
      changes: [
        ['team.personnel.2.idNumber', madeUpId('19850212', 'FEMALE', 101)],
        ['team.personnel.2.sex', 'FEMALE'],
        ['team.personnel.2.age', 41],
      ],
      at: ['team.personnel.2.idNumber'],
    },
  ],
  PERSON_ID_OF_OTHER_KIND: [{ changes: [['team.personnel.3.idKind', 'PASSPORT']], at: ['team.personnel.3.idNumber'] }],
  PERSON_AGE_DIFFERS: [
    { changes: [['team.personnel.2.age', 38]], at: ['team.personnel.2.age'] },
    { changes: [], context: { today: '2026-11-30' as never }, at: ['team.personnel.2.age'] },
  ],
  PERSON_SEX_DIFFERS: [{ changes: [['team.personnel.4.sex', 'FEMALE']], at: ['team.personnel.4.sex'] }],
  MONTHS_OVER_PROJECT: [{ changes: [['team.personnel.5.months', 25]], at: ['team.personnel.5.months'] }],
  PURCHASE_OVER_EQUIPMENT: [
    {
      changes: [['budget.purchasedEquipment.specialFunds', '600000.01']],
      at: ['budget.purchasedEquipment.specialFunds'],
    },
    { changes: [['budget.purchasedEquipment.selfRaised', '1200000.01']], at: ['budget.purchasedEquipment.selfRaised'] },
  ],
  EQUIPMENT_LIST_OVER_ROW: [
    { changes: [['budget.equipmentItems.0.amount', '1800000.01']], at: ['budget.equipmentItems'] },
  ],
  EQUIPMENT_COUNT_ZERO: [
    { changes: [['budget.equipmentItems.0.quantity', 0]], at: ['budget.equipmentItems.0.quantity'] },
  ],
  PLAN_TOTAL_DIFFERS: [
    { changes: [['budget.annualPlan.0.specialFunds', '1000000.01']], at: ['budget.annualPlan'] },
    { changes: [['budget.annualPlan.1.selfRaised', '0.00']], at: ['budget.annualPlan'] },
  ],
  PLAN_COLUMNS_DIFFER: [
    {
      changes: [
        ['budget.annualPlan.0.specialFunds', '1000000.01'],
        ['budget.annualPlan.0.selfRaised', '1499999.99'],
      ],
      at: ['budget.annualPlan'],
    },
  ],
  PLAN_YEAR_OUTSIDE_PERIOD: [
    { changes: [['budget.annualPlan.0.year', 2026]], at: ['budget.annualPlan.0.year'] },
    { changes: [['budget.annualPlan.1.year', 2029]], at: ['budget.annualPlan.1.year'] },
  ],
  SOURCES_DIFFER_FROM_SELF_RAISED: [
    { changes: [['budget.fundingSources.0.amount', '1999999.99']], at: ['budget.fundingSources'] },
  ],
  SOURCE_OTHER_TEXT_MISSING: [
    { changes: [['budget.fundingSources.1.kindOther', undefined]], at: ['budget.fundingSources.1.kindOther'] },
  ],
  SOURCE_WITHOUT_PROOF: [{ changes: [['attachments.items.9.source', undefined]], at: ['budget.fundingSources.1'] }],
  LEGAL_REPRESENTATIVE_DIFFERS: [
    { changes: [['opinion.legalRepresentative', '虚构某']], at: ['opinion.legalRepresentative'] },
  ],
  COMMITMENT_NOT_MADE: [{ changes: [['declarations.commitment', false]], at: ['declarations.commitment'] }],
  RECUSAL_NOT_LISTED: [
    {
      changes: [
        ['declarations.recusalExperts', undefined],
        ['declarations.recusalInstitution', undefined],
      ],
      at: ['declarations.recusal'],
    },
  ],
  RECUSAL_NOT_DECLARED: [
    { changes: [['declarations.recusal', false]], at: ['declarations.recusal'] },
    {
      changes: [
        ['declarations.recusal', false],
        ['declarations.recusalExperts', undefined],
      ],
      at: ['declarations.recusal'],
    },
  ],
  PLATFORMS_NOT_LISTED: [{ changes: [['declarations.platformList', undefined]], at: ['declarations.platforms'] }],
  PLATFORMS_NOT_DECLARED: [{ changes: [['declarations.platforms', false]], at: ['declarations.platforms'] }],
  PLATFORM_WITHOUT_PROOF: [
    { changes: [['declarations.platformList.0.proof', undefined]], at: ['declarations.platformList.0.proof'] },
  ],
  PLATFORM_PROOF_UNKNOWN: [
    { changes: [['declarations.platformList.0.proof', 'gone']], at: ['declarations.platformList.0.proof'] },
  ],
  ATTACHMENT_UNKNOWN: [
    { changes: [['attachments.items.0.requirement', 'gold']], at: ['attachments.items.0.requirement'] },
  ],
  ATTACHMENT_NOT_NEEDED: [
    {
      changes: [['attachments.items.0.requirement', 'confidentiality-note']],
      at: ['attachments.items.0.requirement'],
    },
  ],
  ATTACHMENT_WITHOUT_FILE: [
    { changes: [['attachments.items.0.document', undefined]], at: ['attachments.items.0.document'] },
  ],
  ATTACHMENT_FILE_NOT_STORED: [
    {
      changes: [],
      context: { fileState: (id) => (id === 'made-up-document-2' ? 'NOT_STORED' : 'READY') },
      at: ['attachments.items.1.document'],
    },
  ],
  ATTACHMENT_FILE_QUARANTINED: [
    {
      changes: [],
      context: { fileState: (id) => (id === 'made-up-document-2' ? 'QUARANTINED' : 'READY') },
      at: ['attachments.items.1.document'],
    },
  ],
  ATTACHMENT_EVIDENCE_OUTDATED: [
    {
      changes: [],
      context: { fileState: (id) => (id === 'made-up-evidence-1' ? 'OUTDATED' : 'READY') },
      at: ['attachments.items.4.evidence'],
    },
  ],
  ATTACHMENT_WITH_BOTH: [{ changes: [['attachments.items.0.evidence', 'e']], at: ['attachments.items.0.evidence'] }],
  ATTACHMENT_SOURCE_UNKNOWN: [
    { changes: [['attachments.items.0.source', 'gone']], at: ['attachments.items.0.source'] },
  ],
  NARRATIVE_IMAGE_UNKNOWN: [{ changes: [['methods.text', '见 ![图](attachment:gone)']], at: ['methods.text'] }],
  CHARACTER_NOT_PRINTED: [
    { changes: [['grounds.text', '𠮷和𠮷']], at: ['grounds.text'] },
    { changes: [['team.personnel.1.name', '𠮷某']], at: ['team.personnel.1.name'] },
  ],
}

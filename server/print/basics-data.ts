import { type LabelledEnum, labels } from '../../schema/labels.js'
import type { SectionOf } from '../../schema/rules/form/form.js'
import { chineseDate, labelOf, padRows, phone } from './cells.js'
import type { PrintedApplicant } from './printed-form.js'

/** Rows that the form prints for partners. */
const PARTNER_ROWS = 5

/** Section 1 for the template. */
export function basicsData(basics: SectionOf<'basics'>, applicant: PrintedApplicant) {
  const { contact, leader, projectContact, headCount } = basics
  return {
    applicant: {
      name: applicant.name,
      kind: labelOf('ApplicantKind', applicant.kind),
      address: applicant.registeredAddress ?? '',
      foundedOn: chineseDate(applicant.foundedOn),
      district: applicant.district ?? '',
      creditCode: applicant.creditCode,
      contact: contact?.name ?? '',
      email: contact?.email ?? '',
      phone: phone(contact?.phone),
      fax: contact?.fax ?? '',
    },
    leader: {
      name: leader?.name ?? '',
      sex: labelOf('Sex', leader?.sex),
      birthMonth: leader?.birthMonth ?? '',
      title: leader?.title ?? '',
      degree: leader?.degree ?? '',
      speciality: leader?.speciality ?? '',
      landline: leader?.landline ?? '',
      mobile: phone(leader?.mobile),
      fax: leader?.fax ?? '',
      email: leader?.email ?? '',
      idKind: labelOf('IdentityDocumentKind', leader?.idKind),
      idNumber: leader?.idNumber ?? '',
    },
    projectContact: {
      name: projectContact?.name ?? '',
      mobile: phone(projectContact?.mobile),
      landline: projectContact?.landline ?? '',
    },
    partners: padRows(basics.partners ?? [], PARTNER_ROWS, {}).map(({ name, kind, creditCode }) => ({
      ...{ name: name ?? '', kind: labelOf('ApplicantKind', kind), creditCode: creditCode ?? '' },
    })),
    headCount: headCountData(headCount),
    stage: choice('ProjectStage', basics.stage, basics.stageOther),
    technologySource: choice('TechnologySource', basics.technologySource),
    industryField: choice('IndustryField', basics.industryField, basics.industryFieldOther),
    outcomeForms: choice('OutcomeForm', basics.outcomeForms, basics.outcomeFormOther),
    outcomeLevel: choice('OutcomeLevel', basics.outcomeLevel, basics.outcomeLevelOther),
  }
}

function headCountData(counts: SectionOf<'basics'>['headCount']) {
  const { senior, intermediate, junior, other } = counts ?? {}
  const known = [senior, intermediate, junior, other].filter((count) => count != null)
  const text = (count: number | null | undefined) => (count == null ? '' : String(count))
  return {
    total: known.length === 0 ? '' : String(known.reduce((sum, count) => sum + count, 0)),
    senior: text(senior),
    intermediate: text(intermediate),
    junior: text(junior),
    other: text(other),
  }
}

/** The printed choices of a field with their codes, and which were chosen. */
function choice(name: LabelledEnum, chosen: string | readonly string[] | null | undefined, other?: string | null) {
  const options: [string, { readonly code?: string; readonly 'zh-CN': string }][] = Object.entries(labels[name])
  return {
    options: options.map(([value, label]) => ({
      code: label.code ?? '',
      label: label['zh-CN'],
      chosen: typeof chosen === 'string' ? chosen === value : (chosen?.includes(value) ?? false),
    })),
    other: other ?? '',
  }
}

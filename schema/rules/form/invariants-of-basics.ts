import { parseCreditCode } from '../credit-code.js'
import type { Form, SectionOf } from './form.js'
import { error, type Invariant, warning } from './invariant.js'
import { documentOf, isOfAnotherKind } from './person-document.js'

type Basics = SectionOf<'basics'>

/** Fields with a choice "other", whether it is chosen, and the field for its text. */
function othersOf(basics: Basics): readonly { readonly chosen: boolean; readonly text: keyof Basics }[] {
  return [
    { chosen: basics.stage === 'OTHER', text: 'stageOther' },
    { chosen: basics.industryField === 'OTHER', text: 'industryFieldOther' },
    { chosen: basics.outcomeForms?.includes('OTHER') ?? false, text: 'outcomeFormOther' },
    { chosen: basics.outcomeLevel === 'OTHER', text: 'outcomeLevelOther' },
  ]
}

/** People by their titles; undefined until all four numbers are there. */
function headCountOf({ basics }: Form): number | undefined {
  const { senior, intermediate, junior, other } = basics?.headCount ?? {}
  if (senior == null || intermediate == null || junior == null || other == null) return undefined
  return senior + intermediate + junior + other
}

/** What has to fit in section 1. */
export const invariantsOfBasics: readonly Invariant[] = [
  error({
    code: 'OTHER_TEXT_MISSING',
    section: 'basics',
    clause: 'f1',
    'zh-CN': '选择了“其他”，请填写说明。',
    en: '“Other” is chosen; say which.',
    *brokenAt({ basics }) {
      for (const { chosen, text } of othersOf(basics ?? {})) if (chosen && !basics?.[text]) yield [text]
    },
  }),
  warning({
    code: 'OTHER_TEXT_UNUSED',
    section: 'basics',
    'zh-CN': '填写了“其他”的说明，但没有选择“其他”；请选择，或删去说明。',
    en: 'A text for “other” is given, but “other” is not chosen; choose it, or take the text out.',
    *brokenAt({ basics }) {
      for (const { chosen, text } of othersOf(basics ?? {})) if (!chosen && basics?.[text]) yield [text]
    },
  }),
  error({
    code: 'FOUNDED_IN_FUTURE',
    section: 'basics',
    'zh-CN': '单位登记的成立日期晚于今天，请先更正单位信息。',
    en: 'The applicant is registered as founded after today; correct its registration first.',
    *brokenAt(_form, { applicant, today }) {
      if (applicant && applicant.foundedOn > today) yield ['applicant', 'foundedOn']
    },
  }),
  error({
    code: 'PARTNER_IS_APPLICANT',
    section: 'basics',
    'zh-CN': '合作单位的统一社会信用代码与申报单位相同；申报单位不必列入合作单位。',
    en: 'The partner has the applicant’s own credit code; leave the applicant out of its partners.',
    *brokenAt({ basics }, { applicant }) {
      for (const [index, { creditCode }] of (basics?.partners ?? []).entries()) {
        if (applicant && creditCode === applicant.creditCode) yield ['partners', String(index), 'creditCode']
      }
    },
  }),
  warning({
    code: 'ORGANISATION_CODE_CHECK_DIGIT',
    section: 'basics',
    'zh-CN': '其中的组织机构代码（第 9 至 17 位）校验不通过；若与证照一致可以继续。',
    en: 'The organisation code inside (positions 9 to 17) fails its own check; carry on if it agrees with the certificate.',
    *brokenAt({ basics }) {
      for (const [index, { creditCode }] of (basics?.partners ?? []).entries()) {
        const checked = creditCode ? parseCreditCode(creditCode) : undefined
        if (checked?.ok && checked.warnings.length > 0) yield ['partners', String(index), 'creditCode']
      }
    },
  }),
  error({
    code: 'HEAD_COUNT_BELOW_PERSONNEL',
    section: 'basics',
    'zh-CN': '课题组总人数少于 10.2 中列出的人数，请核对。',
    en: 'Fewer people than table 10.2 lists; check both.',
    *brokenAt(form) {
      const people = headCountOf(form)
      if (people !== undefined && people < (form.team?.personnel ?? []).length) yield ['headCount']
    },
  }),
  error({
    code: 'LEADER_ID_OF_OTHER_KIND',
    section: 'basics',
    'zh-CN': '负责人的证件号码与所选证件类型不符，请核对。',
    en: 'The number is not that of such a document; check the leader’s number and the kind chosen.',
    *brokenAt({ basics }, { today }) {
      if (isOfAnotherKind(basics?.leader, today)) yield ['leader', 'idNumber']
    },
  }),
  error({
    code: 'LEADER_BIRTH_MONTH_DIFFERS',
    section: 'basics',
    'zh-CN': '负责人的出生年月与证件号码不一致，请核对。',
    en: 'The leader’s month of birth is not that in the document’s number; check both.',
    *brokenAt({ basics }, { today }) {
      const birthDate = documentOf(basics?.leader, today)?.birthDate
      const month = basics?.leader?.birthMonth
      if (birthDate && month && birthDate.slice(0, 7) !== month) yield ['leader', 'birthMonth']
    },
  }),
  error({
    code: 'LEADER_SEX_DIFFERS',
    section: 'basics',
    'zh-CN': '负责人的性别与证件号码不一致，请核对。',
    en: 'The leader’s sex is not that in the document’s number; check both.',
    *brokenAt({ basics }, { today }) {
      const sex = documentOf(basics?.leader, today)?.sex
      if (sex && basics?.leader?.sex && sex !== basics.leader.sex) yield ['leader', 'sex']
    },
  }),
]

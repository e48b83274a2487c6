import { ageOn } from '../local-date.js'
import type { Form, RowOf } from './form.js'
import type { FieldPath } from './form-issue.js'
import { error, type Invariant } from './invariant.js'
import { projectMonths } from './invariants-of-cover.js'
import { documentOf, isOfAnotherKind } from './person-document.js'

function personnelOf({ team }: Form): readonly RowOf<'Participant'>[] {
  return team?.personnel ?? []
}

/** The field of every person of whom something is true. */
function* wherever(
  form: Form,
  field: keyof RowOf<'Participant'>,
  holds: (person: RowOf<'Participant'>) => boolean,
): Iterable<FieldPath> {
  for (const [index, person] of personnelOf(form).entries()) {
    if (holds(person)) yield ['personnel', String(index), field]
  }
}

/** What has to fit in section 10. */
export const invariantsOfTeam: readonly Invariant[] = [
  error({
    code: 'FIRST_PERSON_NOT_LEADER',
    section: 'team',
    'zh-CN': '10.2 第 1 行应为项目负责人，姓名与“项目基本信息”中的负责人不一致。',
    en: 'The first row of 10.2 is the leader’s, but has another name than section 1.',
    *brokenAt(form) {
      const [first] = personnelOf(form)
      const leader = form.basics?.leader
      if (first?.name && leader?.name && first.name !== leader.name) yield ['personnel', '0', 'name']
    },
  }),
  error({
    code: 'FIRST_PERSON_OTHER_DOCUMENT',
    section: 'team',
    'zh-CN': '10.2 第 1 行应为项目负责人，证件与“项目基本信息”中的负责人不一致。',
    en: 'The first row of 10.2 is the leader’s, but has another document than section 1.',
    *brokenAt(form, { today }) {
      const first = documentOf(personnelOf(form)[0], today)
      const leader = documentOf(form.basics?.leader, today)
      if (!first || !leader) return
      if (first.kind !== leader.kind || first.number !== leader.number) yield ['personnel', '0', 'idNumber']
    },
  }),
  error({
    code: 'PERSON_TWICE',
    section: 'team',
    'zh-CN': '该人员与前面一行的证件相同，请删去一行或更正证件号码。',
    en: 'A row above has the same document; take one of them out, or correct the number.',
    *brokenAt(form, { today }) {
      const seen = new Set<string>()
      yield* wherever(form, 'idNumber', (person) => {
        const document = documentOf(person, today)
        if (!document) return false
        const key = `${document.kind} ${document.number}`
        const twice = seen.has(key)
        seen.add(key)
        return twice
      })
    },
  }),
  error({
    code: 'PERSON_ID_OF_OTHER_KIND',
    section: 'team',
    'zh-CN': '证件号码与所选证件类型不符，请核对。',
    en: 'The number is not that of such a document; check the number and the kind chosen.',
    brokenAt: (form, { today }) => wherever(form, 'idNumber', (person) => isOfAnotherKind(person, today)),
  }),
  error({
    code: 'PERSON_AGE_DIFFERS',
    section: 'team',
    'zh-CN': '年龄与证件号码不一致；请填写截至今天的周岁年龄。',
    en: 'The age is not that of the document’s number; give completed years as of today.',
    brokenAt: (form, { today }) =>
      wherever(form, 'age', (person) => {
        const birthDate = documentOf(person, today)?.birthDate
        return birthDate != null && person.age != null && ageOn(birthDate, today) !== person.age
      }),
  }),
  error({
    code: 'PERSON_SEX_DIFFERS',
    section: 'team',
    'zh-CN': '性别与证件号码不一致，请核对。',
    en: 'The sex is not that in the document’s number; check both.',
    brokenAt: (form, { today }) =>
      wherever(form, 'sex', (person) => {
        const sex = documentOf(person, today)?.sex
        return sex != null && person.sex != null && sex !== person.sex
      }),
  }),
  error({
    code: 'MONTHS_OVER_PROJECT',
    section: 'team',
    'zh-CN': '项目工作时间多于项目起止时间的月数，请核对。',
    en: 'More months of work than the project has; check both.',
    *brokenAt(form) {
      const months = projectMonths(form)
      if (months !== undefined) yield* wherever(form, 'months', (person) => (person.months ?? 0) > months)
    },
  }),
]

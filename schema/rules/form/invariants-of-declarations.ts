import type { Form } from './form.js'
import { error, type Invariant, warning } from './invariant.js'

function asksForRecusal({ declarations }: Form): boolean {
  const { recusalExperts, recusalInstitution } = declarations ?? {}
  return (recusalExperts ?? []).length > 0 || Object.keys(recusalInstitution ?? {}).length > 0
}

/** What has to fit in sections 13 and 14. */
export const invariantsOfDeclarations: readonly Invariant[] = [
  warning({
    code: 'LEGAL_REPRESENTATIVE_DIFFERS',
    section: 'opinion',
    'zh-CN': '法定代表人与单位登记的不一致；如已变更，请先更正单位信息。',
    en: 'The applicant is registered with another legal representative; correct its registration if that has changed.',
    *brokenAt({ opinion }, { applicant }) {
      const named = opinion?.legalRepresentative
      if (applicant && named && named !== applicant.legalRepresentative) yield ['legalRepresentative']
    },
  }),
  error({
    code: 'COMMITMENT_NOT_MADE',
    section: 'declarations',
    clause: 'f14.1',
    'zh-CN': '申报人、负责人和申报单位须作出 14.1 的承诺，方可提交。',
    en: 'Applicant and leader have to make the commitment of 14.1.',
    *brokenAt({ declarations }) {
      if (declarations?.commitment === false) yield ['commitment']
    },
  }),
  error({
    code: 'RECUSAL_NOT_LISTED',
    section: 'declarations',
    clause: 'f14.2.2',
    'zh-CN': '14.2（2）选择了“是”，请在表14-1中列出申请回避的专家或单位。',
    en: '14.2 (2) says yes; list the experts or the institution in table 14-1.',
    *brokenAt(form) {
      if (form.declarations?.recusal === true && !asksForRecusal(form)) yield ['recusal']
    },
  }),
  error({
    code: 'RECUSAL_NOT_DECLARED',
    section: 'declarations',
    clause: 'f14.2.2',
    'zh-CN': '表14-1已填写，但 14.2（2）选择了“否”；请改选“是”，或清空表14-1。',
    en: 'Table 14-1 is filled in, but 14.2 (2) says no; change the answer, or empty the table.',
    *brokenAt(form) {
      if (form.declarations?.recusal === false && asksForRecusal(form)) yield ['recusal']
    },
  }),
  error({
    code: 'PLATFORMS_NOT_LISTED',
    section: 'declarations',
    clause: 'f14.2.3',
    'zh-CN': '14.2（3）选择了“是”，请在表14-2中列出平台。',
    en: '14.2 (3) says yes; list the platforms in table 14-2.',
    *brokenAt({ declarations }) {
      if (declarations?.platforms === true && (declarations.platformList ?? []).length === 0) yield ['platforms']
    },
  }),
  error({
    code: 'PLATFORMS_NOT_DECLARED',
    section: 'declarations',
    clause: 'f14.2.3',
    'zh-CN': '表14-2已填写，但 14.2（3）选择了“否”；请改选“是”，或清空表14-2。',
    en: 'Table 14-2 is filled in, but 14.2 (3) says no; change the answer, or empty the table.',
    *brokenAt({ declarations }) {
      if (declarations?.platforms === false && (declarations.platformList ?? []).length > 0) yield ['platforms']
    },
  }),
  warning({
    code: 'PLATFORM_WITHOUT_PROOF',
    section: 'declarations',
    clause: 'f14.2.3',
    'zh-CN': '该平台没有注明证明文件；请在附件中上传，并在此选择。',
    en: 'No proof is named for this platform; attach a copy of its certificate, and choose it here.',
    *brokenAt({ declarations }) {
      for (const [index, { proof }] of (declarations?.platformList ?? []).entries()) {
        if (!proof) yield ['platformList', String(index), 'proof']
      }
    },
  }),
  error({
    code: 'PLATFORM_PROOF_UNKNOWN',
    section: 'declarations',
    'zh-CN': '附件中没有这一行；请重新选择证明文件。',
    en: 'The attachments have no such row; choose the proof anew.',
    *brokenAt({ declarations, attachments }) {
      const keys = new Set((attachments?.items ?? []).map(({ key }) => key))
      for (const [index, { proof }] of (declarations?.platformList ?? []).entries()) {
        if (proof && !keys.has(proof)) yield ['platformList', String(index), 'proof']
      }
    },
  }),
]

import type { AttachmentNeed, FormContext } from '../../../schema/rules/form/invariant.js'
import { localDate } from '../../../schema/rules/local-date.js'
import { filledInOn, fullForm } from '../full-form.js'

const leaves: Readonly<Record<string, { category: string; leaf: boolean }>> = {
  'clean-energy': { category: 'key-rnd-conversion', leaf: true },
  'four-bases': { category: 'major-special', leaf: false },
}

function need(code: string, requirement: AttachmentNeed['requirement'], optional = false): AttachmentNeed {
  return { code, name: { 'zh-CN': `附件 ${code}`, en: `attachment ${code}` }, requirement, optional }
}

/** What the full form asks for is required, and two kinds aren't. */
const attachments = [...new Set(fullForm().attachments.items.map(({ requirement }) => requirement))].map((code) =>
  need(code, 'REQUIRED'),
)

/** What the full form is checked against. */
export const formContext: Required<FormContext> = {
  today: localDate(filledInOn),
  applicant: { creditCode: '91350100M000100Y43', foundedOn: '2015-06-01', legalRepresentative: '虚构法人' },
  hasCategory: (code) => ['key-rnd-conversion', 'major-special'].includes(code),
  placeOfDirection: (code) => leaves[code],
  attachments: [
    ...attachments,
    need('confidentiality-note', 'NOT_REQUIRED'),
    need('other-references', 'NOT_REQUIRED', true),
  ],
  fileState: () => 'READY',
  unprintable: (text) => (text.includes('𠮷') ? ['𠮷'] : []),
}

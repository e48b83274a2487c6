import type { Form, RowOf } from './form.js'
import type { FieldPath } from './form-issue.js'
import { error, type Invariant, warning } from './invariant.js'

/** The field of every attachment of which something is true. */
function* wherever(
  { attachments }: Form,
  field: keyof RowOf<'AttachmentItem'>,
  holds: (item: RowOf<'AttachmentItem'>) => boolean,
): Iterable<FieldPath> {
  for (const [index, item] of (attachments?.items ?? []).entries()) {
    if (holds(item)) yield ['items', String(index), field]
  }
}

/** What has to fit in section 15. */
export const invariantsOfAttachments: readonly Invariant[] = [
  error({
    code: 'ATTACHMENT_UNKNOWN',
    section: 'attachments',
    'zh-CN': '本年度指南没有这个附件类别，请重新选择。',
    en: 'The guideline has no attachment of this code; choose one of its own.',
    *brokenAt(form, { attachments }) {
      if (!attachments) return
      const codes = new Set(attachments.map(({ code }) => code))
      yield* wherever(form, 'requirement', ({ requirement }) => !!requirement && !codes.has(requirement))
    },
  }),
  warning({
    code: 'ATTACHMENT_NOT_NEEDED',
    section: 'attachments',
    'zh-CN': '按申报书目前的内容，不需要提交该附件；请核对 14.2 等处的填写，或删去该附件。',
    en: 'By what the form says this attachment is not asked for; check what the form says, such as in 14.2, or take it out.',
    *brokenAt(form, { attachments }) {
      const unneeded = new Set(
        (attachments ?? [])
          .filter(({ optional, requirement }) => !optional && requirement === 'NOT_REQUIRED')
          .map(({ code }) => code),
      )
      yield* wherever(form, 'requirement', ({ requirement }) => !!requirement && unneeded.has(requirement))
    },
  }),
  error({
    code: 'ATTACHMENT_WITHOUT_FILE',
    section: 'attachments',
    'zh-CN': '该附件没有文件；请上传文件，或选用本单位的证明材料。',
    en: 'This attachment has no file; upload one, or choose a document of the organisation’s.',
    brokenAt: (form) => wherever(form, 'document', ({ document, evidence }) => !document && !evidence),
  }),
  error({
    code: 'ATTACHMENT_FILE_NOT_STORED',
    section: 'attachments',
    'zh-CN': '该附件的文件尚未上传完成，或已被拒收；请重新上传。',
    en: 'The file of this attachment has not come, or was refused; upload it again.',
    brokenAt: (form, { fileState }) =>
      wherever(form, 'document', ({ document }) => !!document && fileState?.(document) === 'NOT_STORED'),
  }),
  warning({
    code: 'ATTACHMENT_FILE_QUARANTINED',
    section: 'attachments',
    'zh-CN': '该附件的文件正在等待查毒，通过后即可使用，无须操作。',
    en: 'The file of this attachment is still to be scanned; there is nothing to do but to wait.',
    brokenAt: (form, { fileState }) =>
      wherever(form, 'document', ({ document }) => !!document && fileState?.(document) === 'QUARANTINED'),
  }),
  error({
    code: 'ATTACHMENT_EVIDENCE_OUTDATED',
    section: 'attachments',
    'zh-CN': '所选的单位证明材料已更换、撤下或过期；请改选在用的材料。',
    en: 'This document of the organisation’s was replaced, withdrawn, or has expired; choose the one in use.',
    brokenAt: (form, { fileState }) =>
      wherever(form, 'evidence', ({ evidence }) => !!evidence && fileState?.(evidence) === 'OUTDATED'),
  }),
  error({
    code: 'ATTACHMENT_WITH_BOTH',
    section: 'attachments',
    'zh-CN': '同一附件不能既上传文件，又选用本单位的证明材料；请保留一项。',
    en: 'The attachment has both a file and a document of the organisation’s; keep one of them.',
    brokenAt: (form) => wherever(form, 'evidence', ({ document, evidence }) => !!document && !!evidence),
  }),
  error({
    code: 'ATTACHMENT_SOURCE_UNKNOWN',
    section: 'attachments',
    'zh-CN': '12.4 中没有这个自筹经费来源，请重新选择。',
    en: '12.4 has no such source of self-raised funds; choose it anew.',
    *brokenAt(form) {
      const keys = new Set((form.budget?.fundingSources ?? []).map(({ key }) => key))
      yield* wherever(form, 'source', ({ source }) => !!source && !keys.has(source))
    },
  }),
]

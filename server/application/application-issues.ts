import type { ErrorCode } from '../../schema/error-codes.js'
import type { Issue } from '../../schema/rules/issue.js'

function issue(code: ErrorCode, zhCN: string, en: string): Issue {
  return { code, message: { 'zh-CN': zhCN, en } }
}

/** Why something isn't done with an application, each with what to do about it. */
export const applicationIssues = {
  unknown: issue(
    'APPLICATION_UNKNOWN',
    '没有该申报项目，或无权查看。请从本单位的申报列表中选择。',
    'There is no such application, or none that you may see. Choose one from your list.',
  ),
  deleted: issue(
    'APPLICATION_DELETED',
    '该申报项目已放入回收站；请先恢复，再修改。',
    'The application is in the bin; restore it before you change it.',
  ),
  notDraft: issue(
    'APPLICATION_NOT_DRAFT',
    '该申报项目已提交，不能再修改。',
    'The application is submitted and can not be changed any more.',
  ),
  noGuideline: issue(
    'GUIDELINE_NOT_FOUND',
    '没有该年度的申报指南。请在 year 中给出已发布的年度，或不填。',
    'There is no guideline of that year. Name a year that is published, or leave it out.',
  ),
  staleRevision: (revision: number) =>
    issue(
      'STALE_REVISION',
      `该部分已被他人修改（当前版本 ${revision}）；请查看 merged 与 conflicts，确认后以新版本号保存。`,
      `Somebody else has changed this section (revision ${revision} now); look at merged and conflicts, and save with the new revision.`,
    ),
  changedMeanwhile: (revision: number) =>
    issue(
      'STALE_REVISION',
      `该部分已被他人修改（当前版本 ${revision}）；请重新读取，核对后再操作。`,
      `Somebody else has changed this section (revision ${revision} now); read it again, then decide anew.`,
    ),
  collaboratorUnknown: issue(
    'COLLABORATOR_UNKNOWN',
    '没有该协作者，或其已退出；请刷新协作者列表。',
    'There is no such collaborator, or he has left; read the list of collaborators again.',
  ),
  futureRevision: issue(
    'REVISION_UNKNOWN',
    '没有这个版本号；请先读取该部分，再以读到的版本号保存。',
    'The section has no such revision; read the section first, and save with the revision that it has.',
  ),
  fileUnknown: issue(
    'FILE_UNKNOWN',
    '没有这个文件，或它不是为本申报单位上传的附件；请以“申报附件”为用途上传。',
    'There is no such file, or it was not uploaded for this organisation; upload it with the purpose ATTACHMENT.',
  ),
  attachmentUnknown: issue(
    'ATTACHMENT_UNKNOWN',
    '本指南没有这个附件代码；请从指南的 attachmentRequirements 中选择。',
    'The guideline has no attachment of this code; choose one of its attachmentRequirements.',
  ),
  maskedUnknown: issue(
    'MASKED_VALUE_UNKNOWN',
    '这里没有保存过与该掩码一致的值；请填写完整的号码。',
    'No value with this mask was stored here; give the whole number.',
  ),
}

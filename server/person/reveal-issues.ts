import type { ErrorCode } from '../../schema/error-codes.js'
import type { Issue } from '../../schema/rules/issue.js'

function issue(code: ErrorCode, zhCN: string, en: string): Issue {
  return { code, message: { 'zh-CN': zhCN, en } }
}

/** Why a masked value isn't told, each with what to do about it. */
export const revealIssues = {
  reason: issue(
    'REASON_MALFORMED',
    '请用 5 至 500 个字说明查看的理由，理由将记入审计记录。',
    'Say in 5 to 500 characters what it is needed for; this is kept in the audit trail.',
  ),
  unknown: issue(
    'SUBJECT_UNKNOWN',
    '没有该人员或单位，或无权查看。',
    'There is no such person or organisation, or none that you may see.',
  ),
  notAllowed: issue(
    'REVEAL_NOT_ALLOWED',
    '只有该单位有编辑权限的成员、本市受理窗口和项目主管科室可以查看明文。',
    'Only members with the right to edit, and the acceptance desk and programme office of the city, may know it in clear.',
  ),
  field: issue(
    'PERSONAL_FIELD_UNKNOWN',
    '该对象没有这项内容；单位只有联系电话（PHONE）。',
    'There is no such value here; of an organisation, only the contact’s phone (PHONE).',
  ),
  tooMany: (most: number) =>
    issue(
      'TOO_MANY_REVEALS',
      `一小时内最多查看 ${most} 项明文，请稍后再试。`,
      `At most ${most} values are told within an hour; try again later.`,
    ),
}

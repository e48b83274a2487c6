import type { ErrorCode } from '../../schema/error-codes.js'
import type { Issue } from '../../schema/rules/issue.js'

function issue(code: ErrorCode, zhCN: string, en: string): Issue {
  return { code, message: { 'zh-CN': zhCN, en } }
}

/** Why a person isn't added or changed, each with what to do about it. */
export const personIssues = {
  unknown: issue(
    'PERSON_UNKNOWN',
    '没有该人员，或无权查看。请从本单位人员列表中选择。',
    'There is no such person, or none that you may see. Choose one of your organisation’s.',
  ),
  deactivated: issue(
    'PERSON_DEACTIVATED',
    '该人员已停用，不能再修改；如需恢复，请重新添加。',
    'The person is deactivated and can not be changed; add the person again instead.',
  ),
  exists: issue(
    'PERSON_EXISTS',
    '本单位已有使用该证件的人员，请修改已有的人员信息，不要重复添加。',
    'A person with this document is there already; change that entry instead of adding another.',
  ),
  otherBirthDate: issue(
    'BIRTH_DATE_DIFFERS',
    '出生日期与证件号码第 7 至 14 位不一致，请核对。',
    'The date of birth is not that in digits 7 to 14 of the document’s number; check both.',
  ),
  futureBirthDate: issue(
    'BIRTH_DATE_IN_FUTURE',
    '出生日期晚于今天，请核对。',
    'The date of birth lies in the future; check it.',
  ),
  otherSex: issue(
    'SEX_DIFFERS',
    '性别与证件号码第 17 位不一致，请核对。',
    'The sex is not that in digit 17 of the document’s number; check both.',
  ),
}

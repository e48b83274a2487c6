import { issue } from '../../schema/rules/issue.js'

/** What can be wrong with evidence. */
export const evidenceIssues = {
  unknown: issue(
    'EVIDENCE_UNKNOWN',
    '没有该证明材料，或它已更换、撤下；请刷新列表。',
    'There is no such document in use; it may have been replaced or withdrawn. Read the list again.',
  ),
  fileUnknown: issue(
    'FILE_UNKNOWN',
    '没有这个文件，或它不是为本单位上传的；请以“证明材料”为用途重新上传。',
    'There is no such file, or it wasn’t uploaded for this organisation; upload it anew with the purpose EVIDENCE.',
  ),
  fileNotStored: issue(
    'FILE_NOT_STORED',
    '该文件尚未上传，或已被拒收；请先完成上传。',
    'The file hasn’t been uploaded yet, or was refused; upload it first.',
  ),
  fileInfected: issue(
    'FILE_INFECTED',
    '该文件含有恶意代码，不能使用；请检查电脑后上传干净的文件。',
    'The file carries malware and can’t be used; check your computer and upload a clean one.',
  ),
  fileInQuarantine: issue(
    'FILE_IN_QUARANTINE',
    '该文件正在查毒，暂时不能使用；请稍后重试。',
    'The file is still being scanned for malware; try again later.',
  ),
  fileInUse: issue(
    'FILE_IN_USE',
    '该文件已用于另一份证明材料；请上传新的文件。',
    'The file is in use for another document; upload a new one.',
  ),
  yearNeeded: issue(
    'EVIDENCE_YEAR_NEEDED',
    '请填写审计报告或财务报表所属的年度。',
    'Say which year the report or the statements are for.',
  ),
  yearWrong: issue(
    'EVIDENCE_YEAR_WRONG',
    '所属年度不对：不能早于 1990 年，也不能晚于今年。',
    'It can’t be for this year: not before 1990, nor in the future.',
  ),
  numberNotTaken: issue(
    'EVIDENCE_NUMBER_NOT_TAKEN',
    '此处不登记身份证号码，请留空。',
    'Numbers of ID cards are not noted here; leave it out.',
  ),
  issuedInFuture: issue(
    'ISSUED_IN_FUTURE',
    '签发日期晚于今天，请核对。',
    'The day of issue lies in the future; check it.',
  ),
  expiresBeforeIssued: issue(
    'EXPIRES_BEFORE_ISSUED',
    '有效期的最后一天早于签发日期，请核对。',
    'It would expire before it was issued; check both days.',
  ),
}

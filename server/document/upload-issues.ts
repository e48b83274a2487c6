import { issue } from '../../schema/rules/issue.js'
import { bytes } from './bytes.js'

/** What can be wrong with a request for an upload. */
export const uploadIssues = {
  nameEmpty: issue(
    'FILE_NAME_MALFORMED',
    '请填写文件名，例如 营业执照.pdf。',
    'Give the file’s name, such as licence.pdf.',
  ),
  extension: (extensions: string) =>
    issue('FILE_TYPE_NOT_ALLOWED', `此处可上传：${extensions}。`, `Taken here: ${extensions}.`),
  empty: issue(
    'FILE_EMPTY',
    '文件为空；size 为字节数，至少为 1。',
    'The file is empty; size is its number of bytes, at least 1.',
  ),
  tooLarge: (limit: number) =>
    issue(
      'FILE_TOO_LARGE',
      `文件超过上限 ${bytes(limit)['zh-CN']}；请压缩或拆分。`,
      `The file is larger than the limit of ${bytes(limit).en}; make it smaller or split it.`,
    ),
  digest: issue(
    'FILE_DIGEST_MALFORMED',
    'sha256 为文件的 SHA-256，64 位十六进制数；也可以不填。',
    'sha256 is the file’s SHA-256 in 64 hexadecimal digits; it may be left out.',
  ),
  applicant: issue(
    'APPLICANT_UNKNOWN',
    '请指明文件所属的申报单位；须在该单位有编辑权限。',
    'Name the organisation that the file is about, one for which you have the right to edit.',
  ),
  noApplicant: issue(
    'APPLICANT_UNKNOWN',
    '登记数据导入不属于某个申报单位；请不要填写 applicant。',
    'A register is of no organisation; leave applicant out.',
  ),
  city: (cities: readonly string[]) =>
    issue(
      'CITY_UNKNOWN',
      `请指明登记数据所属的城市：${cities.join('、')}。`,
      `Name the city whose register it is: ${cities.join(', ')}.`,
    ),
  noCity: issue(
    'CITY_UNKNOWN',
    '该文件属于申报单位；请不要填写 city。',
    'The file belongs to its organisation; leave city out.',
  ),
  notForOffice: issue('FORBIDDEN', '登记数据由项目主管科室导入。', 'Registers are imported by the programme office.'),
  lapsed: issue(
    'FILE_UNKNOWN',
    '该次申请的上传期限已过；请换一个新的 idempotencyKey 重新申请。',
    'The time for this upload is over; ask for a new one with a new idempotencyKey.',
  ),
  tooManyFiles: (limit: number) =>
    issue(
      'TOO_MANY_FILES',
      `本单位 24 小时内上传的附件已达 ${limit} 个；请稍后再试，或使用已上传的文件。`,
      `The organisation has uploaded ${limit} attachments within 24 hours; wait, or use those that are there.`,
    ),
  tooMany: (limit: number) =>
    issue(
      'TOO_MANY_UPLOADS',
      `已申请而未完成的上传达到 ${limit} 个；请先完成，或等待其在 15 分钟后失效。`,
      `You have asked for ${limit} uploads and not made them; make them, or wait 15 minutes until they lapse.`,
    ),
}

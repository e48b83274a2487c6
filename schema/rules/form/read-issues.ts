import { issue } from '../issue.js'

/** What a section can't be saved with, each with what to do about it. */
export const readIssues = {
  wrongType: (zhCN: string, en: string) => issue('FIELD_TYPE', `这里应填写${zhCN}。`, `Give ${en} here.`),
  unknownChoice: (choices: readonly string[]) =>
    issue(
      'CHOICE_UNKNOWN',
      `请从下列选项中选择：${choices.join('、')}。`,
      `Choose one of these: ${choices.join(', ')}.`,
    ),
  choiceTwice: issue('CHOICE_TWICE', '同一选项只能选择一次。', 'Choose each option once only.'),
  negative: issue('NEGATIVE_COUNT', '数量不能为负数。', 'The count must not be negative.'),
  outOfRange: (min: number, max: number) =>
    issue(
      'NUMBER_OUT_OF_RANGE',
      `请填写 ${min} 至 ${max} 之间的整数。`,
      `Give a whole number between ${min} and ${max}.`,
    ),
  quantity: issue(
    'QUANTITY_MALFORMED',
    '数值格式不对：请只填写数字和小数点，例如 95.5，不要带单位、范围或千位分隔符；整数最多 12 位，小数最多 6 位。',
    'The quantity is not a plain decimal number such as 95.5: leave out units, ranges and separators; at most 12 digits before the point and 6 behind it.',
  ),
  tooManyRows: (most: number) =>
    issue(
      'LIST_TOO_LONG',
      `最多填写 ${most} 行，请删去多余的行。`,
      `At most ${most} rows are accepted; take out those that are too many.`,
    ),
  keyMalformed: issue(
    'KEY_MALFORMED',
    '行标识应为 1 至 64 个字母、数字、- 或 _。',
    'The key of a row has 1 to 64 letters, digits, - and _.',
  ),
  keyTwice: issue(
    'KEY_TWICE',
    '行标识与另一行重复；新增的行请不要填写标识。',
    'Another row has this key; leave the key of a new row out.',
  ),
  partnerTwice: issue(
    'PARTNER_TWICE',
    '该合作单位与另一行的统一社会信用代码相同，请删去一行或更正代码。',
    'Another partner has this credit code; take one of the rows out, or correct the code.',
  ),
  yearTwice: issue(
    'YEAR_TWICE',
    '该年度与另一行重复，请合并为一行。',
    'Another row is for this year; put both into one.',
  ),
} as const

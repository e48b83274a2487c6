/** Why something can be refused: every code of `errors { code }` and of top-level errors, with what it means. */
export const errorCodes = {
  AMOUNT_HAS_SEPARATORS: 'The amount has thousands separators or spaces. 金额含有千分位分隔符或空格。',
  AMOUNT_MALFORMED: 'Not an amount in yuan. 不是以元为单位的金额。',
  AMOUNT_TOO_LARGE: 'The amount is larger than any budget. 金额过大。',
  AMOUNT_TOO_PRECISE: 'More than two decimals of yuan; nothing is rounded. 金额超过两位小数；系统不作四舍五入。',
  ATTACHMENT_UNKNOWN: 'The guideline has no attachment of this code. 指南中没有该附件代码。',
  CALENDAR_NOT_PUBLISHED: 'The working calendar is not published so far ahead. 相应年度的工作日历尚未公布。',
  CALL_UNKNOWN: 'No such call. 没有该申报批次。',
  CATEGORY_UNKNOWN: 'The guideline has no such category. 指南中没有该计划类别。',
  COUNT_TOO_LARGE: 'The count is too large to be true. 数量过大。',
  DATE_MALFORMED: 'Not a day in the form YYYY-MM-DD. 日期不是“年-月-日”的形式。',
  DATE_NOT_REAL: 'A day that does not exist. 日期不存在。',
  DATE_OUT_OF_RANGE: 'A day outside the years that are accepted. 日期超出可接受的年份。',
  DIRECTION_OF_OTHER_CATEGORY: 'The direction belongs to another category. 该支持方向属于其他计划类别。',
  DIRECTION_UNKNOWN: 'The guideline has no such direction. 指南中没有该支持方向。',
  FACT_TYPE: 'A fact of the wrong type. 事实的类型不对。',
  FACT_VALUE_UNKNOWN: 'Not one of the values a fact can have. 不是该事实可取的值。',
  FORMAL_CHECK_NEEDED:
    'The all-year pool counts from the formal check, whose time is missing. 全年储备须提供形式审查通过的时间。',
  GUIDELINE_NOT_FOUND: 'No guideline is known for this city and year. 没有该城市、该年度的申报指南。',
  INSTANT_MALFORMED: 'Not a time with an offset, RFC 3339. 时间不是带时区的 RFC 3339 形式。',
  NEGATIVE_AMOUNT: 'A negative amount. 金额为负数。',
  NEGATIVE_COUNT: 'A negative count. 数量为负数。',
} as const

export type ErrorCode = keyof typeof errorCodes

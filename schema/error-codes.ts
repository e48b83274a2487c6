/** Why an input can be refused: every code of `errors { code }` and of top-level errors, with what it means. */
export const errorCodes = {
  GUIDELINE_NOT_FOUND: 'No guideline is known for this city and year. 没有该城市、该年度的申报指南。',
  UNKNOWN_CATEGORY: 'The guideline has no such category. 指南中没有该计划类别。',
  UNKNOWN_DIRECTION: 'The guideline has no such direction. 指南中没有该支持方向。',
  DIRECTION_OF_ANOTHER_CATEGORY: 'The direction belongs to another category. 该支持方向属于其他计划类别。',
  CALL_NOT_FOUND: 'No such call. 没有该申报批次。',
  INVALID_MOMENT: 'Not a day or an instant that exists. 日期或时间不存在或格式不对。',
} as const

export type ErrorCode = keyof typeof errorCodes

import type { FileNode } from './file-node.js'
import type { Findings } from './file-problem.js'
import { nearestWord } from './nearest-word.js'
import { sharedCalendarNames } from './shared-calendar.js'

/** A calendar that is named but doesn't exist, or one of its own whose days make no sense. */
export function checkCalendar(file: FileNode, findings: Findings): void {
  const calendar = file.get('calendar')
  if (calendar.text !== undefined) {
    const names = sharedCalendarNames()
    if (names.includes(calendar.text)) return
    const near = nearestWord(calendar.text, names)
    findings.add(
      calendar,
      `没有日历 ${calendar.text}；可以写：${names.join('、')}${near ? `（您是否想写 ${near}？）` : ''}，或在此写出自己的日历。`,
      `There is no calendar ${calendar.text}; write one of ${names.join(', ')}, or a calendar of your own here.`,
    )
    return
  }
  const [from, through] = [calendar.get('from').text, calendar.get('through').text]
  if (from === undefined || through === undefined) return
  if (from > through) {
    findings.add(calendar.get('through'), '日历的结束日早于开始日。', 'The calendar ends before it begins.')
    return
  }
  const days = [...calendar.get('holidays').items, ...calendar.get('makeUpDays').items]
  for (const day of days) {
    if (day.text === undefined || (day.text >= from && day.text <= through)) continue
    findings.add(
      day,
      `日期不在日历的 ${from} 至 ${through} 之内。`,
      `The day lies outside the calendar, ${from} to ${through}.`,
    )
  }
}

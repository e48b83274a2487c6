import { parseLocalDate } from '../../schema/rules/local-date.js'
import { parseMoney } from '../../schema/rules/money.js'
import { parseLocalTime, parseTimeZone } from '../../schema/rules/time-zone.js'
import { checkLocalDateTime } from './file-check.js'
import type { FileNode } from './file-node.js'
import type { Findings } from './file-problem.js'
import { instantOfWritten } from './to-edition.js'

const checkHour = checkLocalDateTime(parseLocalDate, parseLocalTime)

type Window = { readonly node: FileNode; readonly opens: number; readonly closes: number }

/** Windows that end before they begin or overlap, hours missing or out of place, and not exactly one all-year pool. */
export function checkCalls(file: FileNode, findings: Findings): void {
  const zone = parseTimeZone(file.get('city').get('timeZone').text ?? '')
  const calls = file.get('calls').items
  const windows: Window[] = []
  for (const call of calls) {
    checkHours(call, findings)
    const hours = [call.get('opens'), call.get('closes')].map(({ text }) => text ?? '')
    if (!zone.ok || call.get('kind').value !== 'WINDOW' || !hours.every((hour) => checkHour(hour).ok)) continue
    const [opens = 0, closes = 0] = hours.map((hour) => instantOfWritten(hour, zone.value).getTime())
    if (opens < closes) windows.push({ node: call, opens, closes })
    else {
      findings.add(
        call.get('closes'),
        '截止时间必须晚于开始时间，请核对 opens 和 closes。',
        'The call closes before it opens; check opens and closes.',
      )
    }
  }
  checkOverlaps(windows, findings)
  const pools = calls.filter((call) => call.get('kind').value === 'ALL_YEAR')
  if (calls.length > 0 && pools.length !== 1) {
    findings.add(
      pools[1]?.get('kind') ?? file.get('calls'),
      'calls 中必须有且只有一个 kind: ALL_YEAR（全年储备）。',
      'calls needs exactly one entry with kind: ALL_YEAR, the all-year pool.',
    )
  }
}

function checkHours(call: FileNode, findings: Findings): void {
  const kind = call.get('kind').value
  for (const key of ['opens', 'closes']) {
    const hour = call.get(key)
    if (kind === 'WINDOW' && !hour.present) {
      findings.add(
        hour,
        `集中申报须写明 ${key}，例如 2023-07-14 17:00。`,
        `A window needs ${key}, such as 2023-07-14 17:00.`,
      )
    }
    if (kind === 'ALL_YEAR' && hour.present) {
      findings.add(hour, `全年储备没有 ${key}，请删去。`, `The all-year pool has no ${key}; remove it.`, { key: true })
    }
  }
}

/** A submission goes to one call, so no instant may lie in two windows. */
function checkOverlaps(windows: readonly Window[], findings: Findings): void {
  for (const [i, window] of windows.entries()) {
    const other = windows.slice(0, i).find(({ opens, closes }) => opens <= window.closes && window.opens <= closes)
    if (!other) continue
    const code = other.node.get('code').text ?? ''
    findings.add(
      window.node.get('opens'),
      `与 ${code} 的申报时间重叠；同一时刻只能属于一个批次。`,
      `The window overlaps with that of ${code}; one moment can belong to one window only.`,
    )
  }
}

/** Amounts of a category's support: the least must not exceed the most. */
export function checkFundingRanges(file: FileNode, findings: Findings): void {
  for (const category of file.get('categories').items) {
    const range = category.get('fundingRange')
    const [min, max] = [range.get('min'), range.get('max')].map(({ text }) => parseMoney(text ?? ''))
    if (!min?.ok || !max?.ok || min.value <= max.value) continue
    findings.add(
      range.get('min'),
      '下限不能高于上限，请核对 min 和 max。',
      'The least support is more than the most; check min and max.',
    )
  }
}

import { describe, expect, it } from 'vitest'
import { paperDeadline } from '../../schema/rules/paper-deadline.js'
import { tinyEdition } from './tiny-edition.js'
import { xining } from './xining.js'

/** The last day, or the codes of the refusal. */
function due(call: string, formalCheckPassedAt: string | null) {
  const found = paperDeadline(tinyEdition, call, formalCheckPassedAt ? new Date(formalCheckPassedAt) : null)
  return found.ok ? found.value.due : found.issues.map(({ code }) => code)
}

describe('paperDeadline', () => {
  it('counts working days after the day on which the call closes', () => {
    // Closes on Friday 28 July; Monday 31, then 1 August is a holiday: 31 July, 2, 3, 4, 7 August.
    expect(paperDeadline(tinyEdition, 'summer', null)).toMatchObject({
      ok: true,
      value: { due: '2023-08-07', countedFrom: '2023-07-28', workingDays: 5, copies: 2, clause: '1.1' },
    })
  })

  it('counts after the formal check if that passed later', () => {
    expect(due('summer', '2023-07-20T08:00:00Z')).toBe('2023-08-07')
    expect(due('summer', '2023-08-02T08:00:00Z')).toBe('2023-08-09') // 3, 4, 7, 8, 9 August
  })

  it('takes the day in the zone of the city', () => {
    // 22:30 UTC on the 2nd is 00:30 on the 3rd in Zürich: 4, 7, 8, 9, 10 August.
    expect(due('summer', '2023-08-02T22:30:00Z')).toBe('2023-08-10')
  })

  it('counts from the formal check in the all-year pool, and asks for it', () => {
    expect(due('pool', '2023-08-02T08:00:00Z')).toBe('2023-08-09')
    expect(due('pool', null)).toEqual(['FORMAL_CHECK_NEEDED'])
  })

  it('refuses an unknown call and days past the published calendar', () => {
    expect(due('winter', null)).toEqual(['CALL_UNKNOWN'])
    expect(due('pool', '2023-12-28T08:00:00Z')).toEqual(['CALENDAR_NOT_PUBLISHED'])
  })
})

describe('the paper copies of Xining in 2024', () => {
  it('are due on Friday 21 July 2023', () => {
    // The call closes on Friday 14 July; then 17, 18, 19, 20 and 21 July.
    expect(paperDeadline(xining.edition, 'window-2024', null)).toMatchObject({
      ok: true,
      value: { due: '2023-07-21', countedFrom: '2023-07-14', copies: 2, clause: '2.2' },
    })
  })
})

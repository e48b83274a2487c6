import type { YearMonth } from '../local-date.js'
import { monthsBetween } from '../local-date.js'
import type { Form } from './form.js'
import { error, type Invariant } from './invariant.js'

/** Months from the project's first to its last, both counted; undefined while they aren't known or in the wrong order. */
export function projectMonths({ cover }: Form): number | undefined {
  if (!cover?.startMonth || !cover.endMonth || cover.startMonth > cover.endMonth) return undefined
  return monthsBetween(cover.startMonth as YearMonth, cover.endMonth as YearMonth) + 1
}

/** What has to fit on the cover. */
export const invariantsOfCover: readonly Invariant[] = [
  error({
    code: 'PERIOD_REVERSED',
    section: 'cover',
    'zh-CN': '项目结束年月应晚于开始年月，请核对起止时间。',
    en: 'The project has to end after the month in which it begins; check both.',
    *brokenAt({ cover }) {
      if (cover?.startMonth && cover.endMonth && cover.startMonth >= cover.endMonth) yield ['endMonth']
    },
  }),
  error({
    code: 'CATEGORY_UNKNOWN',
    section: 'cover',
    'zh-CN': '本年度指南没有这个计划类别，请重新选择。',
    en: 'The guideline has no such category; choose one of its own.',
    *brokenAt({ cover }, { hasCategory }) {
      if (cover?.category && hasCategory && !hasCategory(cover.category)) yield ['category']
    },
  }),
  error({
    code: 'DIRECTION_UNKNOWN',
    section: 'cover',
    clause: '1.4.3',
    'zh-CN': '本年度指南没有这个支持方向，请重新选择。',
    en: 'The guideline has no such direction; choose one of its own.',
    *brokenAt({ cover }, { placeOfDirection }) {
      if (cover?.direction && placeOfDirection && !placeOfDirection(cover.direction)) yield ['direction']
    },
  }),
  error({
    code: 'DIRECTION_OF_OTHER_CATEGORY',
    section: 'cover',
    clause: '1.4.3',
    'zh-CN': '该支持方向属于其他计划类别，请改选方向或类别。',
    en: 'The direction belongs to another category; choose another direction or category.',
    *brokenAt({ cover }, { placeOfDirection }) {
      const place = cover?.direction ? placeOfDirection?.(cover.direction) : undefined
      if (place && cover?.category && place.category !== cover.category) yield ['direction']
    },
  }),
  error({
    code: 'DIRECTION_NOT_LEAF',
    section: 'cover',
    clause: '1.4.3',
    'zh-CN': '该支持方向下还有更具体的方向，请选到最末一级。',
    en: 'The direction has more specific ones below it; choose one that has none.',
    *brokenAt({ cover }, { placeOfDirection }) {
      const place = cover?.direction ? placeOfDirection?.(cover.direction) : undefined
      if (place && !place.leaf) yield ['direction']
    },
  }),
]

import type { Page } from '../intent.js'
import { refusal } from '../refusal.js'

/** Rows of a page when neither `first` nor `last` is given, and at most. */
const usualSize = 20
const largestSize = 100

/**
 * Size and direction of a page.
 * @throws GraphQLError BAD_USER_INPUT with the path of the argument
 */
export function checkPage({ first, last }: Page): { size: number; backward: boolean } {
  if (first != null && last != null) {
    throw refusal(
      'BAD_USER_INPUT',
      {
        'zh-CN': '“first”与“last”不能同时使用：向后翻页用 first（可加 after），向前翻页用 last（可加 before）。',
        en: 'Use either "first" (with "after") to go forward or "last" (with "before") to go backward, not both.',
      },
      ['last'],
    )
  }
  const [argument, size] = last != null ? (['last', last] as const) : (['first', first ?? usualSize] as const)
  if (size < 0 || size > largestSize) {
    throw refusal(
      'BAD_USER_INPUT',
      {
        'zh-CN': `“${argument}”须为 0 到 ${largestSize} 的整数，收到的是 ${size}；更多的行请用游标翻页。`,
        en: `"${argument}" must be 0 to ${largestSize}, not ${size}; get more rows page by page with cursors.`,
      },
      [argument],
    )
  }
  return { size, backward: argument === 'last' }
}

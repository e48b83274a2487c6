import { GraphQLError } from 'graphql'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

type Wanted = { city: string; year: number; edition?: number | null }

/** What to say when there is no such guideline; the query `guidelines` lists what there is. */
export function guidelineNotFoundMessage({ city, year, edition }: Wanted): LocalizedText {
  // Only what looks like a city's code is repeated: anything else may be a name or an ID number in the wrong field.
  const code = /^[a-z]+(-[a-z]+){0,3}$/.test(city) && city.length <= 40 ? city : null
  const which = edition == null ? '' : ` (edition ${edition})`
  return {
    'zh-CN': `没有${code ? `城市“${code}”` : '该城市'}${year}年度${edition == null ? '' : `第${edition}版`}的申报指南；现有指南可用 guidelines 查询。`,
    en: `There is no guideline for ${code ? `city "${code}"` : 'this city'}, year ${year}${which}; the query guidelines lists those there are.`,
  }
}

/** The same as a top-level error; its message is put into the caller's language when the response is formed. */
export function guidelineNotFound(wanted: Wanted): GraphQLError {
  const messages = guidelineNotFoundMessage(wanted)
  return new GraphQLError(messages.en, { extensions: { code: 'GUIDELINE_NOT_FOUND', messages } })
}

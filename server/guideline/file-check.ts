import * as z from 'zod'
import { type Checked, type Issue, refuse } from '../../schema/rules/issue.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** Patterns of the guideline file, with what to write where a text doesn't fit. */
const patterns = {
  code: {
    pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'zh-CN': '代码由小写字母、数字和连字符组成，以字母开头，例如 major-special。',
    en: 'A code is lower-case letters, digits and hyphens and begins with a letter, such as major-special.',
  },
  ruleId: {
    pattern: /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/,
    'zh-CN': '规则编号形如 applicant.concurrent-projects：小写单词，用点分开。',
    en: 'A rule id is lower-case words separated by a dot, such as applicant.concurrent-projects.',
  },
  clauseId: {
    pattern: /^([1-9]\d*(\.\d+)+|[a-z]+\d+(\.\d+)*)$/,
    'zh-CN': '条款编号形如 "1.3.5"、a1.3 或 f12.4：数字用点分开，单个数字前须有字母。',
    en: 'A clause id looks like "1.3.5", a1.3 or f12.4: numbers separated by dots, a single number after a letter.',
  },
  parameterName: {
    pattern: /^[a-z][A-Za-z0-9]*$/,
    'zh-CN': '参数名以小写字母开头，只含字母和数字，例如 maxConcurrentProjects。',
    en: 'A parameter name begins with a lower-case letter and has letters and digits only, such as maxConcurrentProjects.',
  },
  areaCode: {
    pattern: /^[A-Z0-9]{2,12}$/,
    'zh-CN': '区划代码由 2 至 12 位数字或大写字母组成，例如 "630102"。',
    en: 'An area code is 2 to 12 digits or capital letters, such as "630102".',
  },
  countryCode: {
    pattern: /^[A-Z]{2}$/,
    'zh-CN': '国家的日历代码为两个大写字母，例如 CN。',
    en: "A country's calendar has two capital letters as its code, such as CN.",
  },
  calendarCode: {
    pattern: /^[A-Z][A-Z0-9-]{2,19}$/,
    'zh-CN': '城市自己的日历代码为 3 至 20 个大写字母、数字或连字符；两个字母的代码留给国家。',
    en: "A city's own calendar has 3 to 20 capital letters, digits or hyphens as its code; two letters are a country's.",
  },
  telephoneArea: {
    pattern: /^0?\d{1,5}$/,
    'zh-CN': '电话区号由数字组成，例如 "0971"。',
    en: 'A telephone area code is digits, such as "0971".',
  },
  phone: {
    pattern: /^\+?[\d-]{3,20}(, \+?[\d-]{3,20})*$/,
    'zh-CN': '电话由数字和连字符组成，例如 0971-8230515；多个号码用逗号加空格分开。',
    en: 'A telephone number is digits and hyphens, such as 0971-8230515; separate several by a comma and a space.',
  },
  localTime: {
    pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
    'zh-CN': '请写本地日期和时间，例如 2023-07-14 17:00；不要写时区，时区取自 city.timeZone。',
    en: 'Write the local day and time, such as 2023-07-14 17:00, without an offset: the zone is that of city.timeZone.',
  },
  text: { pattern: /\S/, 'zh-CN': '这里不能为空。', en: 'This must not be empty.' },
} as const satisfies Record<string, LocalizedText & { readonly pattern: RegExp }>

type PatternName = keyof typeof patterns

/** A text of the given pattern; the pattern's name is the zod message, from which `patternHelp` gives the sentence. */
export function textOf(name: PatternName, description: string) {
  return z.string().regex(patterns[name].pattern, { error: name }).describe(description)
}

/** What to write for a pattern that a text doesn't fit, by the zod message. */
export function patternHelp(message: string): LocalizedText | undefined {
  return Object.hasOwn(patterns, message) ? patterns[message as PatternName] : undefined
}

/** A text that one of the value rules checks; its issue goes through zod with the message in both languages. */
export function checkedText(check: (text: string) => Checked<unknown>, description: string) {
  return z
    .string()
    .check(({ value, issues }) => {
      const checked = check(value)
      if (checked.ok) return
      for (const { message } of checked.issues) issues.push({ code: 'custom', input: value, params: { message } })
    })
    .describe(description)
}

/** An object without other keys than these; the keys are the zod message, so that a slip gets the nearest of them. */
export function objectOf<Shape extends z.ZodRawShape>(shape: Shape, description: string) {
  const keys = Object.keys(shape).join(' ')
  return z
    .strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? keys : undefined) })
    .describe(description)
}

/** Reads `2023-07-14 17:00` with the checks given for its two halves. */
export function checkLocalDateTime(
  day: (text: string) => Checked<unknown, string>,
  time: (text: string) => Checked<unknown, string>,
): (text: string) => Checked<unknown> {
  return (text) => {
    if (!patterns.localTime.pattern.test(text)) {
      return refuse('LOCAL_TIME_MALFORMED', patterns.localTime['zh-CN'], patterns.localTime.en)
    }
    const checks = [day(text.slice(0, 10)), time(text.slice(11))]
    const issues: Issue[] = checks.flatMap((checked) => (checked.ok ? [] : checked.issues))
    return issues.length > 0 ? { ok: false, issues } : { ok: true, value: text, warnings: [] }
  }
}

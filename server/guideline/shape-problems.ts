import type * as z from 'zod'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { patternHelp } from './file-check.js'
import type { Finding, Path } from './file-problem.js'
import { nearestWord } from './nearest-word.js'

type Issue = z.core.$ZodIssue

/** What zod says about the shape of a file, in sentences that tell what to write. */
export function shapeProblems(issues: readonly Issue[], base: Path = []): Finding[] {
  const meant = new Set<string>()
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const known = issue.message.split(' ')
    for (const key of issue.keys) meant.add(JSON.stringify([...issue.path, nearestWord(key, known)]))
  }
  // A key that is there with a slip isn't missing as well.
  const told = issues.filter((issue) => issue.input !== undefined || !meant.has(JSON.stringify(issue.path)))
  return told.flatMap((issue) => problemsOf(issue, [...base, ...(issue.path as Path)]))
}

function problemsOf(issue: Issue, path: Path): Finding[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.message.split(' '), path))
    case 'invalid_type':
      return [{ path, message: wrongType(issue, path) }]
    case 'invalid_value':
      return [{ path, message: notOneOf(issue.input, issue.values.map(String)) }]
    case 'invalid_union':
      return ofUnion(issue, path)
    case 'invalid_key':
      return shapeProblems(issue.issues, path).map((problem) => ({ ...problem, key: true }))
    case 'too_small':
    case 'too_big':
      return [{ path, message: outOfRange(issue) }]
    case 'custom':
      return [{ path, message: issue.params?.message as LocalizedText }]
    default:
      return [{ path, message: patternHelp(issue.message) ?? other(issue.message) }]
  }
}

function unknownKey(key: string, known: readonly string[], path: Path): Finding {
  const near = nearestWord(key, known)
  const message = near
    ? { 'zh-CN': `不认识的键 ${key}；您是否想写 ${near}？`, en: `Unknown key ${key}; did you mean ${near}?` }
    : {
        'zh-CN': `不认识的键 ${key}；这里可以写：${known.join('、')}。`,
        en: `Unknown key ${key}; here stand: ${known.join(', ')}.`,
      }
  return { path: [...path, key], key: true, message }
}

const typeNames: Readonly<Record<string, LocalizedText>> = {
  string: { 'zh-CN': '文本', en: 'a text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '若干“键: 值”', en: 'a mapping of keys to values' },
  record: { 'zh-CN': '若干“键: 值”', en: 'a mapping of keys to values' },
}

function wrongType(issue: Issue & { code: 'invalid_type' }, path: Path): LocalizedText {
  const expected = typeNames[issue.expected] ?? { 'zh-CN': issue.expected, en: issue.expected }
  const key = String(path.at(-1) ?? '')
  if (issue.input === undefined) {
    return { 'zh-CN': `缺少 ${key}（${expected['zh-CN']}）。`, en: `${key} is missing: write ${expected.en}.` }
  }
  if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input)) {
    return {
      'zh-CN': '这里应是文本，却被 YAML 读成了数字或真假值，请加引号。',
      en: 'This should be a text, but YAML reads it as a number or as true or false; put it in quotes.',
    }
  }
  return { 'zh-CN': `这里应写${expected['zh-CN']}。`, en: `Write ${expected.en} here.` }
}

function notOneOf(input: unknown, values: readonly string[]): LocalizedText {
  if (input === undefined) {
    return {
      'zh-CN': `缺少这一项，可以写：${values.join('、')}。`,
      en: `This is missing; write one of ${values.join(', ')}.`,
    }
  }
  const near = nearestWord(String(input), values)
  return {
    'zh-CN': `只能写：${values.join('、')}。${near ? `您是否想写 ${near}？` : ''}`,
    en: `Write one of ${values.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`,
  }
}

/** Of the shapes allowed, the one that the value resembles tells what is wrong. */
function ofUnion(issue: Issue & { code: 'invalid_union' }, path: Path): Finding[] {
  const resembling = issue.errors.filter(
    (branch) => !branch.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0),
  )
  const [only] = resembling
  if (only && resembling.length === 1 && issue.message !== 'parameterValue') return shapeProblems(only, path)
  if (issue.message === 'parameterValue') {
    return [
      {
        path,
        message: {
          'zh-CN': '参数值应为整数、true、false、加引号的文本或文本列表；小数请改写，例如用百分数的整数 20 代替 0.2。',
          en: 'Write a whole number, true, false, a text in quotes or a list of texts; instead of 0.2 write 20 and mean per cent.',
        },
      },
    ]
  }
  return [{ path, message: { 'zh-CN': '这里应写一个代码，或若干“键: 值”。', en: 'Write a code or a mapping here.' } }]
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }): LocalizedText {
  const least = issue.code === 'too_small'
  const limit = String(least ? issue.minimum : issue.maximum)
  if (issue.origin === 'array') {
    return { 'zh-CN': `这里至少要有 ${limit} 项。`, en: `At least ${limit} entry is needed here.` }
  }
  return least
    ? { 'zh-CN': `不能小于 ${limit}。`, en: `This must be ${limit} or more.` }
    : { 'zh-CN': `不能大于 ${limit}。`, en: `This must be ${limit} or less.` }
}

function other(message: string): LocalizedText {
  return { 'zh-CN': `写法有误（${message}）。`, en: `This is not right: ${message}.` }
}

import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { withoutNumbers } from './private-text.js'

/**
 * GraphQL's own messages in both languages, and without the values that they repeat: a value typed into the wrong field
 * can be an ID number. `$1`, `$2` … stand for names, which come back; what a caller typed as a value has no group.
 */
type Message = { readonly pattern: RegExp; readonly en?: string; readonly zh: string }

/** Messages about one value, in variables and in documents. */
const valueMessages: readonly Message[] = [
  {
    pattern: /^Int cannot represent non 32-bit signed integer value: .*$/s,
    en: 'Int cannot represent a number of this size; it must be between -2147483648 and 2147483647.',
    zh: '整数（Int）须在 -2147483648 与 2147483647 之间。',
  },
  {
    pattern: /^Int cannot represent non-integer value: .*$/s,
    en: 'Int cannot represent a value that is not a whole number; write it without quotes and decimals, e.g. 2.',
    zh: '须为整数（Int），不加引号和小数，例如 2。',
  },
  {
    pattern: /^Float cannot represent non numeric value: .*$/s,
    en: 'Float cannot represent a value that is not a number; write it without quotes, e.g. 1.5.',
    zh: '须为数值（Float），不加引号，例如 1.5。',
  },
  {
    pattern: /^String cannot represent a non string value: .*$/s,
    en: 'String cannot represent a value that is not a string; put it in double quotes.',
    zh: '须为字符串（String），请加双引号。',
  },
  {
    pattern: /^Boolean cannot represent a non boolean value: .*$/s,
    en: 'Boolean cannot represent a value other than true and false, without quotes.',
    zh: '须为布尔值（Boolean）：true 或 false，不加引号。',
  },
  {
    pattern: /^ID cannot represent (?:a non-string and non-integer value|value): .*$/s,
    en: 'ID cannot represent a value that is neither a string nor a whole number.',
    zh: '标识（ID）须为字符串或整数。',
  },
  {
    pattern: /^Value ".*" does not exist in "(\w+)" enum\.$/s,
    en: 'The value is not one of enum "$1".',
    zh: '该值不是枚举 "$1" 的可选值。',
  },
  {
    pattern: /^Enum "(\w+)" cannot represent non-(?:string|enum) value: .*$/s,
    en: 'Enum "$1" takes one of its names: without quotes in a document, as a string in variables.',
    zh: '枚举 "$1" 须取其列出的名称：写在查询文档中不加引号，写在变量中加引号。',
  },
  {
    pattern: /^Expected (?:value of )?non-nullable type "([^"]+)" not to be null\.$/,
    zh: '类型 "$1" 的值不得为 null。',
  },
  { pattern: /^Expected type "([^"]+)" to be an object\.$/, zh: '须为对象，类型为 "$1"。' },
  {
    pattern: /^Field "([\w.]+)" of required type "([^"]+)" was not provided\.$/,
    zh: '缺少必填字段 "$1"（类型 "$2"）。',
  },
  { pattern: /^Field "(\w+)" is not defined by type "(\w+)"\.$/, zh: '类型 "$2" 没有字段 "$1"。' },
  {
    pattern: /^(\w+) must be a string such as "([^"]+)", not .*$/s,
    en: '$1 must be a string such as "$2".',
    zh: '须为字符串，例如 "$2"（$1）。',
  },
  {
    pattern: /^(?:Expected value of type|Expected type) "([^"]+)"[.,].*$/s,
    en: 'The value is not of type "$1".',
    zh: '值的类型不对，应为 "$1"。',
  },
  {
    pattern: /^Argument "(\w+)" has invalid value .*$/s,
    en: 'Argument "$1" has a value of the wrong type.',
    zh: '参数 "$1" 的值类型不对。',
  },
  {
    pattern: /^Argument "(\w+)" of required type "([^"]+)" was not provided\.$/,
    zh: '缺少必填参数 "$1"（类型 "$2"）。',
  },
  {
    pattern:
      /^Argument "(\w+)" of required type "([^"]+)" was provided the variable "(\$\w+)" which was not provided a runtime value\.$/,
    zh: '必填参数 "$1"（类型 "$2"）使用了变量 "$3"，但没有给出它的值。',
  },
  {
    pattern: /^Argument "(\w+)" of non-null type "([^"]+)" must not be null\.$/,
    zh: '参数 "$1"（类型 "$2"）不得为 null。',
  },
  {
    pattern: /^Variable "(\$\w+)" of required type "([^"]+)" was not provided\.$/,
    zh: '缺少变量 "$1"（类型 "$2"）的值。',
  },
  {
    pattern: /^Variable "(\$\w+)" of non-null type "([^"]+)" must not be null\.$/,
    zh: '变量 "$1"（类型 "$2"）不得为 null。',
  },
  { pattern: /^Too many errors processing variables, .*$/, zh: '变量的错误过多，其余未列出。' },
]

/** Messages about the document. */
const documentMessages: readonly Message[] = [
  { pattern: /^Cannot query field "(\w+)" on type "(\w+)"\.$/, zh: '类型 "$2" 没有字段 "$1"。' },
  { pattern: /^Unknown argument "(\w+)" on (?:field|directive) "([@\w.]+)"\.$/, zh: '"$2" 没有参数 "$1"。' },
  { pattern: /^Unknown type "(\w+)"\.$/, zh: '没有类型 "$1"。' },
  { pattern: /^Unknown fragment "(\w+)"\.$/, zh: '没有片段 "$1"。' },
  { pattern: /^Unknown directive "(@\w+)"\.$/, zh: '没有指令 "$1"。' },
  {
    pattern: /^GET requests only support query operations, not (\w+) operations$/,
    en: 'GET carries queries only; send a $1 by POST.',
    zh: 'GET 只能用于查询；$1 操作请用 POST 发送。',
  },
  { pattern: /^Schema is not configured to execute (\w+) operation\.$/, zh: '本接口不提供 $1 操作。' },
  { pattern: /^Variable "(\$\w+)" is not defined(?: by operation "(\w+)")?\.$/, zh: '变量 "$1" 未在操作中声明。' },
  { pattern: /^Variable "(\$\w+)" is never used(?: in operation "(\w+)")?\.$/, zh: '变量 "$1" 声明后没有使用。' },
  {
    pattern: /^Variable "(\$\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"\.$/,
    zh: '变量 "$1" 的类型为 "$2"，此处要求类型 "$3"。',
  },
  {
    pattern: /^Variable "(\$\w+)" cannot be non-input type "([^"]+)"\.$/,
    zh: '变量 "$1" 的类型 "$2" 不能用于输入。',
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "([^"]+)" is required, but it was not provided\.$/,
    zh: '字段 "$1" 缺少必填参数 "$2"（类型 "$3"）。',
  },
  {
    pattern: /^Directive "(@\w+)" argument "(\w+)" of type "([^"]+)" is required, but it was not provided\.$/,
    zh: '指令 "$1" 缺少必填参数 "$2"（类型 "$3"）。',
  },
  {
    pattern: /^Field "(\w+)" must not have a selection since type "([^"]+)" has no subfields\.$/,
    zh: '字段 "$1" 的类型 "$2" 没有下级字段，不能带 { … }。',
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have (?:a selection of subfields|at least one field selected)\.$/,
    zh: '字段 "$1" 的类型为 "$2"，须用 { … } 选择下级字段。',
  },
  { pattern: /^Fragment "(\w+)" is never used\.$/, zh: '片段 "$1" 没有使用。' },
  { pattern: /^Cannot spread fragment "(\w+)" within itself.*\.$/, zh: '片段 "$1" 不能直接或间接引用自身。' },
  { pattern: /^There can be only one (\w+(?: \w+)?) named "([@$]?\w+)"\.$/, zh: '名为 "$2" 的只能有一个（$1）。' },
  {
    pattern: /^This anonymous operation must be the only defined operation\.$/,
    zh: '文档中有多个操作时，每个操作都须命名。',
  },
  { pattern: /^The (.+) definition is not executable\.$/, zh: '$1 是类型定义，不能在请求中执行。' },
  { pattern: /^Maximum introspection depth exceeded$/, zh: '内省查询的嵌套过深。' },
  {
    pattern: /^Validation aborted\.$/,
    en: 'The document names the same fields too often to compare them; write each field once.',
    zh: '同名字段过多，无法逐一比较；每个字段请只写一次。',
  },
  { pattern: /^Too many validation errors, .*$/, zh: '错误过多，其余未列出。' },
]

export type KnownMessage = {
  readonly about: 'value' | 'document'
  readonly text: LocalizedText
  readonly names: string[]
}

/** Puts a message of graphql-js into both languages, free of values; undefined for one that is not known. */
export function translateGraphqlMessage(message: string): KnownMessage | undefined {
  const [statement = '', suggestion] = message.split(/ Did you mean (.*)\?$/s)
  const known = find(statement, valueMessages, 'value') ?? find(statement, documentMessages, 'document')
  if (!known || suggestion === undefined) return known
  const choices = suggestion.replace(/,? or /g, ' 或 ')
  const text = {
    'zh-CN': `${known.text['zh-CN']}您要写的是否为 ${choices}？`,
    en: `${known.text.en} Did you mean ${suggestion}?`,
  }
  return { ...known, text }
}

function find(message: string, table: readonly Message[], about: KnownMessage['about']): KnownMessage | undefined {
  for (const { pattern, en, zh } of table) {
    const match = pattern.exec(message)
    if (!match) continue
    const names = match.slice(1).map((name) => withoutNumbers(name ?? ''))
    const fill = (template: string) => template.replace(/\$(\d)/g, (_, index) => names[Number(index) - 1] ?? '')
    return { about, text: { 'zh-CN': fill(zh), en: en === undefined ? withoutNumbers(message) : fill(en) }, names }
  }
  return undefined
}

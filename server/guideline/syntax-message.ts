import type { LocalizedText } from '../../schema/rules/localized-text.js'

const messages: Readonly<Record<string, LocalizedText>> = {
  DUPLICATE_KEY: {
    'zh-CN': '这个键在同一处出现了两次，请删去一个。',
    en: 'This key stands here twice; remove one of them.',
  },
  NON_STRING_KEY: {
    'zh-CN': '键只能是文本，不能是列表或“键: 值”。',
    en: 'A key can only be a text, not a list or a mapping.',
  },
  TAB_AS_INDENT: { 'zh-CN': '缩进请用空格，不要用制表符。', en: 'Indent with spaces, not with tabs.' },
  BAD_INDENT: {
    'zh-CN': '缩进不对：同一层的各行应从同一列开始。',
    en: 'The indentation is off: lines of one level begin in the same column.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    'zh-CN': '一行里有两个“键: 值”；文字中含有冒号加空格时请加引号。',
    en: 'Two "key: value" stand in one line; put a text that contains a colon and a space in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    'zh-CN': '键后面缺少冒号，或者文字没有加引号。',
    en: 'A colon is missing after the key, or a text needs quotes.',
  },
  MISSING_CHAR: {
    'zh-CN': '缺少符号：请检查引号、括号、逗号和冒号后的空格是否成对、齐全。',
    en: 'A character is missing: look for an open quote or bracket, a comma, or the space after a colon.',
  },
  BAD_SCALAR_START: {
    'zh-CN': '以 @、` 等符号开头的文字请加引号。',
    en: 'A text that begins with a sign such as @ or ` needs quotes.',
  },
  BAD_ALIAS: {
    'zh-CN': '以 * 或 & 开头的文字请加引号；不要使用 YAML 别名。',
    en: 'A text that begins with * or & needs quotes; aliases are not used here.',
  },
  BAD_DQ_ESCAPE: {
    'zh-CN': '双引号里的反斜杠写法不对；可改用单引号。',
    en: 'This backslash means nothing inside double quotes; use single quotes instead.',
  },
  MULTIPLE_DOCS: {
    'zh-CN': '一个文件只能写一份申报指南，请删去“---”之后的内容或分成两个文件。',
    en: 'One file holds one guideline; remove what follows "---" or move it to a file of its own.',
  },
}

/** What a slip of YAML notation means for whoever wrote it. `detail` is the parser's own English sentence. */
export function syntaxMessage(code: string, detail: string): LocalizedText {
  return (
    messages[code] ?? {
      'zh-CN': `YAML 写法有误（${detail}）。含特殊符号的文字请加引号。`,
      en: `The YAML can't be read here: ${detail.replace(/\.$/, '')}. Put a text with special signs in quotes.`,
    }
  )
}

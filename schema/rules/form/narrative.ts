import { type Issue, issue } from '../issue.js'
import { type MarkdownBlock, type MarkdownPhrase, type NarrativeSource, readNarrative } from './narrative-source.js'
import { attachmentOf, isWebAddress } from './narrative-targets.js'
import { DEEPEST_LIST } from './parse-narrative.js'

export type NarrativeIssueCode =
  | 'TEXT_TOO_LONG'
  | 'TEXT_NOT_PRINTABLE'
  | 'NARRATIVE_HTML'
  | 'NARRATIVE_IMAGE'
  | 'NARRATIVE_LINK'
  | 'NARRATIVE_TABLE_TOO_WIDE'
  | 'NARRATIVE_TOO_DEEP'

/** Columns that fit on a page. */
const WIDEST_TABLE = 12

/** Control characters except line breaks and tabs, halves of a character, marks that turn the direction, private use. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]/u

/**
 * Signs that a fault can begin with: of HTML, links, images and tables, and of lists in one another. Most texts have none, and
 * needn't be taken apart, which is half the work of saving them.
 */
const MARKED = /[<>[|`\t]|^ {2}|^ *(?:[-*+]|\d+[.)]) +(?:[-*+]|\d+[.)])(?: |$)/m

const unmarked: NarrativeSource['tree'] = { type: 'root', children: [] }

/**
 * What is wrong with a narrative, at most one of each kind, with the line: TEXT_TOO_LONG, TEXT_NOT_PRINTABLE,
 * NARRATIVE_HTML, NARRATIVE_LINK (an address that is neither http nor https), NARRATIVE_IMAGE (one that isn't among the
 * attachments), NARRATIVE_TABLE_TOO_WIDE, NARRATIVE_TOO_DEEP.
 * @param maxCharacters that are accepted, as they were typed, marks included
 */
export function checkNarrative(
  text: string,
  { maxCharacters }: { maxCharacters: number },
): Issue<NarrativeIssueCode>[] {
  // A character has at most two units: whatever is longer needs not be counted, and is never parsed.
  const characters = text.length > 2 * maxCharacters ? Number.POSITIVE_INFINITY : [...text].length
  if (characters > maxCharacters) return [tooLong(maxCharacters)]
  const source = MARKED.test(text) ? readNarrative(text) : { text: text.replace(/\r\n?/g, '\n'), tree: unmarked }
  const found = new Map<NarrativeIssueCode, Issue<NarrativeIssueCode>>()
  for (const { code, offset } of faultsOf(source)) {
    const line = source.text.slice(0, offset).split('\n').length
    const [zhCN, en] = messages[code]
    if (!found.has(code)) found.set(code, issue(code, `第 ${line} 行：${zhCN}`, `Line ${line}: ${en}`))
  }
  return [...found.values()]
}

/** Keys of the attachments whose images a narrative shows, each once. */
export function imagesOfNarrative(text: string): string[] {
  const keys = new Set<string>()
  walk(readNarrative(text).tree.children, 0, (node) => {
    const key = node.type === 'image' && attachmentOf(node.url)
    if (key) keys.add(key)
  })
  return [...keys]
}

type Fault = { readonly code: keyof typeof messages; readonly offset: number }
type Node = MarkdownBlock | MarkdownPhrase

function faultsOf({ text, tree }: Pick<NarrativeSource, 'text' | 'tree'>): Fault[] {
  const faults: Fault[] = []
  const unprintable = UNPRINTABLE.exec(text)
  if (unprintable) faults.push({ code: 'TEXT_NOT_PRINTABLE', offset: unprintable.index })
  walk(tree.children, 0, (node, lists) => {
    const code = faultOf(node, lists)
    if (code) faults.push({ code, offset: node.position?.start.offset ?? 0 })
  })
  return faults
}

function faultOf(node: Node, lists: number): Fault['code'] | undefined {
  if (node.type === 'html') return 'NARRATIVE_HTML'
  if (node.type === 'link' && !isWebAddress(node.url)) return 'NARRATIVE_LINK'
  if (node.type === 'image' && attachmentOf(node.url) === undefined) return 'NARRATIVE_IMAGE'
  if (node.type === 'table' && (node.align?.length ?? 0) > WIDEST_TABLE) return 'NARRATIVE_TABLE_TOO_WIDE'
  if (node.type === 'list' && lists === DEEPEST_LIST) return 'NARRATIVE_TOO_DEEP'
}

/** Visits the nodes that are read, in their order; nothing is read in lists that lie too deep. */
function walk(nodes: readonly Node[], lists: number, visit: (node: Node, lists: number) => void) {
  for (const node of nodes) {
    visit(node, lists)
    if (node.type === 'list' && lists < DEEPEST_LIST)
      for (const item of node.children) walk(item.children, lists + 1, visit)
    else if (node.type === 'table')
      for (const row of node.children) for (const cell of row.children) walk(cell.children, lists, visit)
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'link')
      walk(node.children, lists, visit)
  }
}

function tooLong(maxCharacters: number) {
  return issue(
    'TEXT_TOO_LONG',
    `内容过长，最多 ${maxCharacters} 个字（含标记），请精简，或将部分内容作为附件。`,
    `It is too long: at most ${maxCharacters} characters, marks included; shorten it, or attach part of it.`,
  )
}

const messages = {
  TEXT_NOT_PRINTABLE: [
    '含有无法显示的字符，请删除后重新输入。',
    'it has characters that can not be printed; delete them and type them anew.',
  ],
  NARRATIVE_HTML: [
    '不接受 HTML 标记；需要打印小于号时，请写作 \\<。',
    'HTML is not accepted; write a sign of less than as \\<.',
  ],
  NARRATIVE_IMAGE: [
    '只能插入本申报书附件中的图片，写作 ![说明](attachment:附件行标识)。',
    'only images among the attachments are accepted, written ![caption](attachment:key of the row).',
  ],
  NARRATIVE_LINK: [
    '链接只接受以 http:// 或 https:// 开头的网址。',
    'only addresses that begin with http:// or https:// are accepted as links.',
  ],
  NARRATIVE_TABLE_TOO_WIDE: [
    `表格最多 ${WIDEST_TABLE} 列，更宽的表格请拆分，或作为附件。`,
    `a table has at most ${WIDEST_TABLE} columns; split a wider one, or attach it.`,
  ],
  NARRATIVE_TOO_DEEP: [
    `列表最多嵌套 ${DEEPEST_LIST} 层，请减少层级。`,
    `lists are nested at most ${DEEPEST_LIST} deep; use fewer levels.`,
  ],
} as const satisfies Partial<Record<NarrativeIssueCode, readonly [string, string]>>

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import type { Path } from './file-problem.js'
import { scalarPosition } from './scalar-position.js'
import { syntaxMessage } from './syntax-message.js'

/** A guideline is some 60 kB; what is much larger isn't one, and would only keep the parser busy. */
const MAX_CHARACTERS = 500_000

/** Slips after which the file as a whole can still be read. */
const LOCAL_SLIPS: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'NON_STRING_KEY'])

/** A problem of the notation, with the offset in the text. */
export type SyntaxProblem = { readonly offset: number; readonly message: LocalizedText }

/** A YAML text: what is wrong with its notation, the value in it, and where each part of that value stands. */
export class YamlSource {
  readonly problems: SyntaxProblem[] = []
  /** Undefined when the notation is too broken to read a value. */
  readonly value: unknown
  readonly #lines = new LineCounter()
  readonly #document: Document.Parsed | undefined

  constructor(readonly text: string) {
    if (text.length > MAX_CHARACTERS) {
      this.#problem(
        0,
        `文件超过 ${MAX_CHARACTERS} 个字符，不像是申报指南。`,
        `The file has more than ${MAX_CHARACTERS} characters, which no guideline needs.`,
      )
      return
    }
    this.#document = this.#parse()
    if (!this.#document) return
    const slips = [...this.#document.errors, ...this.#document.warnings]
    for (const { code, message, pos } of slips) {
      this.problems.push({ offset: pos[0], message: syntaxMessage(code, message) })
    }
    this.#refuseAliases(this.#document)
    const readable = slips.every(({ code }) => LOCAL_SLIPS.has(code)) && this.problems.length === slips.length
    if (readable) this.value = this.#document.toJS({ maxAliasCount: 0 })
  }

  /** Line and column, both from 1, of an offset in the text. */
  position(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.text.length))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }

  /**
   * Offset of what a path leads to: its value, its key, or a character of the text that stands there. Of something
   * that is missing, that of the part around it.
   */
  offset(path: Path, point: { readonly key?: boolean; readonly within?: number } = {}): number {
    let node: Node | null = this.#document?.contents ?? null
    let offset = start(node)
    for (const [i, step] of path.entries()) {
      let key: unknown = null
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === step)
        if (!pair) return offset
        key = pair.key
        node = pair.value as Node | null
      } else if (isSeq(node)) node = (node.items[Number(step)] ?? null) as Node | null
      else return offset
      const isLast = i === path.length - 1
      offset = isLast && point.key && isScalar(key) ? start(key) : (start(node) ?? offset)
    }
    if (point.within !== undefined && isScalar(node) && typeof node.value === 'string') {
      return scalarPosition(this.text, offset, node.value, point.within)
    }
    return offset
  }

  #parse(): Document.Parsed | undefined {
    try {
      const options = { lineCounter: this.#lines, prettyErrors: false, stringKeys: true, logLevel: 'silent' } as const
      const document = parseDocument(this.text, options)
      // The parser is recursive: brackets nested by the thousand use up its stack, which it may notice itself.
      if (!document.errors.some(({ message }) => message.startsWith('Maximum call stack'))) return document
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
    this.#problem(0, '文件嵌套太深，无法读取。', 'The file is nested too deeply to be read.')
    return undefined
  }

  #refuseAliases(document: Document.Parsed): void {
    visit(document, (_key, node) => {
      if (!isAlias(node)) return
      this.#problem(
        start(node),
        `请不要使用 YAML 别名 *${node.source}，把内容直接写在这里。`,
        `Write the content out here instead of the alias *${node.source}.`,
      )
    })
  }

  #problem(offset: number, zhCN: string, en: string): void {
    this.problems.push({ offset, message: { 'zh-CN': zhCN, en } })
  }
}

function start(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}

import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

type Root = ReturnType<typeof fromMarkdown>

/** A block of Markdown's tree. */
export type MarkdownBlock = Root['children'][number]
/** A piece of a line in it. */
export type MarkdownPhrase = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number]

/** A narrative as it was typed, with what Markdown makes of it: a tree whose offsets point into `text`. */
export type NarrativeSource = {
  readonly text: string
  readonly tree: Root
  /** Where formulas start in `text`, and where they end. */
  readonly formulas: ReadonlyMap<number, number>
}

/** Stands for what is in a formula while Markdown reads the rest; no text that is accepted has it. */
export const FORMULA_MASK = '\ue000'

/**
 * What Markdown has and a form doesn't need, left as it was typed. Most of it would change what people mean: `>50%` at the
 * start of a line is no quotation, a paragraph moved in by four blanks is no program, `[1]: 张三` is no definition of a
 * link, and a row of dashes under a line makes no heading. Emphasis is read by ourselves (see `narrative-inline.ts`).
 */
const disabled = [
  'attention',
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'setextUnderline',
]

/**
 * Reads the Markdown of a narrative. Formulas are hidden from it, so that neither `_` and `*` nor a line that starts with
 * `+` or `-` inside one mean anything to it.
 */
export function readNarrative(typed: string): NarrativeSource {
  const text = typed.replace(/\r\n?/g, '\n')
  const formulas = findFormulas(text)
  let masked = ''
  let end = 0
  for (const [from, to] of formulas) {
    masked += text.slice(end, from) + FORMULA_MASK.repeat(to - from)
    end = to
  }
  const tree = fromMarkdown(masked + text.slice(end), {
    extensions: [gfmTable(), { disable: { null: disabled } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { text, tree, formulas }
}

/**
 * `$…$` in one line and `$$…$$` over several, `\$` being a dollar. As in Pandoc no blank stands inside the single dollars
 * and no digit behind them, and words in Chinese only in `\text{}`: 从$500万到$800万 has prices and no formula.
 */
function findFormulas(text: string): Map<number, number> {
  const found = new Map<number, number>()
  const pattern = /\\[\s\S]|\$\$([\s\S]*?[^\s\\][\s\S]*?)\$\$|\$((?:\\.|[^$\\\n])+)\$(?!\d)/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, display, inline] = match
    if (display !== undefined || (inline !== undefined && isFormula(inline)))
      found.set(match.index, match.index + whole.length)
    // The second dollar of what is no formula may be the first of one.
    else if (inline !== undefined) pattern.lastIndex = match.index + whole.length - 1
  }
  return found
}

function isFormula(source: string): boolean {
  if (source.trim() !== source) return false
  return !/[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(source.replace(/\\(?:text|mathrm|mbox)\s*\{[^{}]*\}/g, ''))
}

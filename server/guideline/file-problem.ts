import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** Where something stands in a file: keys and positions in lists from the top. */
export type Path = readonly (string | number)[]

/** Something wrong with a guideline file, before its place is looked up in the text. */
export type Finding = {
  readonly path: Path
  readonly message: LocalizedText
  /** Points at the key instead of its value. */
  readonly key?: boolean
  /** Points at this character of the text that stands there, for expressions. */
  readonly within?: number
}

/** Something wrong with a file, for a person: lines and columns count from 1. */
export type FileProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Such as `rules[3].require`; empty for the file as a whole. */
  readonly path: string
  readonly message: LocalizedText
}

/** Gathers findings, so that one check reports all of them. */
export class Findings {
  readonly list: Finding[] = []

  add(at: { readonly path: Path }, zhCN: string, en: string, point: Pick<Finding, 'key' | 'within'> = {}): void {
    this.list.push({ path: at.path, message: { 'zh-CN': zhCN, en }, ...point })
  }
}

/** A path as a person reads it: `categories[0].offices[1]`, `clauses["1.3.5"].label`. */
export function pathText(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      return /^[A-Za-z][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
    })
    .join('')
    .replace(/^\./, '')
}

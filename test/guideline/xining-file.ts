import { readFileSync } from 'node:fs'
import { type LoadedGuideline, loadGuideline } from '../../server/guideline/load-guideline.js'

/** The guideline file of Xining, as text. */
export const xiningText = readFileSync(
  new URL('../../server/guideline/notices/xining-2024.yaml', import.meta.url),
  'utf8',
)

/** Xining's file with one passage replaced; the passage must stand there, or the test would test nothing. */
export function xiningWith(passage: string, replacement: string): string {
  const at = xiningText.indexOf(passage)
  if (at < 0) throw new Error(`not in the file: ${passage}`)
  return xiningText.slice(0, at) + replacement + xiningText.slice(at + passage.length)
}

/** The problems of a file, each as the command line prints it in English. */
export function problemsOf(text: string): string[] {
  return shown(loadGuideline(text, 'x.yaml'))
}

/** What is wrong with a file, or else its warnings, as `line:column path: message`. */
export function shown(loaded: LoadedGuideline): string[] {
  const problems = loaded.ok ? loaded.warnings : loaded.problems
  return problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message.en}`)
}

/** Line and column, both from 1, of a mark in a text. */
export function placeOf(text: string, mark: string): string {
  const before = text.slice(0, text.indexOf(mark)).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

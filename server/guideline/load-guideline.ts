import type { Edition } from '../../schema/rules/edition.js'
import { checkCalendar } from './check-calendar.js'
import { checkCalls, checkFundingRanges } from './check-calls.js'
import { checkExpressions, findUnusedParameters } from './check-expressions.js'
import { checkParameters } from './check-parameters.js'
import { checkReferences } from './check-references.js'
import { FileNode } from './file-node.js'
import { type FileProblem, type Finding, Findings, pathText } from './file-problem.js'
import { guidelineFile } from './guideline-file.js'
import { shapeProblems } from './shape-problems.js'
import { sharedCalendar, toCalendar } from './shared-calendar.js'
import { toEdition } from './to-edition.js'
import { YamlSource } from './yaml-source.js'

/** What loading a file gives. Warnings are doubtful, but no reason to refuse the file. */
export type LoadedGuideline =
  | { readonly ok: true; readonly edition: Edition; readonly warnings: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

const checks = [
  checkReferences,
  checkCalls,
  checkFundingRanges,
  checkParameters,
  checkCalendar,
  checkExpressions,
] as const

/**
 * Reads a guideline file. Everything that is wrong with it is reported at once, with line and column, in the order of
 * the file: notation, shape, references, dates, amounts, and the syntax and types of every expression.
 *
 * @param text the file's content, YAML
 * @param file its name, for the problems
 */
export function loadGuideline(text: string, file: string): LoadedGuideline {
  const source = new YamlSource(text)
  const syntax = source.problems.map(({ offset, message }) => ({ file, ...source.position(offset), path: '', message }))
  if (source.value === undefined) return { ok: false, problems: inOrder(syntax) }

  const node = new FileNode(source.value)
  const shape = guidelineFile.safeParse(source.value, { reportInput: true })
  const findings = new Findings()
  for (const check of checks) check(node, findings)

  const place = (found: readonly Finding[]) => found.map((finding) => placed(file, source, finding))
  const wrong = [...(shape.success ? [] : shapeProblems(shape.error.issues)), ...findings.list]
  const problems = inOrder([...syntax, ...place(wrong)])
  if (!shape.success || problems.length > 0) return { ok: false, problems }

  const { calendar } = shape.data
  const edition = toEdition(shape.data, typeof calendar === 'string' ? known(calendar) : toCalendar(calendar))
  const doubts = new Findings()
  findUnusedParameters(node, doubts)
  return { ok: true, edition, warnings: inOrder(place(doubts.list)) }
}

function known(name: string) {
  const calendar = sharedCalendar(name)
  if (!calendar) throw new Error(`no calendar ${name}`)
  return calendar
}

function placed(file: string, source: YamlSource, { path, message, ...point }: Finding): FileProblem {
  return { file, ...source.position(source.offset(path, point)), path: pathText(path), message }
}

/** By place; the same sentence twice at one place is said once. */
function inOrder(problems: readonly FileProblem[]): FileProblem[] {
  const seen = new Set<string>()
  return problems
    .filter(({ line, column, message }) => {
      const said = `${line}:${column} ${message.en}`
      return !seen.has(said) && seen.add(said)
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

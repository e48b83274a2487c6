import type { ASTNode } from '@marcbachmann/cel-js'
import type { LocalizedText } from './localized-text.js'
import { type ObjectType, type RuleType, unknown } from './rule-type.js'
import type { RuleValue, Run } from './rule-value.js'

/** Something wrong with an expression, with the offsets in its source that it concerns: `start` in, `end` out. */
export type ExpressionProblem = { readonly start: number; readonly end: number; readonly message: LocalizedText }

/** A part of an expression: the type of what it gives, how to get it, and the value itself if it is written there. */
export type Compiled = { readonly type: RuleType; readonly run: Run; readonly literal?: RuleValue }

/** A part whose value is written in the expression. */
export function literalOf(type: RuleType, literal: RuleValue): Compiled {
  return { type, literal, run: () => literal }
}

/** A variable that a macro binds, such as `p` in `partners.all(p, …)`. */
type Local = { readonly name: string; readonly type: RuleType }

/** The work on one expression. Problems are gathered, so that one check reports all of them. */
export class Compilation {
  readonly problems: ExpressionProblem[] = []
  readonly locals: Local[] = []

  constructor(
    readonly scope: ObjectType,
    /** Compiles a part; handed in because parts contain each other. */
    readonly compile: (node: ASTNode, compilation: Compilation) => Compiled,
  ) {}

  part(node: ASTNode): Compiled {
    return this.compile(node, this)
  }

  /** Reports a problem; what it gives stands for the broken part, so that nothing else is reported because of it. */
  problem(at: { readonly start: number; readonly end: number }, zhCN: string, en: string): Compiled {
    this.problems.push({ start: at.start, end: at.end, message: { 'zh-CN': zhCN, en } })
    return broken
  }
}

export const broken: Compiled = {
  type: unknown,
  run: () => {
    throw new Error('an expression with problems must not be run')
  },
}

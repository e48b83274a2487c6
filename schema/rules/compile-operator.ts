import type { ASTNode, BinaryOperator } from '@marcbachmann/cel-js'
import { broken, type Compilation, type Compiled } from './compilation.js'
import { bool, type Domain, money, type RuleType, typeName } from './rule-type.js'
import { Missing, type RuleValue, type Run } from './rule-value.js'

type BinaryNode = Extract<ASTNode, { op: BinaryOperator }>

type Test = (left: RuleValue, right: RuleValue) => RuleValue

const comparisons: Partial<Record<BinaryOperator, Test>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

const sums: Partial<Record<BinaryOperator, (left: bigint, right: bigint) => bigint>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
}

const ordered: readonly RuleType['kind'][] = ['int', 'money', 'date']
const equatable: readonly RuleType['kind'][] = [...ordered, 'bool', 'string']

/** Compiles comparisons, arithmetic on whole numbers and amounts, and `in`. */
export function compileBinary(node: BinaryNode, compilation: Compilation): Compiled {
  const [left, right] = [compilation.part(node.args[0]), compilation.part(node.args[1])]
  if (node.op === 'in') return compileIn(node, left, right, compilation)
  const compare = comparisons[node.op]
  if (compare) return compileComparison(node, left, right, compare, compilation)
  return compileArithmetic(node, left, right, compilation)
}

/** A value made from two others; undecided when one of them is, and then hanging on what both hang on. */
function lift({ literal, run: left }: Compiled, { literal: constant, run: right }: Compiled, of: Test): Run {
  // Most have a written value on one side: going there for it would cost as much as the rest.
  if (constant !== undefined) {
    return (frame) => {
      const a = left(frame)
      return a instanceof Missing ? a : of(a, constant)
    }
  }
  if (literal !== undefined) {
    return (frame) => {
      const b = right(frame)
      return b instanceof Missing ? b : of(literal, b)
    }
  }
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    if (a instanceof Missing) return b instanceof Missing ? a.and(b) : a
    return b instanceof Missing ? b : of(a, b)
  }
}

/** Reports texts written in the expression that the other side can never have. */
function checkMembers(domain: Domain, node: ASTNode, type: RuleType, compilation: Compilation): void {
  if (node.op === 'list') {
    // Each literal by itself, so that the message stands where the slip is.
    for (const element of node.args) {
      if (element.op !== 'value' || typeof element.args !== 'string') continue
      checkMembers(domain, element, { kind: 'string', literals: [element.args] }, compilation)
    }
    return
  }
  const text = type.kind === 'list' ? type.of : type
  if (text.kind !== 'string' || !text.literals) return
  for (const literal of text.literals.filter((value) => !domain.values.includes(value))) {
    const known = domain.values.filter((value) => value !== '').join(', ')
    compilation.problem(
      node,
      `“${literal}”不是 ${domain.name} 的取值；可用的有：${known}。`,
      `"${literal}" is no value of ${domain.name}; it has: ${known}.`,
    )
  }
}

function compileComparison(
  node: BinaryNode,
  left: Compiled,
  right: Compiled,
  compare: Test,
  compilation: Compilation,
): Compiled {
  const fit = compileOperands(node, left.type, right.type, compilation)
  const kinds = node.op === '==' || node.op === '!=' ? equatable : ordered
  if (fit && left.type.kind !== 'unknown' && !kinds.includes(left.type.kind)) {
    compilation.problem(
      node,
      `${typeName(left.type)['zh-CN']}不能用 ${node.op} 比较。`,
      `Values of type ${typeName(left.type).en} can't be compared with ${node.op}.`,
    )
  }
  return { type: bool, run: lift(left, right, compare) }
}

function compileOperands(node: BinaryNode, left: RuleType, right: RuleType, compilation: Compilation): boolean {
  if (left.kind === 'unknown' || right.kind === 'unknown') return true
  if (left.kind !== right.kind) {
    mismatch(node, left, right, compilation)
    return false
  }
  if (left.kind === 'string' && right.kind === 'string') {
    if (left.domain) checkMembers(left.domain, node.args[1], right, compilation)
    if (right.domain) checkMembers(right.domain, node.args[0], left, compilation)
    checkDomains(node, left.domain, right.domain, compilation)
  }
  return true
}

function compileIn(node: BinaryNode, left: Compiled, right: Compiled, compilation: Compilation): Compiled {
  if (right.type.kind !== 'list') {
    if (right.type.kind === 'unknown') return { type: bool, run: broken.run }
    compilation.problem(node.args[1], 'in 的右边应为列表。', 'There must be a list to the right of in.')
    return { type: bool, run: broken.run }
  }
  const of = right.type.of
  const known = left.type.kind !== 'unknown' && of.kind !== 'unknown'
  if (known && (left.type.kind !== of.kind || !equatable.includes(of.kind))) {
    mismatch(node, left.type, right.type, compilation)
  } else if (left.type.kind === 'string' && of.kind === 'string') {
    if (left.type.domain) checkMembers(left.type.domain, node.args[1], right.type, compilation)
    if (of.domain) checkMembers(of.domain, node.args[0], left.type, compilation)
    checkDomains(node, left.type.domain, of.domain, compilation)
  }
  return {
    type: bool,
    run: lift(left, right, (value, list) => (list as readonly RuleValue[]).includes(value)),
  }
}

function compileArithmetic(node: BinaryNode, left: Compiled, right: Compiled, compilation: Compilation): Compiled {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return broken
  const operation = sums[node.op]
  if (!operation) {
    return compilation.problem(
      node,
      `不支持 ${node.op}：除法会产生小数。请改用乘法，例如 a * 100 <= b * 30。`,
      `${node.op} isn't available, because it would make fractions; multiply instead, as in a * 100 <= b * 30.`,
    )
  }
  const type = resultType(node.op, left.type, right.type)
  if (!type) return mismatch(node, left.type, right.type, compilation)
  return { type, run: lift(left, right, (a, b) => operation(a as bigint, b as bigint)) }
}

function resultType(op: BinaryOperator, left: RuleType, right: RuleType): RuleType | null {
  const kinds = [left.kind, right.kind]
  if (kinds.some((kind) => kind !== 'int' && kind !== 'money')) return null
  if (op === '*') return kinds.every((kind) => kind === 'money') ? null : kinds.includes('money') ? money : left
  return left.kind === right.kind ? left : null
}

function checkDomains(node: BinaryNode, left: Domain | undefined, right: Domain | undefined, compilation: Compilation) {
  if (!left || !right || left.name === right.name) return
  compilation.problem(
    node,
    `${left.name} 与 ${right.name} 的取值不同，不能放在一起比较。`,
    `${left.name} and ${right.name} have different values, so they can't be compared.`,
  )
}

function mismatch(node: BinaryNode, left: RuleType, right: RuleType, compilation: Compilation): Compiled {
  const kinds = [left.kind, right.kind]
  const amount = kinds.includes('money') && kinds.includes('int')
  return compilation.problem(
    node,
    `${typeName(left)['zh-CN']}和${typeName(right)['zh-CN']}之间不能用 ${node.op}。` +
      (amount ? '金额请写成 yuan(…) 或 wan(…)。' : ''),
    `${node.op} doesn't go with ${typeName(left).en} and ${typeName(right).en}.` +
      (amount ? ' Write an amount as yuan(…) or wan(…).' : ''),
  )
}

import type { ASTNode } from '@marcbachmann/cel-js'
import { broken, type Compilation, type Compiled, literalOf } from './compilation.js'
import { parseLocalDate } from './local-date.js'
import { type RuleFunction, ruleFunctions, ruleMethods } from './rule-functions.js'
import { macros } from './rule-macros.js'
import { bool, date, kindName, typeName, unknown } from './rule-type.js'
import { Missing, type RuleValue, type Run } from './rule-value.js'

type CallNode = Extract<ASTNode, { op: 'call' }>
type MethodNode = Extract<ASTNode, { op: 'rcall' }>

/** Compiles `name(…)`. */
export function compileCall(node: CallNode, compilation: Compilation): Compiled {
  const [name, args] = node.args
  if (name === 'date') return compileDate(node, compilation)
  if (name === 'has') {
    return compilation.problem(
      node,
      '不能使用 has()：没有填写的事实是未知，不是“没有”。',
      "has() isn't available: a fact that nobody has given is unknown, not absent.",
    )
  }
  const called = ruleFunctions.get(name)
  if (!called) return unknownFunction(node, name, [...ruleFunctions.keys(), 'date'], compilation)
  return apply(node, name, called, args, compilation)
}

/** Compiles `value.name(…)`, macros such as `partners.all(p, …)` among them. */
export function compileMethod(node: MethodNode, compilation: Compilation): Compiled {
  const [name, receiver, args] = node.args
  if (macros.has(name)) return compileMacro(node, compilation)
  const called = ruleMethods.get(name)
  if (!called) return unknownFunction(node, name, [...ruleMethods.keys(), ...macros.keys()], compilation)
  return apply(node, name, called, [receiver, ...args], compilation)
}

function compileDate(node: CallNode, compilation: Compilation): Compiled {
  const [text, ...more] = node.args[1]
  if (text?.op !== 'value' || typeof text.args !== 'string' || more.length > 0) {
    return compilation.problem(
      node,
      'date() 里应直接写出日期，例如 date("2022-12-31")。',
      'date() takes a day written out, such as date("2022-12-31").',
    )
  }
  const parsed = parseLocalDate(text.args)
  if (parsed.ok) return literalOf(date, parsed.value)
  for (const { message } of parsed.issues) compilation.problem(text, message['zh-CN'], message.en)
  return { type: date, run: broken.run }
}

function apply(
  node: ASTNode,
  name: string,
  called: RuleFunction,
  args: readonly ASTNode[],
  compilation: Compilation,
): Compiled {
  const compiled = args.map((arg) => compilation.part(arg))
  if (args.length !== called.parameters.length) {
    compilation.problem(node, `${name} 的参数个数不对。`, `${name} has the wrong number of arguments.`)
    return { type: called.result, run: broken.run }
  }
  for (const [index, kind] of called.parameters.entries()) {
    const [arg, given] = [args[index], compiled[index]]
    if (!arg || !given || given.type.kind === kind || given.type.kind === 'unknown') continue
    const [expected, found] = [kindName(kind), typeName(given.type)]
    compilation.problem(
      arg,
      `${name} 这里需要${expected['zh-CN']}，而不是${found['zh-CN']}。`,
      `${name} needs ${expected.en} here, not ${found.en}.`,
    )
  }
  const apply = called.run as (...values: RuleValue[]) => RuleValue
  if (args.every(({ op }, place) => op === 'value' && compiled[place]?.type.kind === called.parameters[place])) {
    return literalOf(called.result, apply(...args.map(({ args: written }) => written as RuleValue)))
  }
  return { type: called.result, run: invoke(apply, compiled) }
}

function invoke(apply: (...values: RuleValue[]) => RuleValue, args: readonly Compiled[]): Run {
  const runs = args.map((arg) => arg.run)
  return (frame) => {
    const values: RuleValue[] = []
    let missing: Missing | undefined
    for (const run of runs) {
      const value = run(frame)
      if (value instanceof Missing) missing = missing ? missing.and(value) : value
      else values.push(value)
    }
    return missing ?? apply(...values)
  }
}

function compileMacro(node: MethodNode, compilation: Compilation): Compiled {
  const [name, receiver, [variable, body, ...more]] = node.args
  const macro = macros.get(name)
  const list = compilation.part(receiver)
  if (!macro || variable?.op !== 'id' || !body || more.length > 0) {
    return compilation.problem(
      node,
      `${name} 应写成 列表.${name}(变量, 条件)。`,
      `${name} is written as list.${name}(variable, condition).`,
    )
  }
  if (list.type.kind !== 'list' && list.type.kind !== 'unknown') {
    return compilation.problem(receiver, `${name} 的前面应为列表。`, `There must be a list before ${name}.`)
  }
  const of = list.type.kind === 'list' ? list.type.of : unknown
  const index = compilation.locals.length
  compilation.locals.push({ name: variable.args, type: of })
  const condition = compilation.part(body)
  compilation.locals.pop()
  if (condition.type.kind !== 'bool' && condition.type.kind !== 'unknown') {
    compilation.problem(body, `${name} 的条件应为真假值。`, `The condition of ${name} must be bool.`)
  }
  return { type: macro.result === 'list' ? list.type : bool, run: macro.run(list.run, condition.run, index) }
}

function unknownFunction(node: ASTNode, name: string, known: readonly string[], compilation: Compilation): Compiled {
  return compilation.problem(
    node,
    `没有名为 ${name} 的函数；可用的有：${known.join(', ')}。`,
    `There is no function ${name} here; available are: ${known.join(', ')}.`,
  )
}

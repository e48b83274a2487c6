import { type ASTNode, ParseError, parse } from '@marcbachmann/cel-js'
import { broken, Compilation, type Compiled, type ExpressionProblem, literalOf } from './compilation.js'
import { compileCall, compileMethod } from './compile-call.js'
import { compileBinary } from './compile-operator.js'
import {
  bool,
  type ExpectedType,
  int,
  kindName,
  type ObjectType,
  type RuleType,
  type TypedField,
  typeName,
  unify,
  unknown,
} from './rule-type.js'
import { type ListedObject, Missing, type RuleValue, type Run } from './rule-value.js'

/**
 * Every problem of an expression, in the order of its text; none when it can be used.
 *
 * The language is a part of CEL (Common Expression Language): no floats and no division, so nothing is rounded; no
 * `has`, no index and no null, so a missing fact can't be mistaken for an answer. Nothing of it fails while it runs,
 * except reckoning a date past the year 9999.
 */
export function checkExpression(scope: ObjectType, source: string, expected: ExpectedType): ExpressionProblem[] {
  return compile(scope, source, expected).problems
}

/**
 * An expression ready to run.
 * @throws Error when it has problems: a guideline is checked when it is loaded, so this is a fault of the program.
 */
export function compileExpression(scope: ObjectType, source: string, expected: ExpectedType): Run {
  const { run, problems } = compile(scope, source, expected)
  if (problems.length > 0) throw new Error(`${source}: ${problems.map(({ message }) => message.en).join(' ')}`)
  return run
}

function compile(scope: ObjectType, source: string, expected: ExpectedType) {
  const compilation = new Compilation(scope, compileNode)
  const { type, run } = compileSource(source, compilation)
  if (type.kind !== 'unknown' && type.kind !== expected) {
    const [needed, found] = [kindName(expected), typeName(type)]
    compilation.problem(
      { start: 0, end: source.length },
      `表达式的结果应为${needed['zh-CN']}，而不是${found['zh-CN']}。`,
      `The expression must give ${needed.en}, not ${found.en}.`,
    )
  }
  return { run, problems: compilation.problems.sort((a, b) => a.start - b.start || a.end - b.end) }
}

function compileSource(source: string, compilation: Compilation): Compiled {
  try {
    return compilation.part(parse(source).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return compilation.problem(
      error.range ?? { start: 0, end: source.length },
      `表达式的写法有误（${error.summary}）。`,
      `The expression can't be read: ${error.summary}.`,
    )
  }
}

function compileNode(node: ASTNode, compilation: Compilation): Compiled {
  switch (node.op) {
    case 'value':
      return compileLiteral(node, node.args, compilation)
    case 'id':
      return compileName(node, node.args, compilation)
    case '.':
      return compileField(node, node.args[0], node.args[1], compilation)
    case 'call':
      return compileCall(node, compilation)
    case 'rcall':
      return compileMethod(node, compilation)
    case 'list':
      return compileList(node, node.args, compilation)
    case '&&':
      return compileLogic(node.args, false, compilation)
    case '||':
      return compileLogic(node.args, true, compilation)
    case '!_':
      return compileNot(node.args, compilation)
    case '-_':
      return compileMinus(node.args, compilation)
    case '?:':
      return compileChoice(node, node.args, compilation)
    case '[]':
    case '[?]':
    case '.?':
    case 'map':
      return compilation.problem(
        node,
        '规则里不能用下标和映射；列表请用 all、exists、filter。',
        'Indexes and maps are not available in rules; use all, exists or filter on a list.',
      )
    default:
      return compileBinary(node, compilation)
  }
}

function compileLiteral(node: ASTNode, value: unknown, compilation: Compilation): Compiled {
  if (typeof value === 'boolean') return literalOf(bool, value)
  if (typeof value === 'bigint') return literalOf(int, value)
  if (typeof value === 'string') return literalOf({ kind: 'string', literals: [value] }, value)
  return compilation.problem(
    node,
    '规则里只能写整数、文本、true 和 false；金额写成 yuan(…) 或 wan(…)，未填写的事实不必与 null 比较。',
    'Only whole numbers, texts, true and false can be written in rules; an amount is yuan(…) or wan(…), and a missing fact needs no null.',
  )
}

function compileName(node: ASTNode, name: string, compilation: Compilation): Compiled {
  const index = compilation.locals.findLastIndex((local) => local.name === name)
  const local = compilation.locals[index]
  if (local) return { type: local.type, run: (frame) => frame.locals[index] as RuleValue }
  const field = compilation.scope.fields.get(name)
  if (!field) return unknownName(node, name, compilation.scope, compilation)
  return readAt(field)
}

/** An object has no value of its own: what is read are its facts. */
function readAt({ type, place }: TypedField): Compiled {
  if (type.kind === 'object') return { type, run: () => '' }
  return { type, run: (frame) => frame.value(place) }
}

function compileField(node: ASTNode, left: ASTNode, name: string, compilation: Compilation): Compiled {
  const of = compilation.part(left)
  if (of.type.kind === 'unknown') return broken
  if (of.type.kind !== 'object') {
    const found = typeName(of.type)
    return compilation.problem(node, `${found['zh-CN']}没有字段。`, `A value of type ${found.en} has no fields.`)
  }
  const field = of.type.fields.get(name)
  if (!field) return unknownName(node, name, of.type, compilation)
  if (!of.type.listed) return readAt(field)
  const { run } = of
  // An object is never missing itself, only its facts are.
  return { type: field.type, run: (frame) => frame.value((run(frame) as ListedObject).first + field.place) }
}

function compileList(node: ASTNode, elements: readonly ASTNode[], compilation: Compilation): Compiled {
  const compiled = elements.map((element) => compilation.part(element))
  let of: RuleType = compiled[0]?.type ?? unknown
  for (const { type } of compiled.slice(1)) {
    const unified = unify(of, type)
    if (!unified) {
      return compilation.problem(
        node,
        '列表里的各项应为同一类型。',
        'The elements of a list must all be of the same type.',
      )
    }
    of = unified
  }
  const type: RuleType = { kind: 'list', of }
  if (elements.every(({ op }) => op === 'value')) {
    return literalOf(
      type,
      elements.map(({ args }) => args as RuleValue),
    )
  }
  const run: Run = (frame) => {
    const values: RuleValue[] = []
    let missing: Missing | undefined
    for (const element of compiled) {
      const value = element.run(frame)
      if (value instanceof Missing) missing = missing ? missing.and(value) : value
      else values.push(value)
    }
    return missing ?? values
  }
  return { type, run }
}

/** `&&` and `||`: the `decisive` value on one side decides, whatever is missing on the other. */
function compileLogic(args: readonly [ASTNode, ASTNode], decisive: boolean, compilation: Compilation): Compiled {
  const left = expectBool(args[0], compilation)
  const right = expectBool(args[1], compilation)
  const run: Run = (frame) => {
    const a = left(frame)
    if (a === decisive) return decisive
    const b = right(frame)
    if (b === decisive) return decisive
    if (a instanceof Missing) return b instanceof Missing ? a.and(b) : a
    return b
  }
  return { type: bool, run }
}

function compileNot(arg: ASTNode, compilation: Compilation): Compiled {
  const of = expectBool(arg, compilation)
  return {
    type: bool,
    run: (frame) => {
      const value = of(frame)
      return value instanceof Missing ? value : !value
    },
  }
}

function compileMinus(arg: ASTNode, compilation: Compilation): Compiled {
  const { type, run } = compilation.part(arg)
  if (type.kind !== 'int' && type.kind !== 'money') {
    if (type.kind === 'unknown') return broken
    return compilation.problem(arg, '负号后面应为整数或金额。', 'A minus needs a whole number or an amount after it.')
  }
  return {
    type,
    run: (frame) => {
      const value = run(frame)
      return value instanceof Missing ? value : -(value as bigint)
    },
  }
}

function compileChoice(node: ASTNode, args: readonly [ASTNode, ASTNode, ASTNode], compilation: Compilation): Compiled {
  const condition = expectBool(args[0], compilation)
  const [yes, no] = [compilation.part(args[1]), compilation.part(args[2])]
  const type = unify(yes.type, no.type)
  if (!type) {
    return compilation.problem(
      node,
      '“? :”两边应为同一类型的值。',
      'Both sides of "? :" must be values of the same type.',
    )
  }
  return {
    type,
    run: (frame) => {
      const answer = condition(frame)
      if (answer instanceof Missing) return answer
      return answer ? yes.run(frame) : no.run(frame)
    },
  }
}

function expectBool(node: ASTNode, compilation: Compilation): Run {
  const { type, run } = compilation.part(node)
  if (type.kind !== 'bool' && type.kind !== 'unknown') {
    const found = typeName(type)
    compilation.problem(node, `这里需要真假值，而不是${found['zh-CN']}。`, `Here bool is needed, not ${found.en}.`)
  }
  return run
}

function unknownName(node: ASTNode, name: string, of: ObjectType, compilation: Compilation): Compiled {
  const known = [...of.fields.keys()].join(', ')
  const place = of.name ? `${of.name}.` : ''
  return compilation.problem(
    node,
    `没有名为 ${place}${name} 的事实或参数；可用的有：${known}。`,
    `There is no fact or parameter ${place}${name}; available are: ${known}.`,
  )
}

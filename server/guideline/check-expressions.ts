import type { ParameterType } from '../../schema/enums.js'
import { checkExpression } from '../../schema/rules/compile-expression.js'
import type { Direction, Parameter } from '../../schema/rules/edition.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { ruleScope } from '../../schema/rules/rule-scope.js'
import type { ExpectedType, ObjectType } from '../../schema/rules/rule-type.js'
import { directionsOf } from './check-references.js'
import type { FileNode } from './file-node.js'
import type { Findings } from './file-problem.js'
import { parameterTypeOf } from './parameter-type.js'

/** Syntax and types of every expression; JUDGE rules with a condition and other rules without one. */
export function checkExpressions(file: FileNode, findings: Findings): void {
  const scope = scopeOf(file)
  for (const rule of file.get('rules').items) {
    checkLevel(rule, findings)
    checkText(scope, rule.get('when'), 'bool', findings)
    checkText(scope, rule.get('require'), 'bool', findings)
  }
  for (const attachment of file.get('attachments').items) checkText(scope, attachment.get('when'), 'bool', findings)
  for (const route of file.get('routes').items) {
    checkText(scope, route.get('when'), 'bool', findings)
    for (const choice of route.get('authorities').items) checkChoice(file, scope, choice, findings)
  }
}

/** Parameters that no expression reads: most likely a rule was meant to, so they are worth a warning. */
export function findUnusedParameters(file: FileNode, findings: Findings): void {
  const expressions = ['rules', 'attachments', 'routes']
    .flatMap((list) => file.get(list).items)
    .flatMap((node) => [node.get('when').text ?? '', node.get('require').text ?? ''])
    .join('\n')
  const used = new Set([...expressions.matchAll(/\bparameters\s*\.\s*(\w+)/g)].map(([, name]) => name))
  for (const [name, parameter] of file.get('parameters').entries) {
    if (used.has(name)) continue
    findings.add(
      parameter,
      `没有规则使用参数 ${name}；请在规则中写 parameters.${name}，或删去它。`,
      `No rule uses the parameter ${name}; write parameters.${name} in a rule, or remove it.`,
      { key: true },
    )
  }
}

function checkLevel(rule: FileNode, findings: Findings): void {
  const level = rule.get('level').text
  if (level === 'JUDGE' && rule.get('require').present) {
    findings.add(
      rule.get('require'),
      'JUDGE 规则由人工判断，请删去 require，或改用其他级别。',
      'A JUDGE rule is decided by a person; remove require, or choose another level.',
      { key: true },
    )
  }
  if (level !== undefined && level !== 'JUDGE' && !rule.get('require').present) {
    findings.add(
      rule.get('require'),
      `${level} 规则须写条件 require；由人工判断的请用 level: JUDGE。`,
      `A ${level} rule needs a condition, require; what a person decides has level: JUDGE.`,
    )
  }
}

function checkText(scope: ObjectType, node: FileNode, expected: ExpectedType, findings: Findings): void {
  if (node.text === undefined || !/\S/.test(node.text)) return
  for (const { start, message } of checkExpression(scope, node.text, expected)) {
    findings.add(node, message['zh-CN'], message.en, { within: start })
  }
}

function checkChoice(file: FileNode, scope: ObjectType, choice: FileNode, findings: Findings): void {
  const fact = choice.get('fact')
  checkText(scope, fact, 'string', findings)
  const table = choice.get('codes')
  const list = { 'applicant.district': 'districts', 'applicant.park': 'parks' }[fact.text ?? '']
  if (!list || !table.present) return
  const areas = file
    .get('city')
    .get(list)
    .items.flatMap((area) => area.get('code').text ?? [])
  for (const [code, node] of table.entries) {
    if (areas.includes(code)) continue
    const message: LocalizedText = {
      'zh-CN': `city.${list} 中没有 ${code}。`,
      en: `There is no ${code} in city.${list}.`,
    }
    findings.add(node, message['zh-CN'], message.en, { key: true })
  }
  const absent = areas.filter((code) => !table.get(code).present)
  if (absent.length > 0) {
    findings.add(
      table,
      `缺少 ${absent.join('、')} 的推荐单位。`,
      `The authorities of ${absent.join(', ')} are missing.`,
    )
  }
}

/** The names that rules may use, as far as the file can be read. */
function scopeOf(file: FileNode): ObjectType {
  const city = file.get('city')
  const coded = (nodes: readonly FileNode[]) =>
    nodes.flatMap((node) => node.get('code').text ?? []).map((code) => ({ code, name: noText }))
  const direction = (code: string): Direction => ({
    code,
    name: noText,
    label: '',
    clause: '',
    offices: [],
    children: [],
  })
  const directions = directionsOf(file).flatMap((node) => node.get('code').text ?? [])
  return ruleScope({
    city: {
      code: '',
      name: noText,
      timeZone: '',
      areaCode: '',
      districts: coded(city.get('districts').items),
      parks: coded(city.get('parks').items),
    },
    categories: coded(file.get('categories').items).map((named, i) => ({
      ...named,
      clause: '',
      fundingModes: [],
      fundingNote: noText,
      fundingRange: null,
      offices: [],
      priorities: [],
      directions: i === 0 ? directions.map(direction) : [],
    })),
    attachments: coded(file.get('attachments').items).map((named) => ({
      ...named,
      clause: '',
      categories: [],
      when: null,
      optional: false,
      condition: noText,
    })),
    parameters: file.get('parameters').entries.map(([name, node]) => readParameter(name, node)),
  })
}

const noText: LocalizedText = { 'zh-CN': '', en: '' }

function readParameter(name: string, node: FileNode): Parameter {
  const { value } = node.get('value')
  const type = (node.get('type').text ?? parameterTypeOf(value)) as ParameterType
  return { name, type, value: value as Parameter['value'], clause: '', note: noText }
}

import type { ParameterType } from '../../schema/enums.js'
import type { Checked } from '../../schema/rules/issue.js'
import { parseLocalDate } from '../../schema/rules/local-date.js'
import { parseMoney } from '../../schema/rules/money.js'
import type { FileNode } from './file-node.js'
import type { Findings } from './file-problem.js'
import { parameterTypeOf } from './parameter-type.js'

const textChecks: Partial<Record<ParameterType, (text: string) => Checked<unknown>>> = {
  MONEY: (text) => parseMoney(text),
  DATE: parseLocalDate,
}

const howToWrite: Record<ParameterType, { 'zh-CN': string; en: string }> = {
  INT: { 'zh-CN': '整数，不加引号', en: 'a whole number without quotes' },
  MONEY: { 'zh-CN': '加引号的金额，例如 "1000000.00"', en: 'an amount in quotes, such as "1000000.00"' },
  DATE: { 'zh-CN': '日期，例如 2022-12-31', en: 'a day, such as 2022-12-31' },
  BOOL: { 'zh-CN': 'true 或 false', en: 'true or false' },
  STRING: { 'zh-CN': '加引号的文本', en: 'a text in quotes' },
  STRINGS: { 'zh-CN': '文本列表，例如 [a, b]', en: 'a list of texts, such as [a, b]' },
}

/** Values of parameters that don't fit their types. */
export function checkParameters(file: FileNode, findings: Findings): void {
  for (const [, parameter] of file.get('parameters').entries) {
    const node = parameter.get('value')
    const written = parameterTypeOf(node.value)
    const type = (parameter.get('type').text ?? written) as ParameterType
    // Unknown types and missing values are told of with the shape.
    if (!node.present || !Object.hasOwn(howToWrite, type)) continue
    const check = textChecks[type]
    if (written !== (check ? 'STRING' : type)) {
      const { 'zh-CN': zhCN, en } = howToWrite[type]
      findings.add(node, `${type} 类型的参数请写${zhCN}。`, `A parameter of type ${type} is written as ${en}.`)
      continue
    }
    const checked = check?.(String(node.value))
    if (!checked || checked.ok) continue
    for (const { message } of checked.issues) findings.add(node, message['zh-CN'], message.en)
  }
}

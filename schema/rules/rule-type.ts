import type { LocalizedText } from './localized-text.js'

/** The values that a text may have, such as the kinds of applicants or the codes of an edition's categories. */
export type Domain = { readonly name: string; readonly values: readonly string[] }

/** Types of the rule language. `unknown` stands for an expression in which a problem has been reported already. */
export type RuleType =
  | { readonly kind: 'bool' | 'int' | 'money' | 'date' | 'unknown' }
  | {
      readonly kind: 'string'
      readonly domain?: Domain
      /** The values it has, where they are written in the guideline. */
      readonly literals?: readonly string[]
    }
  | { readonly kind: 'list'; readonly of: RuleType }
  | ObjectType

export type ObjectType = {
  readonly kind: 'object'
  readonly name: string
  readonly fields: ReadonlyMap<string, TypedField>
  /** Whether it stands in a list; there are many of it then, so that its facts' places are counted from its first. */
  readonly listed: boolean
}

/** `place` is that of the fact among the values of a case; an object has none. */
export type TypedField = { readonly type: RuleType; readonly place: number }

/** Kinds of values that an expression as a whole may be asked to give. */
export type ExpectedType = 'bool' | 'string'

export const bool: RuleType = { kind: 'bool' }
export const int: RuleType = { kind: 'int' }
export const money: RuleType = { kind: 'money' }
export const date: RuleType = { kind: 'date' }
export const unknown: RuleType = { kind: 'unknown' }

const names: Record<RuleType['kind'], LocalizedText> = {
  bool: { 'zh-CN': '真假值', en: 'bool' },
  int: { 'zh-CN': '整数', en: 'int' },
  money: { 'zh-CN': '金额', en: 'money' },
  date: { 'zh-CN': '日期', en: 'date' },
  string: { 'zh-CN': '文本', en: 'string' },
  list: { 'zh-CN': '列表', en: 'list' },
  object: { 'zh-CN': '对象', en: 'object' },
  unknown: { 'zh-CN': '未知', en: 'unknown' },
}

/** A kind of type as a message names it. */
export function kindName(kind: RuleType['kind']): LocalizedText {
  return names[kind]
}

/** A type as a message names it: `list of money`. */
export function typeName(type: RuleType): LocalizedText {
  const name = names[type.kind]
  if (type.kind !== 'list') return name
  const of = typeName(type.of)
  return { 'zh-CN': `${of['zh-CN']}${name['zh-CN']}`, en: `${name.en} of ${of.en}` }
}

/** The type of a value that is one or the other, or null when they don't fit. */
export function unify(a: RuleType, b: RuleType): RuleType | null {
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknown
  if (a.kind === 'string' && b.kind === 'string') {
    if (a.literals && b.literals) return { kind: 'string', literals: [...a.literals, ...b.literals] }
    return a.domain?.name === b.domain?.name ? { kind: 'string', domain: a.domain } : { kind: 'string' }
  }
  if (a.kind === 'list' && b.kind === 'list') {
    const of = unify(a.of, b.of)
    return of && { kind: 'list', of }
  }
  return a.kind === b.kind && a.kind !== 'object' ? a : null
}

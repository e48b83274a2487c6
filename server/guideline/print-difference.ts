import type { LocalizedText } from '../../schema/rules/localized-text.js'
import type { Change, FieldChange, Section } from './describe-difference.js'
import type { Terminal } from './terminal.js'

const sectionNames: Record<Section, LocalizedText> = {
  guideline: { 'zh-CN': '指南', en: 'guideline' },
  city: { 'zh-CN': '城市', en: 'city' },
  calendar: { 'zh-CN': '工作日历', en: 'calendar' },
  offices: { 'zh-CN': '科室', en: 'office' },
  authorities: { 'zh-CN': '推荐单位', en: 'authority' },
  calls: { 'zh-CN': '申报批次', en: 'call' },
  paper: { 'zh-CN': '纸质材料', en: 'paper' },
  parameters: { 'zh-CN': '参数', en: 'parameter' },
  categories: { 'zh-CN': '类别', en: 'category' },
  directions: { 'zh-CN': '方向', en: 'direction' },
  rules: { 'zh-CN': '规则', en: 'rule' },
  attachments: { 'zh-CN': '附件', en: 'attachment' },
  routes: { 'zh-CN': '推荐路径', en: 'route' },
  clauses: { 'zh-CN': '条款', en: 'clause' },
}

const signs: Record<Change['kind'], string> = { ADDED: '+', REMOVED: '-', CHANGED: '~', REORDERED: '~' }

/** Prints changes, one thing a line (`+` new, `-` gone, `~` changed) with its fields `old → new` below. */
export function printDifference(changes: readonly Change[], terminal: Terminal): void {
  for (const { section, code, kind, fields } of changes) {
    const name = terminal.text(sectionNames[section])
    const order = kind === 'REORDERED' ? terminal.text({ 'zh-CN': '（顺序）', en: '(order)' }) : ''
    terminal.out(`${signs[kind]} ${[name, code, order].filter((part) => part !== '').join(' ')}`)
    for (const field of fields) terminal.out(`    ${fieldLine(field, kind)}`)
  }
}

function fieldLine({ field, before, after }: FieldChange, kind: Change['kind']): string {
  const label = field === '' ? '' : `${field}: `
  if (kind === 'ADDED') return `${label}${after}`
  return `${label}${before === '' ? '—' : before} → ${after === '' ? '—' : after}`
}

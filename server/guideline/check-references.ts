import type { FileNode } from './file-node.js'
import type { Findings } from './file-problem.js'
import { nearestWord } from './nearest-word.js'

type Noun = { readonly 'zh-CN': string; readonly en: string; readonly declaredIn: string }

const nouns = {
  clause: { 'zh-CN': '条款', en: 'clause', declaredIn: 'clauses' },
  office: { 'zh-CN': '科室', en: 'office', declaredIn: 'offices' },
  authority: { 'zh-CN': '推荐单位', en: 'authority', declaredIn: 'authorities' },
  category: { 'zh-CN': '类别', en: 'category', declaredIn: 'categories' },
} as const satisfies Record<string, Noun>

/** Every direction of the file's categories, those inside others included. */
export function directionsOf(file: FileNode): FileNode[] {
  const inside = (direction: FileNode): FileNode[] => [direction, ...direction.get('children').items.flatMap(inside)]
  return file.get('categories').items.flatMap((category) => category.get('directions').items.flatMap(inside))
}

/** Codes that are named but not declared, codes that are declared twice, and clauses without their rules. */
export function checkReferences(file: FileNode, findings: Findings): void {
  const offices = codesOf(file.get('offices'))
  const authorities = codesOf(file.get('authorities'))
  const categories = codesOf(file.get('categories'))
  const clauses = new Set(file.get('clauses').entries.map(([id]) => id))
  const directions = directionsOf(file)

  const cited = [
    ...['calls', 'categories', 'rules', 'attachments', 'routes'].flatMap((list) => file.get(list).items),
    ...file.get('parameters').entries.map(([, parameter]) => parameter),
    ...directions,
    file.get('paper'),
  ]
  for (const node of cited) checkReference(node.get('clause'), clauses, nouns.clause, findings)
  for (const node of [...file.get('categories').items, ...directions]) {
    for (const office of node.get('offices').items) checkReference(office, offices, nouns.office, findings)
  }
  for (const attachment of file.get('attachments').items) {
    for (const category of attachment.get('categories').items) {
      checkReference(category, categories, nouns.category, findings)
    }
  }
  for (const choice of file.get('routes').items.flatMap((route) => route.get('authorities').items)) {
    checkReference(choice, authorities, nouns.authority, findings)
    for (const [, code] of choice.get('codes').entries) checkReference(code, authorities, nouns.authority, findings)
  }

  checkUnique([...file.get('city').get('districts').items, ...file.get('city').get('parks').items], 'code', findings)
  checkUnique(
    ['offices', 'acceptanceDesks', 'complaintDesks'].flatMap((list) => file.get(list).items),
    'code',
    findings,
  )
  for (const list of ['authorities', 'calls', 'categories', 'attachments']) {
    checkUnique(file.get(list).items, 'code', findings)
  }
  checkUnique(directions, 'code', findings)
  for (const list of ['rules', 'routes']) checkUnique(file.get(list).items, 'id', findings)
  checkDecidable(file, findings)
}

function codesOf(list: FileNode): Set<string> {
  return new Set(list.items.flatMap((item) => item.get('code').text ?? []))
}

function checkReference(node: FileNode, declared: ReadonlySet<string>, noun: Noun, findings: Findings): void {
  if (node.text === undefined || declared.has(node.text)) return
  const near = nearestWord(node.text, declared)
  findings.add(
    node,
    `没有${noun['zh-CN']} ${node.text}${near ? `；您是否想写 ${near}？` : `，请先写在 ${noun.declaredIn} 中。`}`,
    `There is no ${noun.en} ${node.text}${near ? `; did you mean ${near}?` : `; declare it under ${noun.declaredIn}.`}`,
  )
}

function checkUnique(nodes: readonly FileNode[], key: 'code' | 'id', findings: Findings): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const code = node.get(key)
    if (code.text === undefined) continue
    if (seen.has(code.text)) {
      findings.add(code, `${code.text} 已经用过，请另取一个。`, `${code.text} is used already; choose another one.`)
    }
    seen.add(code.text)
  }
}

function checkDecidable(file: FileNode, findings: Findings): void {
  const citedByRules = new Set(file.get('rules').items.flatMap((rule) => rule.get('clause').text ?? []))
  const decidable = new Set<string>()
  for (const [id, clause] of file.get('clauses').entries) {
    if (clause.get('decidable').value !== true) continue
    decidable.add(id)
    if (citedByRules.has(id)) continue
    findings.add(
      clause.get('decidable'),
      `条款 ${id} 标为可判定，却没有规则引用它；请增加规则，或去掉 decidable。`,
      `Clause ${id} is marked decidable, but no rule cites it; add a rule, or take decidable away.`,
    )
  }
  for (const rule of file.get('rules').items) {
    const clause = rule.get('clause')
    if (clause.text === undefined || decidable.has(clause.text)) continue
    if (!file.get('clauses').get(clause.text).present) continue
    findings.add(
      clause,
      `规则引用了条款 ${clause.text}，请在该条款下写 decidable: true。`,
      `A rule cites clause ${clause.text}; write decidable: true there.`,
    )
  }
}

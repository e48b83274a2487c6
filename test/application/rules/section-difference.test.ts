import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSection } from '../../../schema/rules/form/merge-section.js'
import { isSame } from '../../../schema/rules/form/same-value.js'
import { sectionDifference } from '../../../schema/rules/form/section-difference.js'
import { editedByTwo, valueAt } from './section-values.js'

describe('a difference', () => {
  test('names the fields with their labels and the place of their row', () => {
    const before = { leader: { title: '工程师' }, partners: [{ key: 'k1', name: '一' }], stageOther: '其他' }
    const after = { leader: { title: '教授' }, partners: [{ key: 'k2' }, { key: 'k1', name: '壹' }], platform: true }
    const told = sectionDifference('basics', before, after).map(({ path, label, kind }) => [path, label['zh-CN'], kind])
    expect(told).toEqual([
      ['leader.title', '项目负责人：职称', 'CHANGED'],
      ['partners.k2', '合作单位（第 1 行）', 'ADDED'],
      ['partners.k1.name', '合作单位（第 2 行）：单位名称', 'CHANGED'],
      ['stageOther', '其他阶段说明', 'REMOVED'],
      ['platform', '为平台建设项目', 'ADDED'],
    ])
  })

  test('tells that rows were moved, and nothing else of them', () => {
    const rows = [
      { key: 'a', note: '一' },
      { key: 'b', note: '二' },
    ]
    const told = sectionDifference('attachments', { items: rows }, { items: rows.toReversed() })
    expect(told).toMatchObject([{ path: 'items', kind: 'MOVED', before: null, after: null }])
  })
})

test('of any section, what is told is different, and what isn’t told is the same', () => {
  fc.assert(
    fc.property(editedByTwo, ([section, before, after]) => {
      const changes = sectionDifference(section, before, after)
      expect(changes.length === 0).toBe(isSame(before, after))
      for (const { path, kind, before: old, after: now } of changes) {
        if (kind === 'MOVED') continue
        expect(isSame(old, now) && valueAt(before, path) !== undefined && valueAt(after, path) !== undefined).toBe(
          false,
        )
        if (kind === 'CHANGED') expect([valueAt(before, path), valueAt(after, path)]).toEqual([old, now])
      }
      // Whoever changed nothing clashes with nobody: difference and merge call the same things changed.
      const { content } = mergeSection(section, before, before, after)
      expect(sectionDifference(section, content, after)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

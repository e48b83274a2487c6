import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeSection } from '../../../schema/rules/form/merge-section.js'
import { isSame } from '../../../schema/rules/form/same-value.js'
import { editedByTwo, valueAt } from './section-values.js'

const row = (key: string, more: object = {}) => ({ key, ...more })

describe('a merge', () => {
  test('takes what each has changed', () => {
    const merged = mergeSection(
      'basics',
      { leader: { name: '测试甲', title: '工程师' }, stage: 'LABORATORY' },
      { leader: { name: '测试甲', title: '高级工程师' }, stage: 'LABORATORY', partners: [row('k1', { name: '一' })] },
      { leader: { name: '测试乙', title: '工程师' } },
    )
    expect(merged).toEqual({
      content: { leader: { name: '测试乙', title: '高级工程师' }, partners: [row('k1', { name: '一' })] },
      conflicts: [],
    })
  })

  test('keeps theirs where both have changed a field, and tells its path', () => {
    const base = { leader: { title: '工程师' }, partners: [row('k1', { name: '一' })] }
    const mine = { leader: { title: '研究员' }, partners: [row('k1', { name: '二' })] }
    const theirs = { leader: { title: '教授' }, partners: [row('k1', { name: '三' })] }
    expect(mergeSection('basics', base, mine, theirs)).toEqual({
      content: theirs,
      conflicts: ['leader.title', 'partners.k1.name'],
    })
  })

  test('clashes over a row that one took out and the other changed, and over no row that nobody touched', () => {
    const base = { partners: [row('k1', { name: '一' }), row('k2', { name: '二' })] }
    const changed = { partners: [row('k1', { name: '壹' }), row('k2', { name: '二' })] }
    expect(mergeSection('basics', base, {}, changed)).toEqual({
      content: { partners: [row('k1', { name: '壹' })] },
      conflicts: ['partners.k1'],
    })
    expect(mergeSection('basics', base, changed, {})).toEqual({ content: {}, conflicts: ['partners.k1'] })
  })

  test('takes rows that both have added, where each stood, and the order of who moved them', () => {
    const of = (...keys: string[]) => ({ items: keys.map((key) => row(key)) })
    const merge = (base: object, mine: object, theirs: object) => {
      const { content, conflicts } = mergeSection('attachments', base, mine, theirs)
      return [...((content.items ?? []) as { key: string }[]).map(({ key }) => key), ...conflicts].join(' ')
    }
    expect(merge(of('a', 'b'), of('a', 'm', 'b'), of('t', 'a', 'b', 'u'))).toBe('t a m b u')
    expect(merge(of('a', 'b', 'c'), of('c', 'a', 'b'), of('a', 'b', 't', 'c'))).toBe('c a b t')
    expect(merge(of('a', 'b', 'c'), of('a', 'b', 'm', 'c'), of('c', 'a', 'b'))).toBe('c a b m')
    expect(merge(of('a', 'b', 'c'), of('c', 'a', 'b'), of('b', 'a', 'c'))).toBe('b a c items')
  })

  test('keeps fields together that only make sense together', () => {
    const merged = mergeSection(
      'cover',
      { category: 'a', direction: 'a1' },
      { category: 'b', direction: 'b1' },
      { category: 'a', direction: 'a2' },
    )
    expect(merged).toEqual({ content: { category: 'a', direction: 'a2' }, conflicts: ['category', 'direction'] })
  })

  test('keeps their table where the rows of both don’t fit, or may not stand together', () => {
    const people = (from: number) => Array.from({ length: 8 }, (_, at) => row(`k${from + at}`, { name: '人' }))
    expect(mergeSection('team', {}, { personnel: people(0) }, { personnel: people(8) })).toEqual({
      content: { personnel: people(8) },
      conflicts: ['personnel'],
    })
    const mine = { annualPlan: [row('m', { year: 2024 })] }
    const theirs = { annualPlan: [row('t', { year: 2024 })] }
    expect(mergeSection('budget', {}, mine, theirs)).toEqual({ content: theirs, conflicts: ['annualPlan'] })
  })

  test('compares personal values by what they refer to', () => {
    const leader = (value: string) => ({ leader: { mobile: { value, masked: '139******78' } } })
    expect(mergeSection('basics', leader('1'), leader('1'), leader('2')).content).toEqual(leader('2'))
    expect(mergeSection('basics', leader('1'), leader('3'), leader('2')).conflicts).toEqual(['leader.mobile'])
  })
})

describe('of any section', () => {
  test('one person’s change is taken as it is', () => {
    fc.assert(
      fc.property(editedByTwo, ([section, base, changed]) => {
        expect(mergeSection(section, base, changed, base)).toEqual({ content: changed, conflicts: [] })
        expect(mergeSection(section, base, base, changed)).toEqual({ content: changed, conflicts: [] })
        expect(mergeSection(section, base, changed, changed)).toEqual({ content: changed, conflicts: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('what clashes is theirs, and who clashes is the same from either side', () => {
    fc.assert(
      fc.property(editedByTwo, ([section, base, mine, theirs]) => {
        const merged = mergeSection(section, base, mine, theirs)
        for (const path of merged.conflicts) {
          if (!Array.isArray(valueAt(theirs, path)))
            expect(valueAt(merged.content, path)).toEqual(valueAt(theirs, path))
          expect(isSame(valueAt(mine, path), valueAt(theirs, path))).toBe(false)
        }
        // Whether a table clashes as a whole may hang on whose rows are kept; that something in it clashes doesn't.
        const fieldsOf = (conflicts: readonly string[]) =>
          [...new Set(conflicts.map((path) => path.split('.')[0]))].toSorted()
        expect(fieldsOf(mergeSection(section, base, theirs, mine).conflicts)).toEqual(fieldsOf(merged.conflicts))
        // Saved as it is and merged again, it stays.
        expect(mergeSection(section, theirs, merged.content, theirs).content).toEqual(merged.content)
      }),
      { numRuns: 500 },
    )
  })
})

import { expect, test } from 'vitest'
import type { Statement } from '../../server/selection/compile/compile-statement.js'
import { PlanCache } from '../../server/selection/compile/plan-cache.js'

const statement = (text: string, rest: Partial<Statement> = {}) => {
  return () => ({ text, binds: [], passThrough: true, canBatch: false, ...rest })
}

test('a plan is compiled once, as long as it is used', () => {
  const plans = new PlanCache()
  const kept = plans.get('kept', statement('select 1'))
  for (let i = 0; i < 10_000; i++) {
    plans.get(`other ${i}`, statement(`select ${i + 2}`))
    expect(plans.get('kept', statement('never compiled'))).toBe(kept)
  }
  expect(plans.size).toBe(2_000)
})

test('long statements make room earlier', () => {
  const plans = new PlanCache()
  for (let i = 0; i < 40; i++) plans.get(`long ${i}`, statement(String(i).padEnd(1_000_000)))
  expect(plans.size).toBe(15)
  plans.get('huge', statement('x'.repeat(20_000_000)))
  expect(plans.size).toBe(0)
})

test('a statement for several requests is compiled for the second, and counts as well', () => {
  const plans = new PlanCache()
  for (let i = 0; i < 40; i++) {
    const text = String(i).padEnd(1_000_000)
    const compile = (withBatch: boolean) =>
      statement(text, { canBatch: true, ...(withBatch && { batch: { text, parameters: [] } }) })()
    expect(plans.get(`long ${i}`, compile).batch).toBeUndefined()
    expect(plans.get(`long ${i}`, compile).batch?.text).toBe(text)
  }
  expect(plans.size).toBe(7)
})

test('equal statements are one plan, whatever document they are for', () => {
  const plans = new PlanCache()
  expect(plans.get('a', statement('select 1'))).toBe(plans.get('b', statement('select 1')))
  expect(plans.get('c', statement('select 2')).name).not.toBe(plans.get('a', statement('')).name)
})

test('equal texts whose parameters or ways out differ are not', () => {
  const plans = new PlanCache()
  const bind = () => 1
  const all = [
    plans.get('a', statement('select $1', { binds: [bind] })),
    plans.get('b', statement('select $1', { binds: [() => 1] })),
    plans.get('c', statement('select $1', { binds: [bind], passThrough: false })),
  ]
  expect(new Set(all).size).toBe(3)
  expect(plans.get('d', statement('select $1', { binds: [bind] }))).toBe(all[0])
})

test('a shared plan takes room once, and stays until its last key goes', () => {
  const plans = new PlanCache()
  const shared = statement('x'.repeat(10_000_000))
  const first = plans.get('0', shared)
  for (let i = 1; i < 2_100; i++) expect(plans.get(String(i), shared)).toBe(first)
  expect(plans.size).toBe(2_000)
  plans.get('huge', statement('y'.repeat(15_999_000)))
  expect(plans.size).toBe(1)
  expect(plans.get('again', statement('x'.repeat(100)))).not.toBe(first)
  expect(plans.get('0', shared)).not.toBe(first)
})

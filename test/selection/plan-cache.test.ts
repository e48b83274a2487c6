import { expect, test } from 'vitest'
import { PlanCache } from '../../server/selection/plan-cache.js'

const statement = (text: string) => () => ({ text, binds: [], passThrough: true })

test('a plan is compiled once, as long as it is used', () => {
  const plans = new PlanCache()
  const kept = plans.get('kept', statement('select 1'))
  for (let i = 0; i < 10_000; i++) {
    plans.get(`other ${i}`, statement(`select ${i}`))
    expect(plans.get('kept', statement('never compiled'))).toBe(kept)
  }
  expect(plans.size).toBe(2_000)
})

test('long statements make room earlier', () => {
  const plans = new PlanCache()
  for (let i = 0; i < 40; i++) plans.get(`long ${i}`, statement('x'.repeat(1_000_000)))
  expect(plans.size).toBe(15)
  plans.get('huge', statement('x'.repeat(20_000_000)))
  expect(plans.size).toBe(0)
})

test('equal texts have one name, whatever document they are for', () => {
  const plans = new PlanCache()
  expect(plans.get('a', statement('select 1')).name).toBe(plans.get('b', statement('select 1')).name)
  expect(plans.get('c', statement('select 2')).name).not.toBe(plans.get('a', statement('')).name)
})

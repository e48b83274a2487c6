import { expect, test } from 'vitest'
import { Cancellation } from '../../server/selection/cancellation.js'

test('calls each listener once, and none that was taken away or came too late', () => {
  const called: string[] = []
  const cancellation = new Cancellation()
  const away = () => called.push('away')
  cancellation.addListener(() => called.push('first'))
  cancellation.addListener(away)
  cancellation.removeListener(away)
  expect(cancellation.cancelled).toBe(false)
  cancellation.cancel()
  cancellation.cancel()
  cancellation.addListener(() => called.push('late'))
  expect(cancellation.cancelled).toBe(true)
  expect(called).toEqual(['first'])
})

test('gives a signal that tells the same, whenever it is asked for', () => {
  const [before, after] = [new Cancellation(), new Cancellation()]
  const { signal } = before
  before.cancel()
  after.cancel()
  expect([signal.aborted, before.signal === signal, after.signal.aborted]).toEqual([true, true, true])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationsOf } from '../../server/access/check-access.js'
import { checkEm } from './check-em.js'
import { checkForeign, withoutTarget } from './check-foreign.js'
import { checkCallers, mayCall } from './check-operations.js'
import { checkRows } from './check-rows.js'
import { gather } from './gather.js'
import { type StartedWorld, startWorld } from './start-world.js'

/*
 * Everybody asks for everything: what the service shows and refuses is what the access tables say. Types, fields and
 * operations come from the schema, so that new ones are in it by themselves.
 */

let started: StartedWorld
beforeAll(async () => {
  started = await startWorld()
}, 60_000)
afterAll(() => started.close())

test('everybody sees by its id what he ought to see, with all its fields, and nothing else', async () => {
  expect(await gather(checkRows(started, started.seen.keys()))).toEqual([])
}, 60_000)

test('a use case finds, counts and changes for everybody what he ought to see, and nothing else', async () => {
  expect(await gather(checkEm(started, started.seen.keys()))).toEqual([])
}, 120_000)

test('every operation refuses whom the table does not let in, and changes nothing', async () => {
  const before = await started.hashes()
  const refused = checkCallers(started, operationsOf(started.service.schema), (...call) => !mayCall(...call))
  expect(await gather(refused)).toEqual([])
  expect(await started.hashes()).toEqual(before)
}, 120_000)

test('every operation lets in whom the table lets in', async () => {
  expect(await gather(checkCallers(started, operationsOf(started.service.schema), mayCall))).toEqual([])
}, 120_000)

test('what is another’s, or nobody’s, is refused like what is not there, and does not change', async () => {
  expect(withoutTarget(started.service.schema)).toEqual([])
  const before = await started.hashes()
  expect(await gather(checkForeign(started))).toEqual([])
  expect(await started.hashes()).toEqual(before)
}, 120_000)

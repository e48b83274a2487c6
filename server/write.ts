import { createHmac } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { UserError } from '../schema/types/user-error.js'
import { actorOf } from './access/viewer.js'
import { canonicalJson } from './canonical-json.js'
import type { Context } from './http/context.js'
import { Refused, refusal } from './refusal.js'

/** What makes a repeated request the same: the caller's key and all that he sent with it. */
export type Once = { readonly key: string; readonly input: object }

export type Written<Result> =
  | { readonly result: Result; readonly errors: readonly [] }
  | { readonly result: null; readonly errors: readonly UserError[] }

/**
 * Runs a mutation's use case in one transaction, under the caller's row policies. All that it did is undone when it
 * throws; what it throws as `Refused` is told as data.
 * @param operation the mutation's name: the action in the audit trail
 * @param once given for operations that create something: the first call's result, which has to be JSON, is kept in the same
 * transaction, and a repeated call gets it again and does nothing. Refused are IDEMPOTENCY_KEY_MALFORMED and
 * IDEMPOTENCY_KEY_REUSED, at `input.idempotencyKey`
 */
export async function write<Result>(
  context: Context,
  operation: string,
  useCase: (em: EntityManager) => Promise<Result>,
  once?: Once,
): Promise<Written<Result>> {
  try {
    const result = await context
      .em(operation)
      .transactional((em) => (once ? answerOnce(em, context, operation, once, useCase) : useCase(em)))
    return { result, errors: [] }
  } catch (error) {
    if (error instanceof Refused) return { result: null, errors: error.errors }
    throw error
  }
}

async function answerOnce<Result>(
  em: EntityManager,
  { viewer, keyring }: Context,
  operation: string,
  { key, input }: Once,
  useCase: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  if (!/^[\w-]{8,64}$/.test(key)) throw new Refused([refusal(malformedKey, 'input', 'idempotencyKey')])
  const account = actorOf(viewer)
  // Inputs hold ID numbers and phones, which could be guessed from a hash without a key.
  const text = canonicalJson(input)
  const hashes = keyring
    .secrets('blind-index')
    .map(({ bytes }) => createHmac('sha256', bytes).update(text).digest('hex'))
  // A second request with the same key waits here until the first is committed or undone.
  const taken = await em.execute<object[]>(
    `insert into answered_request (account_id, operation, key, input_hash) values (?, ?, ?, decode(?, 'hex'))
      on conflict do nothing returning key`,
    [account, operation, key, hashes[0]],
  )
  const row = 'account_id = ? and operation = ? and key = ?'
  if (taken.length === 0) {
    const [first] = await em.execute<{ hash: string; result: Result }[]>(
      `select encode(input_hash, 'hex') as hash, result from answered_request where ${row}`,
      [account, operation, key],
    )
    if (!first || !hashes.includes(first.hash)) throw new Refused([refusal(reusedKey, 'input', 'idempotencyKey')])
    return first.result
  }
  const result = await useCase(em)
  await em.execute(`update answered_request set result = ?::jsonb where ${row}`, [
    JSON.stringify(result),
    account,
    operation,
    key,
  ])
  return result
}

const malformedKey = {
  code: 'IDEMPOTENCY_KEY_MALFORMED',
  message: {
    'zh-CN': '幂等键须为 8 至 64 个字母、数字、- 或 _；每次新的提交用一个新的，重试时不变。',
    en: 'An idempotency key has 8 to 64 letters, digits, - and _: a new one for each new request, the same for a retry.',
  },
}

const reusedKey = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: {
    'zh-CN': '该幂等键已用于内容不同的请求；请换一个新的。',
    en: 'This idempotency key was used for a request with another input; take a new one.',
  },
}

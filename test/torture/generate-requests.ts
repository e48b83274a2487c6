import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import { breakDocument } from './break-document.js'
import { Choices } from './choices.js'
import { GeneratedOperation } from './generate-document.js'
import type { GeneratedDocument, Request } from './request.js'
import { fitsAddress } from './send-request.js'
import type { Source } from './source.js'

/**
 * Documents of one moment: what they ask for is in flight at the same time, 40 requests at most. Up to eight documents,
 * or one that many callers ask for.
 */
export class Bursts extends Arbitrary<readonly GeneratedDocument[]> {
  constructor(readonly source: Source) {
    super()
  }

  generate(random: Random): Value<readonly GeneratedDocument[]> {
    const choices = new Choices(random)
    const documents = choices.rarely(20)
      ? [crowd(this.source, choices)]
      : choices.times(1 + choices.below(8), () => generateDocument(this.source, choices))
    return new Value(documents, undefined)
  }

  /** Never: these aren't values to recognise and make smaller by themselves, see shrink.ts. */
  canShrinkWithoutContext(_value: unknown): _value is readonly GeneratedDocument[] {
    return false
  }

  shrink(): Stream<Value<readonly GeneratedDocument[]>> {
    return Stream.nil()
  }
}

/** A valid document, or a broken one: a third. */
function generateDocument(source: Source, choices: Choices): GeneratedDocument {
  const valid = validRequests(source, choices)
  const document = choices.rarely(3) ? breakDocument(source, choices, valid) : { kind: 'valid', requests: valid }
  const requests = document.requests.map((one) => (fitsAddress(one) ? one : { ...one, method: 'POST' as const }))
  return { ...document, requests }
}

/** One document with one to four sets of variables, languages and viewers. */
function validRequests(source: Source, choices: Choices): [Request, ...Request[]] {
  const names = choices.rarely(8) ? ['A', 'B', 'C'].slice(0, 1 + choices.below(3)) : ['']
  const operations = names.map((name) => new GeneratedOperation(source, choices, name))
  const request = requestsFor(source, choices, operations)
  const more = choices.rarely(3) ? choices.times(1 + choices.below(3), request) : []
  return [request(), ...more, ...(choices.rarely(40) ? [{ ...request(), leavesAfter: choices.below(4) }] : [])]
}

/** One document of many callers, some of whom go away: where the engine reads for several at once, none may get another's row. */
function crowd(source: Source, choices: Choices): GeneratedDocument {
  const request = requestsFor(source, choices, [new GeneratedOperation(source, choices, '', source.readsOfOne)])
  const leaves = choices.rarely(3)
  const requests = choices.times(8 + choices.below(25), () =>
    leaves && choices.rarely(6) ? { ...request(), leavesAfter: choices.below(4) } : request(),
  )
  return { kind: 'valid, of a crowd', requests: requests.map((one) => ({ ...one, method: 'POST' as const })) }
}

function requestsFor(source: Source, choices: Choices, operations: readonly GeneratedOperation[]): () => Request {
  const query = operations.map(({ text }) => text).join('\n')
  const method = choices.rarely(8) ? 'GET' : 'POST'
  return () => {
    const operation = choices.oneOf(operations)
    const isNamed = operation.name !== '' && (operations.length > 1 || choices.rarely(2))
    return {
      query,
      variables: operation.drawVariables(),
      operationName: isNamed ? operation.name : undefined,
      method,
      accept: choices.rarely(4) ? 'application/graphql-response+json' : 'application/json',
      language: choices.oneOf(['zh-CN', 'en'] as const),
      viewer: choices.oneOf(source.viewers),
    }
  }
}

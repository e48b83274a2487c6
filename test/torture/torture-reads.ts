import fc from 'fast-check'
import { checkBurst, type Outcome, WrongAnswer } from './check-burst.js'
import { Bursts } from './generate-requests.js'
import type { GeneratedDocument } from './request.js'
import { Sender } from './send-request.js'
import { shrink } from './shrink.js'
import type { World } from './world.js'

export type ReadsOptions = {
  /** Documents to generate, at least. */
  readonly runs: number
  readonly seed: number
  /** Where fast-check finds a failure again, as it was printed. */
  readonly path?: string
  readonly signal?: AbortSignal
  readonly onProgress?: (tally: Tally) => void
}

/** What has been sent and answered so far. */
export class Tally {
  /** Requests whose callers went away. */
  left = 0
  readonly kinds = new Map<string, { documents: number; requests: number; withData: number }>()
  readonly began = performance.now()

  add({ kind, requests, withData, left }: Outcome): void {
    this.left += left
    const known = this.kinds.get(kind) ?? { documents: 0, requests: 0, withData: 0 }
    this.kinds.set(kind, {
      documents: known.documents + 1,
      requests: known.requests + requests,
      withData: known.withData + withData,
    })
  }

  sum(column: 'documents' | 'requests' | 'withData', of: (kind: string) => boolean = () => true): number {
    return [...this.kinds].reduce((sum, [kind, counts]) => sum + (of(kind) ? counts[column] : 0), 0)
  }
}

/** A document with a wrong answer, made as small as it goes, and where it is found again. */
export type Failure = {
  readonly world: string
  readonly seed: number
  readonly path: string
  readonly documents: readonly GeneratedDocument[]
  readonly error: unknown
}

/** A caller that goes away cancels one statement in each of the three services at most. */
export const statementsOfLeaver = 3

/** Bursts of one check of fast-check; a failure is found again by the seed of its check. */
const burstsPerCheck = 50

/** Asks the worlds in turn until there are enough documents, or one is answered wrongly. */
export async function tortureReads(
  worlds: readonly World[],
  options: ReadsOptions,
): Promise<{ tally: Tally; failure?: Failure }> {
  const { runs, seed, path, signal, onProgress } = options
  const tally = new Tally()
  const sender = new Sender()
  try {
    for (let check = 0; tally.sum('documents') < runs && !signal?.aborted; check++) {
      const world = worlds[(seed + check) % worlds.length] as World
      const failure = await checkWorld(world, sender, { seed: seed + check, path, signal, tally })
      if (failure || path !== undefined) return { tally, failure }
      onProgress?.(tally)
    }
    return { tally }
  } finally {
    sender.close()
  }
}

type CheckOptions = Pick<ReadsOptions, 'seed' | 'path' | 'signal'> & { readonly tally: Tally }

async function checkWorld(
  world: World,
  sender: Sender,
  { seed, path, signal, tally }: CheckOptions,
): Promise<Failure | undefined> {
  const property = fc.asyncProperty(new Bursts(world.source), async (documents) => {
    if (signal?.aborted) return
    for (const outcome of await checkBurst(world, sender, documents)) tally.add(outcome)
  })
  const result = await fc.check(property, { numRuns: burstsPerCheck, seed, path })
  if (!result.failed || !result.counterexample) return undefined
  const [documents] = result.counterexample
  const failure = { world: world.name, seed, path: result.counterexamplePath ?? '' }
  const error: unknown = result.errorInstance
  if (!(error instanceof WrongAnswer)) return { ...failure, documents, error }
  const attempt = async (some: readonly GeneratedDocument[]) => {
    try {
      await checkBurst(world, sender, some)
      return undefined
    } catch (reason) {
      if (reason instanceof WrongAnswer) return reason
      throw reason
    }
  }
  return { ...failure, ...(await shrink(documents, error, attempt)) }
}

import type { Pool, PoolClient } from 'pg'
import { Cancellation } from '../cancellation.js'
import { batchValues, sharedValues } from '../compile/batch-statement.js'
import type { BatchPlan, Plan } from '../compile/plan-cache.js'
import { requestAborted } from '../read-errors.js'
import type { BindValue, ReadRequest } from '../sql.js'
import { connect, type ExecuteOptions, executeStatement, runStatement, type Texts } from './execute-statement.js'

/** Requests that one statement can answer: of one plan, with the same values from their contexts. */
type Lane = {
  readonly plan: Plan
  readonly batch: BatchPlan
  readonly shared: string
  readonly waiting: Member[]
  connecting: number
  running: number
}

/**
 * Reads by keys, several requests in one statement when they come faster than statements end. Nobody waits for
 * company: a connection takes whoever is there, and runs the plain statement for one.
 */
export class BatchReads {
  readonly #lanes = new Map<Plan, Map<string, Lane>>()

  constructor(
    readonly pool: Pool,
    readonly options: ExecuteOptions,
  ) {}

  /** Plans with requests that wait or run. */
  get size(): number {
    return this.#lanes.size
  }

  /** The same as `executeStatement`. */
  read(plan: Plan, batch: BatchPlan, request: ReadRequest): Promise<Texts> {
    return new Promise((resolve, reject) => {
      if (request.context.cancellation.cancelled) return reject(requestAborted())
      const values = plan.binds.map((bind) => bind(request))
      const lane = this.#laneOf(plan, batch, sharedValues(batch, values))
      lane.waiting.push(new Member(request, values, resolve, reject, lane.waiting))
      this.#serve(lane)
    })
  }

  #laneOf(plan: Plan, batch: BatchPlan, shared: string): Lane {
    const ofPlan = this.#lanes.get(plan) ?? new Map<string, Lane>()
    this.#lanes.set(plan, ofPlan)
    const lane = ofPlan.get(shared) ?? { plan, batch, shared, waiting: [], connecting: 0, running: 0 }
    ofPlan.set(shared, lane)
    return lane
  }

  /** Asks for the connections that waiting requests need, and forgets a lane that has nothing left to do. */
  #serve(lane: Lane): void {
    const { plan, batch, shared, waiting } = lane
    if (waiting.length > 0 && lane.connecting === 0 && lane.running < mostStatements(batch)) void this.#takeOver(lane)
    if (waiting.length + lane.connecting + lane.running > 0) return
    const ofPlan = this.#lanes.get(plan)
    ofPlan?.delete(shared)
    if (ofPlan?.size === 0) this.#lanes.delete(plan)
  }

  /** Waits for a connection, and runs one statement on it for the requests that wait by then. */
  async #takeOver(lane: Lane): Promise<void> {
    lane.connecting++
    const client = await connect(this.pool).catch(() => undefined)
    lane.connecting--
    lane.running++
    const members = lane.waiting.splice(0, mostRequests(lane.batch))
    this.#serve(lane)
    const [first, ...others] = members
    const started = performance.now()
    if (!first) client?.release()
    else if (!client) for (const member of members) this.#runAgain(lane, member)
    else {
      if (others.length === 0) await this.#runOne(lane, first, client)
      else await this.#runTogether(lane, [first, ...others], client)
      learn(lane.batch, (performance.now() - started) / members.length)
    }
    lane.running--
    this.#serve(lane)
  }

  async #runOne({ plan }: Lane, member: Member, client: PoolClient): Promise<void> {
    member.stopListening()
    const { cancellation } = member.request.context
    const rows = runStatement(client, plan, member.values, { ...this.options, cancellation })
    await rows.then(([texts = []]) => member.resolve(texts), member.reject)
  }

  /** The statement is cancelled when nobody is left who waits for it. When it fails, its requests run one by one. */
  async #runTogether(lane: Lane, members: readonly [Member, ...Member[]], client: PoolClient): Promise<void> {
    const { batch } = lane
    const nobodyLeft = new Cancellation()
    let left = members.length
    for (const member of members) {
      member.leave = () => {
        if (--left === 0) nobodyLeft.cancel()
      }
    }
    const [first, ...others] = members
    const values = batchValues(batch, [first.values, ...others.map(({ values }) => values)])
    try {
      const rows = await runStatement(client, batch, values, { ...this.options, cancellation: nobodyLeft })
      for (const [place, ...texts] of rows) members[Number(place) - 1]?.answer(texts)
    } catch {
      for (const member of members) this.#runAgain(lane, member)
    }
  }

  #runAgain({ plan }: Lane, member: Member): void {
    member.stopListening()
    executeStatement(this.pool, plan, member.request, this.options).then(member.resolve, member.reject)
  }
}

/** A request that waits, or whose batch runs. */
class Member {
  /** What there is to do when it doesn't wait any more. */
  leave: () => void

  constructor(
    readonly request: ReadRequest,
    readonly values: readonly BindValue[],
    readonly resolve: (texts: Texts) => void,
    readonly reject: (error: unknown) => void,
    waiting: Member[],
  ) {
    this.leave = () => waiting.splice(waiting.indexOf(this), 1)
    request.context.cancellation.addListener(this.#abort)
  }

  readonly #abort = (): void => {
    this.leave()
    this.reject(requestAborted())
  }

  stopListening(): void {
    this.request.context.cancellation.removeListener(this.#abort)
  }

  answer(texts: Texts): void {
    this.stopListening()
    this.resolve(texts)
  }
}

/** What is cheap to read takes few connections and shares statements; the dearer it is, the less sharing would gain. */
function mostStatements({ duration = 0 }: BatchPlan): number {
  return 2 + Math.floor(duration)
}

/** Requests of one batch: they wait for each other no longer than 80 milliseconds. */
function mostRequests({ duration = 0 }: BatchPlan): number {
  return Math.max(1, Math.min(40, Math.floor(80 / duration)))
}

/** A busy machine makes any run slow, so a quick one counts at once, and slow ones by and by. */
function learn(batch: BatchPlan, duration: number): void {
  const known = batch.duration ?? duration
  batch.duration = Math.min(duration, known + (duration - known) / 8)
}

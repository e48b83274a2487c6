import {
  type EntityClass,
  EntityManager,
  type EntityName,
  type FilterOptions,
  type FilterQuery,
  type FindOptions,
  type FlushEventArgs,
  type ForkOptions,
  LockMode,
  type LockOptions,
  type MikroORM,
  type Transaction,
  wrap,
} from '@mikro-orm/postgresql'
import type { Model } from '../model/model.js'
import { checkConditions, checkOrder } from './check-conditions.js'

export type Statement = 'read' | 'update' | 'delete'

/** What an EntityManager is guarded by. */
type Guard = {
  readonly model: Model
  /** The condition that the viewer sees a row. */
  visibleRows(entity: EntityClass<object>, statement: Statement): FilterQuery<object>
  /** @throws Error for a flush that changes rows which the viewer doesn't see */
  checkWrites(flush: FlushEventArgs): Promise<void>
  onBegin?(transaction: Transaction): Promise<void>
}

const filterName = 'policy'

type Driver = ReturnType<EntityManager['getDriver']>

/** Puts the policy's condition on all that is found or changed, and refuses what would go around it. */
export class PolicyEntityManager extends EntityManager {
  #guard: Guard | undefined

  static make(orm: MikroORM, guard: Guard): PolicyEntityManager {
    const metadata = orm.getMetadata()
    const made = new PolicyEntityManager(orm.config, orm.driver, metadata, false)
    const cond = (_args: unknown, statement: Statement, _em: unknown, _options: unknown, name = '') =>
      guard.visibleRows(metadata.getByClassName(name).class, statement)
    made.addFilter({ name: filterName, args: false, cond })
    made.getEventManager().registerSubscriber({
      onFlush: (flush) => guard.checkWrites(flush),
      afterTransactionStart: async ({ transaction }) => {
        if (transaction) await guard.onBegin?.(transaction)
      },
    })
    made.#guard = guard
    return made
  }

  /** Transactions are forks. */
  override fork(options?: ForkOptions): this {
    const fork = super.fork({ ...options, freshEventManager: false })
    fork.#guard = this.#guard
    return fork
  }

  override async applyFilters<Entity extends object>(
    entity: EntityName<Entity>,
    where: FilterQuery<Entity> | undefined,
    filters: FilterOptions | undefined,
    statement: Statement,
    options?: { readonly cache?: unknown },
  ): Promise<FilterQuery<Entity> | undefined> {
    if (filters === false || Object.entries(filters ?? {}).some(([name, on]) => name === filterName && on === false)) {
      throw new Error(
        'The row policy can\'t be switched off: leave out "filters"; work that is nobody\'s has an EntityManager of its own, orm.em.fork().',
      )
    }
    if (options?.cache) {
      throw new Error('The ORM\'s cache would give one viewer\'s rows to another: leave out "cache".')
    }
    if (this.#guard) checkConditions(this.#guard.model, this.getMetadata(entity), where)
    return super.applyFilters(entity, where, filters, statement, options as FindOptions<Entity>)
  }

  protected override async processWhere<Entity extends object>(
    entity: EntityName<Entity>,
    where: FilterQuery<Entity>,
    options: FindOptions<Entity>,
    statement: Statement,
  ): Promise<FilterQuery<Entity>> {
    if (this.#guard) {
      const { model } = this.#guard
      const meta = this.getMetadata(entity)
      checkOrder(model, meta, options.orderBy)
      checkConditions(model, meta, options.having)
    }
    return super.processWhere(entity, where, options, statement)
  }

  /** The ORM would leave out rows that lead to a hidden one; the engine shows them, without what they lead to. */
  protected override async autoJoinRefsForFilters(): Promise<void> {}

  /** Relations in statements of their own: a join leaves out the same rows. */
  protected override prepareOptions<Options extends object>(options: Options): Options {
    return super.prepareOptions({ ...options, strategy: 'select-in' as const })
  }

  override async lock<Entity extends object>(
    entity: Entity,
    mode: LockMode,
    options?: LockOptions | number | Date,
  ): Promise<void> {
    const { __meta: meta } = wrap(entity, true)
    const key = wrap(entity, true).getPrimaryKey()
    if (mode > LockMode.OPTIMISTIC && (await this.count<object>(meta.class, key as never)) === 0) {
      throw new Error(`${meta.className} ${key} can't be locked: the viewer sees no such row; find it with "lockMode".`)
    }
    return super.lock(entity, mode, options)
  }

  override async upsert(): Promise<never> {
    return refuse('upsert', 'find the row, then change or create it')
  }

  override async upsertMany(): Promise<never> {
    return refuse('upsertMany', 'find the rows, then change or create them')
  }

  override async clone(): Promise<never> {
    return refuse('clone', 'find the row, then create another')
  }

  override createQueryBuilder(): never {
    return refuse('a query builder', byEm)
  }

  /** The ORM's own parts take the driver when they are made, and its other methods later. */
  override getDriver(): Driver {
    const driver = super.getDriver()
    return #guard in this && this.#guard ? withoutRows(driver) : driver
  }
}

const byEm = 'use find, count, nativeUpdate or nativeDelete'

/** Methods of a driver that find and change rows without filters. */
const ofRows = new Set<PropertyKey>([
  'find',
  'findOne',
  'findVirtual',
  'count',
  'countVirtual',
  'stream',
  'streamVirtual',
  'nativeInsert',
  'nativeInsertMany',
  'nativeUpdate',
  'nativeUpdateMany',
  'nativeDelete',
  'createQueryBuilder',
])

function withoutRows(driver: Driver): Driver {
  return new Proxy(driver, {
    get(of, name) {
      if (ofRows.has(name)) return () => refuse(`the driver's ${String(name)}`, byEm)
      const value: unknown = Reflect.get(of, name)
      return typeof value === 'function' ? value.bind(of) : value
    },
  })
}

function refuse(what: string, instead: string): never {
  throw new Error(`The row policy doesn't reach ${what}: ${instead}.`)
}

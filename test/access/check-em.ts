import type { EntityManager } from '@mikro-orm/postgresql'
import { DriverException, raw } from '@mikro-orm/postgresql'
import type { Checking } from './check-rows.js'
import { personas } from './personas.js'

/** Ends a transaction whose changes nobody wants. */
const undone = new Error('undone')

/**
 * Finds, counts and changes all rows of entities as everybody, by what a use case of his has as `context.em()`, and compares
 * with the access tables. Gives what is wrong, in sentences.
 */
export async function* checkEm({ service, seen }: Checking, entities: Iterable<string>): AsyncGenerator<string> {
  for (const name of entities) {
    const of = seen.get(name)
    if (!of) continue
    const { entity } = of.selection
    for (const persona of personas) {
      const expected = [...of.visibleTo(persona)].toSorted()
      const em = service.emOf(persona)
      const [key = ''] = em.getMetadata().get(entity).primaryKeys
      const found = await em.find<Record<string, unknown>>(entity as never, {})
      const keys = found.map((row) => String(row[key])).toSorted()
      const who = `${persona.name} as a use case on ${name}`
      if (String(keys) !== String(expected))
        yield `${who}: finds ${keys.length} rows, and ought to find ${expected.length}.`
      const count = await service.emOf(persona).count(entity, {})
      if (count !== expected.length) yield `${who}: counts ${count} rows, and ought to count ${expected.length}.`
      const changed = await changeAll(service.emOf(persona), entity, key)
      if (changed !== 'never' && changed !== expected.length)
        yield `${who}: changes ${changed} rows, and ought to change ${expected.length}.`
    }
  }
}

/** Gives every row its own key, in a transaction that is undone; tells how many there were. Some tables are never changed. */
async function changeAll(
  em: EntityManager,
  entity: Parameters<EntityManager['count']>[0],
  key: string,
): Promise<number | 'never'> {
  let changed = 0
  try {
    await em.transactional(async (em) => {
      changed = await em.nativeUpdate<object>(entity, {}, { [key]: raw(`"${key}"`) })
      throw undone
    })
  } catch (error) {
    if (error instanceof DriverException && /\(UPDATE on /.test(error.message)) return 'never'
    if (error !== undone) throw error
  }
  return changed
}

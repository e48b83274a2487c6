import type { EntityManager } from '@mikro-orm/postgresql'
import type { DeactivatePersonInput } from '../../schema/types/person.js'
import type { Viewer } from '../access/viewer.js'
import { findPersonToChange } from './find-person.js'

/**
 * Takes a person out of the organisation's list; the row stays, as applications and projects name it.
 * @returns the person's key
 * @throws {Refused} the refusals of `findPersonToChange`
 */
export async function deactivatePerson(
  em: EntityManager,
  { viewer, now }: { viewer: Viewer; now: Date },
  input: DeactivatePersonInput,
): Promise<string> {
  const person = await findPersonToChange(em, viewer, input)
  person.deactivatedAt = now
  person.revision += 1
  await em.flush()
  return person.id
}

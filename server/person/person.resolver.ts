import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { AddPersonInput, DeactivatePersonInput, PersonPayload, UpdatePersonInput } from '../../schema/types/person.js'
import { Person } from '../applicant/applicant.entity.js'
import type { Context } from '../http/context.js'
import { one } from '../selection/intent.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { type Written, write } from '../write.js'
import { addPerson } from './add-person.js'
import { deactivatePerson } from './deactivate-person.js'
import { updatePerson } from './update-person.js'

@Resolver()
export class PersonResolver {
  @Mutation(() => PersonPayload, {
    description: 'Adds a person to an organisation. An active person with the same document is there once only.',
  })
  async addPerson(
    @Arg('input', () => AddPersonInput) input: AddPersonInput,
    @Ctx() context: Context,
  ): Promise<PersonPayload> {
    const once = { key: input.idempotencyKey, input }
    return answer(await write(context, 'addPerson', (em) => addPerson(em, actingIn(context), input), once))
  }

  @Mutation(() => PersonPayload, { description: 'Changes what is said of a person.' })
  async updatePerson(
    @Arg('input', () => UpdatePersonInput) input: UpdatePersonInput,
    @Ctx() context: Context,
  ): Promise<PersonPayload> {
    const written = await write(context, 'updatePerson', (em) => updatePerson(em, actingIn(context), input))
    return answer(written, input.id)
  }

  @Mutation(() => PersonPayload, {
    description: 'Takes a person out of the organisation’s list. What names the person keeps doing so.',
  })
  async deactivatePerson(
    @Arg('input', () => DeactivatePersonInput) input: DeactivatePersonInput,
    @Ctx() context: Context,
  ): Promise<PersonPayload> {
    const written = await write(context, 'deactivatePerson', (em) => deactivatePerson(em, actingIn(context), input))
    return answer(written, input.id)
  }
}

function actingIn({ viewer, keyring, now }: Context) {
  return { viewer, keyring, now: now() }
}

/** @param id of the person that was to be changed: whoever was too late sees what is there now */
function answer({ result, errors }: Written<string>, id = ''): PersonPayload {
  const stale = errors.some(({ code }) => code === 'STALE_REVISION')
  const key = result ?? (stale ? keyOfGlobalId('Person', id) : null)
  return { person: key === null ? null : one(Person, { where: [{ field: 'id', is: key }] }), errors }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { RevealPersonalDataInput, RevealPersonalDataPayload } from '../../schema/types/person.js'
import type { Context } from '../http/context.js'
import { write } from '../write.js'
import { revealPersonalData } from './reveal-personal-data.js'

@Resolver()
export class RevealResolver {
  @Mutation(() => RevealPersonalDataPayload, {
    description:
      'Tells a value that is masked wherever it is shown. Who asked for it, when and why is kept in the audit trail.',
  })
  async revealPersonalData(
    @Arg('input', () => RevealPersonalDataInput) input: RevealPersonalDataInput,
    @Ctx() context: Context,
  ): Promise<RevealPersonalDataPayload> {
    const written = await write(context, 'revealPersonalData', (em) => revealPersonalData(em, context, input))
    return { value: written.result, errors: written.errors }
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { ApplicationPayload } from '../../schema/types/application.js'
import {
  CopyApplicationInput,
  DeleteApplicationInput,
  PrefillApplicationInput,
  PrefillPayload,
  RestoreApplicationInput,
} from '../../schema/types/application-upkeep.js'
import type { Context } from '../http/context.js'
import { type Written, write } from '../write.js'
import { applicationWith } from './application.resolver.js'
import { copyApplication } from './copy-application.js'
import { editionForCopy, editionOf } from './edition-to-fill.js'
import { moveToBin, takeOutOfBin } from './move-to-bin.js'
import { prefillApplication } from './prefill-application.js'

@Resolver()
export class UpkeepResolver {
  @Mutation(() => ApplicationPayload, {
    description:
      'Begins an application with what another one of the same organisation says, under the newest guideline. Opinion, declarations, files and codes that don’t hold any more are left out; the title stays.',
  })
  async copyApplication(
    @Arg('input', () => CopyApplicationInput) input: CopyApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    const target = await editionForCopy(context, input.application, input.year)
    const once = { key: input.idempotencyKey, input }
    return payloadOf(await write(context, 'copyApplication', (em) => copyApplication(em, context, target, input), once))
  }

  @Mutation(() => PrefillPayload, {
    description:
      'Fills in empty fields of a draft, from the organisation’s registration or from another of its applications. What is filled in already stays.',
  })
  async prefillApplication(
    @Arg('input', () => PrefillApplicationInput) input: PrefillApplicationInput,
    @Ctx() context: Context,
  ): Promise<PrefillPayload> {
    const target = await editionOf(context, input.application)
    const { result, errors } = await write(context, 'prefillApplication', (em) =>
      prefillApplication(em, context, target, input),
    )
    return { application: result && applicationWith(result.key), filled: result?.filled ?? [], errors }
  }

  @Mutation(() => ApplicationPayload, {
    description: 'Puts a draft into the bin. After 30 days there it is taken away for good.',
  })
  async deleteApplication(
    @Arg('input', () => DeleteApplicationInput) { application }: DeleteApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    return payloadOf(await write(context, 'deleteApplication', (em) => moveToBin(em, context, application)))
  }

  @Mutation(() => ApplicationPayload, { description: 'Takes a draft out of the bin.' })
  async restoreApplication(
    @Arg('input', () => RestoreApplicationInput) { application }: RestoreApplicationInput,
    @Ctx() context: Context,
  ): Promise<ApplicationPayload> {
    return payloadOf(await write(context, 'restoreApplication', (em) => takeOutOfBin(em, context, application)))
  }
}

function payloadOf({ result, errors }: Written<string>): ApplicationPayload {
  return { application: result === null ? null : applicationWith(result), errors }
}

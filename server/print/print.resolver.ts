import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { PrintApplicationInput, PrintApplicationPayload } from '../../schema/types/print.js'
import type { Context } from '../http/context.js'
import { write } from '../write.js'
import { printInFull } from './print-in-full.js'

@Resolver()
export class PrintResolver {
  @Mutation(() => PrintApplicationPayload, {
    description:
      'The printed form with identity numbers and phones in clear, as it is handed in on paper. Who asked for it and when is kept in the audit trail. `Application.printUrl` has them masked.',
  })
  async printApplication(
    @Arg('input', () => PrintApplicationInput) input: PrintApplicationInput,
    @Ctx() context: Context,
  ): Promise<PrintApplicationPayload> {
    const { result, errors } = await write(context, 'printApplication', (em) => printInFull(em, context, input))
    return { url: result, errors }
  }
}

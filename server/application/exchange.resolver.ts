import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  ExportApplicationInput,
  ExportApplicationPayload,
  ImportApplicationInput,
  ImportApplicationPayload,
  ImportBudgetInput,
  ImportBudgetPayload,
} from '../../schema/types/exchange.js'
import type { Context } from '../http/context.js'
import { write } from '../write.js'
import { applicationWith } from './application.resolver.js'
import { exportInClear } from './export-application.js'
import { importApplication } from './import-application.js'
import { importBudget } from './import-budget.js'

@Resolver()
export class ExchangeResolver {
  @Mutation(() => ExportApplicationPayload, {
    description:
      'An application as a document with identity numbers and phones in clear. Who asked for it, when and why is kept in the audit trail. `Application.exported` has them masked and needs no reason.',
  })
  async exportApplication(
    @Arg('input', () => ExportApplicationInput) input: ExportApplicationInput,
    @Ctx() context: Context,
  ): Promise<ExportApplicationPayload> {
    const { result, errors } = await write(context, 'exportApplication', (em) => exportInClear(em, context, input))
    return { exported: result, errors }
  }

  @Mutation(() => ImportApplicationPayload, {
    description:
      'Takes the sections of an exported document into an application, all of them or none, or tells what would happen.',
  })
  async importApplication(
    @Arg('input', () => ImportApplicationInput) input: ImportApplicationInput,
    @Ctx() context: Context,
  ): Promise<ImportApplicationPayload> {
    const { key, report, errors } = await importApplication(context, input)
    return { application: key === null ? null : applicationWith(key), report, errors }
  }

  @Mutation(() => ImportBudgetPayload, {
    description:
      'Takes the tables of a workbook, as Application.budgetWorkbookUrl gives it, into the budget of an application, or tells what would happen.',
  })
  async importBudget(
    @Arg('input', () => ImportBudgetInput) input: ImportBudgetInput,
    @Ctx() context: Context,
  ): Promise<ImportBudgetPayload> {
    const { key, report, errors } = await importBudget(context, input)
    return { application: key === null ? null : applicationWith(key), report, errors }
  }
}

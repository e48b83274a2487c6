import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  ImportRegisterInput,
  ImportRegisterPayload,
  UndoImportInput,
  UndoImportPayload,
} from '../../schema/types/register.payload.js'
import type { Context } from '../http/context.js'
import { one } from '../selection/intent.js'
import { write } from '../write.js'
import { importRegister } from './import/import-register.js'
import { undoImport } from './import/undo-import.js'
import { RegisterImport } from './register.entity.js'

@Resolver()
export class RegisterImportResolver {
  @Mutation(() => ImportRegisterPayload, {
    description:
      'Takes the rows of an uploaded CSV or XLSX file into a register of the caller’s city, all or none of them, or tells what would happen.',
  })
  async importRegister(
    @Arg('input', () => ImportRegisterInput) input: ImportRegisterInput,
    @Ctx() context: Context,
  ): Promise<ImportRegisterPayload> {
    const { report, import: id, errors } = await importRegister(context, input)
    return { report, import: id === null ? null : one(RegisterImport, { where: [{ field: 'id', is: id }] }), errors }
  }

  @Mutation(() => UndoImportPayload, {
    description: 'Takes back exactly what an import added and changed, while nobody has changed these rows since.',
  })
  async undoImport(
    @Arg('input', () => UndoImportInput) input: UndoImportInput,
    @Ctx() context: Context,
  ): Promise<UndoImportPayload> {
    const { result: id, errors } = await write(context, 'undoImport', (em) => undoImport(em, context, input))
    return { import: id === null ? null : one(RegisterImport, { where: [{ field: 'id', is: id }] }), errors }
  }
}

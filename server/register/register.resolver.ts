import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  AddIntegrityRecordInput,
  AddLedgerProjectInput,
  EndIntegrityRecordInput,
  IntegrityRecordsArgs,
  LedgerProjectsArgs,
  RegisterImportsArgs,
  UpdateLedgerProjectInput,
} from '../../schema/types/register.input.js'
import {
  IntegrityRecordConnection,
  LedgerProjectConnection,
  RegisterImportConnection,
} from '../../schema/types/register.js'
import { IntegrityRecordPayload, LedgerProjectPayload } from '../../schema/types/register.payload.js'
import type { Context } from '../http/context.js'
import { one, page } from '../selection/intent.js'
import { type Written, write } from '../write.js'
import { addLedgerProject, updateLedgerProject } from './keep-projects.js'
import { addIntegrityRecord, endIntegrityRecord } from './keep-records.js'
import { IntegrityRecord, LedgerProject, RegisterImport } from './register.entity.js'
import { importConditions, projectConditions, recordConditions } from './register-conditions.js'

@Resolver()
export class RegisterResolver {
  @Query(() => IntegrityRecordConnection, { description: 'Integrity records of the caller’s city, the newest first.' })
  integrityRecords(
    @Args(() => IntegrityRecordsArgs) { filter, ...args }: IntegrityRecordsArgs,
    @Ctx() { keyring }: Context,
  ): never {
    return page(IntegrityRecord, {
      where: recordConditions(filter ?? {}, keyring),
      order: [{ field: 'since', direction: 'DESC' }],
      page: args,
    })
  }

  @Query(() => LedgerProjectConnection, {
    description: 'Projects in the ledger of the caller’s city, those first that are to be finished last.',
  })
  ledgerProjects(
    @Args(() => LedgerProjectsArgs) { filter, ...args }: LedgerProjectsArgs,
    @Ctx() { keyring }: Context,
  ): never {
    return page(LedgerProject, {
      where: projectConditions(filter ?? {}, keyring),
      order: [{ field: 'plannedEndOn', direction: 'DESC' }],
      page: args,
    })
  }

  @Query(() => RegisterImportConnection, {
    description: 'Imports into the registers of the caller’s city, the newest first.',
  })
  registerImports(@Args(() => RegisterImportsArgs) { filter, ...args }: RegisterImportsArgs): never {
    return page(RegisterImport, {
      where: importConditions(filter ?? {}),
      order: [{ field: 'importedAt', direction: 'DESC' }],
      page: args,
    })
  }

  @Mutation(() => IntegrityRecordPayload, { description: 'Puts a record into the register of the caller’s city.' })
  async addIntegrityRecord(
    @Arg('input', () => AddIntegrityRecordInput) input: AddIntegrityRecordInput,
    @Ctx() context: Context,
  ): Promise<IntegrityRecordPayload> {
    const once = { key: input.idempotencyKey, input }
    return recordOf(await write(context, 'addIntegrityRecord', (em) => addIntegrityRecord(em, context, input), once))
  }

  @Mutation(() => IntegrityRecordPayload, {
    description: 'Notes when and why a record ended. It stays in the register: rules look back.',
  })
  async endIntegrityRecord(
    @Arg('input', () => EndIntegrityRecordInput) input: EndIntegrityRecordInput,
    @Ctx() context: Context,
  ): Promise<IntegrityRecordPayload> {
    return recordOf(await write(context, 'endIntegrityRecord', (em) => endIntegrityRecord(em, context, input)))
  }

  @Mutation(() => LedgerProjectPayload, { description: 'Puts a project into the ledger of the caller’s city.' })
  async addLedgerProject(
    @Arg('input', () => AddLedgerProjectInput) input: AddLedgerProjectInput,
    @Ctx() context: Context,
  ): Promise<LedgerProjectPayload> {
    const once = { key: input.idempotencyKey, input }
    return projectOf(await write(context, 'addLedgerProject', (em) => addLedgerProject(em, context, input), once))
  }

  @Mutation(() => LedgerProjectPayload, { description: 'Changes a project of the ledger, e.g. when it is closed.' })
  async updateLedgerProject(
    @Arg('input', () => UpdateLedgerProjectInput) input: UpdateLedgerProjectInput,
    @Ctx() context: Context,
  ): Promise<LedgerProjectPayload> {
    return projectOf(await write(context, 'updateLedgerProject', (em) => updateLedgerProject(em, context, input)))
  }
}

function recordOf({ result: id, errors }: Written<string>): IntegrityRecordPayload {
  if (id === null) return { record: null, errors }
  return { record: one(IntegrityRecord, { where: [{ field: 'id', is: id }] }), errors }
}

function projectOf({ result: id, errors }: Written<string>): LedgerProjectPayload {
  if (id === null) return { project: null, errors }
  return { project: one(LedgerProject, { where: [{ field: 'id', is: id }] }), errors }
}

import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { Register } from '../enums.js'
import type { ErrorCode } from '../error-codes.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { RegisterEnum } from './enums.js'
import { LocalizedField } from './localized-field.js'
import { IntegrityRecord, LedgerProject, RegisterImport } from './register.js'
import { ErrorCodeEnum, UserError } from './user-error.js'

@ObjectType()
export class IntegrityRecordPayload {
  @Field(() => IntegrityRecord, { nullable: true, description: 'Null if the input was refused.' })
  record?: IntegrityRecord | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class LedgerProjectPayload {
  @Field(() => LedgerProject, { nullable: true, description: 'Null if the input was refused.' })
  project?: LedgerProject | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@InputType({ description: 'Which column of the file holds what, where its header is not one of those that are known.' })
export class ColumnMapping {
  @Field(() => String, { description: 'The column, e.g. "creditCode"; docs/registers.md lists them.' })
  column!: string

  @Field(() => String, { description: 'Its header in the file, exactly.' })
  header!: string
}

@InputType({ description: 'A file with rows for a register.' })
export class ImportRegisterInput {
  @Field(() => RegisterEnum)
  register!: Register

  @Field(() => String, { description: 'Code of the city.' })
  city!: string

  @Field(() => ID, { description: 'An uploaded CSV or XLSX file, of purpose REGISTER_IMPORT.' })
  document!: string

  @Field(() => Boolean, { description: 'Only tells what would happen; nothing is written.' })
  dryRun!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Leaves out rows with problems; otherwise one of them is enough for nothing to be written.',
  })
  skipInvalid!: boolean

  @Field(() => [ColumnMapping], { nullable: true })
  mapping?: readonly ColumnMapping[] | null

  @Field(() => String, { description: '8 to 64 letters, digits, - and _: new for each import, the same for a retry.' })
  idempotencyKey!: string
}

@ObjectType({ description: 'What is wrong with a row of a file.' })
export class RowProblem {
  @Field(() => Int, { description: 'Number of the row as spreadsheets count, from 1.' })
  row!: number

  @Field(() => String, {
    nullable: true,
    description: 'Header of the column as the file has it; null for the whole row.',
  })
  column?: string | null

  @Field(() => ErrorCodeEnum)
  code!: ErrorCode

  @LocalizedField({ description: 'What is wrong and what to do.' })
  message!: LocalizedText
}

@ObjectType({ description: 'What the rows of a file did to a register, or would do.' })
export class ImportReport {
  @Field(() => Boolean, { description: 'It was only tried: nothing is written.' })
  dryRun!: boolean

  @Field(() => Boolean, { description: 'The rows are in the register.' })
  written!: boolean

  @Field(() => Int, { description: 'Rows below the header, without empty ones.' })
  rows!: number

  @Field(() => Int, { description: 'Rows that are new to the register.' })
  added!: number

  @Field(() => Int, { description: 'Rows that change what the register has.' })
  changed!: number

  @Field(() => Int, { description: 'Rows that the register has already.' })
  unchanged!: number

  @Field(() => Int, { description: 'Rows that say the same as an earlier row of the file.' })
  duplicates!: number

  @Field(() => Int, { description: 'Rows with problems.' })
  invalid!: number

  @Field(() => [RowProblem], { description: 'The first 1,000 problems, by row.' })
  problems!: readonly RowProblem[]

  @Field(() => Int, { description: 'How many problems there are in all.' })
  problemCount!: number

  @Field(() => [String], { description: 'Headers of columns that were not read.' })
  ignoredColumns!: readonly string[]
}

@ObjectType()
export class ImportRegisterPayload {
  @Field(() => ImportReport, { nullable: true, description: 'Null if the file could not be read at all.' })
  report?: ImportReport | null

  @Field(() => RegisterImport, { nullable: true, description: 'Null unless rows were written.' })
  import?: RegisterImport | null

  @Field(() => [UserError], { description: 'Why nothing was done, or nothing written.' })
  errors!: readonly UserError[]
}

@InputType({ description: 'An import that was a mistake.' })
export class UndoImportInput {
  @Field(() => ID)
  import!: string

  @Field(() => String)
  reason!: string
}

@ObjectType()
export class UndoImportPayload {
  @Field(() => RegisterImport, { nullable: true, description: 'Null if it was refused.' })
  import?: RegisterImport | null

  @Field(() => [UserError], {
    description: 'Rows that were changed since stand in the message: the first 20, by number or name.',
  })
  errors!: readonly UserError[]
}

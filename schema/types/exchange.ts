import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { CheckSeverity, FormSection, SectionImportState } from '../enums.js'
import type { ErrorCode } from '../error-codes.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { Application } from './application.js'
import { CheckSeverityEnum, FormSectionEnum, SectionImportStateEnum } from './enums.js'
import { LocalizedField } from './localized-field.js'
import { ErrorCodeEnum, UserError } from './user-error.js'

@InputType({ description: 'An application that is wanted with its identity numbers and phones in clear.' })
export class ExportApplicationInput {
  @Field(() => ID)
  application!: string

  @Field(() => String, {
    description: 'Why they are needed in clear, in 5 to 500 characters; kept in the audit trail.',
  })
  reason!: string
}

@ObjectType()
export class ExportApplicationPayload {
  @Field(() => String, {
    nullable: true,
    description: 'As `Application.exported`, with personal values in clear; null if it was refused.',
  })
  exported?: string | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@InputType({ description: 'The revision that the import of a section is based on.' })
export class SectionRevisionInput {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Int, { description: 'The section’s revision when it was looked at; 0 for one that nobody had saved.' })
  revision!: number
}

@InputType({ description: 'Sections of an application, to take the place of those that it has.' })
export class ImportApplicationInput {
  @Field(() => ID)
  application!: string

  @Field(() => String, {
    nullable: true,
    description: 'A document as `Application.exported` gives it, described by /schemas/application.json.',
  })
  json?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Such a document as an uploaded file of purpose APPLICATION_IMPORT, in place of `json`.',
  })
  document?: string | null

  @Field(() => [SectionRevisionInput], {
    nullable: true,
    description:
      'What the sections are based on. Where one is left out, the document’s own number counts if it was exported from this application, and else 0.',
  })
  revisions?: readonly SectionRevisionInput[] | null

  @Field(() => Boolean, { description: 'Only tells what would happen; nothing is written.' })
  dryRun!: boolean
}

@ObjectType({ description: 'Why a section isn’t imported.' })
export class FieldProblem {
  @Field(() => ErrorCodeEnum)
  code!: ErrorCode

  @LocalizedField({ description: 'What is wrong and what to do.' })
  message!: LocalizedText

  @Field(() => [String], { description: 'Path inside the section, e.g. ["partners", "0", "creditCode"].' })
  path!: readonly string[]
}

@ObjectType({ description: 'What doesn’t fit in the form as it would be. It can be imported so, and mended later.' })
export class FieldCheck extends FieldProblem {
  @Field(() => CheckSeverityEnum)
  severity!: CheckSeverity
}

@ObjectType({ description: 'What an import does to a section.' })
export class SectionImport {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => SectionImportStateEnum)
  state!: SectionImportState

  @Field(() => Int, { description: 'The section’s revision now.' })
  revision!: number

  @Field(() => [FieldProblem], { description: 'What it can’t be imported with.' })
  problems!: readonly FieldProblem[]

  @Field(() => [FieldCheck], {
    description: 'What doesn’t fit in the whole form, with the other sections as they are.',
  })
  checks!: readonly FieldCheck[]
}

@ObjectType({ description: 'What an import did to an application, or would do.' })
export class ApplicationImportReport {
  @Field(() => Boolean, { description: 'It was only tried: nothing is written.' })
  dryRun!: boolean

  @Field(() => Boolean, { description: 'All of its sections are in the application.' })
  written!: boolean

  @Field(() => [SectionImport], { description: 'The document’s sections, in the form’s order.' })
  sections!: readonly SectionImport[]
}

@ObjectType()
export class ImportApplicationPayload {
  @Field(() => Application, { nullable: true, description: 'As it is now; null if nothing was written.' })
  application?: Application | null

  @Field(() => ApplicationImportReport, { nullable: true, description: 'Null if the document could not be read.' })
  report?: ApplicationImportReport | null

  @Field(() => [UserError], { description: 'Why nothing was done, or nothing written.' })
  errors!: readonly UserError[]
}

@InputType({ description: 'A workbook with the budget’s tables, to take the place of those that an application has.' })
export class ImportBudgetInput {
  @Field(() => ID)
  application!: string

  @Field(() => ID, { description: 'An uploaded XLSX file of purpose APPLICATION_IMPORT.' })
  document!: string

  @Field(() => Int, { description: 'The revision of the budget that the workbook is based on; 0 for the first.' })
  revision!: number

  @Field(() => Boolean, { description: 'Only tells what would happen; nothing is written.' })
  dryRun!: boolean
}

@ObjectType({ description: 'What is wrong in a workbook.' })
export class CellProblem {
  @Field(() => String, { nullable: true, description: 'Name of the sheet; null for the whole workbook.' })
  sheet?: string | null

  @Field(() => String, { nullable: true, description: 'The cell, e.g. "D5"; null for the whole sheet.' })
  cell?: string | null

  @Field(() => ErrorCodeEnum)
  code!: ErrorCode

  @LocalizedField({ description: 'What is wrong and what to do.' })
  message!: LocalizedText
}

@ObjectType({ description: 'What the import of a budget did, or would do.' })
export class BudgetImportReport {
  @Field(() => Boolean, { description: 'It was only tried: nothing is written.' })
  dryRun!: boolean

  @Field(() => Boolean, { description: 'The tables are in the application.' })
  written!: boolean

  @Field(() => [String], { description: 'Sheets that were read; the tables of the others stay as they are.' })
  sheets!: readonly string[]

  @Field(() => [CellProblem], { description: 'What it can’t be imported with.' })
  problems!: readonly CellProblem[]
}

@ObjectType()
export class ImportBudgetPayload {
  @Field(() => Application, { nullable: true, description: 'As it is now; null if nothing was written.' })
  application?: Application | null

  @Field(() => BudgetImportReport, { nullable: true, description: 'Null if the file could not be looked into.' })
  report?: BudgetImportReport | null

  @Field(() => [UserError], { description: 'Why nothing was done, or nothing written.' })
  errors!: readonly UserError[]
}

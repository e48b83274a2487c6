import 'reflect-metadata'
import { Field, ObjectType } from 'type-graphql'
import type { BudgetRow, CheckSeverity, FormSection } from '../enums.js'
import type { ErrorCode } from '../error-codes.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { BudgetRowEnum, CheckSeverityEnum, FormSectionEnum } from './enums.js'
import { Clause } from './guideline.js'
import { LocalizedField } from './localized-field.js'
import { Money } from './scalars.js'
import { ErrorCodeEnum } from './user-error.js'

@ObjectType({ description: 'Something wrong with an application as a whole, or doubtful about it.' })
export class FormCheck {
  @Field(() => ErrorCodeEnum)
  code!: ErrorCode

  @LocalizedField({ description: 'What is wrong and what to do.' })
  message!: LocalizedText

  @Field(() => [String], { description: 'Path to the field inside the section, e.g. ["partners", "0", "creditCode"].' })
  path!: readonly string[]

  @Field(() => CheckSeverityEnum)
  severity!: CheckSeverity

  @Field(() => Clause, { nullable: true, description: 'The clause of the guideline behind it, if there is one.' })
  clause?: Clause | null
}

@ObjectType({ description: 'A field that has to be filled in before the application can be submitted.' })
export class MissingField {
  @Field(() => [String], { description: 'Path to the field inside the section; a missing attachment is at ["items"].' })
  path!: readonly string[]

  @LocalizedField({ description: 'The field as the form prints it, with its group and row; the attachment’s name.' })
  label!: LocalizedText
}

@ObjectType({ description: 'How far a section of an application is.' })
export class SectionCompleteness {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Boolean, { description: 'Nothing is missing and nothing is wrong; there may be warnings.' })
  done!: boolean

  @Field(() => [MissingField], { description: 'What is missing, in the order of the print.' })
  missing!: readonly MissingField[]

  @Field(() => [FormCheck], { description: 'What has to be mended before the application can be submitted.' })
  errors!: readonly FormCheck[]

  @Field(() => [FormCheck], { description: 'What may be right, and should be looked at.' })
  warnings!: readonly FormCheck[]
}

@ObjectType({ description: 'How far an application is, section by section.' })
export class ApplicationCompleteness {
  @Field(() => Boolean, { description: 'Every section is done.' })
  done!: boolean

  @Field(() => [SectionCompleteness], { description: 'All of them, in the order of the print.' })
  sections!: readonly SectionCompleteness[]
}

@ObjectType({ description: 'Amounts in the columns of tables 12.1 and 12.3; null while nothing is filled in.' })
export class BudgetSums {
  @Field(() => Money, { nullable: true, description: 'Special funds and self-raised funds together.' })
  total?: string | null

  @Field(() => Money, { nullable: true })
  specialFunds?: string | null

  @Field(() => Money, { nullable: true })
  selfRaised?: string | null
}

@ObjectType({ description: 'A row of table 12.1, with its computed total.' })
export class BudgetSummaryRow extends BudgetSums {
  @Field(() => BudgetRowEnum)
  row!: BudgetRow

  @Field(() => String, {
    nullable: true,
    description: 'Per cent of the total expenditure with two decimals, e.g. "12.35"; null while that is nothing.',
  })
  share?: string | null
}

@ObjectType({ description: 'What is computed of section 12 and never typed. Sums grow as the tables are filled in.' })
export class BudgetSummary {
  @Field(() => [BudgetSummaryRow], { description: 'Rows 1 to 7.' })
  rows!: readonly BudgetSummaryRow[]

  @Field(() => Boolean, { description: 'All amounts that row 1 is made of are filled in.' })
  complete!: boolean

  @Field(() => String, { nullable: true, description: 'Special funds in per cent of the total expenditure.' })
  specialFundsShare?: string | null

  @Field(() => String, { nullable: true, description: 'Self-raised funds in per cent of the total expenditure.' })
  selfRaisedShare?: string | null

  @Field(() => BudgetSums, { description: 'All years of 12.3 together.' })
  plan!: BudgetSums

  @Field(() => BudgetSums, { description: '12.3 less row 1 of 12.1; it has to come to nothing.' })
  planDifference!: BudgetSums

  @Field(() => Money, { nullable: true, description: 'All sources of 12.4 together.' })
  sources?: string | null

  @Field(() => Money, {
    nullable: true,
    description: '12.4 less the self-raised funds of row 1; it has to come to nothing.',
  })
  sourcesDifference?: string | null

  @Field(() => Money, { nullable: true, description: 'All equipment that is listed together.' })
  equipmentItems?: string | null
}

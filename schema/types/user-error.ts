import 'reflect-metadata'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { type ErrorCode, errorCodes } from '../error-codes.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { Clause } from './guideline.js'
import { LocalizedField } from './localized-field.js'

export const ErrorCodeEnum = Object.fromEntries(Object.keys(errorCodes).map((code) => [code, code]))
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'Why something was refused.',
  valuesConfig: Object.fromEntries(Object.entries(errorCodes).map(([code, description]) => [code, { description }])),
})

@ObjectType({ description: 'One reason why an input was refused. Nothing was changed.' })
export class UserError {
  @Field(() => ErrorCodeEnum)
  code!: ErrorCode

  @LocalizedField({ description: 'What is wrong and what to do.' })
  message!: LocalizedText

  @Field(() => [String], { description: 'Path to the field of the input, e.g. ["input", "facts", "budget"].' })
  path!: readonly string[]

  @Field(() => Clause, { nullable: true, description: 'The clause behind it, if a rule of the guideline is.' })
  clause?: Clause | null
}

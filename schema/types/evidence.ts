import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { EvidenceKind, EvidenceState } from '../enums.js'
import { EvidenceKindEnum, EvidenceStateEnum } from './enums.js'
import { Node } from './node.js'
import { PageInfo } from './page-info.js'
import { DateTime, LocalDate } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({
  implements: Node,
  description: 'A document of an organisation’s that its applications use, such as its licence (notice, 一（四）2).',
})
export class Evidence extends Node {
  @Field(() => EvidenceKindEnum)
  kind!: EvidenceKind

  @Field(() => String, {
    nullable: true,
    description: 'Code of the guideline’s attachment that it is handed in as; null for other documents.',
  })
  attachmentCode?: string | null

  @Field(() => String, { nullable: true, description: 'Number that is printed on it.' })
  number?: string | null

  @Field(() => LocalDate, { nullable: true })
  issuedOn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it holds; null for no end.' })
  expiresOn?: string | null

  @Field(() => Boolean, { description: 'Its last day has passed.' })
  expired!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'Days until its last day: 0 on that day, negative afterwards, null without an end.',
  })
  expiresWithinDays?: number | null

  @Field(() => Int, { nullable: true, description: 'The year that an audit report or statement is for.' })
  year?: number | null

  @Field(() => EvidenceStateEnum)
  state!: EvidenceState

  @Field(() => DateTime)
  addedAt!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was replaced or withdrawn.' })
  endedAt?: string | null

  @Field(() => String)
  fileName!: string

  @Field(() => String, { nullable: true })
  mediaType?: string | null

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  size!: number

  @Field(() => String, {
    nullable: true,
    description:
      'Address to download it from, for at least five minutes. Null for an ID card, which `revealEvidence` shows, and for a file with malware.',
  })
  downloadUrl?: string | null
}

@ObjectType()
export class EvidenceEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => Evidence)
  node!: Evidence
}

@ObjectType({ description: 'A page of documents.' })
export class EvidenceConnection {
  @Field(() => [EvidenceEdge])
  edges!: EvidenceEdge[]

  @Field(() => [Evidence], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: Evidence[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

@InputType()
export abstract class EvidenceDetailsInput {
  @Field(() => String, { description: '8 to 64 letters, digits, - and _; the same for a retry.' })
  idempotencyKey!: string

  @Field(() => ID, { description: 'The file, uploaded with the purpose EVIDENCE for this organisation.' })
  document!: string

  @Field(() => String, { nullable: true, description: 'Number that is printed on it; never that of an ID card.' })
  number?: string | null

  @Field(() => LocalDate, { nullable: true })
  issuedOn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it holds; left out for no end.' })
  expiresOn?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The year that it is for; needed for audit reports and statements.',
  })
  year?: number | null
}

@InputType({ description: 'A document that an organisation adds.' })
export class AddEvidenceInput extends EvidenceDetailsInput {
  @Field(() => ID, { description: 'The organisation.' })
  applicant!: string

  @Field(() => EvidenceKindEnum)
  kind!: EvidenceKind
}

@InputType({ description: 'A newer document of the same kind; the old one is kept.' })
export class ReplaceEvidenceInput extends EvidenceDetailsInput {
  @Field(() => ID, { description: 'The document that it takes the place of.' })
  id!: string
}

@InputType({ description: 'A document that is not to be used any more.' })
export class WithdrawEvidenceInput {
  @Field(() => ID)
  id!: string
}

@InputType({ description: 'A document that is to be shown, and what for.' })
export class RevealEvidenceInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'Goes into the audit trail.' })
  reason!: string
}

@ObjectType()
export class EvidencePayload {
  @Field(() => Evidence, { nullable: true, description: 'Null if it was refused.' })
  evidence?: Evidence | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

@ObjectType()
export class RevealEvidencePayload {
  @Field(() => String, { nullable: true, description: 'Address to download it from, for at least five minutes.' })
  downloadUrl?: string | null

  @Field(() => [UserError])
  errors!: readonly UserError[]
}

import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { AuditOperation } from '../enums.js'
import { AuditOperationEnum } from './enums.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime } from './scalars.js'

@ObjectType({
  description:
    'What became of one column of the row. Of personal values and secrets only is told that they changed: they are shown as "•••".',
})
export class AuditChange {
  @Field(() => String, { description: 'Name of the column, or of what was told beside it.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'As JSON; null if it had no value.' })
  before!: string | null

  @Field(() => String, { nullable: true, description: 'As JSON; null if it has no value any more.' })
  after!: string | null
}

@ObjectType({
  implements: Node,
  description:
    'Something that was written or done: who, when, on which subject, and what changed. It is never changed itself.',
})
export class AuditEvent extends Node {
  @Field(() => ID, { description: 'Global id of what it belongs to, e.g. the applicant whose member changed.' })
  subject!: string

  @Field(() => String, { description: 'The subject’s type, e.g. "Applicant".' })
  subjectType!: string

  @Field(() => Int, { description: 'Its place among the events of the subject, from 1 on without gaps.' })
  sequence!: number

  @Field(() => DateTime)
  at!: string

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the account that acted; null for the service’s own work and for SQL by hand.',
  })
  actor?: string | null

  @Field(() => String, { description: 'The operation’s name; INSERT, UPDATE or DELETE for SQL by hand.' })
  action!: string

  @Field(() => AuditOperationEnum)
  operation!: AuditOperation

  @Field(() => String, { nullable: true, description: 'Where the row stands that was changed, e.g. "public.member".' })
  tableName?: string | null

  @Field(() => String, { nullable: true, description: 'Key of the row.' })
  rowId?: string | null

  @Field(() => [AuditChange], { description: 'Only what changed, by name.' })
  changes!: AuditChange[]

  @Field(() => String, {
    nullable: true,
    description: 'Id of the request, as in the answer’s x-request-id and in the log.',
  })
  request?: string | null

  @Field(() => String, { nullable: true, description: 'Why, where the operation asks for it.' })
  reason?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the city that it belongs to; null if to none.' })
  city?: string | null

  @Field(() => String, { description: 'SHA-256 of the event and the hash before it, in hex.' })
  hash!: string
}

@ObjectType()
export class AuditEventEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => AuditEvent)
  node!: AuditEvent
}

@ObjectType({ description: 'A page of audit events.' })
export class AuditEventConnection {
  @Field(() => [AuditEventEdge])
  edges!: AuditEventEdge[]

  @Field(() => [AuditEvent], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: AuditEvent[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

@InputType({ description: 'Which events; conditions left out don’t restrict.' })
export class AuditEventFilter {
  @Field(() => ID, { nullable: true, description: 'Global id of a subject, e.g. "Applicant:…".' })
  subject?: string | null

  @Field(() => String, { nullable: true, description: 'Type of the subjects, e.g. "Account".' })
  subjectType?: string | null

  @Field(() => ID, { nullable: true, description: 'Global id of the account that acted.' })
  actor?: string | null

  @Field(() => String, { nullable: true, description: 'The operation’s name, e.g. "revealPersonalData".' })
  action?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Not before this instant.' })
  from?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Not after this instant.' })
  to?: string | null
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditEventFilter, { nullable: true })
  filter?: AuditEventFilter | null
}

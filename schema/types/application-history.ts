import 'reflect-metadata'
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { FormSection } from '../enums.js'
import { sectionNames } from '../rules/form/form.js'
import { formSections } from '../rules/form/sections.js'
import type { LocalizedText } from '../rules/localized-text.js'
import { sectionType } from './application-form.js'
import { FormSectionEnum } from './enums.js'
import { LocalizedField } from './localized-field.js'
import { Node } from './node.js'
import { PageArgs } from './page.args.js'
import { PageInfo } from './page-info.js'
import { DateTime } from './scalars.js'

export const PieceKind = { SAME: 'SAME', REMOVED: 'REMOVED', ADDED: 'ADDED' } as const
export type PieceKind = (typeof PieceKind)[keyof typeof PieceKind]
registerEnumType(PieceKind, {
  name: 'PieceKind',
  description: 'Where a piece of a text stands.',
  valuesConfig: {
    SAME: { description: 'In both. 未变。' },
    REMOVED: { description: 'Only in the older. 删去。' },
    ADDED: { description: 'Only in the newer. 新增。' },
  },
})

export const ChangeKind = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED', MOVED: 'MOVED' } as const
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind]
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What became of a field.',
  valuesConfig: {
    ADDED: { description: 'It was empty, or its row wasn’t there. 新增。' },
    REMOVED: { description: 'It was emptied, or its row was taken out. 删去。' },
    CHANGED: { description: 'It says something else. 修改。' },
    MOVED: { description: 'Rows of the list stand in another order. 行的次序有变。' },
  },
})

@ObjectType({
  description: 'A piece of a text. SAME and REMOVED in a row are the older text, SAME and ADDED the newer.',
})
export class TextPiece {
  @Field(() => PieceKind)
  kind!: PieceKind

  @Field(() => String)
  text!: string
}

@ObjectType({ description: 'What was changed in a field of a section.' })
export class FieldChange {
  @Field(() => String, { description: 'E.g. "leader.title" or "partners.k1.name"; rows are named by their keys.' })
  path!: string

  @LocalizedField({ description: 'The field as it is printed, with the place of its row.' })
  label!: LocalizedText

  @Field(() => ChangeKind)
  kind!: ChangeKind

  @Field(() => Boolean, { description: 'An identity number or a phone: that it was changed is all that is told.' })
  personal!: boolean

  @LocalizedField({
    nullable: true,
    description: 'What stood there, as text; null for nothing and for personal values.',
  })
  before?: LocalizedText | null

  @LocalizedField({
    nullable: true,
    description: 'What stands there now, as text; null for nothing and for personal values.',
  })
  after?: LocalizedText | null

  @Field(() => [TextPiece], { description: 'Of a text that was changed, word by word; empty for everything else.' })
  pieces!: readonly TextPiece[]
}

@ObjectType({ description: 'What was changed in a section between two of its revisions.' })
export class SectionDifference {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Int, { description: 'The older revision, if it is the smaller number.' })
  from!: number

  @Field(() => Int)
  to!: number

  @Field(() => [FieldChange], { description: 'In the order of the form.' })
  changes!: readonly FieldChange[]
}

@ObjectType({
  implements: Node,
  description:
    'A section of an application as somebody saved it. What it said is in the field of its section; the others are null.',
})
export class SectionRevision extends Node {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Int, { description: 'Counted from 1 in each section.' })
  revision!: number

  @Field(() => DateTime)
  editedAt!: string

  @Field(() => String, { description: 'Name of who saved it.' })
  editedBy!: string

  @Field(() => [FieldChange], { description: 'What it has changed, compared with the revision before.' })
  changes!: readonly FieldChange[]
}

for (const name of sectionNames) {
  const { 'zh-CN': zh, en } = formSections[name]
  Field(() => sectionType(name), { nullable: true, description: `${zh} — ${en}, as it was then.` })(
    SectionRevision.prototype,
    name,
  )
}

@ObjectType()
export class SectionRevisionEdge {
  @Field(() => String)
  cursor!: string

  @Field(() => SectionRevision)
  node!: SectionRevision
}

@ObjectType({ description: 'A page of what was saved.' })
export class SectionRevisionConnection {
  @Field(() => [SectionRevisionEdge])
  edges!: SectionRevisionEdge[]

  @Field(() => [SectionRevision], { description: 'The edges’ nodes, for clients that need no cursors.' })
  nodes!: SectionRevision[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: 'How many there are in all, over all pages.' })
  totalCount!: number
}

@ObjectType({ description: 'How far a section has come, and who changed it last.' })
export class SectionState {
  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Int, { description: '0 before the first save.' })
  revision!: number

  @Field(() => DateTime, { nullable: true })
  editedAt?: string | null

  @Field(() => String, { nullable: true, description: 'Name of who changed it last.' })
  editedBy?: string | null
}

@InputType({ description: 'Which revisions; conditions left out don’t restrict.' })
export class HistoryFilter {
  @Field(() => ID, { nullable: true })
  application?: string | null

  @Field(() => FormSectionEnum, { nullable: true })
  section?: FormSection | null
}

@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field(() => HistoryFilter, { nullable: true })
  filter?: HistoryFilter | null
}

@InputType({ description: 'A section that is to say again what it said before.' })
export class RestoreSectionInput {
  @Field(() => ID)
  application!: string

  @Field(() => FormSectionEnum)
  section!: FormSection

  @Field(() => Int, { description: 'The revision that the section has now.' })
  revision!: number

  @Field(() => Int, { description: 'The revision whose content it gets, in a new revision; 0 empties the section.' })
  to!: number
}

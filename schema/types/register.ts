import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { ImportState, IntegrityRecordKind, ProjectState, RecordSubject, Register } from '../enums.js'
import { Document } from './document.js'
import { ImportStateEnum, IntegrityRecordKindEnum, ProjectStateEnum, RecordSubjectEnum, RegisterEnum } from './enums.js'
import { Node } from './node.js'
import { PageInfo } from './page-info.js'
import { DateTime, LocalDate } from './scalars.js'
import { UserError } from './user-error.js'

@ObjectType({ implements: Node, description: 'A file whose rows went into a register.' })
export class RegisterImport extends Node {
  @Field(() => RegisterEnum)
  register!: Register

  @Field(() => String, { description: 'Code of the city.' })
  city!: string

  @Field(() => Document, { nullable: true, description: 'The file; null for those who may not see it.' })
  document?: Document | null

  @Field(() => Int, { description: 'Rows of the file below its header, without empty ones.' })
  rowCount!: number

  @Field(() => Int, { description: 'Rows that were new to the register.' })
  added!: number

  @Field(() => Int, { description: 'Rows that changed what the register had.' })
  changed!: number

  @Field(() => Int, { description: 'Rows that the register had already.' })
  unchanged!: number

  @Field(() => Int, { description: 'Rows that said the same as an earlier row of the file.' })
  duplicates!: number

  @Field(() => Int, { description: 'Rows that were left out because something was wrong with them.' })
  invalid!: number

  @Field(() => ImportStateEnum)
  state!: ImportState

  @Field(() => DateTime)
  importedAt!: string

  @Field(() => DateTime, { nullable: true })
  undoneAt?: string | null

  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoReason?: string | null
}

@ObjectType({
  implements: Node,
  description:
    'Bad credit or a breach of research integrity, of an organisation or a person (notice, 一（三）4, 一（四）1).',
})
export class IntegrityRecord extends Node {
  @Field(() => String, { description: 'Code of the city whose register it stands in.' })
  city!: string

  @Field(() => RecordSubjectEnum)
  subject!: RecordSubject

  @Field(() => String, { description: 'Name of the organisation or person.' })
  subjectName!: string

  @Field(() => String, { nullable: true, description: 'Unified social credit code, of an organisation.' })
  creditCode?: string | null

  @Field(() => String, { nullable: true, description: 'Number of the person’s identity document, starred out.' })
  personIdNumber?: string | null

  @Field(() => IntegrityRecordKindEnum)
  kind!: IntegrityRecordKind

  @Field(() => String, { description: 'What happened.' })
  what!: string

  @Field(() => LocalDate, { description: 'First day on which it stands.' })
  since!: string

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it stands, included; null while it does.' })
  until?: string | null

  @Field(() => String, { nullable: true, description: 'Why it was ended by hand.' })
  endReason?: string | null

  @Field(() => String, { description: 'Who says so: a decision’s number, a list, an authority.' })
  source!: string

  @Field(() => RegisterImport, {
    nullable: true,
    description: 'The import that wrote it last; null if it was by hand.',
  })
  import?: RegisterImport | null

  @Field(() => Int, { description: 'Counts its changes.' })
  revision!: number

  @Field(() => DateTime)
  recordedAt!: string
}

@ObjectType({ implements: Node, description: 'A project of the city’s programme in the ledger (项目台账).' })
export class LedgerProject extends Node {
  @Field(() => String, { description: 'Code of the city whose ledger it stands in.' })
  city!: string

  @Field(() => String, { description: 'Its number, unique in the city.' })
  number!: string

  @Field(() => String)
  title!: string

  @Field(() => String)
  leaderName!: string

  @Field(() => String, {
    nullable: true,
    description: 'Number of the leader’s identity document, starred out; null if it is not known.',
  })
  leaderIdNumber?: string | null

  @Field(() => String, { description: 'Unified social credit code of the unit that carries it out.' })
  creditCode!: string

  @Field(() => String)
  unitName!: string

  @Field(() => String, { description: 'Code of the guideline’s category, or "other".' })
  category!: string

  @Field(() => LocalDate)
  startsOn!: string

  @Field(() => LocalDate, { description: 'When it is to be finished.' })
  plannedEndOn!: string

  @Field(() => ProjectStateEnum)
  state!: ProjectState

  @Field(() => LocalDate, { nullable: true, description: 'When it was closed, terminated or revoked.' })
  endedOn?: string | null

  @Field(() => RegisterImport, {
    nullable: true,
    description: 'The import that wrote it last; null if it was by hand.',
  })
  import?: RegisterImport | null

  @Field(() => Int, { description: 'Counts its changes; a save names the one that it read.' })
  revision!: number

  @Field(() => DateTime)
  recordedAt!: string
}

function connectionOf<Item extends object>(item: new () => Item, plural: string) {
  @ObjectType(`${item.name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string

    @Field(() => item)
    node!: Item
  }

  @ObjectType(`${item.name}Connection`, { description: `A page of ${plural}.` })
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[]

    @Field(() => [item], { description: 'The edges’ nodes, for clients that need no cursors.' })
    nodes!: Item[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo

    @Field(() => Int, { description: 'How many there are in all, over all pages.' })
    totalCount!: number
  }
  return Connection
}

export const IntegrityRecordConnection = connectionOf(IntegrityRecord, 'integrity records')
export const LedgerProjectConnection = connectionOf(LedgerProject, 'projects of the ledger')
export const RegisterImportConnection = connectionOf(RegisterImport, 'imports')

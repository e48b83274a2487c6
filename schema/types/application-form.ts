import 'reflect-metadata'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { type FormField, isPersonal } from '../rules/form/field.js'
import { type SectionName, type SectionOf, sectionNames } from '../rules/form/form.js'
import { rowTypes } from '../rules/form/rows.js'
import { formSections } from '../rules/form/sections.js'
import { enumsByName } from './enums.js'
import { DateTime, LocalDate, Money, YearMonth } from './scalars.js'

/*
 * The types of the form's sections and rows are made from its tables, one for what is read and one for what is typed in, so
 * that the form, its checks and the API can't drift apart.
 */
type TypeClass = new () => object
const objectTypes = new Map<string, TypeClass>()
const inputTypes = new Map<string, TypeClass>()

const scalars = {
  line: () => String,
  narrative: () => String,
  bool: () => Boolean,
  int: () => Int,
  decimal: () => String,
  money: () => Money,
  date: () => LocalDate,
  month: () => YearMonth,
  email: () => String,
  phone: () => String,
  personalPhone: () => String,
  idNumber: () => String,
  creditCode: () => String,
  id: () => ID,
  key: () => String,
}

/** Name of the API's type for a section or a row, e.g. `ApplicationTeam`, `ApplicationParticipant`. */
export function formTypeName(name: string): string {
  return `Application${capitalised(name)}`
}

/** `stateOfTheArt` as part of a longer name: `StateOfTheArt`. */
export function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

function typeOf({ type, values }: FormField, rows: Map<string, TypeClass>): () => unknown {
  if (values) {
    const members = enumsByName[values.name as keyof typeof enumsByName]
    return values.several ? () => [members] : () => members
  }
  if (typeof type !== 'object') return scalars[type]
  return 'one' in type ? () => rows.get(type.one) : () => [rows.get(type.list)]
}

function isList({ type, values }: FormField): boolean {
  return values?.several === true || (typeof type === 'object' && 'list' in type)
}

function addFields(type: TypeClass, fields: Readonly<Record<string, FormField>>, rows: Map<string, TypeClass>): void {
  for (const [name, field] of Object.entries(fields)) {
    const nullable = rows === inputTypes || !isList(field)
    Field(typeOf(field, rows) as () => typeof String, { nullable, description: describe(field, rows === inputTypes) })(
      type.prototype,
      name,
    )
  }
}

function describe(field: FormField, typedIn: boolean): string {
  const { type, max, 'zh-CN': zh, en } = field
  const personal = isPersonal(field)
  const limit = max === undefined ? '' : isList(field) ? ` At most ${max}.` : ` At most ${max} characters.`
  const mask = personal ? (typedIn ? ' Sent back masked, it stays as it is.' : ' Masked.') : ''
  const text = type === 'narrative' ? ' Markdown: paragraphs, lists, tables, formulas, images of the attachments.' : ''
  return `${zh} — ${en}.${limit}${mask}${text}`
}

for (const [name, fields] of Object.entries(rowTypes)) {
  const Read = class {}
  const Typed = class {}
  objectTypes.set(name, Read)
  inputTypes.set(name, Typed)
  ObjectType(formTypeName(name), { description: 'A part of an application; what is missing isn’t filled in yet.' })(
    Read,
  )
  InputType(`${formTypeName(name)}Input`, { description: 'A part of an application, as far as it is known.' })(Typed)
  addFields(Read, fields, objectTypes)
  addFields(Typed, fields, inputTypes)
}

for (const name of sectionNames) {
  const { 'zh-CN': zh, en, fields } = formSections[name]
  const Read = class {}
  const Typed = class {}
  objectTypes.set(name, Read)
  inputTypes.set(name, Typed)
  ObjectType(formTypeName(name), { description: `${zh} — ${en}. What is missing isn’t filled in yet.` })(Read)
  InputType(`${formTypeName(name)}Input`, { description: `${zh} — ${en}: the whole section, as far as it is known.` })(
    Typed,
  )
  Field(() => Int, { description: 'Grows with each change; 0 before the first. A save names the one it is based on.' })(
    Read.prototype,
    'revision',
  )
  Field(() => DateTime, { nullable: true, description: 'When it was last changed.' })(Read.prototype, 'editedAt')
  Field(() => String, { nullable: true, description: 'Name of who changed it last.' })(Read.prototype, 'editedBy')
  addFields(Read, fields, objectTypes)
  addFields(Typed, fields, inputTypes)
}

/** A section as it is read. */
export type SectionRead<N extends SectionName = SectionName> = SectionOf<N> & {
  readonly revision: number
  readonly editedAt: string | null
  readonly editedBy: string | null
}

/** The API's type of a section as it is read. */
export function sectionType(name: SectionName): new () => SectionRead {
  return objectTypes.get(name) as new () => SectionRead
}

/** The API's input for a whole section. */
export function sectionInput(name: SectionName): new () => SectionOf<SectionName> {
  return inputTypes.get(name) as new () => SectionOf<SectionName>
}

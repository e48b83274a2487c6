import type { ErrorCode } from '../../schema/error-codes.js'
import type { FormField } from '../../schema/rules/form/field.js'
import {
  fieldsOfRow,
  fieldsOfSection,
  type SectionName,
  type SectionOf,
  sectionNames,
} from '../../schema/rules/form/form.js'
import { type Issue, issue } from '../../schema/rules/issue.js'

/** Name and version of the documents that applications are exported and imported as: the `$id` of their JSON Schema. */
export const exchangeSchema = 'urn:shenbao:application:1'

/** Longest document in characters: fifteen texts of a hundred printed pages each. */
const mostCharacters = 4_000_000
/** The form has six levels: document, sections, section, list, row, value. */
const mostLevels = 8
/** Problems with unknown fields that are told one by one. */
const mostUnknown = 100

/** An application as a document, with its keys in this order, and those of a section in the order of the form. */
export type ExchangeDocument = {
  readonly schema: typeof exchangeSchema
  /** Its id in the API. */
  readonly application: string
  readonly guideline: { readonly city: string; readonly year: number; readonly edition: number }
  readonly revisions: Readonly<Record<SectionName, number>>
  readonly sections: { readonly [N in SectionName]?: Readonly<Record<string, unknown>> }
}

/** What is wrong with a document, and where in it. */
export type DocumentIssue = Issue<ErrorCode> & { readonly path: readonly string[] }

/** A document as somebody hands it in. */
export type GivenDocument = {
  readonly application: string | null
  readonly revisions: Readonly<Partial<Record<SectionName, number>>>
  readonly sections: { readonly [N in SectionName]?: SectionOf<N> }
}

/**
 * Reads a document without looking at the values of its fields: those are the readers' of sections.
 * @returns everything that it has and the form doesn't, if there is any: what isn't understood would be lost
 */
export function readExchangeDocument(text: string): GivenDocument | { readonly issues: readonly DocumentIssue[] } {
  if (text.length > mostCharacters) return refused(issues.tooLarge)
  const level = deepestLevel(text)
  if (level > mostLevels) return refused(issues.tooDeep)
  const value = parsed(text)
  if (!isObject(value)) return refused(issues.malformed)
  if (value.schema !== exchangeSchema) return refused(issues.otherSchema, 'schema')
  const { $schema, schema, application, guideline, revisions, sections, ...others } = value
  if (!isObject(sections)) return refused(issues.noSections, 'sections')
  const found: DocumentIssue[] = Object.keys(others).map((name) => ({ ...issues.unknownField, path: [short(name)] }))
  const numbers = revisionsIn(revisions)
  if (numbers === null) return refused(issues.revisions, 'revisions')
  for (const [name, content] of Object.entries(sections)) {
    if (!isSection(name)) found.push({ ...issues.unknownSection, path: ['sections', short(name)] })
    else if (isObject(content)) found.push(...unknownFields(fieldsOfSection(name), content, ['sections', name]))
    else found.push({ ...issues.malformedSection, path: ['sections', name] })
  }
  if (found.length > 0) return { issues: found.slice(0, mostUnknown) }
  if (Object.keys(sections).length === 0) return refused(issues.noSections, 'sections')
  return {
    application: typeof application === 'string' ? application : null,
    revisions: numbers,
    sections: sections as GivenDocument['sections'],
  }
}

/** How deep the brackets of a text go, those in strings aside; found before it is parsed. */
function deepestLevel(text: string): number {
  let level = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (quoted) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) quoted = false
    } else if (sign === 0x22) quoted = true
    else if (sign === 0x7b || sign === 0x5b) deepest = Math.max(deepest, ++level)
    else if (sign === 0x7d || sign === 0x5d) level--
  }
  return deepest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** Null for anything but whole numbers by section. */
function revisionsIn(given: unknown): Partial<Record<SectionName, number>> | null {
  if (given == null) return {}
  if (!isObject(given)) return null
  const valid = Object.entries(given).every(([name, number]) => isSection(name) && Number.isInteger(number))
  return valid ? (given as Partial<Record<SectionName, number>>) : null
}

function unknownFields(
  fields: Readonly<Record<string, FormField>>,
  content: Readonly<Record<string, unknown>>,
  at: readonly string[],
): DocumentIssue[] {
  return Object.entries(content).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const path = [...at, short(name)]
    if (!field) return [{ ...issues.unknownField, path }]
    const { type } = field
    if (typeof type !== 'object') return []
    if ('one' in type) return isObject(value) ? unknownFields(fieldsOfRow(type.one), value, path) : []
    if (!Array.isArray(value)) return []
    return value.flatMap((row, index) =>
      isObject(row) ? unknownFields(fieldsOfRow(type.list), row, [...path, String(index)]) : [],
    )
  })
}

/** Names are told to whoever wrote them, at no greater length than the form's. */
function short(name: string): string {
  return name.slice(0, 64)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSection(name: string): name is SectionName {
  return (sectionNames as readonly string[]).includes(name)
}

function refused(found: Issue<ErrorCode>, ...path: string[]): { issues: DocumentIssue[] } {
  return { issues: [{ ...found, path }] }
}

const issues = {
  tooLarge: issue(
    'IMPORT_TOO_LARGE',
    `文件超过 ${mostCharacters} 个字符；请删去申报书以外的内容。`,
    `The document has more than ${mostCharacters} characters; take out what isn’t the application’s.`,
  ),
  tooDeep: issue(
    'IMPORT_TOO_DEEP',
    '文件的嵌套层数超过申报书所需，请按公布的 JSON Schema 填写。',
    'The document is nested more deeply than the form is; write it by the published JSON Schema.',
  ),
  malformed: issue(
    'IMPORT_MALFORMED',
    '文件不是 JSON 对象（UTF-8）；请使用导出的文件。',
    'The document is no JSON object (in UTF-8); use one that was exported.',
  ),
  otherSchema: issue(
    'IMPORT_SCHEMA_UNKNOWN',
    `schema 应为 ${exchangeSchema}；请使用本版本导出的文件。`,
    `schema has to be ${exchangeSchema}; use a document that this version exported.`,
  ),
  revisions: issue(
    'IMPORT_MALFORMED',
    'revisions 应为各部分名称及其整数版本号。',
    'revisions has names of sections with whole numbers.',
  ),
  noSections: issue(
    'IMPORT_EMPTY',
    'sections 中没有任何部分；请至少给出一个部分。',
    'sections has none; give one section at least.',
  ),
  malformedSection: issue('IMPORT_MALFORMED', '该部分应为一组字段。', 'The section has to be a group of fields.'),
  unknownSection: issue(
    'SECTION_UNKNOWN',
    `申报书没有这个部分；可用的有：${sectionNames.join('、')}。`,
    `The form has no such section; it has ${sectionNames.join(', ')}.`,
  ),
  unknownField: issue(
    'FIELD_UNKNOWN',
    '申报书没有这个字段，导入会使其丢失；请更正名称或删去。',
    'The form has no such field, and an import would lose it; correct its name, or take it out.',
  ),
} satisfies Record<string, Issue<ErrorCode>>

import { type Issue, issue } from '../issue.js'
import type { FormField } from './field.js'
import { type Form, fieldsOfRow, fieldsOfSection, type SectionName, sectionNames } from './form.js'
import type { FieldPath } from './form-issue.js'
import type { FormCheck, FormContext } from './invariant.js'
import { imagesOfNarrative } from './narrative.js'

type Text = {
  readonly section: SectionName
  readonly path: FieldPath
  readonly type: 'line' | 'narrative'
  readonly text: string
}

/** Characters that are named in one message. */
const mostNamed = 5

/** The images that are missing, and the characters that the printed form can't show, text by text. */
export function checkTexts(form: Form, { unprintable }: FormContext): FormCheck[] {
  const keys = new Set((form.attachments?.items ?? []).map(({ key }) => key))
  const checks: FormCheck[] = []
  for (const { section, path, type, text } of textsOf(form)) {
    const at = { section, path, clause: null }
    // Parsing a page to find that it has no image is dear.
    if (type === 'narrative' && text.includes('](attachment:') && imagesOfNarrative(text).some((key) => !keys.has(key)))
      checks.push({ ...imageUnknown, ...at, severity: 'ERROR' })
    const unprinted = unprintable?.(text) ?? []
    if (unprinted.length > 0) checks.push({ ...notPrinted(unprinted), ...at, severity: 'WARNING' })
  }
  return checks
}

function* textsOf(form: Form): Iterable<Text> {
  for (const section of sectionNames) {
    const content = form[section]
    if (content) yield* textsOfFields(section, fieldsOfSection(section), content, [])
  }
}

function* textsOfFields(
  section: SectionName,
  fields: Readonly<Record<string, FormField>>,
  values: object,
  at: FieldPath,
): Iterable<Text> {
  for (const [name, { type, values: choices }] of Object.entries(fields)) {
    const value = (values as Readonly<Record<string, unknown>>)[name]
    const path = [...at, name]
    if (value == null || choices) continue
    if (type === 'line' || type === 'narrative') yield { section, path, type, text: value as string }
    else if (typeof type !== 'object') continue
    else if ('one' in type) yield* textsOfFields(section, fieldsOfRow(type.one), value, path)
    else
      for (const [index, row] of (value as readonly object[]).entries())
        yield* textsOfFields(section, fieldsOfRow(type.list), row, [...path, String(index)])
  }
}

/** What `checkTexts` can tell, for lists of all codes. */
export const imageUnknown = issue(
  'NARRATIVE_IMAGE_UNKNOWN',
  '文中插入的图片不在附件中；请先上传，再插入。',
  'The text shows an image that is not among the attachments; upload it first.',
)

/** A warning that names characters: without them nobody finds one in a page of text. */
export function notPrinted(characters: readonly string[]): Issue {
  const named = characters.slice(0, mostNamed).map((character) => {
    const point = character.codePointAt(0) ?? 0
    return `${character}（U+${point.toString(16).toUpperCase().padStart(4, '0')}）`
  })
  return issue(
    'CHARACTER_NOT_PRINTED',
    `打印的申报书无法显示下列字符，请改用常用字或另附说明：${named.join('、')}。`,
    `The printed form can not show these characters; use others, or explain them in an attachment: ${named.join(', ')}.`,
  )
}

import type { MikroORM } from '@mikro-orm/postgresql'
import type { ApplicantKind, ApplicationStatus, FormSection } from '../../schema/enums.js'
import type { Direction, Edition } from '../../schema/rules/edition.js'
import { isPersonal } from '../../schema/rules/form/field.js'
import { type Form, type RowOf, sectionOfCode } from '../../schema/rules/form/form.js'
import { mapSection } from '../../schema/rules/form/map-section.js'
import { imagesOfNarrative } from '../../schema/rules/form/narrative.js'
import { uuidOf } from '../applicant/find-applicant.js'
import { openReference, type PersonalReference } from '../application/personal-reference.js'
import type { Files } from '../document/files.js'
import { isGivenOut } from '../document/given-out.js'
import type { EditionRegister } from '../guideline/edition-register.js'
import type { Keyring } from '../secrets/keyring.js'
import type { PrintedAttachment, PrintedForm } from './printed-form.js'

export type PrintSources = {
  readonly orm: MikroORM
  readonly files: Files
  readonly keyring: Keyring
  readonly editions: EditionRegister
}

/** Largest image, in bytes, that is read for a text that shows it. */
const LARGEST_IMAGE = 20 * 1024 * 1024

type Stored = {
  readonly guideline: string
  readonly status: ApplicationStatus
  readonly createdAt: string
  readonly applicant: {
    readonly name: string
    readonly kind: ApplicantKind
    readonly address: string
    readonly foundedOn: string
    readonly district: string
    readonly creditCode: string
  }
  readonly sections: readonly { section: FormSection; content: Record<string, unknown>; editedAt: string }[]
  readonly values: Readonly<Record<string, string>>
}

/**
 * What is printed of an application; null if there is none. Whoever calls has made sure that it may be seen.
 * @param inFull with numbers of identity documents and phones in clear; masked otherwise
 */
export async function storedPrint(
  { orm, files, keyring, editions }: PrintSources,
  key: string,
  inFull: boolean,
): Promise<PrintedForm | null> {
  const [row] = await orm.em.fork().execute<{ stored: Stored }[]>(storedSql, [key])
  if (!row) return null
  const { stored } = row
  const loaded = await editions.byKey(stored.guideline)
  if (!loaded) throw new Error('An application has an edition that is gone.')
  const { edition } = loaded.compiled
  const form = formOf(stored, (reference) =>
    inFull ? openReference(keyring, reference, (row) => stored.values[row]) : reference.masked,
  )
  const { address, district, ...applicant } = stored.applicant
  return {
    form,
    draft: stored.status === 'DRAFT',
    acceptanceNumber: null,
    submittedOn: null,
    savedAt: new Date(
      Math.max(...[stored.createdAt, ...stored.sections.map(({ editedAt }) => editedAt)].map(Date.parse)),
    ),
    applicant: { ...applicant, registeredAddress: address, district: nameOf(edition.city.districts, district) },
    guideline: guidelineOf(edition, form),
    attachments: await attachmentsOf(orm, files, form),
  }
}

function formOf({ sections }: Stored, show: (reference: PersonalReference) => string): Form {
  return Object.fromEntries(
    sections.map(({ section: code, content }) => {
      const section = sectionOfCode(code)
      const shown = mapSection(section, content, ({ field, value }) =>
        isPersonal(field) ? show(value as PersonalReference) : value,
      )
      return [section, shown]
    }),
  )
}

type Named = { readonly code: string; readonly name: { readonly 'zh-CN': string } }

function nameOf(list: readonly Named[], code: string | null | undefined): string | null {
  return list.find((named) => named.code === code)?.name['zh-CN'] ?? null
}

function guidelineOf(edition: Edition, { cover }: Form): PrintedForm['guideline'] {
  const category = edition.categories.find(({ code }) => code === cover?.category)
  return {
    year: edition.year,
    city: edition.city.name['zh-CN'],
    category: category?.name['zh-CN'] ?? null,
    direction: directionOf(category?.directions ?? [], cover?.direction),
    requirements: Object.fromEntries(edition.attachments.map(({ code, name }) => [code, name['zh-CN']])),
  }
}

/** A direction with those above it, as the notice prints them. */
function directionOf(directions: readonly Direction[], code: string | null | undefined): string | null {
  for (const direction of directions) {
    const printed = direction.label + direction.name['zh-CN']
    if (direction.code === code) return printed
    const below = directionOf(direction.children, code)
    if (below !== null) return `${printed} — ${below}`
  }
  return null
}

type File = {
  readonly id: string
  readonly fileName: string
  readonly pages: number | null
  readonly mediaType: string | null
  readonly size: number
  readonly state: Parameters<typeof isGivenOut>[0]
  readonly scan: Parameters<typeof isGivenOut>[1]
}

async function attachmentsOf(orm: MikroORM, files: Files, form: Form): Promise<PrintedAttachment[]> {
  const items = form.attachments?.items ?? []
  const images = new Set(textsOf(form).flatMap(imagesOfNarrative))
  const keys = (items: readonly (string | null)[]) => `{${items.filter((key) => key !== null).join()}}`
  const found = await orm.em
    .fork()
    .execute<(File & { evidence: string | null })[]>(filesSql, [
      keys(items.map(({ evidence }) => uuidOf('Evidence', evidence ?? ''))),
      keys(items.map(({ document }) => uuidOf('Document', document ?? ''))),
    ])
  const attachments: PrintedAttachment[] = []
  for (const item of items) {
    const file = fileOf(item, found)
    if (!file) continue
    const isShown = images.has(item.key ?? '')
    attachments.push({
      key: item.key ?? '',
      fileName: file.fileName,
      pages: file.pages,
      image: isShown ? await imageOf(file, files) : null,
    })
  }
  return attachments
}

function fileOf(item: RowOf<'AttachmentItem'>, found: readonly (File & { evidence: string | null })[]) {
  const [document, evidence] = [uuidOf('Document', item.document ?? ''), uuidOf('Evidence', item.evidence ?? '')]
  return found.find((file) => (document ? file.id === document : evidence !== null && file.evidence === evidence))
}

async function imageOf({ id, mediaType, size, state, scan }: File, files: Files): Promise<Uint8Array | null> {
  const isImage = mediaType === 'image/png' || mediaType === 'image/jpeg'
  if (!isImage || size > LARGEST_IMAGE || !isGivenOut(state, scan)) return null
  return Buffer.concat(await (await files.read(id)).toArray())
}

/** Whatever is text in a form; keys of attachments mean something in narratives only. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('](attachment:') ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

const storedSql = `
  select jsonb_build_object(
    'guideline', application.guideline_id,
    'status', application.status,
    'createdAt', application.created_at,
    'applicant', jsonb_build_object(
      'name', applicant.name, 'kind', applicant.kind, 'address', applicant.registered_address,
      'foundedOn', applicant.founded_on, 'district', applicant.district, 'creditCode', applicant.credit_code),
    'sections', coalesce((
      select jsonb_agg(jsonb_build_object(
        'section', section.section, 'content', saved.content, 'editedAt', section.edited_at) order by section.section)
      from application_section section join section_revision saved using (application_id, section, revision)
      where section.application_id = application.id), '[]'),
    'values', coalesce((
      select jsonb_object_agg(id, value_sealed) from application_personal_value
      where application_id = application.id), '{}')) as stored
  from application join applicant on applicant.id = application.applicant_id
  where application.id = ?`

const filesSql = `
  select document.id, document.file_name as "fileName", document.pages, document.media_type as "mediaType",
    document.size, document.state, document.scan, evidence.id as evidence
  from document left join evidence on evidence.document_id = document.id and evidence.id = any(?::uuid[])
  where document.id = any(?::uuid[]) or evidence.id is not null`

import type { DocumentPurpose } from '../../schema/enums.js'

/** A kind of content that is taken: its media type, and how files of it are named. */
type Kind = { readonly mediaType: string; readonly extensions: readonly string[] }

type Purpose = {
  /** Largest file in bytes. */
  readonly maxSize: number
  readonly kinds: readonly Kind[]
}

const csv: Kind = { mediaType: 'text/csv', extensions: ['csv', 'txt'] }
const json: Kind = { mediaType: 'application/json', extensions: ['json'] }
const xlsx: Kind = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx'],
}
// Attachments are scans of sealed and signed paper (notice, form 十五): what is shown and printed everywhere as it is. Office
// files aren't taken: they carry macros and links, and look different on every computer.
const pdf: Kind = { mediaType: 'application/pdf', extensions: ['pdf'] }
const png: Kind = { mediaType: 'image/png', extensions: ['png'] }
const jpeg: Kind = { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] }
const scans = [pdf, png, jpeg]

const mebibyte = 1024 * 1024

/** What files may come in, by what they are for: a register of 100,000 rows has some 20 MB, a scanned report less. */
export const purposes: Readonly<Record<DocumentPurpose, Purpose>> = {
  REGISTER_IMPORT: { maxSize: 50 * mebibyte, kinds: [csv, xlsx] },
  EVIDENCE: { maxSize: 20 * mebibyte, kinds: scans },
  ATTACHMENT: { maxSize: 20 * mebibyte, kinds: scans },
  APPLICATION_IMPORT: { maxSize: 12 * mebibyte, kinds: [json, xlsx] },
}

/** How files for a purpose may be named, such as `.pdf, .png`. */
export function extensionsFor(purpose: DocumentPurpose): string {
  return purposes[purpose].kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(', ')
}

/** Whether files of a media type, which may have its encoding with it, are taken for a purpose. */
export function isAllowed(mediaType: string, purpose: DocumentPurpose): boolean {
  return purposes[purpose].kinds.some((kind) => mediaType.split(';')[0] === kind.mediaType)
}

import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Issue } from '../../schema/rules/issue.js'
import type { RequestUploadInput } from '../../schema/types/document.js'
import { actorOf, type Viewer } from '../access/viewer.js'
import { Refused, refusal } from '../refusal.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { Document } from './document.entity.js'
import { extensionOf, normaliseFileName } from './file-name.js'
import { extensionsFor, purposes } from './purposes.js'
import { uploadIssues } from './upload-issues.js'

/** How long an upload may be begun after it was asked for, in milliseconds. */
const uploadTime = 15 * 60_000

/** Attachments that one organisation may upload within 24 hours: enough for twenty whole applications. */
const attachmentsADay = 500

/** Uploads that one account may have asked for and not made; each could come to the largest file at once. */
const openUploads = 50

/**
 * Notes that a file is to come, after checking all that can be known of it beforehand.
 * @returns the document's key: of the same attachment, if the organisation has it already
 * @throws {Refused} with every mistake of the input at once
 */
export async function requestUpload(
  em: EntityManager,
  viewer: Viewer,
  input: RequestUploadInput,
  now: Date,
): Promise<string> {
  const { purpose, size } = input
  const fileName = normaliseFileName(input.fileName)
  const sha256 = input.sha256?.toLowerCase() ?? null
  const issues: [Issue, string][] = []
  if (fileName === '') issues.push([uploadIssues.nameEmpty, 'fileName'])
  else if (!purposes[purpose].kinds.some(({ extensions }) => extensions.includes(extensionOf(fileName)))) {
    issues.push([uploadIssues.extension(extensionsFor(purpose)), 'fileName'])
  }
  if (size < 1) issues.push([uploadIssues.empty, 'size'])
  if (size > purposes[purpose].maxSize) issues.push([uploadIssues.tooLarge(purposes[purpose].maxSize), 'size'])
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) issues.push([uploadIssues.digest, 'sha256'])
  const owner = ownerOf(input, viewer)
  if ('issue' in owner) issues.push([owner.issue, owner.path])
  if ('issue' in owner || issues.length > 0) {
    throw new Refused(issues.map(([issue, path]) => refusal(issue, 'input', path)))
  }

  const uploadedBy = actorOf(viewer)
  if (purpose === 'ATTACHMENT') {
    const same = sha256 && (await em.findOne(Document, { ...{ purpose, sha256, size }, ...owner, state: 'STORED' }))
    if (same) return same.id
    const dayAgo = new Date(now.getTime() - 24 * 60 * 60_000)
    const today = await em.count(Document, { purpose, ...owner, createdAt: { $gt: dayAgo } })
    if (today >= attachmentsADay) throw new Refused([refusal(uploadIssues.tooManyFiles(attachmentsADay), 'input')])
  }
  const open = await em.count(Document, { uploadedBy, state: 'PENDING', expiresAt: { $gt: now } })
  if (open >= openUploads) throw new Refused([refusal(uploadIssues.tooMany(openUploads), 'input')])

  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + uploadTime)
  em.create(Document, {
    ...{ id, purpose, fileName, mediaType: null, size, sha256, uploadedBy, ...owner },
    ...{ state: 'PENDING', scan: 'NOT_SCANNED', scannedAt: null, pages: null, thumbnail: false, sameAs: null },
    ...{ createdAt: now, storedAt: null, expiresAt },
  })
  await em.flush()
  return id
}

type Owner = { readonly applicant: string | null; readonly city: string | null }

/** Whose file it will be, if the viewer may say so: evidence and attachments are an organisation's, a register is a city's. */
function ownerOf(
  { purpose, applicant, city }: RequestUploadInput,
  { roles, applicants, cities }: Viewer,
): Owner | { issue: Issue; path: string } {
  if (purpose !== 'REGISTER_IMPORT') {
    const key = keyOfGlobalId('Applicant', applicant ?? '')
    if (key === null || !applicants.EDIT.includes(key)) return { issue: uploadIssues.applicant, path: 'applicant' }
    return city == null ? { applicant: key, city: null } : { issue: uploadIssues.noCity, path: 'city' }
  }
  if (!roles.includes('PROGRAMME_OFFICE')) return { issue: uploadIssues.notForOffice, path: 'purpose' }
  if (applicant != null) return { issue: uploadIssues.noApplicant, path: 'applicant' }
  const [only, ...others] = cities.PROGRAMME_OFFICE
  const chosen = city ?? (others.length === 0 ? only : undefined)
  if (chosen === undefined || !cities.PROGRAMME_OFFICE.includes(chosen)) {
    return { issue: uploadIssues.city(cities.PROGRAMME_OFFICE), path: 'city' }
  }
  return { applicant: null, city: chosen }
}

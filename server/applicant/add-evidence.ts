import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { EvidenceKind } from '../../schema/enums.js'
import type { Issue } from '../../schema/rules/issue.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { AddEvidenceInput, EvidenceDetailsInput, ReplaceEvidenceInput } from '../../schema/types/evidence.js'
import { actorOf } from '../access/viewer.js'
import { Account } from '../account/account.entity.js'
import { Document } from '../document/document.entity.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import { globalId } from '../selection/prepare/global-id.js'
import { type Applicant, Evidence } from './applicant.entity.js'
import { evidenceIssues } from './evidence-issues.js'
import { findActiveApplicant, requireRight, uuidOf } from './find-applicant.js'
import { readEvidence } from './read-evidence.js'

type Acting = Pick<Context, 'viewer' | 'now'>

/** China has one legal time. */
const legalZone = 'Asia/Shanghai'

/**
 * Adds a document to an organisation, for its applications to use.
 * @returns the document's key
 * @throws {Refused} with everything that is wrong with it, at once; MEMBER_RIGHT_NEEDED, APPLICANT_DEACTIVATED
 */
export async function addEvidence(em: EntityManager, acting: Acting, input: AddEvidenceInput): Promise<string> {
  const applicant = await findActiveApplicant(em, input.applicant, 'applicant')
  await requireRight(em, applicant, acting.viewer, 'EDIT')
  return createEvidence(em, acting, applicant, input.kind, input)
}

/**
 * Puts a newer document of the same kind in the place of another, which is kept.
 * @returns the new document's key
 * @throws {Refused} the same, and EVIDENCE_UNKNOWN
 */
export async function replaceEvidence(em: EntityManager, acting: Acting, input: ReplaceEvidenceInput): Promise<string> {
  const { evidence, applicant } = await findEvidence(em, input.id)
  await requireRight(em, applicant, acting.viewer, 'EDIT')
  evidence.state = 'REPLACED'
  evidence.endedAt = acting.now()
  return createEvidence(em, acting, applicant, evidence.kind, input)
}

/** A document in use, with its organisation, which nobody else changes until the transaction ends. @throws {Refused} */
export async function findEvidence(
  em: EntityManager,
  id: string,
): Promise<{ evidence: Evidence; applicant: Applicant }> {
  const unknown = new Refused([refusal(evidenceIssues.unknown, 'input', 'id')])
  const key = uuidOf('Evidence', id)
  const seen = key && (await em.findOne(Evidence, { id: key, state: 'CURRENT' }))
  if (!seen) throw unknown
  const applicant = await findActiveApplicant(em, globalId('Applicant', seen.applicant.id))
  // It may have been replaced while another had the organisation locked.
  const evidence = await em.findOne(Evidence, { id: seen.id, state: 'CURRENT' }, { refresh: true })
  if (!evidence) throw unknown
  return { evidence, applicant }
}

async function createEvidence(
  em: EntityManager,
  { viewer, now }: Acting,
  applicant: Applicant,
  kind: EvidenceKind,
  input: EvidenceDetailsInput,
): Promise<string> {
  const { values, errors } = readEvidence(kind, input, localDateOf(now(), legalZone))
  const file = await readFile(em, applicant, input.document)
  const wrong = 'issue' in file ? [refusal(file.issue, 'input', 'document')] : []
  if (!values || 'issue' in file) throw new Refused([...wrong, ...errors])
  const id = randomUUID()
  em.create(Evidence, {
    ...{ id, applicant, kind, ...values, documentId: file.key, state: 'CURRENT', addedAt: now(), endedAt: null },
    addedBy: em.getReference(Account, actorOf(viewer)),
  })
  await em.flush()
  return id
}

/** The uploaded file, if it is the organisation's, has arrived, and isn't in use for anything else. */
async function readFile(
  em: EntityManager,
  applicant: Applicant,
  document: string,
): Promise<{ readonly issue: Issue } | { readonly key: string }> {
  const key = uuidOf('Document', document)
  const found = key && (await em.findOne(Document, { id: key, applicant: applicant.id, purpose: 'EVIDENCE' }))
  if (!found) return { issue: evidenceIssues.fileUnknown }
  if (found.scan === 'INFECTED') return { issue: evidenceIssues.fileInfected }
  if (found.state !== 'STORED') return { issue: evidenceIssues.fileNotStored }
  if (found.scan === 'PENDING') return { issue: evidenceIssues.fileInQuarantine }
  if ((await em.count(Evidence, { documentId: key })) > 0) return { issue: evidenceIssues.fileInUse }
  return { key }
}

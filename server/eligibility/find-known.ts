import type { CompiledEdition } from '../../schema/rules/compile-edition.js'
import type { Facts } from '../../schema/rules/facts.js'
import { type Issue, issue } from '../../schema/rules/issue.js'
import type { LocalDate } from '../../schema/rules/local-date.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import { Applicant, Person } from '../applicant/applicant.entity.js'
import { applicantIssues } from '../applicant/applicant-issues.js'
import { uuidOf } from '../applicant/find-applicant.js'
import type { Context } from '../http/context.js'
import type { Keyring } from '../secrets/keyring.js'
import { findStanding } from './find-standing.js'
import { type Evidence, type StandingFacts, standingFacts } from './standing-facts.js'

/** What the service knows of who applies. */
export type Known = {
  readonly facts: Facts
  /** What facts of the registers were made of, by the fact's path. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
}

type Asked = { readonly applicant?: string | null; readonly leader?: string | null }

/**
 * The facts about an applicant and a leader from their registration and the city's registers, at a moment. Whoever doesn't
 * see them is told that they don't exist.
 */
export async function findKnown(
  context: Context,
  { applicant: applicantId, leader: leaderId }: Asked,
  compiled: CompiledEdition,
  asOf: Date,
): Promise<Known | { readonly issues: readonly (Issue & { readonly path: string })[] }> {
  const { code: city, timeZone } = compiled.edition.city
  const day = localDateOf(asOf, timeZone)
  const em = context.em()
  const applicantKey = uuidOf('Applicant', applicantId ?? '')
  const leaderKey = uuidOf('Person', leaderId ?? '')
  const applicant = applicantKey === null ? null : await em.findOne(Applicant, applicantKey)
  const leader = leaderKey === null ? null : await em.findOne(Person, leaderKey)
  const issues: (Issue & { path: string })[] = []
  if (applicantId != null && !applicant) issues.push({ ...applicantIssues.unknown, path: 'applicant' })
  if (leaderId != null && (!leader || leader.deactivatedAt)) issues.push({ ...leaderUnknown, path: 'leader' })
  if (issues.length > 0) return { issues }

  const evidence = new Map<string, readonly Evidence[]>()
  const noted = (who: 'applicant' | 'leader', { facts, evidence: made }: StandingFacts) => {
    for (const [name, entries] of Object.entries(made)) evidence.set(`${who}.${name}`, entries)
    return facts
  }
  let facts: Facts = {}
  if (applicant) {
    const standing = await findStanding(em, city, { creditCode: applicant.creditCode }, day)
    const own = noted('applicant', standingFacts(standing, compiled, 'applicant', day))
    facts = { applicant: { ...registered(applicant), ...own }, declarations: declared(applicant) }
  }
  if (leader) {
    const indexes = indexesOf(leader, context.keyring)
    const standing = await findStanding(em, city, { indexes }, day)
    const own = noted('leader', standingFacts(standing, compiled, 'leader', day))
    // Elsewhere somebody's employment there says nothing of it here.
    const onStaff = !applicant || leader.applicant.id === applicant.id ? leader.onStaff : null
    facts = { ...facts, leader: { onStaff, birthDate: birthDateOf(leader, context.keyring), ...own } }
  }
  return { facts, evidence }
}

function registered(applicant: Applicant): NonNullable<Facts['applicant']> {
  const { kind, legalPerson, district, park, level, parentDepartment, foundedOn } = applicant
  const { businessOperations, partyBranch } = applicant
  return {
    ...{ kind, legalPerson, district, level, foundedOn, businessOperations, partyBranch },
    park: park ?? '',
    parentDepartment: parentDepartment ?? '',
  }
}

/** Systems; those that weren't declared yet the caller may tell. */
function declared(applicant: Applicant): NonNullable<Facts['declarations']> {
  const { researchManagement, financialManagement, rdSubLedger, ringFencedFunds } = applicant
  return { researchManagement, financialManagement, rdSubLedger, ringFencedFunds }
}

/** Under every key that the service has: his rows at other applicants may have been written under another one. */
function indexesOf({ id, idNumberSealed }: Person, keyring: Keyring): string[] {
  return keyring.blindIndexes(
    keyring.open('personal', idNumberSealed, { table: 'person', column: 'id_number_sealed', row: id }),
  )
}

function birthDateOf({ id, birthDateSealed }: Person, keyring: Keyring): LocalDate | null {
  const place = { table: 'person', column: 'birth_date_sealed', row: id }
  return birthDateSealed ? (keyring.open('personal', birthDateSealed, place) as LocalDate) : null
}

const leaderUnknown = issue(
  'LEADER_UNKNOWN',
  '没有该人员，或者其单位不属于您可以办理的范围；请核对标识。',
  'There is no such person, or his organisation is not one that you may act on; check the id.',
)

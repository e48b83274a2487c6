import { checkEligibility } from '../../schema/rules/check-eligibility.js'
import type { Facts } from '../../schema/rules/facts.js'
import type { JudgedVerdict } from '../eligibility/answer-eligibility.js'
import { Blocking } from '../eligibility/blocking.js'
import type { Known } from '../eligibility/find-known.js'
import { type Evidence, standingFacts } from '../eligibility/standing-facts.js'
import type { Context } from '../http/context.js'
import { type ApplicationCase, applicationCase, readForRules } from './application-case.js'
import { participantsOf } from './facts-of-form.js'
import { findRegistered, type RegisteredNames } from './find-registered.js'
import type { StoredForm } from './stored-form.js'

/** Facts that are lists and counts of entries of the registers. */
const ofRegisters = /^(applicant|leader)\.(badCreditRecords|overdueProjects|revokedProjects|ongoingProjects)$/

/**
 * The verdict on an application as it is now, by the edition that it is filled in under: from its form, its applicant's
 * registration, and the registers of the city about everybody it names.
 */
export async function applicationVerdict(stored: StoredForm, context: Context): Promise<JudgedVerdict> {
  const asked = await applicationCase(context, stored)
  const { compiled, objects } = asked.loaded
  // Somebody who only works on the application isn't told what the registers have of its organisation and leader.
  const isMember = context.viewer.applicants.READ.includes(asked.applicant.id)
  const { facts, evidence } = await withRegisters(context, asked, isMember)
  const reading = readForRules(compiled, asked.form, facts)
  const judgement = checkEligibility(compiled, reading, asked.now)
  return {
    result: judgement.result,
    edition: compiled.edition.edition,
    asOf: asked.now.toISOString(),
    call: objects.call(judgement.call),
    ...{ judgement, objects, compiled, asked: reading, at: asked.now },
    blocking: new Blocking({ facts, evidence }, compiled, reading, asked.now, isMember ? undefined : ofRegisters),
  }
}

/** The facts with what is registered of the applicant, the leader, the partners and the participants. */
async function withRegisters(context: Context, asked: ApplicationCase, isMember: boolean): Promise<Known> {
  const { loaded, form, applicant, today, facts } = asked
  const { compiled } = loaded
  const indexesOf = (person: { readonly idNumber?: string | null } | null | undefined) =>
    person?.idNumber ? context.keyring.blindIndexes(person.idNumber) : null
  const partners = form.basics?.partners ?? []
  const leader = indexesOf(form.basics?.leader)
  const participants = participantsOf(form).map(indexesOf)
  const found = await findRegistered(context, {
    ...{ city: compiled.edition.city.code, day: today, applicant: applicant.id },
    creditCodes: [applicant.creditCode, ...partners.flatMap(({ creditCode }) => creditCode ?? [])],
    indexes: [leader, ...participants].flatMap((indexes) => indexes ?? []),
  })

  const own = standingFacts(found.standings.ofUnit(applicant.creditCode), compiled, 'applicant', today)
  const led = leader && standingFacts(found.standings.ofPerson(leader), compiled, 'leader', today)
  const breachOfUnit = (creditCode: string | null | undefined) =>
    creditCode ? isInBreach(asked, found.standings.ofUnit(creditCode)) : null
  const breachOfPerson = (indexes: readonly string[] | null | undefined) =>
    indexes ? isInBreach(asked, found.standings.ofPerson(indexes)) : null
  const known: Facts = {
    ...facts,
    applicant: { ...facts.applicant, ...own.facts },
    leader: { ...facts.leader, ...led?.facts, onStaff: leader && found.onStaff(leader) },
    partners: facts.partners?.map((partner, index) => ({
      ...partner,
      integrityBreach: breachOfUnit(partners[index]?.creditCode),
    })),
    personnel: facts.personnel?.map((person, index) => ({
      ...person,
      integrityBreach: breachOfPerson(participants[index]),
    })),
  }
  // Entries of the registers are for the organisation's members, and about a leader only if he is one of its people.
  const isOwn = leader !== null && found.onStaff(leader) !== null
  const evidence = new Map([
    ...(isMember ? evidenceOf('applicant', own.evidence) : []),
    ...(isMember && isOwn && led ? evidenceOf('leader', led.evidence) : []),
  ])
  return { facts: known, evidence }
}

function isInBreach({ loaded, today }: ApplicationCase, standing: ReturnType<RegisteredNames['standings']['ofUnit']>) {
  return standingFacts(standing, loaded.compiled, 'applicant', today).facts.integrityBreach
}

function evidenceOf(who: string, made: Readonly<Record<string, readonly Evidence[]>>) {
  return Object.entries(made).map(([name, entries]) => [`${who}.${name}`, entries] as const)
}

import { defineEntity, p } from '@mikro-orm/core'
import type {
  AdministrativeLevel,
  ApplicantKind,
  EvidenceKind,
  EvidenceState,
  IdentityDocumentKind,
  PlatformKind,
  Sex,
  VerificationState,
} from '../../schema/enums.js'
import { Account } from '../account/account.entity.js'

/** An organisation that applies (申报单位), known by its credit code; form, section 1. */
const ApplicantSchema = defineEntity({
  name: 'Applicant',
  tableName: 'applicant',
  properties: {
    id: p.uuid().primary(),
    /** Code of the city that it registered with. */
    city: p.text(),
    creditCode: p.text().unique(),
    name: p.text(),
    kind: p.text().$type<ApplicantKind>(),
    level: p.text().$type<AdministrativeLevel>(),
    legalPerson: p.boolean(),
    /** GB/T 2260 code. */
    district: p.text(),
    park: p.text().nullable(),
    registeredAddress: p.text(),
    foundedOn: p.date(),
    legalRepresentative: p.text(),
    contactName: p.text(),
    contactEmail: p.text(),
    contactPhoneSealed: p.text(),
    contactPhoneIndex: p.text(),
    contactPhoneMasked: p.text(),
    /** The department in charge (行业主管部门), of municipal institutions. */
    parentDepartment: p.text().nullable(),
    businessOperations: p.boolean(),
    partyBranch: p.boolean(),
    /** Systems declared, form section 9 and notice 一（三）3; null is not declared yet. */
    researchManagement: p.boolean().nullable(),
    financialManagement: p.boolean().nullable(),
    rdSubLedger: p.boolean().nullable(),
    ringFencedFunds: p.boolean().nullable(),
    /** The authority that verifies and recommends it, as `city/code`; null if the programme office has to decide. */
    jurisdiction: p.text().nullable().index(),
    /** Why the programme office assigned it by hand. */
    jurisdictionNote: p.text().nullable(),
    verification: p.text().$type<VerificationState>(),
    verifiedAt: p.datetime().nullable(),
    verifiedBy: () => p.manyToOne(Account).nullable(),
    /** For its members; of a refusal, why. */
    verificationNote: p.text().nullable(),
    revision: p.integer(),
    createdAt: p.datetime().defaultRaw('now()'),
    deactivatedAt: p.datetime().nullable(),
    /** By the programme office, which alone can activate it again. */
    deactivatedByOffice: p.boolean(),
    /** Why it was deactivated, or activated again, the last time. */
    statusNote: p.text().nullable(),
    members: () => p.oneToMany(Member).mappedBy('applicant'),
    people: () => p.oneToMany(Person).mappedBy('applicant'),
    platforms: () => p.oneToMany(ApplicantPlatform).mappedBy('applicant'),
    evidence: () => p.oneToMany(Evidence).mappedBy('applicant'),
  },
})
export class Applicant extends ApplicantSchema.class {}
ApplicantSchema.setClass(Applicant)

/** Somebody who works for an applicant here. Every member reads; the row is kept when he leaves. */
const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary(),
    applicant: () => p.manyToOne(Applicant).index(),
    account: () => p.manyToOne(Account).index(),
    mayManage: p.boolean(),
    mayEdit: p.boolean(),
    maySubmit: p.boolean(),
    joinedAt: p.datetime().defaultRaw('now()'),
    leftAt: p.datetime().nullable(),
  },
})
export class Member extends MemberSchema.class {}
MemberSchema.setClass(Member)

/** A research platform that an applicant lists (form, table 14-2), in the order of its list. */
const ApplicantPlatformSchema = defineEntity({
  name: 'ApplicantPlatform',
  tableName: 'applicant_platform',
  properties: {
    id: p.uuid().primary(),
    applicant: () => p.manyToOne(Applicant).index(),
    position: p.integer(),
    kind: p.text().$type<PlatformKind>(),
    name: p.text(),
    level: p.text().$type<AdministrativeLevel>().nullable(),
    authority: p.text().nullable(),
  },
})
export class ApplicantPlatform extends ApplicantPlatformSchema.class {}
ApplicantPlatformSchema.setClass(ApplicantPlatform)

/**
 * Somebody who leads projects of an applicant or takes part in them (form, sections 1 and 10.2). Personal values are sealed;
 * the index finds a document's number, the masked text is what is shown.
 */
const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    applicant: () => p.manyToOne(Applicant).index(),
    name: p.text(),
    idKind: p.text().$type<IdentityDocumentKind>(),
    idNumberSealed: p.text(),
    idNumberIndex: p.text(),
    idNumberMasked: p.text(),
    /** Null where the document doesn't tell and nobody said. */
    birthDateSealed: p.text().nullable(),
    sex: p.text().$type<Sex>().nullable(),
    phoneSealed: p.text(),
    phoneIndex: p.text(),
    phoneMasked: p.text(),
    title: p.text().nullable(),
    degree: p.text().nullable(),
    speciality: p.text().nullable(),
    employer: p.text().nullable(),
    onStaff: p.boolean(),
    revision: p.integer(),
    createdAt: p.datetime(),
    deactivatedAt: p.datetime().nullable(),
  },
})
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person)

/** A document that applications of an applicant use (notice, 一（四）2). Rows are kept when another takes their place. */
const EvidenceSchema = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  properties: {
    id: p.uuid().primary(),
    applicant: () => p.manyToOne(Applicant).index(),
    kind: p.text().$type<EvidenceKind>(),
    number: p.text().nullable(),
    issuedOn: p.date().nullable(),
    /** The last day on which it holds. */
    expiresOn: p.date().nullable(),
    /** The year that a report is for. */
    year: p.integer().nullable(),
    /** Key of the row in `document`, whose entity knows this one. */
    documentId: p.uuid(),
    state: p.text().$type<EvidenceState>(),
    addedBy: () => p.manyToOne(Account).index(),
    addedAt: p.datetime(),
    /** When it was replaced or withdrawn. */
    endedAt: p.datetime().nullable(),
  },
})
export class Evidence extends EvidenceSchema.class {}
EvidenceSchema.setClass(Evidence)

export const applicantEntities = [Applicant, Member, ApplicantPlatform, Evidence, Person]

/**
 * The vocabulary of the service: every enum of the API, in the notice's own terms.
 * Their printed codes and labels in two languages stand in `labels.ts`.
 */

/** Kind of an applicant or partner organisation (form, section 1: 单位性质). */
export const applicantKinds = ['ENTERPRISE', 'UNIVERSITY', 'RESEARCH_INSTITUTE', 'PUBLIC_INSTITUTION', 'OTHER'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Level of government that an institution belongs to; it decides who recommends (notice, 一（二）). */
export const administrativeLevels = ['COUNTY', 'MUNICIPAL', 'PROVINCIAL', 'NATIONAL', 'NONE'] as const
export type AdministrativeLevel = (typeof administrativeLevels)[number]

/** Stage that the research has reached (form, section 1: 现处阶段, codes 1–5). */
export const projectStages = ['LAB_SCALE', 'SCALE_UP', 'PILOT', 'INDUSTRIALISATION', 'OTHER'] as const
export type ProjectStage = (typeof projectStages)[number]

/** How public money is paid (notice, 一（一）3). */
export const fundingModes = ['DIRECT', 'POST_COMPLETION', 'STAGED'] as const
export type FundingMode = (typeof fundingModes)[number]

/** A dated window, or the pool that is open all year (notice, 一（五）). */
export const callKinds = ['WINDOW', 'ALL_YEAR'] as const
export type CallKind = (typeof callKinds)[number]

/**
 * What a failed rule does: BLOCK stops the submission, WARN needs an officer's recorded override,
 * JUDGE always goes to a person's checklist, ROUTE decides where the application goes and never refuses.
 */
export const ruleLevels = ['BLOCK', 'WARN', 'JUDGE', 'ROUTE'] as const
export type RuleLevel = (typeof ruleLevels)[number]

/** What a rule says of the facts given. */
export const outcomes = ['PASS', 'FAIL', 'UNKNOWN', 'NOT_APPLICABLE', 'REVIEW'] as const
export type Outcome = (typeof outcomes)[number]

/** What all findings together say. */
export const verdictResults = ['ELIGIBLE', 'INELIGIBLE', 'UNDETERMINED'] as const
export type VerdictResult = (typeof verdictResults)[number]

/** Whether something has to be handed in, as far as the facts tell. */
export const requirements = ['REQUIRED', 'NOT_REQUIRED', 'UNKNOWN'] as const
export type Requirement = (typeof requirements)[number]

/** Type of a guideline's parameter. */
export const parameterTypes = ['INT', 'MONEY', 'DATE', 'BOOL', 'STRING', 'STRINGS'] as const
export type ParameterType = (typeof parameterTypes)[number]

/** What an office is there for: runs the programme, receives papers, or hears complaints (notice, 二（三）). */
export const officeRoles = ['PROGRAMME', 'ACCEPTANCE_DESK', 'COMPLAINTS'] as const
export type OfficeRole = (typeof officeRoles)[number]

/** What the search for the recommending authorities came to. */
export const routeOutcomes = ['FOUND', 'MANUAL', 'UNDETERMINED'] as const
export type RouteOutcome = (typeof routeOutcomes)[number]

/** What a caller may be: everyone is PUBLIC, members of an organisation are APPLICANT_MEMBER, the others are officials. */
export const roles = [
  'PUBLIC',
  'APPLICANT_MEMBER',
  'RECOMMENDING_AUTHORITY',
  'ACCEPTANCE_DESK',
  'PROGRAMME_OFFICE',
  'EXPERT',
  'SUPERVISOR',
  'ADMINISTRATOR',
] as const
export type Role = (typeof roles)[number]

/** What a member may do for an organisation; every member may read. */
export const memberRights = ['MANAGE', 'EDIT', 'SUBMIT', 'READ'] as const
export type MemberRight = (typeof memberRights)[number]

/** What an uploaded file is for. */
export const documentPurposes = ['REGISTER_IMPORT', 'EVIDENCE', 'ATTACHMENT', 'APPLICATION_IMPORT'] as const
export type DocumentPurpose = (typeof documentPurposes)[number]

/** Whether an uploaded file has come. */
export const documentStates = ['PENDING', 'STORED', 'REFUSED'] as const
export type DocumentState = (typeof documentStates)[number]

/** What the search for malware in an uploaded file came to. */
export const scanStates = ['NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED'] as const
export type ScanState = (typeof scanStates)[number]

/** What a document of an organisation's proves, so that several applications can use it (notice, 一（四）2; form, 十五). */
export const evidenceKinds = [
  'BUSINESS_LICENCE',
  'LEGAL_PERSON_CERTIFICATE',
  'LEGAL_REPRESENTATIVE_ID',
  'AUDIT_REPORT',
  'FINANCIAL_STATEMENTS',
  'PARTY_BRANCH_PROOF',
  'PLATFORM_CERTIFICATE',
  'OTHER',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Whether a document of an organisation's is the one in use. */
export const evidenceStates = ['CURRENT', 'REPLACED', 'WITHDRAWN'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** Platforms of an organisation (form, table 14-2: 类别, codes 1–6). */
export const platformKinds = [
  'RESEARCH_BASE',
  'INDUSTRIALISATION_BASE',
  'ENGINEERING_CENTRE',
  'KEY_LABORATORY',
  'ENTERPRISE_TECHNOLOGY_CENTRE',
  'OTHER',
] as const
export type PlatformKind = (typeof platformKinds)[number]

/** How far the authority of its jurisdiction has checked an organisation's registration. */
export const verificationStates = ['PENDING', 'VERIFIED', 'REFUSED'] as const
export type VerificationState = (typeof verificationStates)[number]

/** What an event of the audit trail was: a change of a row, or something told that changes none. */
export const auditOperations = ['INSERT', 'UPDATE', 'DELETE', 'RECORD'] as const
export type AuditOperation = (typeof auditOperations)[number]

/** The registers of a city's programme office: integrity records, and the ledger of projects. */
export const registers = ['INTEGRITY', 'LEDGER'] as const
export type Register = (typeof registers)[number]

/** Whom an integrity record is about. */
export const recordSubjects = ['UNIT', 'PERSON'] as const
export type RecordSubject = (typeof recordSubjects)[number]

/** What an integrity record says: bad credit (notice, 一（三）4) or a breach of research integrity (一（四）1). */
export const integrityRecordKinds = ['BAD_CREDIT', 'INTEGRITY_BREACH'] as const
export type IntegrityRecordKind = (typeof integrityRecordKinds)[number]

/** How far a project is; the last three have ended. */
export const projectStates = ['ACTIVE', 'MIDTERM', 'ACCEPTANCE', 'CLOSED', 'TERMINATED', 'REVOKED'] as const
export type ProjectState = (typeof projectStates)[number]

/** Whether what an import brought is in the register. */
export const importStates = ['DONE', 'UNDONE'] as const
export type ImportState = (typeof importStates)[number]

/** Documents that prove who a person is, in the order in which forms offer them. */
export const identityDocumentKinds = [
  'RESIDENT_ID',
  'HK_MACAU_TAIWAN_RESIDENCE_PERMIT',
  'HK_MACAU_PERMIT',
  'TAIWAN_PERMIT',
  'FOREIGN_PERMANENT_RESIDENT_ID',
  'PASSPORT',
] as const
export type IdentityDocumentKind = (typeof identityDocumentKinds)[number]

/** What became of an invitation. */
export const invitationStates = ['PENDING', 'ACCEPTED', 'EXPIRED', 'REVOKED'] as const
export type InvitationState = (typeof invitationStates)[number]

/** As identity documents have it. */
export const sexes = ['MALE', 'FEMALE'] as const
export type Sex = (typeof sexes)[number]

/** Values of people that are masked wherever they are shown. */
export const personalFields = ['ID_NUMBER', 'PHONE', 'BIRTH_DATE'] as const
export type PersonalField = (typeof personalFields)[number]

/** Where the technology comes from (form, section 1: 技术来源, codes 1–3). */
export const technologySources = ['FOREIGN', 'DOMESTIC', 'OWN'] as const
export type TechnologySource = (typeof technologySources)[number]

/** Industry field (form, section 1: 行业领域, codes 1–12 and 99). */
export const industryFields = [
  'NEW_ENERGY',
  'NEW_MATERIALS',
  'SALT_LAKE_CHEMICALS',
  'NON_FERROUS_METALS',
  'OIL_AND_GAS',
  'COAL',
  'STEEL',
  'EQUIPMENT',
  'BIOMEDICINE',
  'MINERALS',
  'ELECTRONICS',
  'LIGHT_INDUSTRY_AND_TEXTILES',
  'OTHER',
] as const
export type IndustryField = (typeof industryFields)[number]

/** Form of the expected outcome, several at once (form, section 1: 预期成果形式, codes 1–7 and 9). */
export const outcomeForms = [
  'PRODUCT',
  'PROCESS',
  'DEVICE',
  'MATERIAL',
  'SOFTWARE',
  'REPORT',
  'PUBLICATION',
  'OTHER',
] as const
export type OutcomeForm = (typeof outcomeForms)[number]

/** Level of the expected outcome (form, section 1: 预期成果水平, codes 1–5 and 9). */
export const outcomeLevels = [
  'INTERNATIONALLY_LEADING',
  'INTERNATIONALLY_ADVANCED',
  'NATIONALLY_LEADING',
  'NATIONALLY_ADVANCED',
  'PROVINCIALLY_ADVANCED',
  'OTHER',
] as const
export type OutcomeLevel = (typeof outcomeLevels)[number]

/** Where self-raised money comes from (form, 12.4, codes 1–3). */
export const ownFundsSources = ['OTHER_PUBLIC_FUNDS', 'OWN_MONEY', 'OTHER'] as const
export type OwnFundsSource = (typeof ownFundsSources)[number]

/** A section of the application form, the cover and 1 to 15. */
export const formSectionCodes = [
  'COVER',
  'BASICS',
  'GROUNDS',
  'STATE_OF_THE_ART',
  'MARKET',
  'RESEARCH',
  'METHODS',
  'INDICATORS',
  'SCALE',
  'CONDITIONS',
  'TEAM',
  'SCHEDULE',
  'BUDGET',
  'OPINION',
  'DECLARATIONS',
  'ATTACHMENTS',
] as const
export type FormSection = (typeof formSectionCodes)[number]

/** Where an application stands. */
export const applicationStatuses = ['DRAFT'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

/** What an import does to a section. */
export const sectionImportStates = ['CHANGED', 'UNCHANGED', 'STALE', 'REFUSED'] as const
export type SectionImportState = (typeof sectionImportStates)[number]

/** Where a project that is like another is from. */
export const similarSources = ['APPLICATION', 'LEDGER'] as const
export type SimilarSource = (typeof similarSources)[number]

/** How bad something is that the check of a form found: an ERROR has to be mended before the form is submitted. */
export const checkSeverities = ['ERROR', 'WARNING'] as const
export type CheckSeverity = (typeof checkSeverities)[number]

/** Rows of the budget (form, table 12.1, numbers 1–7). */
export const budgetRowCodes = [
  'EXPENDITURE',
  'DIRECT',
  'EQUIPMENT',
  'PURCHASED_EQUIPMENT',
  'OPERATIONS',
  'LABOUR',
  'INDIRECT',
] as const
export type BudgetRow = (typeof budgetRowCodes)[number]

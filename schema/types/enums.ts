import 'reflect-metadata'
import { registerEnumType } from 'type-graphql'
import { type Label, type LabelledEnum, labels } from '../labels.js'

/** An enum of the schema, made from its table of labels; each value is described by its printed code and both names. */
function labelled<Name extends LabelledEnum>(name: Name, description: string) {
  const table: Readonly<Record<string, Label>> = labels[name]
  const members = Object.fromEntries(Object.keys(table).map((value) => [value, value]))
  const valuesConfig = Object.fromEntries(
    Object.entries(table).map(([value, label]) => [
      value,
      { description: `${label.code ? `${label.code} ` : ''}${label['zh-CN']} — ${label.en}` },
    ]),
  )
  registerEnumType(members, { name, description, valuesConfig })
  return members as { [Value in keyof (typeof labels)[Name]]: Value }
}

export const AdministrativeLevelEnum = labelled(
  'AdministrativeLevel',
  'Level of government an institution belongs to (notice, 一（二）).',
)
export const ApplicantKindEnum = labelled('ApplicantKind', 'Kind of organisation (form, section 1).')
export const ApplicationStatusEnum = labelled('ApplicationStatus', 'Where an application stands.')
export const AuditOperationEnum = labelled(
  'AuditOperation',
  'What an event of the audit trail was: a change of a row, or something told that changes none.',
)
export const BudgetRowEnum = labelled('BudgetRow', 'A row of the budget (form, table 12.1).')
export const CallKindEnum = labelled(
  'CallKind',
  'A dated window, or the pool that is open all year (notice, 一（五）).',
)
export const CheckSeverityEnum = labelled('CheckSeverity', 'How bad something is that the check of a form found.')
export const DocumentPurposeEnum = labelled('DocumentPurpose', 'What an uploaded file is for.')
export const DocumentStateEnum = labelled('DocumentState', 'Whether an uploaded file has come.')
export const EvidenceKindEnum = labelled('EvidenceKind', 'What a document of an organisation’s proves.')
export const EvidenceStateEnum = labelled('EvidenceState', 'Whether a document of an organisation’s is in use.')
export const FormSectionEnum = labelled('FormSection', 'A section of the application form.')
export const FundingModeEnum = labelled('FundingMode', 'How public money is paid (notice, 一（一）3).')
export const IdentityDocumentKindEnum = labelled('IdentityDocumentKind', 'A document that proves who a person is.')
export const ImportStateEnum = labelled('ImportState', 'Whether what an import brought is in the register.')
export const IndustryFieldEnum = labelled('IndustryField', 'Industry field (form, section 1).')
export const IntegrityRecordKindEnum = labelled(
  'IntegrityRecordKind',
  'Bad credit (notice, 一（三）4) or a breach of research integrity (一（四）1).',
)
export const InvitationStateEnum = labelled('InvitationState', 'What became of an invitation.')
export const MemberRightEnum = labelled('MemberRight', 'What a member may do for an organisation; everyone may read.')
export const OfficeRoleEnum = labelled('OfficeRole', 'What an office is there for (notice, 二（三）).')
export const OutcomeEnum = labelled('Outcome', 'What a rule says of the facts given.')
export const OutcomeFormEnum = labelled('OutcomeForm', 'Form of the expected outcome (form, section 1).')
export const OutcomeLevelEnum = labelled('OutcomeLevel', 'Level of the expected outcome (form, section 1).')
export const OwnFundsSourceEnum = labelled('OwnFundsSource', 'Where self-raised money comes from (form, 12.4).')
export const ParameterTypeEnum = labelled('ParameterType', 'Type of a parameter.')
export const PlatformKindEnum = labelled('PlatformKind', 'Kind of a platform (form, table 14-2).')
export const PersonalFieldEnum = labelled('PersonalField', 'A value that is masked wherever it is shown.')
export const ProjectStageEnum = labelled('ProjectStage', 'Stage that the research has reached (form, section 1).')
export const ProjectStateEnum = labelled('ProjectState', 'How far a project is; the last three have ended.')
export const RecordSubjectEnum = labelled('RecordSubject', 'Whom a record is about.')
export const RegisterEnum = labelled('Register', 'A register of a city’s programme office.')
export const RequirementEnum = labelled('Requirement', 'Whether something has to be handed in.')
export const RoleEnum = labelled('Role', 'What a caller may be.')
export const RouteOutcomeEnum = labelled('RouteOutcome', 'What the search for recommending authorities came to.')
export const RuleLevelEnum = labelled('RuleLevel', 'What a failed rule does.')
export const ScanStateEnum = labelled('ScanState', 'What the search for malware in an uploaded file came to.')
export const SectionImportStateEnum = labelled('SectionImportState', 'What an import does to a section of the form.')
export const SexEnum = labelled('Sex', 'As identity documents have it.')
export const SimilarSourceEnum = labelled('SimilarSource', 'Where a project that is like another is from.')
export const TechnologySourceEnum = labelled('TechnologySource', 'Where the technology comes from (form, section 1).')
export const VerdictResultEnum = labelled('VerdictResult', 'What all findings together say.')
export const VerificationStateEnum = labelled(
  'VerificationState',
  'How far an organisation’s registration was checked.',
)

/** Language of texts; a request's default comes from `Accept-Language`. */
export const LocaleEnum = { ZH_CN: 'zh-CN', EN: 'en' } as const
registerEnumType(LocaleEnum, { name: 'Locale', description: 'Language of texts.' })

/** Every enum by name, for inputs that are made from tables. */
export const enumsByName = {
  AdministrativeLevel: AdministrativeLevelEnum,
  ApplicantKind: ApplicantKindEnum,
  IdentityDocumentKind: IdentityDocumentKindEnum,
  IndustryField: IndustryFieldEnum,
  OutcomeForm: OutcomeFormEnum,
  OutcomeLevel: OutcomeLevelEnum,
  OwnFundsSource: OwnFundsSourceEnum,
  PlatformKind: PlatformKindEnum,
  ProjectStage: ProjectStageEnum,
  Sex: SexEnum,
  TechnologySource: TechnologySourceEnum,
}

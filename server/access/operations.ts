import type { Role } from '../../schema/enums.js'
import { sectionNames } from '../../schema/rules/form/form.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { capitalised } from '../../schema/types/application-form.js'

/** A role, or whoever is signed in, whatever his roles. */
export type Caller = Role | 'SIGNED_IN'

/** Who may call an operation, each with the further condition that its use case and the row policies hold him to. */
export type OperationRule = Readonly<Partial<Record<Caller, LocalizedText>>>

const noCondition: LocalizedText = { 'zh-CN': '无附加条件', en: 'no further condition' }

const everyone: OperationRule = { PUBLIC: noCondition }

const ofHisCity: LocalizedText = { 'zh-CN': '本市的登记簿', en: 'the registers of the city where he holds the role' }

const officeOfCity: OperationRule = { PROGRAMME_OFFICE: ofHisCity }

const readersOfRegisters: OperationRule = {
  PROGRAMME_OFFICE: ofHisCity,
  ACCEPTANCE_DESK: ofHisCity,
  SUPERVISOR: ofHisCity,
}

/** Who verifies an organisation, and refuses it. */
const verifiers: OperationRule = {
  RECOMMENDING_AUTHORITY: {
    'zh-CN': '本推荐单位管辖范围内的单位，且本人不是其成员',
    en: 'organisations in the jurisdiction of the authority that he acts for, and that he is no member of',
  },
  PROGRAMME_OFFICE: {
    'zh-CN': '本市的单位，且本人不是其成员',
    en: 'organisations of the city where he holds the role, and that he is no member of',
  },
}

const evidenceKeepers: OperationRule = {
  APPLICANT_MEMBER: { 'zh-CN': '在该单位有编辑权限', en: 'of an organisation for which he has the right to edit' },
}

const managers: OperationRule = {
  APPLICANT_MEMBER: { 'zh-CN': '在该单位有管理权限', en: 'of an organisation that he manages' },
}

/** Who makes an organisation read-only, and active again. */
const keepers: OperationRule = {
  ...managers,
  PROGRAMME_OFFICE: { 'zh-CN': '本市的单位', en: 'organisations of the city where he holds the role' },
}

const visible: LocalizedText = { 'zh-CN': '仅限可见的单位', en: 'those that he may see' }

const ofHimself: OperationRule = {
  SIGNED_IN: { 'zh-CN': '仅限本人的账号', en: 'only his own account' },
}

const editors: OperationRule = {
  APPLICANT_MEMBER: {
    'zh-CN': '本单位的人员，且在该单位有编辑权限',
    en: 'people of an organisation for which he has the right to edit',
  },
}

/** Who fills in applications. */
const applicationWriters: OperationRule = {
  APPLICANT_MEMBER: {
    'zh-CN': '本单位的申报项目，且在该单位有编辑权限',
    en: 'of an organisation for which he has the right to edit',
  },
}

/** Who works on one application: its organisation's members who edit, and collaborators who do. */
const sectionWriters: OperationRule = {
  ...applicationWriters,
  SIGNED_IN: { 'zh-CN': '受邀协作并可编辑的申报项目', en: 'of one that he was invited to edit' },
}

/** Who decides about a whole application: whom to invite, the bin. */
const applicationKeepers: OperationRule = {
  APPLICANT_MEMBER: {
    'zh-CN': '本单位的申报项目，且在该单位有管理或编辑权限',
    en: 'of an organisation that he manages or edits for',
  },
}

const readersOfApplications: OperationRule = {
  APPLICANT_MEMBER: { 'zh-CN': '本单位的', en: 'of organisations that he is a member of' },
  SIGNED_IN: { 'zh-CN': '受邀协作的', en: 'those that he was invited to work on' },
}

/**
 * Every operation of the API and who may call it, under which condition. An operation that isn't here is refused when the server
 * starts. A role without a line may not call it; PUBLIC means everybody, signed in or not, SIGNED_IN whoever has an account.
 */
export const operations: Readonly<Record<string, OperationRule>> = {
  'Mutation.createApplication': applicationWriters,
  'Mutation.exportApplication': {
    APPLICANT_MEMBER: {
      'zh-CN': '本单位的申报项目，且在该单位有编辑权限；须说明理由',
      en: 'of an organisation for which he has the right to edit; with a reason, audited',
    },
  },
  'Mutation.importApplication': applicationWriters,
  'Mutation.importBudget': applicationWriters,
  'Mutation.printApplication': {
    APPLICANT_MEMBER: {
      'zh-CN': '本单位的申报项目，且在该单位有编辑权限；记入审计记录',
      en: 'of an organisation for which he has the right to edit; audited',
    },
  },
  ...Object.fromEntries(sectionNames.map((name) => [`Mutation.saveApplication${capitalised(name)}`, sectionWriters])),
  'Mutation.copyApplication': applicationWriters,
  'Mutation.deleteApplication': applicationKeepers,
  'Mutation.prefillApplication': applicationWriters,
  'Mutation.restoreApplication': applicationKeepers,
  'Mutation.inviteCollaborator': applicationKeepers,
  'Mutation.leaveApplication': {
    SIGNED_IN: { 'zh-CN': '仅限本人协作的申报项目', en: 'only his own collaboration' },
  },
  'Mutation.removeCollaborator': applicationKeepers,
  'Mutation.restoreSection': sectionWriters,
  'Query.application': readersOfApplications,
  'Query.applicationHistory': readersOfApplications,
  'Query.applications': readersOfApplications,
  'Query.sectionDifference': readersOfApplications,
  'Query.similarProjects': {
    APPLICANT_MEMBER: {
      'zh-CN': '本单位的申报项目和台账项目',
      en: 'applications and projects of organisations that he is a member of',
    },
    PROGRAMME_OFFICE: {
      'zh-CN': '本市已提交的申报项目和台账项目',
      en: 'submitted applications and projects of the ledger of the city where he holds the role',
    },
  },
  'Mutation.addPerson': editors,
  'Mutation.deactivatePerson': editors,
  'Mutation.updatePerson': editors,
  'Mutation.revealPersonalData': {
    APPLICANT_MEMBER: {
      'zh-CN': '本单位的人员和联系人，且在该单位有编辑权限；须说明理由',
      en: 'people and contacts of an organisation for which he has the right to edit; with a reason',
    },
    ACCEPTANCE_DESK: {
      'zh-CN': '本市单位的人员和联系人；须说明理由',
      en: 'people and contacts of organisations of the city where he holds the role; with a reason',
    },
    PROGRAMME_OFFICE: {
      'zh-CN': '本市单位的人员和联系人；须说明理由',
      en: 'people and contacts of organisations of the city where he holds the role; with a reason',
    },
  },
  'Mutation.changePassword': ofHimself,
  'Mutation.confirmSecondFactor': ofHimself,
  'Mutation.disableSecondFactor': ofHimself,
  'Mutation.enrolSecondFactor': ofHimself,
  'Mutation.exchangeSignIn': everyone,
  'Mutation.linkIdentity': ofHimself,
  'Mutation.unlinkIdentity': ofHimself,
  'Mutation.passSecondFactor': everyone,
  'Mutation.requestPasswordReset': everyone,
  'Mutation.resetPassword': everyone,
  'Mutation.revokeOtherSessions': ofHimself,
  'Mutation.revokeSession': ofHimself,
  'Mutation.signIn': everyone,
  'Mutation.signOut': ofHimself,
  'Mutation.signUp': everyone,
  'Mutation.verifyEmail': everyone,
  'Query.identityProvider': everyone,
  'Query.viewer': { PUBLIC: { 'zh-CN': '仅限本人', en: 'only about himself' } },
  'Mutation.addEvidence': evidenceKeepers,
  'Mutation.replaceEvidence': evidenceKeepers,
  'Mutation.revealEvidence': {
    APPLICANT_MEMBER: {
      'zh-CN': '在该单位有编辑权限，须说明理由并留痕',
      en: 'of an organisation for which he has the right to edit; with a reason, audited',
    },
    RECOMMENDING_AUTHORITY: {
      'zh-CN': '本推荐单位管辖范围内的单位的，须说明理由并留痕',
      en: 'of organisations in the jurisdiction of the authority that he acts for; with a reason, audited',
    },
    ACCEPTANCE_DESK: {
      'zh-CN': '本市的单位的，须说明理由并留痕',
      en: 'of organisations of the city where he holds the role; with a reason, audited',
    },
    PROGRAMME_OFFICE: {
      'zh-CN': '本市的单位的，须说明理由并留痕',
      en: 'of organisations of the city where he holds the role; with a reason, audited',
    },
  },
  'Mutation.withdrawEvidence': evidenceKeepers,
  'Mutation.assignJurisdiction': {
    PROGRAMME_OFFICE: { 'zh-CN': '本市的单位', en: 'organisations of the city where he holds the role' },
  },
  'Mutation.deactivateApplicant': keepers,
  'Mutation.leaveApplicant': {
    APPLICANT_MEMBER: { 'zh-CN': '不是最后一位管理员', en: 'unless he is the last manager' },
  },
  'Mutation.reactivateApplicant': {
    ...keepers,
    APPLICANT_MEMBER: {
      'zh-CN': '在该单位有管理权限，且不是由主管科室停用的',
      en: 'of an organisation that he manages, unless the office deactivated it',
    },
  },
  'Mutation.refuseApplicant': verifiers,
  'Mutation.registerApplicant': {
    SIGNED_IN: { 'zh-CN': '邮箱已验证', en: 'with a confirmed e-mail address' },
  },
  'Mutation.removeMember': managers,
  'Mutation.setMemberRights': managers,
  'Mutation.updateApplicant': {
    APPLICANT_MEMBER: { 'zh-CN': '在该单位有编辑权限', en: 'of an organisation for which he has the right to edit' },
  },
  'Mutation.verifyApplicant': verifiers,
  'Query.applicants': {
    APPLICANT_MEMBER: visible,
    RECOMMENDING_AUTHORITY: visible,
    ACCEPTANCE_DESK: visible,
    PROGRAMME_OFFICE: visible,
    SUPERVISOR: visible,
  },
  'Query.myApplicants': {
    SIGNED_IN: { 'zh-CN': '仅限本人所在的单位', en: 'only organisations that he is a member of' },
  },
  'Mutation.acceptInvitation': {
    SIGNED_IN: {
      'zh-CN': '账号的邮箱与邀请邮件的收件邮箱一致并已确认',
      en: 'with the confirmed address that the invitation was sent to',
    },
  },
  'Mutation.deactivateAccount': {
    ADMINISTRATOR: { 'zh-CN': '须留有另一位管理员', en: 'another administrator is left' },
  },
  'Mutation.grantRole': { ADMINISTRATOR: { 'zh-CN': '不能授予本人', en: 'to anybody but himself' } },
  'Mutation.reactivateAccount': { ADMINISTRATOR: noCondition },
  'Mutation.resetSecondFactor': {
    ADMINISTRATOR: {
      'zh-CN': '不能重置本人的；须说明理由，并须由本人凭邮件验证码重新设置',
      en: 'of anybody but himself; with a reason; its owner enrols anew by a code of his mail',
    },
  },
  'Mutation.revokeRole': { ADMINISTRATOR: { 'zh-CN': '须留有另一位管理员', en: 'another administrator is left' } },
  'Query.accounts': { ADMINISTRATOR: noCondition },
  'Mutation.inviteMember': {
    APPLICANT_MEMBER: { 'zh-CN': '在该单位有管理权限', en: 'into an organisation that he manages' },
  },
  'Mutation.inviteOfficial': {
    ADMINISTRATOR: { 'zh-CN': '不能邀请本人', en: 'anybody but himself' },
  },
  'Mutation.revokeInvitation': {
    APPLICANT_MEMBER: {
      'zh-CN': '在该单位有管理权限；对协作申报项目的邀请，有编辑权限亦可',
      en: 'of an organisation that he manages; to work on an application, also of one that he edits for',
    },
    ADMINISTRATOR: { 'zh-CN': '对管理部门角色的邀请', en: 'to an official’s role' },
  },
  'Mutation.addIntegrityRecord': officeOfCity,
  'Mutation.addLedgerProject': officeOfCity,
  'Mutation.importRegister': officeOfCity,
  'Mutation.undoImport': officeOfCity,
  'Mutation.endIntegrityRecord': officeOfCity,
  'Mutation.updateLedgerProject': officeOfCity,
  'Query.integrityRecords': readersOfRegisters,
  'Query.ledgerProjects': readersOfRegisters,
  'Query.registerImports': readersOfRegisters,
  'Mutation.requestUpload': {
    APPLICANT_MEMBER: {
      'zh-CN': '本单位的证明材料，且在该单位有编辑权限',
      en: 'evidence of an organisation for which he has the right to edit',
    },
    PROGRAMME_OFFICE: { 'zh-CN': '本市的登记数据', en: 'registers of the city where he holds the role' },
  },
  'Query.auditEvents': {
    SUPERVISOR: {
      'zh-CN': '其任职城市的，以及不属于任何城市的',
      en: 'those of the city where he holds the role, and those that belong to no city',
    },
  },
  'Query.checkEligibility': {
    PUBLIC: {
      'zh-CN': '只能指定其可见的申报单位和负责人',
      en: 'an applicant and a leader can be named only by who sees them',
    },
  },
  'Query.enumLabels': everyone,
  'Query.guideline': everyone,
  'Query.guidelines': everyone,
  'Query.invitations': {
    APPLICANT_MEMBER: {
      'zh-CN': '在该单位有管理权限；对协作申报项目的邀请，有编辑权限亦可',
      en: 'of organisations that he manages; to work on applications, also of those that he edits for',
    },
    ADMINISTRATOR: { 'zh-CN': '对管理部门角色的邀请', en: 'to officials’ roles' },
  },
  'Query.node': {
    PUBLIC: { 'zh-CN': '仅限本来可见的内容', en: 'only what he may see anyway' },
  },
  'Query.paperDeadline': everyone,
  'Query.route': {
    PUBLIC: { 'zh-CN': '只能指定其可见的申报单位', en: 'an applicant can be named only by who sees it' },
  },
}

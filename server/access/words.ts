import { sectionNames } from '../../schema/rules/form/form.js'
import { formSections } from '../../schema/rules/form/sections.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { capitalised } from '../../schema/types/application-form.js'

/** What an operation does, in a few words for people who don't program; the printed page has them, by feature. */
export type Feature = { readonly title: LocalizedText; readonly operations: Readonly<Record<string, LocalizedText>> }

const said = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en })

export const features: readonly Feature[] = [
  {
    title: said('登录与本人账号', 'Sign-in and one’s own account'),
    operations: {
      'Mutation.signUp': said('注册账号', 'register an account'),
      'Mutation.verifyEmail': said('确认邮箱', 'confirm an e-mail address'),
      'Mutation.signIn': said('登录', 'sign in'),
      'Mutation.passSecondFactor': said('通过双因素验证', 'pass the second factor'),
      'Query.identityProvider': said('查看可用的身份认证平台', 'see at which identity provider one can sign in'),
      'Mutation.exchangeSignIn': said('完成经身份认证平台的登录', 'end a sign-in at the identity provider'),
      'Mutation.linkIdentity': said(
        '把身份认证平台的身份关联到本人账号',
        'link an identity at the identity provider to the account',
      ),
      'Mutation.unlinkIdentity': said('解除该关联', 'take that link away'),
      'Mutation.signOut': said('退出登录', 'sign out'),
      'Query.viewer': said('查看本人的账号、角色与单位', 'see who one is: account, roles, organisations'),
      'Mutation.changePassword': said('修改密码', 'change the password'),
      'Mutation.requestPasswordReset': said('申请重置密码', 'ask for a mail to reset the password'),
      'Mutation.resetPassword': said('凭邮件重置密码', 'reset the password with the code of that mail'),
      'Mutation.enrolSecondFactor': said('开始设置双因素验证', 'begin to set up a second factor'),
      'Mutation.confirmSecondFactor': said('完成双因素验证的设置', 'confirm the second factor that was set up'),
      'Mutation.disableSecondFactor': said('停用双因素验证', 'do without the second factor'),
      'Mutation.revokeSession': said('结束一个登录会话', 'end a session'),
      'Mutation.revokeOtherSessions': said('结束其他登录会话', 'end all other sessions'),
    },
  },
  {
    title: said('申报指南与申报条件', 'Guidelines and eligibility'),
    operations: {
      'Query.guidelines': said('查看已公布的申报指南列表', 'list the published guidelines'),
      'Query.guideline': said('查看一份已公布的申报指南', 'read a published guideline'),
      'Query.checkEligibility': said(
        '按申报条件预先检查，不保存任何内容',
        'check facts against the conditions of a guideline; nothing is stored',
      ),
      'Query.route': said('查询由哪个单位推荐', 'ask which authority recommends an application'),
      'Query.paperDeadline': said('查询纸质材料的截止日期', 'ask when the paper copies are due'),
      'Query.enumLabels': said('查询选项的中英文名称', 'read the names of options in two languages'),
    },
  },
  {
    title: said('申报单位', 'Organisations that apply'),
    operations: {
      'Query.applicants': said('查看申报单位列表', 'list organisations'),
      'Query.myApplicants': said('查看本人所在的单位', 'list his own organisations'),
      'Mutation.registerApplicant': said('登记申报单位', 'register an organisation'),
      'Mutation.updateApplicant': said('修改单位的登记内容', 'change what an organisation tells of itself'),
      'Mutation.assignJurisdiction': said('指定单位的推荐单位', 'assign an organisation to an authority by hand'),
      'Mutation.setMemberRights': said('设置成员权限', 'set what a member may do'),
      'Mutation.removeMember': said('移除成员', 'take a member out of an organisation'),
      'Mutation.leaveApplicant': said('退出单位', 'leave an organisation'),
      'Mutation.deactivateApplicant': said('停用单位', 'make an organisation read-only'),
      'Mutation.reactivateApplicant': said('重新启用单位', 'make an organisation active again'),
      'Mutation.addEvidence': said('添加证明材料', 'add a document of evidence'),
      'Mutation.replaceEvidence': said('更换证明材料', 'replace a document of evidence'),
      'Mutation.withdrawEvidence': said('撤下证明材料', 'take a document of evidence out of use'),
      'Mutation.revealEvidence': said(
        '查看身份证等受保护的证明材料',
        'look at a protected document such as an ID card',
      ),
      'Mutation.verifyApplicant': said('核验通过单位的登记', 'confirm the registration of an organisation'),
      'Mutation.refuseApplicant': said(
        '不予核验通过，或撤回核验',
        'refuse the registration of an organisation, or take its confirmation back',
      ),
    },
  },
  {
    title: said('人员与个人信息', 'People and personal values'),
    operations: {
      'Mutation.addPerson': said('添加本单位的人员', 'add a person to an organisation'),
      'Mutation.updatePerson': said('修改人员信息', 'change what is said of a person'),
      'Mutation.deactivatePerson': said('停用人员', 'take a person out of the list of an organisation'),
      'Mutation.revealPersonalData': said(
        '查看证件号码、电话等的明文，记入审计记录',
        'be told a masked value, such as a phone number; kept in the audit trail',
      ),
    },
  },
  {
    title: said('文件', 'Files'),
    operations: {
      'Mutation.requestUpload': said('申请上传文件的地址', 'ask for an address to upload a file to'),
    },
  },
  {
    title: said('账号与授权管理', 'Administration of accounts'),
    operations: {
      'Query.accounts': said('查看账号及其角色', 'list accounts and their roles'),
      'Mutation.grantRole': said('授予管理部门的角色', 'give an account an official’s role'),
      'Mutation.revokeRole': said('收回管理部门的角色', 'end an official’s role'),
      'Mutation.deactivateAccount': said('停用账号', 'close an account'),
      'Mutation.reactivateAccount': said('恢复账号', 'open a closed account again'),
      'Mutation.resetSecondFactor': said(
        '为丢失验证器和恢复码的人重置双因素验证',
        'reset the second factor of somebody who lost it',
      ),
    },
  },
  {
    title: said('申报项目', 'Applications'),
    operations: {
      'Query.applications': said('查看申报项目列表', 'list applications'),
      'Query.application': said('查看一个申报项目', 'read an application'),
      'Query.similarProjects': said('查找相似项目', 'find projects that are like an application or a title'),
      'Mutation.createApplication': said('开始填报', 'begin an application'),
      'Mutation.exportApplication': said(
        '以明文导出申报书，记入审计记录',
        'export the form with identity numbers and phones in clear; kept in the audit trail',
      ),
      'Mutation.importApplication': said('导入申报书（JSON）', 'import the form (JSON)'),
      'Mutation.importBudget': said('导入预算表（XLSX）', 'import the tables of the budget (XLSX)'),
      'Mutation.printApplication': said(
        '打印含完整证件号码的申报书，记入审计记录',
        'print the form with identity numbers and phones in clear; kept in the audit trail',
      ),
      'Mutation.copyApplication': said('以已有的申报项目新建', 'begin an application with what another one says'),
      'Mutation.prefillApplication': said('预填空白字段', 'fill in empty fields from what is known'),
      'Mutation.deleteApplication': said('将草稿放入回收站', 'put a draft into the bin'),
      'Mutation.restoreApplication': said('从回收站恢复草稿', 'take a draft out of the bin'),
      'Query.applicationHistory': said('查看申报书的修改历史', 'see what was saved in an application, and by whom'),
      'Query.sectionDifference': said('比较两次修改', 'compare two revisions of a section'),
      'Mutation.restoreSection': said('恢复到以前的内容', 'let a section say again what it said before'),
      'Mutation.inviteCollaborator': said('邀请外单位的人协作填报', 'invite somebody to work on one application'),
      'Mutation.removeCollaborator': said('移除协作者', 'take a collaborator out of an application'),
      'Mutation.leaveApplication': said('退出协作', 'leave an application that one collaborates on'),
      ...Object.fromEntries(
        sectionNames.map((name) => [
          `Mutation.saveApplication${capitalised(name)}`,
          said(`保存申报书：${formSections[name]['zh-CN']}`, `save the form: ${formSections[name].en}`),
        ]),
      ),
    },
  },
  {
    title: said('邀请', 'Invitations'),
    operations: {
      'Query.invitations': said('查看已发出的邀请', 'list the invitations that were sent'),
      'Mutation.inviteMember': said('邀请他人加入申报单位', 'invite somebody to work for an organisation'),
      'Mutation.inviteOfficial': said('邀请他人承担管理部门的角色', 'invite somebody to an official’s role'),
      'Mutation.revokeInvitation': said('撤销邀请', 'take an invitation back'),
      'Mutation.acceptInvitation': said('接受邀请', 'accept an invitation'),
    },
  },
  {
    title: said('审计', 'Audit trail'),
    operations: {
      'Query.auditEvents': said('查看审计记录', 'read the audit trail'),
    },
  },
  {
    title: said('信用记录与项目台账', 'Registers'),
    operations: {
      'Query.integrityRecords': said('查看不良信用与科研诚信记录', 'list records of bad credit and research integrity'),
      'Query.ledgerProjects': said('查看项目台账', 'list the projects of the ledger'),
      'Query.registerImports': said('查看导入记录', 'list what was imported'),
      'Mutation.addIntegrityRecord': said('登记一条记录', 'add a record'),
      'Mutation.endIntegrityRecord': said('终止一条记录', 'end a record'),
      'Mutation.addLedgerProject': said('登记一个项目', 'add a project to the ledger'),
      'Mutation.updateLedgerProject': said('修改台账中的项目', 'change a project of the ledger'),
      'Mutation.importRegister': said('从文件导入', 'import entries from a file'),
      'Mutation.undoImport': said('撤回一次导入', 'take an import back'),
    },
  },
  {
    title: said('通用', 'General'),
    operations: {
      'Query.node': said('按编号查看任一条内容', 'read anything by its id'),
    },
  },
]

/** What the rows of an entity are. */
export const entityWords: Readonly<Record<string, LocalizedText>> = {
  Account: said('账号', 'accounts'),
  Applicant: said('申报单位', 'organisations that apply'),
  Application: said('申报项目', 'applications'),
  ApplicationCollaborator: said('申报项目的协作者', 'collaborators on applications'),
  ApplicationPersonalValue: said('申报书中的证件号码与电话', 'identity numbers and phones in applications'),
  ApplicationSection: said('申报书各部分的进度', 'how far sections of applications have come'),
  ApplicantPlatform: said('申报单位的平台', 'platforms of organisations'),
  Area: said('区县与园区', 'districts and parks'),
  AttachmentRequirement: said('附件要求', 'requirements of attachments'),
  AuditEvent: said('审计记录', 'events of the audit trail'),
  Call: said('申报批次', 'calls for applications'),
  Category: said('计划类别', 'categories of the programme'),
  Clause: said('指南条款', 'clauses of guidelines'),
  Direction: said('支持方向', 'directions that are supported'),
  Document: said('上传的文件', 'uploaded files'),
  Evidence: said('证明材料', 'documents of evidence'),
  EligibilityRule: said('申报条件', 'conditions of eligibility'),
  Guideline: said('申报指南', 'guidelines'),
  IntegrityRecord: said('不良信用与科研诚信记录', 'records of bad credit and research integrity'),
  Invitation: said('邀请', 'invitations'),
  LedgerProject: said('台账中的项目', 'projects of the ledger'),
  Member: said('申报单位成员', 'members of organisations'),
  Office: said('主管科室与受理窗口', 'programme offices and desks'),
  Parameter: said('条件中的数值', 'figures in the conditions'),
  Person: said('申报单位的人员', 'people of organisations'),
  RecommendingAuthority: said('推荐单位', 'recommending authorities'),
  RegisterImport: said('登记簿的导入', 'imports into the registers'),
  SectionRevision: said('申报书各部分的历次内容', 'what sections of applications said'),
  RoleGrant: said('管理部门人员的角色', 'roles of officials'),
}

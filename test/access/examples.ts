import { sectionNames } from '../../schema/rules/form/form.js'
import { capitalised } from '../../schema/types/application-form.js'

/** Arguments for operations that need better ones than the least, and that still change nothing. */
export const harmless: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'Query.similarProjects': { title: '测试' },
  'Mutation.passSecondFactor': { input: { challenge: 'none', code: '000000' } },
}

/** Operations that end the caller's session, or others of his, whatever they are called with. */
export const endsSessions: ReadonlySet<string> = new Set(['Mutation.signOut', 'Mutation.revokeOtherSessions'])

/** An operation on a row: the type of the row, and arguments that are good but for whose row it is. */
export type Target = { readonly type: string; readonly args: (id: string) => Readonly<Record<string, unknown>> }

const idempotencyKey = 'matrix-test-0001'
const reason = '测试理由：核对权限。'
const details = {
  ...{ name: '测试单位', kind: 'ENTERPRISE', level: 'NONE', legalPerson: true, district: '630102' },
  ...{
    registeredAddress: '测试路 1 号',
    foundedOn: '2010-01-01',
    legalRepresentative: '测试甲',
    contactName: '测试乙',
  },
  ...{ contactEmail: 'contact@example.org', businessOperations: true, partyBranch: false },
}
const personDetails = {
  ...{ name: '测试戊', onStaff: true, phone: '13800138000' },
  idDocument: { kind: 'RESIDENT_ID', number: '11010519491231002X' },
}
const evidence = { kind: 'BUSINESS_LICENCE', document: 'Document:00000000-0000-4000-8000-ffffffffffff' }
const exchanged = JSON.stringify({ schema: 'urn:shenbao:application:1', sections: { grounds: { text: '测试' } } })
const onRow = (type: string, more: object = {}): Target => ({ type, args: (id) => ({ input: { id, ...more } }) })
const byId = (type: string): Target => ({ type, args: (id) => ({ id }) })

const savesOfSections = Object.fromEntries(
  sectionNames.map((name): [string, Target] => [
    `Mutation.saveApplication${capitalised(name)}`,
    { type: 'Application', args: (application) => ({ input: { application, revision: 0, content: {} } }) },
  ]),
)

/** Of every operation that takes the id of a row. */
export const targets: Readonly<Record<string, Target>> = {
  ...savesOfSections,
  'Mutation.createApplication': {
    type: 'Applicant',
    args: (applicant) => ({ input: { applicant, idempotencyKey } }),
  },
  'Query.application': byId('Application'),
  'Query.similarProjects': { type: 'Application', args: (application) => ({ application }) },
  'Mutation.exportApplication': {
    type: 'Application',
    args: (application) => ({ input: { application, reason } }),
  },
  'Mutation.printApplication': { type: 'Application', args: (application) => ({ input: { application } }) },
  'Mutation.importApplication': {
    type: 'Application',
    args: (application) => ({ input: { application, json: exchanged, dryRun: true } }),
  },
  'Mutation.importBudget': {
    type: 'Application',
    args: (application) => ({
      input: { application, document: evidence.document, revision: 0, dryRun: true },
    }),
  },
  'Mutation.copyApplication': {
    type: 'Application',
    args: (application) => ({ input: { application, idempotencyKey } }),
  },
  'Mutation.prefillApplication': { type: 'Application', args: (application) => ({ input: { application } }) },
  'Mutation.deleteApplication': { type: 'Application', args: (application) => ({ input: { application } }) },
  'Mutation.restoreApplication': { type: 'Application', args: (application) => ({ input: { application } }) },
  'Mutation.restoreSection': {
    type: 'Application',
    args: (application) => ({ input: { application, section: 'BASICS', revision: 1, to: 0 } }),
  },
  'Mutation.inviteCollaborator': {
    type: 'Application',
    args: (application) => ({
      input: { application, email: 'invited@example.org', right: 'READ', idempotencyKey },
    }),
  },
  'Mutation.removeCollaborator': {
    type: 'ApplicationCollaborator',
    args: (collaborator) => ({ input: { collaborator } }),
  },
  'Mutation.leaveApplication': { type: 'Application', args: (application) => ({ input: { application } }) },
  'Mutation.assignJurisdiction': onRow('Applicant', { authority: null, reason }),
  'Mutation.deactivateApplicant': onRow('Applicant', { reason }),
  'Mutation.leaveApplicant': onRow('Applicant'),
  'Mutation.reactivateApplicant': onRow('Applicant', { reason }),
  'Mutation.refuseApplicant': onRow('Applicant', { note: reason, revision: 1 }),
  'Mutation.updateApplicant': onRow('Applicant', { ...details, revision: 1 }),
  'Mutation.verifyApplicant': onRow('Applicant', { revision: 1 }),
  'Mutation.inviteMember': {
    type: 'Applicant',
    args: (applicant) => ({ input: { applicant, email: 'invited@example.org', rights: ['READ'], idempotencyKey } }),
  },
  'Mutation.requestUpload': {
    type: 'Applicant',
    args: (applicant) => ({
      input: { applicant, purpose: 'EVIDENCE', fileName: '测试.pdf', size: 10, idempotencyKey },
    }),
  },
  'Mutation.removeMember': { type: 'Member', args: (member) => ({ input: { member } }) },
  'Mutation.setMemberRights': { type: 'Member', args: (member) => ({ input: { member, rights: ['READ'] } }) },
  'Mutation.revokeInvitation': byId('Invitation'),
  'Mutation.endIntegrityRecord': onRow('IntegrityRecord', { reason, revision: 1, until: '2026-01-01' }),
  'Mutation.updateLedgerProject': onRow('LedgerProject', { revision: 1, title: '测试项目' }),
  'Mutation.importRegister': {
    type: 'Document',
    args: (document) => ({
      input: { document, city: 'xining', register: 'LEDGER', dryRun: true, skipInvalid: false, idempotencyKey },
    }),
  },
  'Mutation.undoImport': { type: 'RegisterImport', args: (id) => ({ input: { import: id, reason } }) },
  'Mutation.addPerson': {
    type: 'Applicant',
    args: (applicant) => ({ input: { applicant, ...personDetails, idempotencyKey } }),
  },
  'Mutation.updatePerson': onRow('Person', { ...personDetails, revision: 1 }),
  'Mutation.deactivatePerson': onRow('Person', { revision: 1 }),
  'Mutation.revealPersonalData': {
    type: 'Person',
    args: (subject) => ({ input: { subject, field: 'ID_NUMBER', reason } }),
  },
  'Mutation.addEvidence': {
    type: 'Applicant',
    args: (applicant) => ({ input: { applicant, ...evidence, idempotencyKey } }),
  },
  'Mutation.replaceEvidence': onRow('Evidence', { document: evidence.document, idempotencyKey }),
  'Mutation.revealEvidence': onRow('Evidence', { reason }),
  'Mutation.withdrawEvidence': onRow('Evidence'),
  'Mutation.deactivateAccount': byId('UserAccount'),
  'Mutation.reactivateAccount': byId('UserAccount'),
  'Mutation.revokeRole': byId('RoleGrant'),
  'Mutation.resetSecondFactor': { type: 'UserAccount', args: (account) => ({ input: { account, reason } }) },
  'Mutation.grantRole': {
    type: 'UserAccount',
    args: (account) => ({ input: { account, role: 'EXPERT', city: 'xining', idempotencyKey } }),
  },
}

/** Operations whose ids are of nothing that stands in a table with a row policy, and why that is right. */
export const untargeted: Readonly<Record<string, string>> = {
  'Mutation.revokeSession':
    'sessions are found by the account of the session that asks (test/account/sessions.test.ts)',
  'Mutation.unlinkIdentity':
    'identities are found by the account of the session that asks (test/account/link-identity.test.ts)',
}

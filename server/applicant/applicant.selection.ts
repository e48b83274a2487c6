import type { MemberRight } from '../../schema/enums.js'
import { rowPolicy } from '../access/rows.js'
import type { Viewer } from '../access/viewer.js'
import { leaf, object, partOf, property, selection, typescript } from '../selection/selection.js'
import { fromContext, type ReadContext, sql } from '../selection/sql.js'
import { Applicant, ApplicantPlatform, Member } from './applicant.entity.js'

type Viewing = ReadContext & { readonly viewer: Viewer }

/** How organisations and their members are read. */
export const applicantSelections = [
  selection(Applicant, {
    policy: rowPolicy('Applicant'),
    fields: {
      contact: object({ name: 'contactName', email: 'contactEmail', phone: 'contactPhoneMasked' }),
      systems: object({
        researchManagement: 'researchManagement',
        financialManagement: 'financialManagement',
        rdSubLedger: 'rdSubLedger',
        ringFencedFunds: 'ringFencedFunds',
      }),
      verification: object({ state: 'verification', at: 'verifiedAt', note: 'verificationNote' }),
      // Digits 3 to 8 of a credit code are the area of the registering office, 100000 for national ones.
      registeredElsewhere: leaf({
        type: 'boolean',
        sql: (row) => sql`substr(${row('creditCode')}, 3, 2) not in (substr(${row('district')}, 1, 2), '10')`,
      }),
      members: property('members', (member) => sql`${member('leftAt')} is null`),
      people: property('people', (person) => sql`${person('deactivatedAt')} is null`),
      evidence: property('evidence', (evidence) => sql`${evidence('state')} = 'CURRENT'`),
      formerEvidence: property('evidence', (evidence) => sql`${evidence('state')} <> 'CURRENT'`),
      active: leaf({ type: 'boolean', shown: false, sql: (row) => sql`${row('deactivatedAt')} is null` }),
      unassigned: leaf({ type: 'boolean', shown: false, sql: (row) => sql`${row('jurisdiction')} is null` }),
    },
  }),
  selection(ApplicantPlatform, { policy: partOf(Applicant, 'applicant') }),
  selection(Member, {
    policy: partOf(Applicant, 'applicant'),
    fields: {
      // Of an account only its name is shown to others, and only to those who see that it is a member.
      name: leaf({ type: 'text', sql: (row) => sql`select name from account where id = ${row('account')}` }),
      rights: typescript({
        needs: ['mayManage', 'mayEdit', 'maySubmit'],
        resolve: ({ mayManage, mayEdit, maySubmit }): MemberRight[] => [
          ...(mayManage ? (['MANAGE'] as const) : []),
          ...(mayEdit ? (['EDIT'] as const) : []),
          ...(maySubmit ? (['SUBMIT'] as const) : []),
          'READ',
        ],
      }),
      self: leaf({
        type: 'boolean',
        sql: (row) =>
          sql`${row('account')} is not distinct from ${fromContext(({ viewer }: Viewing) => viewer.account)}`,
      }),
    },
  }),
]

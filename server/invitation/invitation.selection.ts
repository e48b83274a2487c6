import type { MemberRight } from '../../schema/enums.js'
import { rowPolicy } from '../access/rows.js'
import type { Context } from '../http/context.js'
import { leaf, selection, typescript } from '../selection/selection.js'
import { fromContext, sql } from '../selection/sql.js'
import { Invitation } from './invitation.entity.js'

const now = fromContext((context: Context) => context.now().toISOString())

/** How invitations are read: by those who manage the organisation, and officials' by administrators. */
export const invitationSelections = [
  selection(Invitation, {
    policy: rowPolicy('Invitation'),
    fields: {
      state: leaf({
        type: 'text',
        sql: (row) => sql`case when ${row('acceptedAt')} is not null then 'ACCEPTED'
          when ${row('revokedAt')} is not null then 'REVOKED'
          when ${row('expiresAt')} <= ${now}::timestamptz then 'EXPIRED' else 'PENDING' end`,
      }),
      rights: typescript({
        needs: ['role', 'mayManage', 'mayEdit', 'maySubmit'],
        resolve: ({ role, mayManage, mayEdit, maySubmit }): MemberRight[] => [
          ...(mayManage ? (['MANAGE'] as const) : []),
          ...(mayEdit ? (['EDIT'] as const) : []),
          ...(maySubmit ? (['SUBMIT'] as const) : []),
          ...(role ? [] : (['READ'] as const)),
        ],
      }),
    },
  }),
]

import { rowPolicy } from '../access/rows.js'
import { leaf, partOf, selection } from '../selection/selection.js'
import { sql } from '../selection/sql.js'
import { Account, RoleGrant } from './account.entity.js'

/** How accounts and their roles are read: by administrators. */
export const officialSelections = [
  selection(Account, {
    type: 'UserAccount',
    policy: rowPolicy('Account'),
    fields: {
      official: leaf({
        type: 'boolean',
        shown: false,
        sql: (account) =>
          account.exists(
            RoleGrant,
            (grant) => sql`${grant('account')} = ${account('id')} and ${grant('revokedAt')} is null`,
          ),
      }),
      emailFolded: leaf({ type: 'text', shown: false, sql: (account) => sql`lower(${account('email')})` }),
    },
  }),
  selection(RoleGrant, { policy: partOf(Account, 'account') }),
]

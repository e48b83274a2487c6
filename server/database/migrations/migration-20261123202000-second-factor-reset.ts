import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** Accounts whose second factor was reset: until they have enrolled anew, that takes the code of a mail. */
export class Migration20261123202000 extends Migration {
  override up(): void {
    // The hash is a keyed one. better-auth's role has no right to the table.
    this.addSql(`
      create table auth.second_factor_reset (
        account_id text primary key references auth."user" (id) on delete cascade,
        code_hash text not null,
        expires_at timestamptz not null
      )`)
    const subject = { type: 'Account', column: 'account_id' }
    const masked = ['code_hash']
    this.addSql(auditedSql({ schema: 'auth', table: 'second_factor_reset', subject, key: 'account_id', masked }))
  }
}

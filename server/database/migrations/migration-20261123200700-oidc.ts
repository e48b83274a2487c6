import { Migration } from '@mikro-orm/migrations'

/** Sign-in at an identity provider: one account for an identity, and codes that pages exchange for a session. */
export class Migration20261123200700 extends Migration {
  override up(): void {
    this.addSql('create unique index account_identity on auth.account ("providerId", "accountId")')
    // The key is a keyed hash. better-auth's role has no right to it.
    this.addSql(`
      create table auth.sign_in_code (
        key text primary key,
        account_id text not null references auth."user" (id) on delete cascade,
        challenge text not null,
        expires_at timestamptz not null
      )`)
    this.addSql('create index on auth.sign_in_code (account_id)')
    this.addSql('create index on auth.sign_in_code (expires_at)')
  }
}

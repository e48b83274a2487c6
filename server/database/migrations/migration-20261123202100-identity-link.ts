import { Migration } from '@mikro-orm/migrations'

/** The way over an identity provider can also end with an identity, for the account that is signed in to take on. */
export class Migration20261123202100 extends Migration {
  override up(): void {
    this.addSql('alter table auth.sign_in_code alter column account_id drop not null, add column identity text')
    this.addSql('alter table auth.sign_in_code add check (num_nonnulls(account_id, identity) = 1)')
  }
}

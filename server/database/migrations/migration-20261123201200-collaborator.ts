import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** People of other organisations who work on one application, the invitations to do so, and the bin. */
export class Migration20261123201200 extends Migration {
  override up(): void {
    this.addSql(`
      create table application_collaborator (
        id uuid primary key default gen_random_uuid(),
        application_id uuid not null references application on delete cascade,
        applicant_id uuid not null references applicant,
        account_id text not null references account,
        may_edit boolean not null,
        joined_at timestamptz not null,
        left_at timestamptz
      )`)
    this.addSql('create unique index on application_collaborator (application_id, account_id) where left_at is null')
    this.addSql('create index on application_collaborator (account_id, application_id) where left_at is null')
    this.addSql('create index on application_collaborator (account_id)')
    this.addSql('create index on application_collaborator (applicant_id)')
    const subject = { type: 'Application', column: 'application_id' }
    this.addSql(auditedSql({ table: 'application_collaborator', subject }))
    this.addSql(`
      alter table invitation
        add column application_id uuid references application on delete cascade,
        drop constraint invitation_check,
        add constraint invitation_to_check check (num_nonnulls(applicant_id, role, application_id) = 1)`)
    this.addSql('create index on invitation (application_id) where application_id is not null')
    // What the bin is emptied by.
    this.addSql('create index on application (deleted_at) where deleted_at is not null')
  }
}

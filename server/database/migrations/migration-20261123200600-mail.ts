import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** The outbox of mails, and invitations. What a mail says and to whom is sealed, and gone when it was sent. */
export class Migration20261123200600 extends Migration {
  override up(): void {
    this.addSql(`
      create table mail (
        id uuid primary key,
        template text not null,
        content_sealed text,
        queued_at timestamptz not null default now(),
        attempts int not null default 0,
        next_attempt_at timestamptz not null default now(),
        sent_at timestamptz,
        failed_at timestamptz,
        failure text,
        check (num_nonnulls(content_sealed, sent_at, failed_at) = 1)
      )`)
    this.addSql('create index mail_due on mail (next_attempt_at) where content_sealed is not null')
    this.addSql(`
      create table invitation (
        id uuid primary key default gen_random_uuid(),
        email text not null,
        applicant_id uuid references applicant,
        may_manage boolean not null default false,
        may_edit boolean not null default false,
        may_submit boolean not null default false,
        role text check (role in ('RECOMMENDING_AUTHORITY', 'ACCEPTANCE_DESK', 'PROGRAMME_OFFICE', 'EXPERT',
          'SUPERVISOR', 'ADMINISTRATOR')),
        city text,
        authority text,
        token_hash bytea not null unique,
        invited_by_id text references account,
        invited_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_by_id text references account,
        accepted_at timestamptz,
        revoked_at timestamptz,
        check (num_nonnulls(applicant_id, role) = 1),
        check (role is null or (city is null) = (role = 'ADMINISTRATOR')),
        check ((authority is not null) = (role is not distinct from 'RECOMMENDING_AUTHORITY')),
        check ((accepted_at is null) = (accepted_by_id is null)),
        check (num_nonnulls(accepted_at, revoked_at) <= 1)
      )`)
    this.addSql('create index on invitation (applicant_id)')
    this.addSql('create index on invitation (lower(email))')
    this.addSql('create index on invitation (invited_by_id)')
    this.addSql('create index on invitation (accepted_by_id)')
    const subject = { type: 'Invitation', column: 'id' }
    this.addSql(auditedSql({ table: 'invitation', subject, city: 'city', masked: ['email', 'token_hash'] }))
  }
}

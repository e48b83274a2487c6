import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** What applicants have beside their registration: platforms, and why the office did something about them. */
export class Migration20261123200200 extends Migration {
  override up(): void {
    this.addSql(`
      alter table applicant
        add column jurisdiction_note text,
        add column deactivated_by_office boolean not null default false,
        add column status_note text,
        add check (deactivated_at is not null or not deactivated_by_office)`)
    this.addSql(`
      create table applicant_platform (
        id uuid primary key default gen_random_uuid(),
        applicant_id uuid not null references applicant,
        position int not null,
        kind text not null,
        name text not null,
        level text,
        authority text,
        unique (applicant_id, position)
      )`)
    this.addSql(`
      create table evidence (
        id uuid primary key default gen_random_uuid(),
        applicant_id uuid not null references applicant,
        kind text not null,
        number text,
        issued_on date,
        expires_on date,
        year int,
        document_id uuid not null unique references document,
        state text not null check (state in ('CURRENT', 'REPLACED', 'WITHDRAWN')),
        added_by_id text not null references account,
        added_at timestamptz not null,
        ended_at timestamptz,
        check ((state = 'CURRENT') = (ended_at is null)),
        check (kind <> 'LEGAL_REPRESENTATIVE_ID' or number is null)
      )`)
    this.addSql('create index on evidence (applicant_id, state)')
    this.addSql('create index on evidence (added_by_id)')
    this.addSql(auditedSql({ table: 'evidence', subject: { type: 'Applicant', column: 'applicant_id' } }))
    this.addSql(auditedSql({ table: 'applicant_platform', subject: { type: 'Applicant', column: 'applicant_id' } }))
  }
}

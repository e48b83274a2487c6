import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** Applications and their sections, each with all of its revisions. Personal values stand apart from them, sealed. */
export class Migration20261123201000 extends Migration {
  override up(): void {
    this.addSql(`
      create table application (
        id uuid primary key,
        applicant_id uuid not null references applicant,
        guideline_id text not null references guideline,
        city text not null,
        status text not null check (status in ('DRAFT')),
        title text not null default '',
        category text,
        direction text,
        start_month text,
        end_month text,
        stage text,
        technology_source text,
        industry_field text,
        outcome_level text,
        requested numeric(18, 2),
        self_raised numeric(18, 2),
        created_by_id text not null references account,
        created_at timestamptz not null,
        deleted_at timestamptz
      )`)
    this.addSql('create index on application (applicant_id, created_at desc, id)')
    this.addSql('create index on application (guideline_id)')
    this.addSql('create index on application (created_by_id)')
    this.addSql(`
      create table application_section (
        id uuid primary key default gen_random_uuid(),
        application_id uuid not null references application on delete cascade,
        section text not null,
        revision int not null check (revision > 0),
        content_hash text not null,
        edited_by_id text not null references account,
        edited_at timestamptz not null,
        unique (application_id, section)
      )`)
    this.addSql('create index on application_section (edited_by_id)')
    // Only ever appended to. The trail of audit has its hash, in the event of the section.
    this.addSql(`
      create table section_revision (
        id uuid primary key default gen_random_uuid(),
        application_id uuid not null references application on delete cascade,
        section text not null,
        revision int not null,
        content jsonb not null,
        edited_by_id text not null references account,
        edited_at timestamptz not null,
        unique (application_id, section, revision)
      )`)
    this.addSql('create index on section_revision (edited_by_id)')
    this.addSql(`
      create table application_personal_value (
        id uuid primary key,
        application_id uuid not null references application on delete cascade,
        kind text not null check (kind in ('ID_NUMBER', 'PHONE')),
        value_sealed text not null,
        value_index text not null,
        value_masked text not null,
        created_at timestamptz not null default now()
      )`)
    this.addSql('create index on application_personal_value (application_id)')
    // Quotas and registers look people up by their document.
    this.addSql('create index on application_personal_value (value_index)')
    const subject = { type: 'Application', column: 'application_id' }
    this.addSql(auditedSql({ table: 'application', subject: { ...subject, column: 'id' }, city: 'city' }))
    this.addSql(auditedSql({ table: 'application_section', subject }))
    this.addSql(auditedSql({ table: 'application_personal_value', subject }))
  }
}

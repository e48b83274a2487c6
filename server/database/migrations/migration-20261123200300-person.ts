import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** People of applicants. Personal values are sealed under keys that aren't in the database. */
export class Migration20261123200300 extends Migration {
  override up(): void {
    this.addSql(`
      create table person (
        id uuid primary key default gen_random_uuid(),
        applicant_id uuid not null references applicant,
        name text not null,
        id_kind text not null check (id_kind in ('RESIDENT_ID', 'HK_MACAU_TAIWAN_RESIDENCE_PERMIT', 'HK_MACAU_PERMIT',
          'TAIWAN_PERMIT', 'FOREIGN_PERMANENT_RESIDENT_ID', 'PASSPORT')),
        id_number_sealed text not null,
        id_number_index text not null,
        id_number_masked text not null,
        birth_date_sealed text,
        sex text check (sex in ('MALE', 'FEMALE')),
        phone_sealed text not null,
        phone_index text not null,
        phone_masked text not null,
        title text,
        degree text,
        speciality text,
        employer text,
        on_staff boolean not null,
        revision int not null default 1,
        created_at timestamptz not null default now(),
        deactivated_at timestamptz
      )`)
    this.addSql('create index on person (applicant_id, name, id)')
    this.addSql(
      'create unique index person_once on person (applicant_id, id_number_index) where deactivated_at is null',
    )
    // The same person at several applicants: quotas and registers look people up by their document.
    this.addSql('create index on person (id_number_index)')
    const subject = { type: 'Applicant', column: 'applicant_id' }
    this.addSql(auditedSql({ table: 'person', subject, masked: ['name', 'sex'] }))
  }
}

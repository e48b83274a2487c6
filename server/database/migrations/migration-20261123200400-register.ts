import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** The programme office's registers: integrity records and the project ledger, and what was imported into them. */
export class Migration20261123200400 extends Migration {
  override up(): void {
    this.addSql(`
      create table register_import (
        id uuid primary key,
        register text not null check (register in ('INTEGRITY', 'LEDGER')),
        city text not null,
        document_id uuid not null references document,
        row_count int not null,
        added int not null,
        changed int not null,
        unchanged int not null,
        duplicates int not null,
        invalid int not null,
        state text not null check (state in ('DONE', 'UNDONE')),
        imported_by_id text not null references account,
        imported_at timestamptz not null,
        undone_by_id text references account,
        undone_at timestamptz,
        undo_reason text,
        check (num_nonnulls(undone_by_id, undone_at, undo_reason) = case state when 'UNDONE' then 3 else 0 end)
      )`)
    this.addSql('create index on register_import (city, imported_at)')
    this.addSql('create index on register_import (document_id)')
    this.addSql('create index on register_import (imported_by_id)')
    this.addSql('create index on register_import (undone_by_id)')
    this.addSql(`
      create table integrity_record (
        id uuid primary key,
        city text not null,
        subject text not null check (subject in ('UNIT', 'PERSON')),
        subject_name text not null,
        credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        person_id_sealed text,
        person_id_index text,
        person_id_masked text,
        kind text not null check (kind in ('BAD_CREDIT', 'INTEGRITY_BREACH')),
        what text not null,
        since date not null,
        until date check (until >= since),
        end_reason text,
        source text not null,
        import_id uuid references register_import,
        revision int not null default 1,
        recorded_by_id text not null references account,
        recorded_at timestamptz not null,
        check ((credit_code is not null) = (subject = 'UNIT')),
        check (num_nonnulls(person_id_sealed, person_id_index, person_id_masked) = case subject when 'PERSON' then 3 else 0 end),
        check (end_reason is null or until is not null)
      )`)
    this.addSql(`create unique index integrity_record_once on integrity_record
      (city, coalesce(credit_code, person_id_index), kind, since, md5(what))`)
    this.addSql('create index on integrity_record (credit_code)')
    this.addSql('create index on integrity_record (person_id_index)')
    this.addSql('create index on integrity_record (import_id)')
    this.addSql('create index on integrity_record (recorded_by_id)')
    this.addSql('create index on integrity_record (city, since)')
    this.addSql(`
      create table ledger_project (
        id uuid primary key,
        city text not null,
        number text not null,
        title text not null,
        leader_name text not null,
        leader_id_sealed text,
        leader_id_index text,
        leader_id_masked text,
        credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        unit_name text not null,
        category text not null,
        starts_on date not null,
        planned_end_on date not null check (planned_end_on >= starts_on),
        state text not null check (state in ('ACTIVE', 'MIDTERM', 'ACCEPTANCE', 'CLOSED', 'TERMINATED', 'REVOKED')),
        ended_on date check (ended_on >= starts_on),
        import_id uuid references register_import,
        revision int not null default 1,
        recorded_by_id text not null references account,
        recorded_at timestamptz not null,
        unique (city, number),
        check (num_nonnulls(leader_id_sealed, leader_id_index, leader_id_masked) in (0, 3)),
        check ((ended_on is not null) = (state in ('CLOSED', 'TERMINATED', 'REVOKED')))
      )`)
    this.addSql('create index on ledger_project (credit_code)')
    this.addSql('create index on ledger_project (leader_id_index)')
    this.addSql('create index on ledger_project (import_id)')
    this.addSql('create index on ledger_project (recorded_by_id)')
    this.addSql('create index on ledger_project (city, planned_end_on)')
    // What an import changed: the row as it was before, without its sealed values; null for a row that it added.
    this.addSql(`
      create table register_change (
        import_id uuid not null references register_import,
        row_id uuid not null,
        before jsonb,
        primary key (import_id, row_id)
      )`)
    const own = (type: string) => ({ subject: { type, column: 'id' }, city: 'city' })
    this.addSql(auditedSql({ table: 'register_import', ...own('RegisterImport') }))
    this.addSql(auditedSql({ table: 'integrity_record', ...own('IntegrityRecord'), masked: ['subject_name'] }))
    this.addSql(auditedSql({ table: 'ledger_project', ...own('LedgerProject'), masked: ['leader_name'] }))
  }
}

import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** Files that come in: what is known of them. Their contents aren't in the database. */
export class Migration20261123200150 extends Migration {
  override up(): void {
    this.addSql(`
      create table document (
        id uuid primary key,
        purpose text not null check (purpose in ('REGISTER_IMPORT', 'EVIDENCE')),
        file_name text not null check (file_name <> '' and length(file_name) <= 80),
        media_type text,
        size int not null check (size > 0),
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by_id text not null references account,
        applicant_id uuid references applicant,
        city text,
        state text not null default 'PENDING' check (state in ('PENDING', 'STORED', 'REFUSED')),
        scan text not null default 'NOT_SCANNED' check (scan in ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
        created_at timestamptz not null,
        stored_at timestamptz,
        expires_at timestamptz,
        check ((applicant_id is not null) = (purpose = 'EVIDENCE')),
        check ((city is not null) = (purpose = 'REGISTER_IMPORT')),
        check ((state = 'PENDING') = (expires_at is not null)),
        check ((state = 'STORED') = (stored_at is not null)),
        check ((state = 'STORED') = (media_type is not null)),
        check (state <> 'STORED' or sha256 is not null)
      )`)
    this.addSql('create index on document (uploaded_by_id)')
    this.addSql('create index on document (applicant_id)')
    this.addSql('create index on document (city)')
    this.addSql('create index on document (expires_at) where expires_at is not null')
    // People name files after people.
    this.addSql(
      auditedSql({
        table: 'document',
        subject: { type: 'Document', column: 'id' },
        city: 'city',
        masked: ['file_name'],
      }),
    )
  }
}

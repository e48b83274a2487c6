import { Migration } from '@mikro-orm/migrations'

/** Attachments of applications, what was found out about a file's content, and quarantine until it is scanned. */
export class Migration20261123201300 extends Migration {
  override up(): void {
    this.addSql(`
      alter table document
        drop constraint document_purpose_check,
        add constraint document_purpose_check check (purpose in ('REGISTER_IMPORT', 'EVIDENCE', 'ATTACHMENT')),
        drop constraint document_check,
        add constraint document_applicant_check check ((applicant_id is not null) = (purpose <> 'REGISTER_IMPORT')),
        drop constraint document_scan_check,
        add constraint document_scan_check check (scan in ('NOT_SCANNED', 'PENDING', 'CLEAN', 'INFECTED')),
        add column pages int check (pages > 0),
        add column thumbnail boolean not null default false,
        add column scanned_at timestamptz,
        add column same_as_id uuid references document on delete set null`)
    this.addSql('create index on document (same_as_id) where same_as_id is not null')
    // An organisation has each attachment once: whoever sends it again gets the first.
    this.addSql(`
      create unique index document_attachment on document (applicant_id, sha256)
        where purpose = 'ATTACHMENT' and state = 'STORED'`)
    this.addSql(`
      create index document_to_scan on document (stored_at)
        where state = 'STORED' and scan in ('NOT_SCANNED', 'PENDING')`)
  }
}

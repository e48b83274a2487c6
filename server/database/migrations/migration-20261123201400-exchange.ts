import { Migration } from '@mikro-orm/migrations'

/** Files that applications are imported from. */
export class Migration20261123201400 extends Migration {
  override up(): void {
    this.addSql(`
      alter table document
        drop constraint document_purpose_check,
        add constraint document_purpose_check
          check (purpose in ('REGISTER_IMPORT', 'EVIDENCE', 'ATTACHMENT', 'APPLICATION_IMPORT'))`)
  }
}

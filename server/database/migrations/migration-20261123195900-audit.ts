import { Migration } from '@mikro-orm/migrations'
import { auditSchemaSql } from '../../audit/audit-schema.js'
import { auditedSql } from '../../audit/audited-sql.js'

/** The audit trail. Tables made from here on have their own migrations say how they are audited; the guideline's is said here. */
export class Migration20261123195900 extends Migration {
  override async up(): Promise<void> {
    const [place] = (await this.execute('select current_schema() as schema')) as { schema: string }[]
    for (const sql of auditSchemaSql(place?.schema ?? 'public')) this.addSql(sql)
    // What an edition says is in its hash.
    const subject = { type: 'Guideline', column: 'id' }
    this.addSql(auditedSql({ table: 'guideline', subject, city: 'city_code', ignored: ['document'] }))
  }
}

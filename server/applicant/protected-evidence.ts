import type { EvidenceKind } from '../../schema/enums.js'
import { join, literal, type Sql, sql } from '../selection/sql.js'

/** Evidence that shows an identity document: given out by `revealEvidence` alone, with a reason that is kept. */
const protectedKinds: readonly EvidenceKind[] = ['LEGAL_REPRESENTATIVE_ID']

export function isProtected(kind: unknown): boolean {
  return protectedKinds.some((protectedKind) => protectedKind === kind)
}

/**
 * SQL: to whom a document's file is given out when they see its row. EVERYBODY of them; NOBODY, as it shows an identity document;
 * or EDITORS, members who may edit, while nobody has said what it shows.
 * @param document its id
 */
export function givenTo(document: Sql, purpose: Sql): Sql {
  const used = (condition: Sql) => sql`exists (select from evidence where document_id = ${document} and ${condition})`
  const kinds = join(protectedKinds.map(literal), ', ')
  return sql`case when ${purpose} <> 'EVIDENCE' or ${used(sql`kind not in (${kinds})`)} then 'EVERYBODY'
                  when ${used(sql`true`)} then 'NOBODY' else 'EDITORS' end`
}

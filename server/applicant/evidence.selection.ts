import type { EvidenceKind } from '../../schema/enums.js'
import type { Context } from '../http/context.js'
import { leaf, partOf, selection, typescript } from '../selection/selection.js'
import { fromContext, literal, type ReadContext, type Sql, sql } from '../selection/sql.js'
import { Applicant, Evidence } from './applicant.entity.js'
import { isProtected } from './protected-evidence.js'

/** Codes of the attachments of guidelines that evidence is handed in as. */
const attachmentCodes: Partial<Record<EvidenceKind, string>> = {
  BUSINESS_LICENCE: 'business-licence',
  LEGAL_PERSON_CERTIFICATE: 'business-licence',
  LEGAL_REPRESENTATIVE_ID: 'legal-representative-id',
  AUDIT_REPORT: 'audit-report',
  FINANCIAL_STATEMENTS: 'financial-statements',
  PARTY_BRANCH_PROOF: 'party-branch-proof',
  PLATFORM_CERTIFICATE: 'platform-certificates',
}

type Clock = ReadContext & { readonly now: () => Date }

/** Licences expire at midnight of China's one legal time. */
const today = sql`(${fromContext(({ now }: Clock) => now().toISOString())}::timestamptz at time zone 'Asia/Shanghai')::date`

const attachmentCode = (kind: Sql) =>
  Object.entries(attachmentCodes).reduce(
    (others, [of, code]) => sql`case when ${kind} = ${literal(of)} then ${literal(code)} else ${others} end`,
    sql`null`,
  )

/** How evidence is read. Whoever sees it sees what its file is called, by whatever reason the file's own row is hidden from him. */
export const evidenceSelections = [
  selection(Evidence, {
    policy: partOf(Applicant, 'applicant'),
    fields: {
      attachmentCode: leaf({ type: 'text', nullable: true, sql: (row) => attachmentCode(row('kind')) }),
      expired: leaf({ type: 'boolean', sql: (row) => sql`coalesce(${row('expiresOn')} < ${today}, false)` }),
      expiresWithinDays: leaf({ type: 'int', nullable: true, sql: (row) => sql`${row('expiresOn')} - ${today}` }),
      fileName: leaf({
        type: 'text',
        sql: (row) => sql`select file_name from document where id = ${row('documentId')}`,
      }),
      mediaType: leaf({
        type: 'text',
        nullable: true,
        sql: (row) => sql`select media_type from document where id = ${row('documentId')}`,
      }),
      size: leaf({ type: 'int', sql: (row) => sql`select size from document where id = ${row('documentId')}` }),
      withheld: leaf({
        type: 'boolean',
        shown: false,
        sql: (row) => sql`select scan in ('PENDING', 'INFECTED') from document where id = ${row('documentId')}`,
      }),
      downloadUrl: typescript({
        needs: ['documentId', 'kind', 'withheld'],
        resolve({ documentId, kind, withheld }, _args, context) {
          const { files, now } = context as Context
          return withheld || isProtected(kind) ? null : files.downloadUrl(String(documentId), now())
        },
      }),
    },
  }),
]

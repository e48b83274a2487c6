import { defineEntity, p } from '@mikro-orm/core'
import type { AuditOperation } from '../../schema/enums.js'

/** One event of the audit trail. Triggers write it, and nothing changes it. */
const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.bigint('string').primary(),
    subjectType: p.text(),
    subjectId: p.text(),
    ordinal: p.bigint('string').fieldName('sequence'),
    at: p.datetime(),
    /** Key of the account; null for work of the service and for SQL by hand. */
    actorKey: p.text().fieldName('actor').nullable(),
    action: p.text(),
    tableName: p.text().nullable(),
    rowId: p.text().nullable(),
    operation: p.text().$type<AuditOperation>(),
    before: p.json<Record<string, unknown>>().nullable(),
    after: p.json<Record<string, unknown>>().nullable(),
    request: p.text().nullable(),
    reason: p.text().nullable(),
    city: p.text().nullable(),
    previous: p.blob(),
    hashBytes: p.blob().fieldName('hash'),
  },
})
export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent)

export const auditEntities = [AuditEvent]

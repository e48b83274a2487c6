import { Args, Query, Resolver } from 'type-graphql'
import { AuditEventConnection, type AuditEventFilter, AuditEventsArgs } from '../../schema/types/audit.js'
import { type Condition, page } from '../selection/intent.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { AuditEvent } from './audit-event.entity.js'

@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description:
      'The audit trail, the newest first: what was written or done in the caller’s city, and what belongs to no city.',
  })
  auditEvents(@Args(() => AuditEventsArgs) { filter, ...args }: AuditEventsArgs): Promise<AuditEventConnection> {
    return page(AuditEvent, {
      where: conditionsOf(filter ?? {}),
      order: [
        { field: 'at', direction: 'DESC' },
        { field: 'id', direction: 'DESC' },
      ],
      page: args,
    })
  }
}

function conditionsOf({ subject, subjectType, actor, action, from, to }: AuditEventFilter): Condition[] {
  return [
    ...(subject == null ? [] : subjectConditions(subject)),
    ...(subjectType == null ? [] : [{ field: 'subjectType', is: subjectType }]),
    ...(actor == null ? [] : [{ field: 'actorKey', is: accountKey(actor) ?? '' }]),
    ...(action == null ? [] : [{ field: 'action', is: action }]),
    ...(from == null ? [] : [{ field: 'at', from }]),
    ...(to == null ? [] : [{ field: 'at', to }]),
  ]
}

/** Administrators see accounts under ids of their own. */
function accountKey(id: string): string | null {
  return keyOfGlobalId('Account', id) ?? keyOfGlobalId('UserAccount', id)
}

/** A global id taken apart; one in another form is no subject's. */
function subjectConditions(id: string): Condition[] {
  const account = accountKey(id)
  const [type = '', ...key] = account === null ? id.split(':') : ['Account', account]
  return [
    { field: 'subjectType', is: type },
    { field: 'subjectId', is: key.join(':') },
  ]
}

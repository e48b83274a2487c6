import { defineEntity, p } from '@mikro-orm/core'
import type { Role } from '../../schema/enums.js'
import { Account } from '../account/account.entity.js'
import { Applicant } from '../applicant/applicant.entity.js'
import { Application } from '../application/application.entity.js'

/**
 * An offer to the owner of an e-mail address: to work for an applicant with some rights, to work on one application, or to
 * take an official's role.
 * The token that accepts it went out by mail; its hash stays here.
 */
const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    applicant: () => p.manyToOne(Applicant).nullable().index(),
    application: () => p.manyToOne(Application).nullable().index(),
    mayManage: p.boolean().default(false),
    mayEdit: p.boolean().default(false),
    maySubmit: p.boolean().default(false),
    role: p.text().$type<Role>().nullable(),
    city: p.text().nullable(),
    authority: p.text().nullable(),
    tokenHash: p.blob(),
    /** Null for the first administrator's, which the operator of the service makes. */
    invitedBy: () => p.manyToOne(Account).nullable().index(),
    invitedAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    acceptedBy: () => p.manyToOne(Account).nullable().index(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation)

export const invitationEntities = [Invitation]

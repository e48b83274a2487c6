import { defineEntity, p } from '@mikro-orm/core'
import type { Role } from '../../schema/enums.js'
import type { Locale } from '../../schema/rules/localized-text.js'

/*
 * A person's sign-in, as the service knows it. Passwords, sessions and second factors are in the schema `auth`, where a
 * trigger keeps name and address of these rows.
 */
const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    /** The same as in `auth.user`. */
    id: p.text().primary(),
    name: p.text(),
    email: p.text(),
    emailVerified: p.boolean(),
    /** Language of the mails that he gets. */
    locale: p.text().$type<Locale>(),
    phoneSealed: p.text().nullable(),
    phoneIndex: p.text().nullable(),
    phoneMasked: p.text().nullable(),
    /** Made for a demo, with a password that was printed. */
    demo: p.boolean(),
    createdAt: p.datetime().defaultRaw('now()'),
    deactivatedAt: p.datetime().nullable(),
    grants: () => p.oneToMany(RoleGrant).mappedBy('account'),
  },
})
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account)

/** A role of an official's. Rows are kept when it ends. */
const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).index(),
    role: p.text().$type<Role>(),
    /** Code of the city where it holds; null for an administrator. */
    city: p.text().nullable(),
    /** Code of the recommending authority, for that role. */
    authority: p.text().nullable(),
    grantedBy: () => p.manyToOne(Account).nullable(),
    grantedAt: p.datetime().defaultRaw('now()'),
    revokedAt: p.datetime().nullable(),
  },
})
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant)

export const accountEntities = [Account, RoleGrant]

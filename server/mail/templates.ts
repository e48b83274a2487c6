import type { MailTemplate } from './mail-template.js'
import { addressRegistered } from './templates/address-registered.js'
import { collaboratorInvitation } from './templates/collaborator-invitation.js'
import { fileInfected } from './templates/file-infected.js'
import { memberInvitation } from './templates/member-invitation.js'
import { officialInvitation } from './templates/official-invitation.js'
import { passwordReset } from './templates/password-reset.js'
import { secondFactorReset } from './templates/second-factor-reset.js'
import { signInChanged } from './templates/sign-in-changed.js'
import { verifyEmail } from './templates/verify-email.js'

/** Every kind of mail that the service sends; the names stand in the table `mail`. */
export const templates = {
  'verify-email': verifyEmail,
  'address-registered': addressRegistered,
  'password-reset': passwordReset,
  'sign-in-changed': signInChanged,
  'second-factor-reset': secondFactorReset,
  'file-infected': fileInfected,
  'member-invitation': memberInvitation,
  'collaborator-invitation': collaboratorInvitation,
  'official-invitation': officialInvitation,
}

export type TemplateName = keyof typeof templates

/** What a template needs to know. */
export type TemplateValues<Name extends TemplateName> =
  (typeof templates)[Name] extends MailTemplate<infer Values> ? Values : never

import type { Config } from '../config.js'
import { StartupError } from '../startup-error.js'

/** Where a page sends its browser to sign in there. */
export const oidcStartPath = '/auth/oidc/start'

/** Where people sign in elsewhere, such as at a government's identity provider. */
export type IdentityProvider = {
  /** Its name among providers, exactly as it writes it (OpenID Connect Discovery, 4.3). */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What it is called on pages. */
  readonly name: string
}

export type OidcSettings = Partial<Pick<Config, 'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcName'>>

/**
 * The identity provider of the settings; undefined without one.
 * @throws {StartupError} if only some of its settings are there, naming the missing ones
 */
export function identityProviderOf(settings: OidcSettings): IdentityProvider | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret, oidcName: name } = settings
  if (issuer && clientId && clientSecret && name) return { issuer, clientId, clientSecret, name }
  const parts = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name }
  const missing = Object.entries(parts).flatMap(([variable, value]) => (value ? [] : variable))
  if (missing.length === Object.keys(parts).length) return undefined
  throw new StartupError(
    {
      'zh-CN': `身份认证平台的设置不完整，缺少 ${missing.join('、')}。`,
      en: `The settings of the identity provider are not complete: ${missing.join(', ')} missing.`,
    },
    {
      'zh-CN': '请补全，或删除所有以 OIDC_ 开头的设置，然后重新启动。',
      en: 'Complete them, or unset all that begin with OIDC_, then start again.',
    },
  )
}

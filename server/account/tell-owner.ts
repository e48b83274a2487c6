import type { Locale } from '../../schema/rules/localized-text.js'
import type { TemplateValues } from '../mail/templates.js'
import type { Act } from './authentication.js'

type Change = TemplateValues<'sign-in-changed'>['change']

/** Mails the owner of an account what was done to it, so that a stranger's doing is noticed. */
export async function tellOwner(act: Act, account: string, change: Change): Promise<void> {
  const [owner] = await act.query<{ email: string; locale: Locale }>(
    'select email, locale from account where id = $1',
    [account],
  )
  if (!owner) return
  const { email: to, locale } = owner
  await act.mail({ to, locale, template: 'sign-in-changed', values: { change } })
}

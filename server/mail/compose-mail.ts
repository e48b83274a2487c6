import type { Locale } from '../../schema/rules/localized-text.js'
import type { MailAction, MailTemplate } from './mail-template.js'
import { type TemplateName, type TemplateValues, templates } from './templates.js'

/** A mail as a use case asks for it; `to` is the reader's address. */
export type Mail = {
  [Name in TemplateName]: {
    readonly to: string
    readonly template: Name
    readonly values: TemplateValues<Name>
    readonly locale: Locale
  }
}[TemplateName]

/** A mail as it is sent: plain text only. */
export interface ComposedMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * The words of a mail.
 * @param publicUrl where the city's pages are; without it a mail has its code and no link
 */
export function composeMail(mail: Mail, publicUrl: string | undefined): ComposedMail {
  const { to, locale, values } = mail
  // The values belong to the template of the same mail; the compiler can't follow that through the union.
  const template = templates[mail.template] as MailTemplate<unknown>
  const { subject, body } = template.text(values)
  const action = template.action?.(values)
  const parts = [
    greeting[locale],
    body[locale],
    ...(action ? actionLines(action, publicUrl)[locale] : []),
    close[locale],
  ]
  return { to, subject: `${service[locale]}${subject[locale]}`, text: `${parts.join('\n\n')}\n` }
}

function actionLines({ page, mutation, code }: MailAction, publicUrl: string | undefined) {
  const link = publicUrl === undefined ? null : `${publicUrl}/${page}#${code}`
  return {
    'zh-CN': [...(link ? [`请打开：\n${link}`] : []), `验证码（接口 ${mutation}）：\n${code}`],
    en: [...(link ? [`Open:\n${link}`] : []), `The code (for the mutation ${mutation}):\n${code}`],
  }
}

const service = { 'zh-CN': '【申报】', en: 'Shenbao: ' }
const greeting = { 'zh-CN': '您好：', en: 'Good day,' }
const close = {
  'zh-CN': '请勿把验证码告诉任何人，工作人员也不会向您索要。\n本邮件由申报服务自动发出，请勿回复。',
  en: 'Give a code to nobody: no official will ask you for it.\nThis mail was sent by the Shenbao service; answers to it aren’t read.',
}

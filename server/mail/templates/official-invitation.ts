import type { LocalizedText } from '../../../schema/rules/localized-text.js'
import type { MailTemplate } from '../mail-template.js'

/** Invites somebody to an official's role. */
export const officialInvitation: MailTemplate<{
  readonly code: string
  /** The role and where it holds, such as “Acceptance desk, xining”. */
  readonly role: LocalizedText
}> = {
  text: ({ role }) => ({
    subject: { 'zh-CN': '邀请您使用申报服务办理公务', en: 'An invitation to an official’s role' },
    body: {
      'zh-CN': `管理员邀请您承担“${role['zh-CN']}”。请用此邮箱的账号登录（没有账号可先注册），并在 14 天内接受邀请；该角色须启用第二重验证后方可使用。如有疑问，请联系贵单位的管理员。`,
      en: `The administrator invites you to the role “${role.en}”. Sign in with an account of this address (register one if you have none) and accept within 14 days; the role takes effect once you use a second factor. If in doubt, ask your administrator.`,
    },
  }),
  action: ({ code }) => ({ page: 'accept-invitation', mutation: 'acceptInvitation', code }),
}

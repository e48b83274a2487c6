import type { MailTemplate } from '../mail-template.js'

/** Proves that who registers reads this address. */
export const verifyEmail: MailTemplate<{ readonly code: string }> = {
  text: () => ({
    subject: { 'zh-CN': '请确认您的电子邮箱', en: 'Confirm your e-mail address' },
    body: {
      'zh-CN':
        '有人用此邮箱注册了申报账号。如果是您本人，请在 1 小时内确认；如果不是，请忽略本邮件，该账号将无法使用。',
      en: 'Somebody registered an account with this address. If it was you, confirm it within 1 hour; if not, ignore this mail, and the account can’t be used.',
    },
  }),
  action: ({ code }) => ({ page: 'verify-email', mutation: 'verifyEmail', code }),
}

import type { MailTemplate } from '../mail-template.js'

/** Lets the owner of an address set a new password. */
export const passwordReset: MailTemplate<{ readonly code: string }> = {
  text: () => ({
    subject: { 'zh-CN': '重置您的密码', en: 'Set a new password' },
    body: {
      'zh-CN':
        '有人要求重置您申报账号的密码。如果是您本人，请在 1 小时内设置新密码，届时所有设备将退出登录；如果不是，请忽略本邮件，密码不变。',
      en: 'Somebody asked for a new password of your account. If it was you, set it within 1 hour; all devices are signed out then. If not, ignore this mail, and the password stays as it is.',
    },
  }),
  action: ({ code }) => ({ page: 'reset-password', mutation: 'resetPassword', code }),
}

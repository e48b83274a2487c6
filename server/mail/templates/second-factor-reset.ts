import type { MailTemplate } from '../mail-template.js'

/** Tells the owner of an account that his second factor was taken away, and lets nobody but its reader enrol the next one. */
export const secondFactorReset: MailTemplate<{ readonly code: string }> = {
  text: () => ({
    subject: { 'zh-CN': '您的第二重验证已被重置', en: 'Your second factor was reset' },
    body: {
      'zh-CN':
        '管理员刚刚重置了您申报账号的第二重验证，所有设备已退出登录。如果是您本人要求的，请登录后在 24 小时内凭以下验证码重新设置；如果不是，请勿使用该验证码，立即重置密码，并另行联系贵单位的负责人。',
      en: 'An administrator has just reset the second factor of your account; all devices were signed out. If you asked for it, sign in and enrol a new one within 24 hours, with the code below. If you didn’t, don’t use the code: reset your password at once, and tell your superior by another way.',
    },
  }),
  action: ({ code }) => ({ page: 'enrol-second-factor', mutation: 'enrolSecondFactor', code }),
}

import type { MailTemplate } from '../mail-template.js'

/** Tells the owner of an account what was done to it, so that a stranger's doing is noticed. */
export const signInChanged: MailTemplate<{ readonly change: 'PASSWORD' | 'SECOND_FACTOR' | 'IDENTITY' }> = {
  text: ({ change }) => ({
    subject: { 'zh-CN': '您的登录方式已更改', en: 'How you sign in was changed' },
    body: {
      'zh-CN': `您申报账号的${words[change]['zh-CN']}刚刚被更改。如果不是您本人所为，请立即重置密码，并联系管理员。`,
      en: `The ${words[change].en} of your account was changed just now. If it wasn’t you, reset the password at once and tell the administrator.`,
    },
  }),
}

const words = {
  PASSWORD: { 'zh-CN': '密码', en: 'password' },
  IDENTITY: { 'zh-CN': '在身份认证平台关联的身份', en: 'linked identity at an identity provider' },
  SECOND_FACTOR: { 'zh-CN': '第二重验证', en: 'second factor' },
}

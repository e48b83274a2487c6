import type { MailTemplate } from '../mail-template.js'

/** Goes to the owner of an account when its address is registered once more; the one who does so learns nothing of it. */
export const addressRegistered: MailTemplate<Record<never, never>> = {
  text: () => ({
    subject: { 'zh-CN': '此邮箱已有申报账号', en: 'You have an account already' },
    body: {
      'zh-CN':
        '有人用此邮箱注册申报账号，但它已有账号，没有任何改动。如果是您本人，请直接登录；忘记密码可以重置。如果不是，无需处理。',
      en: 'Somebody tried to register an account with this address, which has one already; nothing was changed. If it was you, sign in, or reset a forgotten password. If not, there is nothing to do.',
    },
  }),
}

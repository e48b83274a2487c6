import { inline, type MailTemplate } from '../mail-template.js'

/** Invites somebody to work for an organisation. */
export const memberInvitation: MailTemplate<{
  readonly code: string
  readonly applicant: string
}> = {
  text: ({ applicant }) => ({
    subject: { 'zh-CN': '邀请您参与单位的申报工作', en: 'An invitation to work on applications' },
    body: {
      'zh-CN': `“${inline(applicant)}”邀请您加入本单位，参与项目申报。请用此邮箱的账号登录（没有账号可先注册），并在 14 天内接受邀请。如果不认识该单位，请忽略本邮件。`,
      en: `“${inline(applicant)}” invites you to join it and work on its applications. Sign in with an account of this address (register one if you have none) and accept within 14 days. If you don’t know this organisation, ignore this mail.`,
    },
  }),
  action: ({ code }) => ({ page: 'accept-invitation', mutation: 'acceptInvitation', code }),
}

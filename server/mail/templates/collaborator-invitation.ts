import { inline, type MailTemplate } from '../mail-template.js'

/** Invites somebody to work on one application of an organisation that he needn't belong to. */
export const collaboratorInvitation: MailTemplate<{
  readonly code: string
  readonly applicant: string
  /** Of the application; empty as long as it has none. */
  readonly title: string
}> = {
  text({ applicant, title }) {
    const project = { 'zh-CN': title ? `“${inline(title)}”` : '（尚未命名）', en: title ? ` “${inline(title)}”` : '' }
    return {
      subject: { 'zh-CN': '邀请您协作填报项目', en: 'An invitation to work on an application' },
      body: {
        'zh-CN': `“${inline(applicant)}”邀请您协作填报申报项目${project['zh-CN']}。请用此邮箱的账号登录（没有账号可先注册），并在 14 天内接受邀请。接受后您只能看到这一个申报项目。如果不认识该单位，请忽略本邮件。`,
        en: `“${inline(applicant)}” invites you to work on its application${project.en}. Sign in with an account of this address (register one if you have none) and accept within 14 days. You will see this application and nothing else of the organisation. If you don’t know it, ignore this mail.`,
      },
    }
  },
  action: ({ code }) => ({ page: 'accept-invitation', mutation: 'acceptInvitation', code }),
}

import { randomUUID } from 'node:crypto'
import { openMail } from '../../server/mail/send-mail.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'

export interface InvitationApp extends AccessApp {
  /** An invented organisation; gives its key. */
  makeApplicant(): Promise<string>
  /** The address of an account. */
  addressOf(account: string): Promise<string>
  /** The code of the newest mail to an address, and how many mails went there. */
  codeSentTo(address: string): Promise<{ code: string; mails: number; text: string }>
}

/** The service without a sender, so that mails stay in the outbox to be looked at. */
export async function startInvitationApp(now?: () => Date): Promise<InvitationApp> {
  const app = withMails(await startAccessApp(now))
  let made = 0
  return {
    ...app,
    async makeApplicant() {
      const [row] = await app.execute<{ id: string }>(
        `insert into applicant (city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
           legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index,
           contact_phone_masked, business_operations, party_branch)
         values ('xining', ?, ?, 'ENTERPRISE', 'MUNICIPAL', true, '630104', '示例路1号', '2015-01-01', '示例法人', '示例联系人',
           'desk@example.org', ?, ?, '****', true, false) returning id`,
        [`91630100MA7${String(++made).padStart(7, '0')}`, `示例单位${made}`, randomUUID(), randomUUID()],
      )
      return row?.id ?? ''
    },
  }
}

/** A service without a sender, and the mails that it would have sent. */
export function withMails<App extends AccessApp>(app: App): App & Pick<InvitationApp, 'addressOf' | 'codeSentTo'> {
  return {
    ...app,
    async addressOf(account) {
      const [row] = await app.execute<{ email: string }>('select email from account where id = ?', [account])
      return row?.email ?? ''
    },
    async codeSentTo(address) {
      const rows = await app.execute<{ id: string; sealed: string }>(
        'select id, content_sealed as sealed from mail where content_sealed is not null order by queued_at desc',
      )
      const mails = rows.map(({ id, sealed }) => openMail(app.keyring, id, sealed)).filter(({ to }) => to === address)
      const [newest] = mails
      const code = newest && 'code' in newest.values ? newest.values.code : ''
      return { code, mails: mails.length, text: JSON.stringify(newest) }
    },
  }
}

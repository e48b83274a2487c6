import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { ComposedMail } from './compose-mail.js'
import type { TemplateName } from './templates.js'

export type MailSettings = Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'dataDir'>

/** A mail on its way: its id in the outbox makes the same mail the same for the reader's program, should it come twice. */
export type Delivery = { readonly id: string; readonly template: TemplateName; readonly mail: ComposedMail }

export interface MailTransport {
  /** @throws what the mail server or the disk said; its message may hold the reader's address */
  deliver(delivery: Delivery): Promise<void>
  close(): void
}

/** Where mails go: to the server of `SMTP_URL`, else into files below `DATA_DIR/outbox`, which the log names. */
export async function openTransport(settings: MailSettings, logger: Logger): Promise<MailTransport> {
  // Loaded with the first mail: most starts of a server never send one.
  const { createTransport } = await import('nodemailer')
  const { smtpUrl } = settings
  const { from, host } = senderOf(settings)
  const message = ({ id, mail }: Delivery) => ({
    ...mail,
    from,
    messageId: `<${id}@${host}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    // A mail is our own text: nothing in it may make this process read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (smtpUrl !== undefined) {
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
    const smtp = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...timeouts })
    return { deliver: async (delivery) => void (await smtp.sendMail(message(delivery))), close: () => smtp.close() }
  }
  const folder = join(settings.dataDir, 'outbox')
  const builder = createTransport({ streamTransport: true, buffer: true })
  return {
    async deliver(delivery) {
      const built = await builder.sendMail(message(delivery))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
      const file = join(folder, `${time}-${delivery.template}-${delivery.id.slice(0, 8)}.eml`)
      await writeFile(file, readable(String(built.message), delivery.mail.text), { mode: 0o600 })
      logger.info({ file }, 'mail written to a file: there is no SMTP_URL')
    },
    close: () => builder.close(),
  }
}

/** The message with its text as it is: whoever tries the service out reads the file, not a mail program. */
function readable(message: string, text: string): string {
  const [head = ''] = message.split('\r\n\r\n')
  return `${head.replace(/^(content-transfer-encoding): .*$/im, '$1: 8bit')}\r\n\r\n${text}`
}

function senderOf({ mailFrom, publicUrl }: MailSettings): { from: string; host: string } {
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname
  const from = mailFrom ?? `Shenbao <noreply@${host}>`
  return { from, host: /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? host }
}

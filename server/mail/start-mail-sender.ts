import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import { CannotOpen, type Keyring } from '../secrets/keyring.js'
import { composeMail } from './compose-mail.js'
import { type MailSettings, type MailTransport, openTransport } from './open-transport.js'
import { openMail } from './send-mail.js'
import type { TemplateName } from './templates.js'

export interface MailSender {
  /** Settles when the mail that is under way has been sent or given back to the outbox. */
  close(): Promise<void>
}

type Options = {
  readonly orm: MikroORM
  readonly keyring: Keyring
  readonly settings: MailSettings
  readonly logger: Logger
}

/** With pauses of 15 s, 1 min, 4 min and so on, the last attempt is made a day after the first. */
const attemptsAtMost = 8

/**
 * Sends what is in the outbox, and looks into it every second. Every server may do it: a mail is taken by one of them, for
 * two minutes. One that dies while it sends leaves the mail to the next, so that it may come twice, but never not at all.
 */
export function startMailSender(options: Options): MailSender {
  const stopping = new AbortController()
  const sending = keepSending(options, stopping.signal)
  return {
    close() {
      stopping.abort()
      return sending
    },
  }
}

async function keepSending(options: Options, signal: AbortSignal): Promise<void> {
  let transport: MailTransport | undefined
  while (await sleep(1_000, true, { ref: false, signal }).catch(() => false)) {
    try {
      for (let mail = await claim(options.orm); mail; mail = signal.aborted ? undefined : await claim(options.orm)) {
        transport ??= await openTransport(options.settings, options.logger)
        await attempt(mail, transport, options)
      }
    } catch (error) {
      options.logger.warn({ reason: reasonOf(error) }, 'the outbox of mails could not be read; tried again in a second')
    }
  }
  transport?.close()
}

type Claimed = {
  readonly id: string
  readonly template: TemplateName
  readonly sealed: string
  readonly attempts: number
}

/** Takes the next mail that is due, and nobody else gets it while it is sent. */
async function claim(orm: MikroORM): Promise<Claimed | undefined> {
  const [mail] = await orm.em.fork().execute<Claimed[]>(`
    update mail set attempts = attempts + 1, next_attempt_at = now() + interval '2 minutes'
    where id = (select id from mail where content_sealed is not null and next_attempt_at <= now()
                order by next_attempt_at limit 1 for update skip locked)
    returning id, template, content_sealed as sealed, attempts`)
  return mail
}

async function attempt(claimed: Claimed, transport: MailTransport, options: Options): Promise<void> {
  const { id, template, attempts } = claimed
  const { keyring, settings, logger } = options
  const em = options.orm.em.fork()
  try {
    const mail = composeMail(openMail(keyring, id, claimed.sealed), settings.publicUrl)
    await transport.deliver({ id, template, mail })
    await em.execute('update mail set content_sealed = null, sent_at = now() where id = ?', [id])
  } catch (error) {
    // By its code: a mail server's own words have the reader's address in them.
    const reason = reasonOf(error)
    if (attempts < attemptsAtMost && !isFinal(error)) {
      const pause = `interval '15 seconds' * 4 ^ ${attempts - 1}`
      await em.execute(`update mail set next_attempt_at = now() + ${pause} where id = ?`, [id])
      logger.warn({ mail: id, template, attempts, reason }, 'a mail could not be sent; tried again later')
    } else {
      await em.execute('update mail set content_sealed = null, failed_at = now(), failure = ? where id = ?', [
        reason,
        id,
      ])
      logger.error({ mail: id, template, attempts, reason }, 'a mail was given up')
    }
  }
}

/** The code of a fault: the mail server's, such as 550, else nodemailer's or the system's. */
function reasonOf(error: unknown): string {
  const { responseCode, code, name } = error as { responseCode?: number; code?: string; name?: string }
  return String(responseCode ?? code ?? name ?? 'unknown')
}

/** No key opens it any more, or the mail server's last word on this reader or this text; all else may be mended. */
function isFinal(error: unknown): boolean {
  if (error instanceof CannotOpen) return true
  const { responseCode = 0, code } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

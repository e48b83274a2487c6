import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** What a mail says, as plain text. */
export interface MailText {
  readonly subject: LocalizedText
  readonly body: LocalizedText
}

/** What the reader does with a code: by a link of the city's pages, or by hand. */
export interface MailAction {
  /** The page below PUBLIC_URL that takes the code in the fragment, which browsers send to no server. */
  readonly page: string
  /** The mutation that takes the code, for people who work without pages. */
  readonly mutation: string
  /** The secret that goes with it. */
  readonly code: string
}

/** A kind of mail: its text, and what to do about it if there is something to do. */
export interface MailTemplate<Values> {
  readonly text: (values: Values) => MailText
  readonly action?: (values: Values) => MailAction
}

/**
 * A name that somebody typed, in a sentence of ours: on one line and of moderate length, so that it can't look like a
 * paragraph of the mail.
 */
export function inline(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trim()}…` : line
}

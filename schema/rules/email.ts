import { normaliseText } from './identifier-text.js'
import { accept, type Checked, refuse } from './issue.js'

export type EmailIssueCode = 'EMAIL_MALFORMED'

/** The part before the @ as mailboxes have it in practice (RFC 5321 without quoted strings), and a domain of two labels or more. */
const FORM =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i

/**
 * Reads an e-mail address, and gives it with its domain in lower case. Whether somebody reads mail there, only a mail
 * can tell. Refusal: EMAIL_MALFORMED, for more than 100 characters too.
 */
export function parseEmail(text: string): Checked<string, EmailIssueCode> {
  const address = normaliseText(text)
  const at = address.lastIndexOf('@')
  if (!FORM.test(address) || at > 64) {
    return refuse(
      'EMAIL_MALFORMED',
      '邮箱地址格式不对，请按“名称@域名”填写，例如 keji@example.org。',
      'This is not an e-mail address; write it like keji@example.org.',
    )
  }
  return accept(address.slice(0, at) + address.slice(at).toLowerCase())
}

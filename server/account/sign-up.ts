import { parseEmail } from '../../schema/rules/email.js'
import type { Checked, Issue } from '../../schema/rules/issue.js'
import { parseLine } from '../../schema/rules/line-of-text.js'
import { type Phone, parsePhone } from '../../schema/rules/phone.js'
import type { DonePayload, SignUpInput } from '../../schema/types/account.js'
import type { UserError } from '../../schema/types/user-error.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { personalPhone, phoneText } from '../secrets/personal-value.js'
import { answered, codeOf } from './api-error.js'
import { audited } from './audited.js'
import type { Query } from './auth-database.js'
import { countAttempt } from './count-attempt.js'

/**
 * Makes an account that its owner confirms by a mail. An address that has one is answered the same; its owner gets a mail that
 * says so.
 */
export async function signUp(context: Context, input: SignUpInput): Promise<DonePayload> {
  const { authentication, caller, locale } = context
  const name = parseLine(input.name, 100)
  const email = parseEmail(input.email)
  const phone = input.phone ? parsePhone(input.phone) : null
  const errors = [...problems(name, 'name'), ...problems(email, 'email'), ...(phone ? problems(phone, 'phone') : [])]
  if (!name.ok || !email.ok || phone?.ok === false) return { done: false, errors }
  const tooOften = await countAttempt(context, 'signUp', email.value.toLowerCase())
  if (tooOften.length > 0) return { done: false, errors: tooOften }

  try {
    return await authentication.act(audited(context, 'signUp'), async ({ api, query, headers }) => {
      const body = { name: name.value, email: email.value, password: input.password }
      const made = await answered(
        api.signUpEmail({ body, headers: headers({ userAgent: caller.userAgent }) }),
        passwordPaths,
      )
      if ('errors' in made) return { done: false, errors: made.errors }
      // The id of an address that had an account is one that nobody has.
      const isNew = await query('update account set locale = $2 where id = $1 returning id', [
        made.result.user.id,
        locale,
      ])
      if (phone && isNew.length > 0) await keepPhone(context, query, made.result.user.id, phone.value)
      return { done: true, errors: [] }
    })
  } catch (error) {
    // Somebody registered the address at the same moment, and gets the mail.
    if (codeOf(error) === 'FAILED_TO_CREATE_USER') return { done: true, errors: [] }
    throw error
  }
}

export const passwordPaths = {
  PASSWORD_TOO_SHORT: ['input', 'password'],
  PASSWORD_TOO_LONG: ['input', 'password'],
}

/**
 * Keeps a phone number with an account, unless another one with a confirmed address has it. It isn't said, as it would tell
 * who has an account.
 */
async function keepPhone({ keyring }: Context, query: Query, id: string, phone: Phone): Promise<void> {
  const place = { table: 'account', column: 'phone_sealed', row: id }
  const { sealed, index, masked } = personalPhone(keyring, phone, place)
  const indexes = keyring.blindIndexes(phoneText(phone))
  // Of two accounts that want one number at once the second waits here.
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [index])
  await query(
    `update account set phone_sealed = null, phone_index = null, phone_masked = null
       where phone_index = any($1) and not email_verified`,
    [indexes],
  )
  await query(
    `update account set phone_sealed = $2, phone_index = $3, phone_masked = $4
       where id = $1 and not exists (select from account where phone_index = any($5))`,
    [id, sealed, index, masked, indexes],
  )
}

function problems(checked: Checked<unknown>, field: string): UserError[] {
  return checked.ok ? [] : checked.issues.map((issue: Issue) => refusal(issue, 'input', field))
}

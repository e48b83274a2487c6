import { issue } from '../../schema/rules/issue.js'
import { passwordLength } from './password.js'

const { min, max } = passwordLength

/** Why something about signing in is refused. None of them tells whether an address has an account. */
export const signInIssues = {
  failed: issue(
    'SIGN_IN_FAILED',
    '账号或密码不正确；请检查后重试，忘记密码可以重置。',
    'No account has this name and password; check both, or reset a forgotten password.',
  ),
  notVerified: issue(
    'EMAIL_NOT_VERIFIED',
    '电子邮箱尚未确认；已重新发送确认邮件，请按邮件操作后再登录。',
    'The e-mail address was not confirmed yet; a new mail was sent: follow it, then sign in.',
  ),
  deactivated: issue(
    'ACCOUNT_DEACTIVATED',
    '账号已停用；如有疑问请联系管理员。',
    'The account was deactivated; ask the administrator about it.',
  ),
  passwordTooShort: issue(
    'PASSWORD_TOO_SHORT',
    `密码至少 ${min} 个字符。`,
    `A password has at least ${min} characters.`,
  ),
  passwordTooLong: issue('PASSWORD_TOO_LONG', `密码最多 ${max} 个字符。`, `A password has at most ${max} characters.`),
  passwordWrong: issue('PASSWORD_WRONG', '密码不正确。', 'The password is wrong.'),
  codeInvalid: issue(
    'CODE_INVALID',
    '验证码已过期、已使用或不完整；请完整复制邮件中的验证码，或重新申请。',
    'The code has expired, was used or isn’t whole; copy all of it from the mail, or ask for a new one.',
  ),
  resetCodeNeeded: issue(
    'CODE_INVALID',
    '管理员重置了双因素验证；请填写邮件中的验证码。',
    'An administrator has reset the second factor; give the code of the mail.',
  ),
  challengeExpired: issue(
    'CHALLENGE_EXPIRED',
    '登录等待过久或尝试次数过多，请重新输入账号和密码。',
    'The sign-in took too long or was tried too often; begin again with name and password.',
  ),
  secondFactorWrong: issue(
    'SECOND_FACTOR_WRONG',
    '验证码不正确或已使用；每个验证码只能用一次，请等待下一个。',
    'The code is wrong or was used; each is good for one use: wait for the next.',
  ),
  secondFactorMissing: issue(
    'SECOND_FACTOR_WRONG',
    '请填写验证器应用的验证码或一个恢复码（二者之一）。',
    'Give the code of the authenticator app or a recovery code, one of the two.',
  ),
  notEnrolled: issue(
    'SECOND_FACTOR_NOT_ENROLLED',
    '账号未启用双因素验证；请先用 enrolSecondFactor 启用。',
    'The account has no second factor; begin with enrolSecondFactor.',
  ),
  alreadyEnrolled: issue(
    'SECOND_FACTOR_ALREADY_ENROLLED',
    '账号已启用双因素验证；如需更换设备，请先停用。',
    'The account has a second factor; disable it first to take another device.',
  ),
  notPassed: issue(
    'SECOND_FACTOR_NOT_PASSED',
    '请先用 passSecondFactor 通过双因素验证。',
    'Pass the second factor first, with passSecondFactor.',
  ),
  secondFactorRequired: issue(
    'SECOND_FACTOR_REQUIRED',
    '管理部门的账号须使用双因素验证，不能停用；更换设备请联系管理员重置。',
    'An official’s account can’t do without a second factor; ask the administrator to reset it for another device.',
  ),
  signInExpired: issue(
    'SIGN_IN_EXPIRED',
    '登录已超时、已使用，或不是由本页面发起；请重新登录。',
    'The sign-in took too long, was used, or began at another page; begin again.',
  ),
  identityTaken: issue(
    'IDENTITY_TAKEN',
    '该身份已用于登录另一个账号；请先登录那个账号并解除关联。',
    'This identity signs in to another account; sign in to that one and unlink it there first.',
  ),
  identityUnknown: issue(
    'IDENTITY_UNKNOWN',
    '账号没有关联该身份，或已经解除。',
    'The account has no such identity, or it was unlinked.',
  ),
  lastWay: issue(
    'LAST_WAY_TO_SIGN_IN',
    '这是该账号唯一的登录方式；请先用 requestPasswordReset 设置密码，再解除关联。',
    'Nothing else is left to sign in with: set a password first, with requestPasswordReset.',
  ),
  sessionUnknown: issue('SESSION_UNKNOWN', '没有该会话，或已经退出。', 'There is no such session, or it has ended.'),
  tooManyAttempts: (seconds: number) =>
    issue(
      'TOO_MANY_ATTEMPTS',
      `尝试过于频繁，请在 ${seconds} 秒后再试。`,
      `Tried too often; try again in ${seconds} seconds.`,
    ),
}

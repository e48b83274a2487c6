import { issue } from '../../schema/rules/issue.js'

/** Why administrators are refused something. */
export const officialIssues = {
  accountUnknown: issue(
    'ACCOUNT_UNKNOWN',
    '没有该账号，或该账号已停用。',
    'There is no such account, or it is deactivated.',
  ),
  grantUnknown: issue('ROLE_GRANT_UNKNOWN', '没有该授权。', 'There is no such grant.'),
  forOneself: issue(
    'ROLE_FOR_ONESELF',
    '不能给自己授予角色，请由另一位管理员办理。',
    'Nobody gives himself a role; ask another administrator.',
  ),
  alreadyGranted: issue('ROLE_ALREADY_GRANTED', '该账号已有此角色。', 'The account has this role.'),
  resetForOneself: issue(
    'RESET_FOR_ONESELF',
    '不能重置自己的双因素验证；请由另一位管理员办理，没有其他管理员时在服务器上运行 npm run account -- reset-second-factor。',
    'Nobody resets his own second factor: ask another administrator; if there is none, run on the server npm run account -- reset-second-factor.',
  ),
  reason: issue(
    'REASON_MALFORMED',
    '请用 5 至 500 个字说明重置的理由（如如何核实本人身份），理由将记入审计记录。',
    'Say in 5 to 500 characters why, and how the person was identified; this is kept in the audit trail.',
  ),
  lastAdministrator: issue(
    'LAST_ADMINISTRATOR',
    '这是最后一位管理员；请先授权另一位管理员。',
    'This is the last administrator; make somebody else one first.',
  ),
}

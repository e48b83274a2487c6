import { issue } from '../../schema/rules/issue.js'

/** Why an invitation isn't made, revoked or accepted. */
export const invitationIssues = {
  applicantUnknown: issue(
    'APPLICANT_UNKNOWN',
    '没有该单位，或您在该单位没有管理权限。',
    'There is no such organisation, or you don’t manage it.',
  ),
  alreadyMember: issue(
    'ALREADY_MEMBER',
    '该邮箱的账号已是本单位成员；如需调整权限，请直接修改成员权限。',
    'The account of this address is a member already; change the member’s rights instead.',
  ),
  alreadyCollaborator: issue(
    'ALREADY_COLLABORATOR',
    '该邮箱的账号已是该申报项目的协作者；如需调整权限，请先移除再邀请。',
    'The account of this address works on this application already; to change its right, remove it and invite again.',
  ),
  tooManyCollaborators: issue(
    'TOO_MANY_COLLABORATORS',
    '一个申报项目的协作者和未接受的邀请合计不超过 20 个；请先移除或撤销不再需要的。',
    'An application has at most 20 collaborators and invitations together; remove or revoke those that aren’t needed.',
  ),
  alreadyGranted: issue(
    'ROLE_ALREADY_GRANTED',
    '该邮箱的账号已有此角色。',
    'The account of this address has this role.',
  ),
  forOneself: issue(
    'ROLE_FOR_ONESELF',
    '不能给自己授予角色，请由另一位管理员办理。',
    'Nobody gives himself a role; ask another administrator.',
  ),
  tooMany: issue(
    'TOO_MANY_INVITATIONS',
    '本单位未接受的邀请已达 50 个，请先撤销不再需要的。',
    'The organisation has 50 invitations that aren’t accepted; revoke those that aren’t needed.',
  ),
  unknown: issue(
    'INVITATION_UNKNOWN',
    '没有这个邀请；请完整复制邮件中的验证码。',
    'There is no such invitation; copy the whole code of the mail.',
  ),
  expired: issue(
    'INVITATION_EXPIRED',
    '邀请已过期，请对方重新邀请。',
    'The invitation has expired; ask for a new one.',
  ),
  used: issue('INVITATION_USED', '该邀请已被接受过。', 'The invitation was accepted before.'),
  revoked: issue(
    'INVITATION_REVOKED',
    '邀请已被撤销，请与邀请方联系。',
    'The invitation was revoked; ask those who sent it.',
  ),
  otherAddress: issue(
    'INVITATION_FOR_ANOTHER_ADDRESS',
    '该邀请发给了另一个邮箱；请用收到邮件的邮箱注册或登录后再接受。',
    'The invitation was sent to another address; sign in with an account of the address that got the mail.',
  ),
  addressNotVerified: issue(
    'EMAIL_NOT_VERIFIED',
    '请先确认您账号的邮箱，再接受邀请。',
    'Confirm the address of your account first, then accept.',
  ),
}

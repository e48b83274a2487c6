import type { MemberRight } from '../../schema/enums.js'
import { labels } from '../../schema/labels.js'
import type { Named, Office } from '../../schema/rules/edition.js'
import { type Issue, issue } from '../../schema/rules/issue.js'

/** What can be wrong with what is asked about an organisation: what it is, and what to do. */
export const applicantIssues = {
  unknown: issue(
    'APPLICANT_UNKNOWN',
    '没有该单位，或者它不属于您可以办理的范围；请核对标识。',
    'There is no such organisation, or not one that you may act on; check the id.',
  ),
  memberUnknown: issue(
    'MEMBER_UNKNOWN',
    '没有该成员，或其已不在该单位；请刷新成员列表。',
    'There is no such member, or he has left; read the list of members again.',
  ),
  deactivated: issue(
    'APPLICANT_DEACTIVATED',
    '该单位已停用，内容只能查看；如需修改，请先重新启用。',
    'The organisation is deactivated and can only be read; activate it again first.',
  ),
  active: issue(
    'APPLICANT_ACTIVE',
    '该单位并未停用，无需重新启用。',
    'The organisation is not deactivated, so there is nothing to activate.',
  ),
  deactivatedByOffice: issue(
    'DEACTIVATED_BY_OFFICE',
    '该单位由项目主管科室停用，只能由其重新启用；请与其联系。',
    'The programme office deactivated the organisation, and only the office can activate it again; ask there.',
  ),
  staleRevision: (current: number) =>
    issue(
      'STALE_REVISION',
      `内容已被他人修改，现为第 ${current} 次修订；请重新读取，核对后再提交。`,
      `Somebody has changed it since; it is at revision ${current} now. Read it again, then decide anew.`,
    ),
  rightNeeded: (right: MemberRight) =>
    issue(
      'MEMBER_RIGHT_NEEDED',
      `这需要在该单位有“${labels.MemberRight[right]['zh-CN']}”权限；请联系本单位的管理员。`,
      `This needs the right "${labels.MemberRight[right].en}" in the organisation; ask one of its managers.`,
    ),
  lastManager: issue(
    'LAST_MANAGER',
    '该单位只剩这一位管理员；请先把管理权限交给其他成员，或停用该单位。',
    'This is the last manager of the organisation: give another member the right to manage first, or deactivate the organisation.',
  ),
  notInCharge: issue(
    'NOT_IN_CHARGE',
    '该单位不在您的管辖范围内；由其推荐单位核验，没有推荐单位的由项目主管科室核验。',
    'The organisation is not in your charge: its recommending authority verifies it, or the programme office.',
  ),
  ownApplicant: issue(
    'OWN_APPLICANT',
    '您是该单位的成员，不能核验本单位；请由其他工作人员办理。',
    'You are a member of this organisation and may not verify it; leave that to a colleague.',
  ),
  verificationUnchanged: issue(
    'VERIFICATION_UNCHANGED',
    '该单位的核验结果已是如此，无需再次办理。',
    'The registration has been decided like this already.',
  ),
  authorityUnknown: (authorities: readonly Named[]) =>
    issue(
      'AUTHORITY_UNKNOWN',
      `指南中没有该推荐单位；可选的有：${listed(authorities, 'zh-CN')}。`,
      `The guideline has no such recommending authority; it has: ${listed(authorities, 'en')}.`,
    ),
  emailNotVerified: issue(
    'EMAIL_NOT_VERIFIED',
    '请先验证账号的邮箱：打开注册时收到的邮件，点击其中的链接，然后重试。',
    'Verify the e-mail address of your account first: follow the link in the mail that you got when you signed up.',
  ),
  cityUnknown: issue(
    'CITY_UNKNOWN',
    '没有该城市的申报指南；可用 guidelines 查询有哪些城市。',
    'No guideline of such a city is known; the query guidelines lists those there are.',
  ),
  districtUnknown: (districts: readonly Named[]) =>
    issue(
      'DISTRICT_UNKNOWN',
      `不是本市的县（区）代码；可选的有：${listed(districts, 'zh-CN')}。在本市没有注册地的单位不能登记。`,
      `This is no district of the city; it has: ${listed(districts, 'en')}. Organisations registered elsewhere can't apply.`,
    ),
  parkUnknown: (parks: readonly Named[]) =>
    issue(
      'PARK_UNKNOWN',
      `指南中没有该园区；可选的有：${listed(parks, 'zh-CN')}；不在园区的请留空。`,
      `The guideline has no such park; it has: ${listed(parks, 'en')}. Leave it out for none.`,
    ),
  foundedInFuture: issue(
    'FOUNDED_IN_FUTURE',
    '成立日期晚于今天，请按证照核对。',
    'The day of foundation lies in the future; compare it with the certificate.',
  ),
  codeOfOtherKind: issue(
    'CREDIT_CODE_OF_OTHER_KIND',
    '该代码的登记管理部门（第 1 位）与所选的单位性质不符；请按证照核对代码和单位性质。',
    'The first character of the code says that an organisation of another kind was registered; compare code and kind with the certificate.',
  ),
  codeOfSoleTrader: issue(
    'CREDIT_CODE_OF_SOLE_TRADER',
    '以 92 开头的代码属于个体工商户，不具有法人资格；请核对代码，或将“独立法人”改为否。',
    'A code that begins with 92 is a sole trader’s, who is no legal person; check the code, or say that it is none.',
  ),
  tooManyPlatforms: (most: number) =>
    issue('TOO_MANY_PLATFORMS', `平台最多填写 ${most} 个。`, `At most ${most} platforms can be listed.`),
  platformTwice: issue(
    'PLATFORM_TWICE',
    '同一类别、同一名称的平台填写了两次，请删去一个。',
    'A platform of this kind and name is listed twice; take one out.',
  ),
}

/** Says whom to ask, and never who has registered it. */
export function creditCodeTaken(desks: readonly Office[], offices: readonly Office[]): Issue<'CREDIT_CODE_TAKEN'> {
  const whom = (locale: 'zh-CN' | 'en') =>
    [...desks, ...offices].map(({ name, phone }) => `${name[locale]} ${phone}`).join(locale === 'en' ? '; ' : '；')
  return issue(
    'CREDIT_CODE_TAKEN',
    `该统一社会信用代码已经登记。请联系本单位的管理员邀请您加入；不知道管理员是谁，或认为登记有误的，请咨询：${whom('zh-CN')}。`,
    `An organisation with this credit code is registered. Ask a manager of your organisation for an invitation; if you don’t know who that is, or think that it is a mistake, ask: ${whom('en')}.`,
  )
}

function listed(items: readonly Named[], locale: 'zh-CN' | 'en'): string {
  return items.map(({ code, name }) => `${code} ${name[locale]}`).join(locale === 'en' ? ', ' : '、')
}

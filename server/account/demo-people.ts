import type { Role } from '../../schema/enums.js'

/** Somebody invented, who is to try the service in a role. */
export interface DemoPerson {
  readonly name: string
  /** Of a domain that nobody can have (RFC 2606). */
  readonly email: string
  readonly role: Role
  readonly city: string | null
  readonly authority: string | null
}

const official = (name: string, email: string, role: Role, authority: string | null = null): DemoPerson => ({
  name,
  email: `${email}@demo.example`,
  role,
  city: role === 'ADMINISTRATOR' ? null : 'xining',
  authority,
})

/** One account for each role, and a second authority, which must not see what the first one sees. */
export const demoPeople: readonly DemoPerson[] = [
  { name: '演示单位经办人', email: 'applicant@demo.example', role: 'APPLICANT_MEMBER', city: null, authority: null },
  official('演示城西区推荐人', 'chengxi', 'RECOMMENDING_AUTHORITY', 'chengxi-science'),
  official('演示城东区推荐人', 'chengdong', 'RECOMMENDING_AUTHORITY', 'chengdong-science'),
  official('演示受理窗口', 'desk', 'ACCEPTANCE_DESK'),
  official('演示主管科室', 'office', 'PROGRAMME_OFFICE'),
  official('演示评审专家', 'expert', 'EXPERT'),
  official('演示领导与监督', 'supervisor', 'SUPERVISOR'),
  official('演示管理员', 'administrator', 'ADMINISTRATOR'),
]

/** An invented organisation in the district of the first authority; its credit code has good check digits and is nobody's. */
export const demoApplicant = {
  creditCode: '91630104MA70000D6M',
  name: '西宁演示科技有限公司（虚构）',
  kind: 'ENTERPRISE',
  level: 'NONE',
  district: '630104',
  registeredAddress: '西宁市城西区演示路1号（虚构）',
  foundedOn: '2018-05-01',
  legalRepresentative: '演示法定代表人',
  contactName: '演示联系人',
  contactEmail: 'applicant@demo.example',
  contactPhone: '+8613800000000',
  jurisdiction: 'xining/chengxi-science',
} as const

import { administrativeLevels, applicantKinds, projectStages } from '../enums.js'

/**
 * The facts that a guideline's rules may ask for: one table, from which the GraphQL input, the types of the rule
 * language and the TypeScript types are made. A fact nobody has given is unknown, never false; `[]` says "none".
 *
 * Amounts are decimal strings of yuan outside and whole fen inside the rules; dates are `YYYY-MM-DD`.
 */
type Scalar = 'bool' | 'int' | 'money' | 'date' | 'string'
export type FactField = {
  readonly type:
    | Scalar
    | 'list<date>'
    | 'list<money>'
    | 'list<string>'
    | { readonly one: string }
    | { readonly list: string }
  /** Values allowed, for a `string` that is an enum of the API. */
  readonly values?: { readonly name: string; readonly of: readonly string[] }
  /** The edition's list whose codes are meant: a rule that compares with another code is refused when it is loaded. */
  readonly codes?: 'districts' | 'parks' | 'attachments'
  readonly 'zh-CN': string
  readonly en: string
}

const standing = {
  badCreditRecords: {
    type: 'list<date>',
    'zh-CN': '不良信用记录的日期',
    en: 'days on which bad credit was recorded',
  },
  overdueProjects: {
    type: 'list<date>',
    'zh-CN': '应结未结项目的计划完成日期',
    en: 'planned end dates of projects that should have been closed and were not',
  },
  revokedProjects: { type: 'list<date>', 'zh-CN': '撤销项目的日期', en: 'days on which a project was revoked' },
  ongoingProjects: {
    type: 'int',
    'zh-CN': '在研项目数（不含本项目，不含重大专项）',
    en: 'projects under way, without this one and without major specials',
  },
  integrityBreach: { type: 'bool', 'zh-CN': '有违反科研诚信行为', en: 'in breach of research integrity' },
} as const satisfies Record<string, FactField>

const budgetRow = (zh: string, en: string) =>
  ({ type: { one: 'BudgetAmounts' }, 'zh-CN': zh, en }) as const satisfies FactField

/** Fact types by name; `Facts` is the root. Every field may be missing. */
export const factTypes = {
  Facts: {
    applicant: { type: { one: 'Applicant' }, 'zh-CN': '申报单位', en: 'the applicant' },
    leader: { type: { one: 'Leader' }, 'zh-CN': '项目负责人', en: 'the project leader' },
    partners: { type: { list: 'Partner' }, 'zh-CN': '合作单位', en: 'partner organisations' },
    personnel: {
      type: { list: 'Participant' },
      'zh-CN': '参加人员（不含负责人）',
      en: 'participants besides the leader',
    },
    project: { type: { one: 'Project' }, 'zh-CN': '项目', en: 'the project' },
    budget: { type: { one: 'Budget' }, 'zh-CN': '经费预算', en: 'the budget' },
    declarations: { type: { one: 'Declarations' }, 'zh-CN': '声明与承诺', en: 'declarations and commitments' },
    attachments: {
      type: 'list<string>',
      codes: 'attachments',
      'zh-CN': '已附附件的代码',
      en: 'codes of the attachments handed in',
    },
  },
  Applicant: {
    kind: {
      type: 'string',
      values: { name: 'ApplicantKind', of: applicantKinds },
      'zh-CN': '单位性质',
      en: 'kind of organisation',
    },
    legalPerson: { type: 'bool', 'zh-CN': '具有独立法人资格', en: 'is an independent legal person' },
    district: {
      type: 'string',
      codes: 'districts',
      'zh-CN': '注册地区代码（GB/T 2260）',
      en: 'registered district, GB/T 2260 code',
    },
    park: {
      type: 'string',
      codes: 'parks',
      'zh-CN': '所在园区代码，不在园区的为空',
      en: 'code of the park it belongs to; empty for none',
    },
    level: {
      type: 'string',
      values: { name: 'AdministrativeLevel', of: administrativeLevels },
      'zh-CN': '隶属层级',
      en: 'level of government it belongs to',
    },
    parentDepartment: { type: 'string', 'zh-CN': '行业主管部门', en: 'department in charge of it; empty for none' },
    foundedOn: { type: 'date', 'zh-CN': '成立日期', en: 'day it was founded' },
    businessOperations: { type: 'bool', 'zh-CN': '有生产经营活动', en: 'has business operations' },
    partyBranch: { type: 'bool', 'zh-CN': '建有“两新”党组织', en: 'has set up a party branch' },
    ...standing,
  },
  Leader: {
    onStaff: { type: 'bool', 'zh-CN': '为申报单位在职人员', en: "is on the applicant's staff" },
    birthDate: { type: 'date', 'zh-CN': '出生日期', en: 'date of birth' },
    ...standing,
  },
  Partner: {
    kind: {
      type: 'string',
      values: { name: 'ApplicantKind', of: applicantKinds },
      'zh-CN': '单位性质',
      en: 'kind of organisation',
    },
    integrityBreach: standing.integrityBreach,
  },
  Participant: {
    birthDate: { type: 'date', 'zh-CN': '出生日期', en: 'date of birth' },
    integrityBreach: standing.integrityBreach,
  },
  Project: {
    stage: {
      type: 'string',
      values: { name: 'ProjectStage', of: projectStages },
      'zh-CN': '现处阶段',
      en: 'stage reached',
    },
    industrialisation: { type: 'bool', 'zh-CN': '为产业化类项目', en: 'is an industrialisation project' },
    platform: { type: 'bool', 'zh-CN': '为平台建设项目', en: 'builds or runs a platform' },
    implementedInCity: {
      type: 'bool',
      'zh-CN': '实施地点在本市（申报书8.2）',
      en: 'is carried out in the city (form 8.2)',
    },
    startsOn: { type: 'date', 'zh-CN': '开始日期', en: 'first day' },
    endsOn: { type: 'date', 'zh-CN': '结束日期', en: 'last day' },
  },
  Budget: {
    expenditure: budgetRow('1 经费支出', 'row 1, expenditure'),
    direct: budgetRow('2 直接费用', 'row 2, direct costs'),
    equipment: budgetRow('3 设备费', 'row 3, equipment'),
    purchasedEquipment: budgetRow('4 购置设备费', 'row 4, purchased equipment'),
    operations: budgetRow('5 业务费', 'row 5, operations'),
    labour: budgetRow('6 劳务费', 'row 6, labour'),
    indirect: budgetRow('7 间接费用', 'row 7, indirect costs'),
    equipmentItems: {
      type: 'list<money>',
      'zh-CN': '各台（套）设备的金额',
      en: 'price of each piece of equipment',
    },
  },
  BudgetAmounts: {
    total: { type: 'money', 'zh-CN': '合计', en: 'total' },
    specialFunds: { type: 'money', 'zh-CN': '专项经费', en: 'special funds asked for' },
    selfRaised: { type: 'money', 'zh-CN': '自筹经费', en: 'self-raised funds' },
  },
  Declarations: {
    workBasis: { type: 'bool', 'zh-CN': '具有工作基础和条件', en: 'has the work basis and conditions' },
    researchManagement: { type: 'bool', 'zh-CN': '有健全的科研管理制度', en: 'has a sound research management system' },
    financialManagement: {
      type: 'bool',
      'zh-CN': '有健全的财务管理制度',
      en: 'has a sound financial management system',
    },
    rdSubLedger: { type: 'bool', 'zh-CN': '能够建立研发费用辅助账', en: 'keeps an R&D sub-ledger' },
    ringFencedFunds: {
      type: 'bool',
      'zh-CN': '经费专款专用、单独核算',
      en: 'ring-fences and accounts for project funds',
    },
    localConversion: {
      type: 'bool',
      'zh-CN': '承诺成果在本市转化',
      en: 'commits itself to put results to use in the city',
    },
    priorResults: {
      type: 'bool',
      'zh-CN': '拥有前期研发成果及相关前置条件',
      en: 'has prior R&D results and the preconditions',
    },
    confidential: {
      type: 'bool',
      'zh-CN': '项目内容涉密（表14.2第1项）',
      en: 'has confidential content (form 14.2, 1)',
    },
    recusal: { type: 'bool', 'zh-CN': '申请专家回避（表14.2第2项）', en: 'asks for recusal (form 14.2, 2)' },
    platforms: { type: 'bool', 'zh-CN': '具有相关平台（表14.2第3项）', en: 'has platforms (form 14.2, 3)' },
  },
} as const satisfies Record<string, Record<string, FactField>>

type FactTypes = typeof factTypes
type ValueOf<T, V> = V extends { readonly of: readonly (infer E)[] }
  ? E
  : T extends 'bool'
    ? boolean
    : T extends 'int'
      ? number
      : T extends 'money' | 'date' | 'string'
        ? string
        : T extends 'list<date>' | 'list<money>' | 'list<string>'
          ? readonly string[]
          : T extends { readonly one: infer N extends keyof FactTypes }
            ? FactsOf<N>
            : T extends { readonly list: infer N extends keyof FactTypes }
              ? readonly FactsOf<N>[]
              : never

/** TypeScript type of one fact type: every field optional, `null` the same as missing. */
export type FactsOf<N extends keyof FactTypes> = {
  readonly [F in keyof FactTypes[N]]?: FactTypes[N][F] extends infer D extends FactField
    ? ValueOf<D['type'], D extends { readonly values: infer V } ? V : undefined> | null
    : never
}

/** All facts about one application; whatever is missing is unknown. */
export type Facts = FactsOf<'Facts'>

import { applicantKinds, identityDocumentKinds, ownFundsSources, platformKinds, sexes } from '../../enums.js'
import type { Fields } from './field.js'

const key = { type: 'key', 'zh-CN': '行标识', en: 'key of the row' } as const

const sex = { type: 'line', values: { name: 'Sex', of: sexes }, required: true, 'zh-CN': '性别', en: 'sex' } as const

const idKind = {
  type: 'line',
  values: { name: 'IdentityDocumentKind', of: identityDocumentKinds },
  required: true,
  'zh-CN': '证件类型',
  en: 'kind of document',
} as const

const person = {
  type: 'id',
  'zh-CN': '本单位人员（用于预填）',
  en: 'the person of the organisation from whom it was filled in',
} as const

const line = <ZhCN extends string>(zhCN: ZhCN, en: string, max = 100) =>
  ({ type: 'line', max, required: true, 'zh-CN': zhCN, en }) as const

const optionalLine = (zhCN: string, en: string, max = 100) => ({ type: 'line', max, 'zh-CN': zhCN, en }) as const

const money = (zhCN: string, en: string) => ({ type: 'money', required: true, 'zh-CN': zhCN, en }) as const

/** The rows and the groups of fields that sections are made of, by name. */
export const rowTypes = {
  Contact: {
    name: line('联系人', 'contact'),
    email: { type: 'email', required: true, 'zh-CN': '电子信箱', en: 'e-mail' },
    phone: { type: 'personalPhone', required: true, 'zh-CN': '联系电话', en: 'phone' },
    fax: { type: 'phone', 'zh-CN': '传真号码', en: 'fax' },
  },
  Leader: {
    person,
    name: line('姓名', 'name'),
    sex,
    birthMonth: { type: 'month', required: true, 'zh-CN': '出生年月', en: 'month of birth' },
    title: line('职称', 'professional title'),
    degree: line('最高学位', 'highest degree'),
    speciality: line('从事专业', 'speciality'),
    landline: { type: 'phone', 'zh-CN': '固定电话', en: 'landline' },
    mobile: { type: 'personalPhone', required: true, 'zh-CN': '移动电话', en: 'mobile phone' },
    fax: { type: 'phone', 'zh-CN': '传真号码', en: 'fax' },
    email: { type: 'email', required: true, 'zh-CN': '电子信箱', en: 'e-mail' },
    idKind,
    idNumber: { type: 'idNumber', required: true, 'zh-CN': '证件号码', en: 'number of the document' },
  },
  ProjectContact: {
    name: line('姓名', 'name'),
    mobile: { type: 'personalPhone', required: true, 'zh-CN': '移动电话', en: 'mobile phone' },
    landline: { type: 'phone', 'zh-CN': '固定电话', en: 'landline' },
  },
  Partner: {
    key,
    name: line('单位名称', 'name', 200),
    kind: {
      type: 'line',
      values: { name: 'ApplicantKind', of: applicantKinds },
      required: true,
      'zh-CN': '单位性质',
      en: 'kind of organisation',
    },
    creditCode: { type: 'creditCode', required: true, 'zh-CN': '统一社会信用代码', en: 'unified social credit code' },
  },
  HeadCount: {
    senior: { type: 'int', required: true, 'zh-CN': '高级', en: 'senior' },
    intermediate: { type: 'int', required: true, 'zh-CN': '中级', en: 'intermediate' },
    junior: { type: 'int', required: true, 'zh-CN': '初级', en: 'junior' },
    other: { type: 'int', required: true, 'zh-CN': '其他', en: 'other' },
  },
  Indicator: {
    key,
    name: line('指标', 'indicator', 200),
    quantity: { type: 'decimal', required: true, 'zh-CN': '数值', en: 'quantity' },
    unit: line('单位', 'unit', 30),
    note: optionalLine('说明', 'note', 500),
  },
  Participant: {
    key,
    person,
    name: line('姓名', 'name'),
    sex,
    age: { type: 'int', max: 150, required: true, 'zh-CN': '年龄', en: 'age' },
    title: line('职务/职称', 'post or title'),
    speciality: line('现从事专业', 'speciality'),
    idKind,
    idNumber: { type: 'idNumber', required: true, 'zh-CN': '身份证号', en: 'number of the document' },
    employer: line('工作单位', 'employer', 200),
    task: line('项目承担任务', 'task in the project', 500),
    months: { type: 'int', required: true, 'zh-CN': '项目工作时间（月）', en: 'months of work' },
  },
  BudgetAmounts: {
    specialFunds: money('专项经费', 'special funds'),
    selfRaised: money('自筹经费', 'self-raised funds'),
  },
  EquipmentItem: {
    key,
    name: line('设备名称', 'equipment', 200),
    model: optionalLine('规格型号', 'model', 200),
    quantity: { type: 'int', required: true, 'zh-CN': '数量', en: 'number' },
    amount: money('金额', 'price of all of them'),
    use: optionalLine('用途', 'use', 500),
  },
  YearPlan: {
    key,
    year: { type: 'int', min: 1900, max: 2199, required: true, 'zh-CN': '年度', en: 'year' },
    specialFunds: money('专项经费', 'special funds'),
    selfRaised: money('自筹经费', 'self-raised funds'),
  },
  FundingSource: {
    key,
    funder: line('出资单位', 'funder', 200),
    amount: money('配套资金', 'amount'),
    kind: {
      type: 'line',
      values: { name: 'OwnFundsSource', of: ownFundsSources },
      required: true,
      'zh-CN': '资金来源',
      en: 'where the money comes from',
    },
    kindOther: optionalLine('其他资金说明', 'which other funds', 200),
    use: line('主要用途（预算支出科目）', 'what it is used for (heads of the budget)', 500),
  },
  RecusalExpert: {
    key,
    name: line('专家姓名', 'expert'),
    employer: line('工作单位', 'employer', 200),
    reason: line('回避理由', 'reason', 1_000),
  },
  RecusalInstitution: {
    name: line('单位名称', 'institution', 200),
    reason: line('回避理由', 'reason', 1_000),
  },
  DeclaredPlatform: {
    key,
    kind: {
      type: 'line',
      values: { name: 'PlatformKind', of: platformKinds },
      required: true,
      'zh-CN': '类别',
      en: 'kind',
    },
    name: line('平台名称', 'name', 200),
    proof: { type: 'key', 'zh-CN': '证明文件（附件的行标识）', en: 'its proof: the key of an attachment' },
  },
  AttachmentItem: {
    key,
    requirement: { ...line('附件类别（指南附件代码）', 'what it is: code of the guideline’s requirement'), max: 64 },
    document: { type: 'id', 'zh-CN': '文件', en: 'the uploaded file' },
    evidence: { type: 'id', 'zh-CN': '单位证明材料', en: 'a document of the organisation’s, in place of a file' },
    source: { type: 'key', 'zh-CN': '自筹经费来源（行标识）', en: 'the self-raised source that it proves: its key' },
    note: optionalLine('说明', 'note', 500),
  },
} as const satisfies Readonly<Record<string, Fields>>

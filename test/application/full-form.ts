import type { Form, RowOf } from '../../schema/rules/form/form.js'
import { residentIdCheckDigit } from '../../schema/rules/resident-id.js'

/* A whole application of an invented company. Nobody in it exists, and the numbers belong to nobody. */

/** The day on which the ages in the form are right. */
export const filledInOn = '2026-11-23'

const people = [
  ['虚构甲', 'MALE', '19790405', '研究员', '电化学'],
  ['虚构乙', 'FEMALE', '19850212', '高级工程师', '材料学'],
  ['虚构丙', 'MALE', '19881130', '高级工程师', '化学工程'],
  ['虚构丁', 'FEMALE', '19901001', '工程师', '材料学'],
  ['虚构戊', 'MALE', '19910615', '工程师', '机械工程'],
  ['虚构己', 'FEMALE', '19920720', '工程师', '自动化'],
  ['虚构庚', 'MALE', '19930825', '工程师', '分析化学'],
  ['虚构辛', 'FEMALE', '19940901', '工程师', '环境工程'],
  ['虚构壬', 'MALE', '19951010', '助理工程师', '化学工程'],
  ['虚构癸', 'FEMALE', '19960111', '助理工程师', '材料学'],
  ['虚构子', 'MALE', '19970322', '助理工程师', '机械工程'],
  ['虚构丑', 'FEMALE', '19980402', '助理工程师', '自动化'],
  ['虚构寅', 'MALE', '19990513', '实验员', '化学'],
  ['虚构卯', 'FEMALE', '20000624', '研究生', '电化学'],
  ['虚构辰', 'MALE', '20010705', '研究生', '材料学'],
] as const

/** A number with a right check digit, of somebody invented. */
export function madeUpId(birth: string, sex: 'MALE' | 'FEMALE', serial: number): string {
  const digits = `630102${birth}${String(serial * 2 + (sex === 'MALE' ? 1 : 0)).padStart(3, '0')}`
  return digits + residentIdCheckDigit(digits)
}

function participant(index: number): RowOf<'Participant'> {
  const [name, sex, birth, title, speciality] = people[index] as (typeof people)[number]
  const birthday = `${birth.slice(4, 6)}-${birth.slice(6)}`
  return {
    key: `p${index + 1}`,
    ...{ name, sex, title, speciality },
    age: 2026 - Number(birth.slice(0, 4)) - (birthday <= filledInOn.slice(5) ? 0 : 1),
    idKind: 'RESIDENT_ID',
    idNumber: madeUpId(birth, sex, 100 + index),
    employer: index < 12 ? '虚构锂材科技有限公司' : '虚构大学',
    task: index === 0 ? '总体设计与组织实施' : `第 ${index} 项任务的研究与测试`,
    months: index === 0 ? 24 : 6 + index,
  }
}

/** The form filled in without a fault: 15 people, 2 partners, 3 years; each call gives its own. */
export function fullForm() {
  const [leader] = [participant(0)]
  return {
    cover: {
      title: '盐湖提锂副产镁基储能材料关键技术研究与示范（虚构项目）',
      category: 'key-rnd-conversion',
      direction: 'clean-energy',
      startMonth: '2027-01',
      endMonth: '2028-12',
    },
    basics: {
      contact: { name: '虚构乙', email: 'contact@example.org', phone: '+8613900001234', fax: '0971-8230515' },
      leader: {
        name: leader?.name,
        sex: 'MALE',
        birthMonth: '1979-04',
        title: '研究员',
        degree: '博士',
        speciality: '电化学',
        landline: '0971-8230515',
        mobile: '+8613900005678',
        email: 'leader@example.org',
        idKind: 'RESIDENT_ID',
        idNumber: leader?.idNumber,
      },
      projectContact: { name: '虚构丁', mobile: '+8613900009012' },
      partners: [
        { key: 'b1', name: '虚构大学', kind: 'UNIVERSITY', creditCode: '123502001549897397' },
        { key: 'b2', name: '虚构新能源有限公司', kind: 'ENTERPRISE', creditCode: '9144030071526726XG' },
      ],
      headCount: { senior: 4, intermediate: 6, junior: 5, other: 3 },
      stage: 'PILOT',
      technologySource: 'OWN',
      industryField: 'NEW_ENERGY',
      outcomeForms: ['PRODUCT', 'PROCESS', 'PUBLICATION', 'OTHER'],
      outcomeFormOther: '行业标准 1 项',
      outcomeLevel: 'NATIONALLY_LEADING',
      industrialisation: false,
      platform: false,
    },
    grounds: {
      text: '盐湖提锂的副产镁资源长期堆存，**既占地又浪费**。本项目将其制成储能材料：\n\n- 变副产为原料；\n- 降低储能系统成本；\n- 减少堆存对环境的影响。\n\n以上内容为虚构，仅用于测试。',
    },
    stateOfTheArt: {
      text: '国内外同类研究的比较：\n\n| 单位 | 路线 | 循环次数 |\n| --- | --- | ---: |\n| 虚构研究所 | 固相法 | 1200 |\n| 虚构大学 | 熔盐法 | 2500 |\n\n总体看，低成本制备是发展趋势。',
    },
    market: { text: '省内储能装机快速增长，预计 2028 年需求约 5 万吨（虚构数据）。' },
    research: {
      goals: '形成镁基储能材料的中试制备技术。',
      content:
        '1. 杂质深度去除；\n2. 熔盐合成动力学；\n3. 电池级产品的一致性控制。\n\n反应热按 $Q = mc\\Delta T$ 估算。',
      innovations: '以副产氯化镁为唯一镁源，一步熔盐合成。',
    },
    methods: { text: '实验室小试 → 扩试 → 中试，逐级放大；每级设置停止条件。' },
    indicators: {
      technical: [
        { key: 't1', name: '产品纯度', quantity: '99.5', unit: '%' },
        { key: 't2', name: '循环寿命', quantity: '3000', unit: '次', note: '容量保持率 80% 以上' },
        { key: 't3', name: '低温工作温度', quantity: '-40', unit: '℃' },
      ],
      economic: [{ key: 'e1', name: '新增产值', quantity: '1200', unit: '万元' }],
      economicBasis: '按年产 300 吨、单价 4 万元/吨计算。',
      results: [
        { key: 'r1', name: '发明专利', quantity: '3', unit: '项' },
        { key: 'r2', name: '论文', quantity: '4', unit: '篇' },
      ],
      resultsNote: '其中 SCI 收录论文不少于 2 篇。',
      social: '带动就业 30 人，每年减少副产堆存 900 吨。',
    },
    scale: { scale: '建成年产 300 吨中试线一条。', site: '西宁市城东区虚构路 1 号。', implementedInCity: true },
    conditions: { text: '申报单位有中试厂房 2000 平方米；合作高校提供表征平台。' },
    team: {
      leaderProfile: '长期从事电化学储能材料研究，主持虚构项目 3 项。',
      personnel: people.map((_, index) => participant(index)),
    },
    schedule: { text: '2027 年：小试与扩试；2028 年：中试、验收。' },
    budget: {
      equipment: { specialFunds: '600000.00', selfRaised: '1200000.00' },
      purchasedEquipment: { specialFunds: '500000.00', selfRaised: '900000.00' },
      operations: { specialFunds: '500000.50', selfRaised: '700000.25' },
      labour: { specialFunds: '300000.00', selfRaised: '300000.00' },
      indirect: { specialFunds: '99999.50', selfRaised: '199999.75' },
      equipmentNote: '购置熔盐反应装置与手套箱，其余为改造费用。',
      operationsNote: '原辅材料、测试化验与差旅。',
      labourNote: '研究生与临时聘用人员劳务。',
      equipmentItems: [
        { key: 'q1', name: '熔盐反应装置', model: 'XG-300', quantity: 1, amount: '800000.00', use: '中试合成' },
      ],
      annualPlan: [
        { key: 'y1', year: 2027, specialFunds: '1000000.00', selfRaised: '1500000.00' },
        { key: 'y2', year: 2028, specialFunds: '500000.00', selfRaised: '900000.00' },
      ],
      fundingSources: [
        {
          key: 'f1',
          funder: '虚构锂材科技有限公司',
          amount: '2000000.00',
          kind: 'OWN_MONEY',
          use: '设备费、业务费、劳务费',
        },
        {
          key: 'f2',
          funder: '虚构新能源有限公司',
          amount: '400000.00',
          kind: 'OTHER',
          kindOther: '合作单位投入',
          use: '设备费',
        },
      ],
    },
    opinion: { text: '同意申报，并保证自筹经费到位。', legalRepresentative: '虚构法人' },
    declarations: {
      commitment: true,
      workBasis: true,
      localConversion: true,
      priorResults: true,
      confidential: false,
      recusal: true,
      platforms: true,
      recusalExperts: [{ key: 'x1', name: '虚构专家', employer: '虚构研究所', reason: '学术观点冲突' }],
      recusalInstitution: { name: '虚构学院', reason: '近三年有合作关系' },
      platformList: [{ key: 'l1', kind: 'KEY_LABORATORY', name: '虚构储能材料重点实验室', proof: 'a8' }],
    },
    attachments: {
      items: [
        { key: 'a1', requirement: 'integrity-commitment', document: 'made-up-document-1' },
        { key: 'a2', requirement: 'self-financing-commitment', document: 'made-up-document-2' },
        { key: 'a3', requirement: 'audit-report', document: 'made-up-document-3' },
        { key: 'a4', requirement: 'financial-statements', document: 'made-up-document-4' },
        { key: 'a5', requirement: 'business-licence', evidence: 'made-up-evidence-1' },
        { key: 'a6', requirement: 'legal-representative-id', document: 'made-up-document-5' },
        { key: 'a7', requirement: 'industry-university-research-agreement', document: 'made-up-document-6' },
        { key: 'a8', requirement: 'platform-certificates', document: 'made-up-document-7' },
        { key: 'a9', requirement: 'self-raised-source-proof', document: 'made-up-document-8', source: 'f1' },
        { key: 'a10', requirement: 'self-raised-source-proof', document: 'made-up-document-9', source: 'f2' },
        { key: 'a11', requirement: 'equipment-list', document: 'made-up-document-10' },
      ],
    },
  } satisfies Form
}

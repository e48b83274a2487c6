import { creditCodeCheckDigit } from '../../schema/rules/credit-code.js'
import type { Form } from '../../schema/rules/form/form.js'
import { residentIdCheckDigit } from '../../schema/rules/resident-id.js'

/** A number with a good check digit, of an area code that no district has, and so nobody's. */
function inventedNumber(birth: string, serial: string): string {
  const digits = `630199${birth}${serial}`
  return digits + residentIdCheckDigit(digits)
}

/** The same for an organisation. */
function inventedCode(body: string): string {
  return body + creditCodeCheckDigit(body)
}

const leader = {
  name: '演示负责人（虚构）',
  sex: 'MALE',
  title: '高级工程师',
  speciality: '电化学',
  idKind: 'RESIDENT_ID',
  idNumber: inventedNumber('19800315', '011'),
} as const

/**
 * An application that an invented organisation has half filled in. Two things in it are to be mended: the plan by year isn't
 * the budget's total, and the sources of self-raised funds are missing.
 */
export const demoForm = {
  cover: {
    title: '盐湖提锂副产物制备镁基储能材料的关键技术研究（演示）',
    category: 'key-rnd-conversion',
    direction: 'salt-lake',
    startMonth: '2024-01',
    endMonth: '2025-12',
  },
  basics: {
    contact: { name: '演示联系人', email: 'applicant@demo.example', phone: '+8613800000000' },
    leader: {
      ...leader,
      birthMonth: '1980-03',
      degree: '博士',
      mobile: '+8613800000001',
      email: 'leader@demo.example',
    },
    partners: [
      { key: 'r1', name: '演示大学（虚构）', kind: 'UNIVERSITY', creditCode: inventedCode('12630199MB0000019') },
    ],
    headCount: { senior: 1, intermediate: 1, junior: 0, other: 0 },
    stage: 'PILOT',
    technologySource: 'OWN',
    industryField: 'SALT_LAKE_CHEMICALS',
    outcomeForms: ['PROCESS', 'MATERIAL'],
    industrialisation: false,
    platform: false,
  },
  grounds: {
    text: '盐湖提锂后的卤水富含镁，目前多作为副产物堆存。本项目研究以其制备储能材料的工艺：\n\n1. 降低堆存带来的环境压力；\n2. 为本市储能产业提供原料。\n\n（本文为演示内容，均为虚构。）',
  },
  team: {
    personnel: [
      { key: 'r1', ...leader, employer: '西宁演示科技有限公司（虚构）', task: '总体设计', months: 24 },
      {
        key: 'r2',
        name: '演示参加人（虚构）',
        sex: 'FEMALE',
        title: '工程师',
        speciality: '材料学',
        idKind: 'RESIDENT_ID',
        idNumber: inventedNumber('19901120', '022'),
        employer: '演示大学（虚构）',
        task: '材料制备与测试',
        months: 18,
      },
    ],
  },
  budget: {
    equipment: { specialFunds: '400000.00', selfRaised: '600000.00' },
    purchasedEquipment: { specialFunds: '400000.00', selfRaised: '500000.00' },
    operations: { specialFunds: '300000.00', selfRaised: '200000.00' },
    labour: { specialFunds: '150000.00', selfRaised: '100000.00' },
    indirect: { specialFunds: '50000.00', selfRaised: '0.00' },
    annualPlan: [
      { key: 'r1', year: 2024, specialFunds: '500000.00', selfRaised: '500000.00' },
      { key: 'r2', year: 2025, specialFunds: '400000.00', selfRaised: '300000.00' },
    ],
  },
} as const satisfies Form

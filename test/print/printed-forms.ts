import type { Form } from '../../schema/rules/form/form.js'
import type { PrintedForm } from '../../server/print/printed-form.js'
import { fullForm } from '../application/full-form.js'

/* Forms of an invented company. Nobody in them exists, and the numbers belong to nobody. */

/** A form as it is printed, everything in it changeable. */
export function printedForm(form: Form, changes: Partial<PrintedForm> = {}): PrintedForm {
  return {
    form,
    draft: true,
    acceptanceNumber: null,
    submittedOn: null,
    savedAt: new Date('2026-11-23T08:00:00Z'),
    applicant: {
      name: '虚构锂材科技有限公司',
      kind: 'ENTERPRISE',
      registeredAddress: '西宁市城东区虚构路 1 号',
      foundedOn: '2012-03-04',
      district: '城东区',
      creditCode: '91350100M000100Y43',
    },
    guideline: {
      year: 2024,
      city: '西宁市',
      category: '重点研发与转化计划',
      direction: '（二）清洁能源',
      requirements: { 'integrity-commitment': '科研诚信承诺书', 'audit-report': '上年度财务审计报告' },
    },
    attachments: [{ key: 'a1', fileName: '诚信承诺书（虚构）.pdf', pages: 2, image: null }],
    ...changes,
  }
}

/** Fifteen people, five partners and texts that make about thirty pages of it. */
export function longForm(): Form {
  const form = fullForm()
  const codes = [
    '123502001549897397',
    '9144030071526726XG',
    '91110000802100433B',
    '91350100M000100Y43',
    '12100000400009127F',
  ]
  return {
    ...form,
    basics: {
      ...form.basics,
      partners: codes.map((creditCode, index) => ({
        key: `b${index}`,
        name: `虚构合作单位第${index + 1}研究院`,
        kind: 'RESEARCH_INSTITUTE',
        creditCode,
      })),
    },
    grounds: { text: chapters('依据', 8) },
    stateOfTheArt: { text: chapters('趋势', 8) },
    market: { text: chapters('市场', 5) },
    research: { goals: chapters('目标', 3), content: chapters('内容', 9), innovations: chapters('创新', 3) },
    methods: { text: chapters('路线', 10) },
    conditions: { text: chapters('条件', 5) },
    schedule: { text: chapters('进度', 4) },
  }
}

/** Paragraphs, a list, a table and formulas, each a little different. */
function chapters(topic: string, count: number): string {
  const chapter = (_: unknown, index: number) => {
    const sentence = (number: number) =>
      `第${number}点说明${topic}：以副产氯化镁为原料，经除杂、熔盐合成与表面处理，得到储能材料样品 M-${index}${number}（虚构）。`
    return [
      `### ${topic}之${index + 1}`,
      Array.from({ length: 6 }, (_, number) => sentence(number + 1)).join(''),
      `1. **${topic}要点：**容量不低于 ${300 + index} mAh/g；\n2. 能量 $E_{${index}}=\\frac{1}{2}C_{${index}}U^2$。`,
      `| 样品 | 容量 | 循环 |\n| --- | ---: | ---: |\n| M-${index} | ${300 + index} | ${2000 + index} |\n| N-${index} | ${280 + index} | ${1800 + index} |`,
      `$$\\sum_{i=1}^{n} \\frac{c_i}{1+r^{${index + 2}}} \\le \\int_0^T P(t)\\,dt$$`,
      Array.from({ length: 5 }, (_, number) => sentence(number + 7)).join(''),
    ].join('\n\n')
  }
  return Array.from({ length: count }, chapter).join('\n\n')
}

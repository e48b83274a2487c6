import { type Fen, formatMoney, formatWan } from '../src/money.js'

/** What the demo says around the service's own texts. */
export const texts = {
  'zh-CN': {
    edition: (edition: number) => `第 ${edition} 版`,
    counts: (clauses: number, rules: number) => `条款 ${clauses} 条，申报条件 ${rules} 条`,
    funding: (min: Fen, max: Fen) => `${formatWan(min)}—${formatWan(max)} 万元`,
    judged: '以下为 4 个虚构申报单位在 2023 年 6 月 1 日的判定（合成数据）',
    verdict: '结论',
    call: '去向',
    decided: (outcomes: string) => `判定：${outcomes}`,
    columns: ['条款', '判定', '申报条件', '依据的事实', '怎么办'],
    missing: '尚缺：',
    warning: '（仅提示）',
    attachments: '待交附件',
    undecided: '视情况而定',
    none: '无',
    yes: '是',
    no: '否',
    separator: '、',
    listSeparator: '；',
    colon: '：',
  },
  en: {
    edition: (edition: number) => `edition ${edition}`,
    counts: (clauses: number, rules: number) => `${clauses} clauses, ${rules} conditions`,
    funding: (min: Fen, max: Fen) => `CNY ${thousands(min)}–${thousands(max)}`,
    judged: 'Four invented applicants (synthetic data, 合成数据), judged as of 2023-06-01',
    verdict: 'Verdict',
    call: 'Goes to',
    decided: (outcomes: string) => `Findings: ${outcomes}`,
    columns: ['Clause', 'Outcome', 'Condition', 'Facts read', 'What to do'],
    missing: 'not known: ',
    warning: ' (warning)',
    attachments: 'Still to attach',
    undecided: 'Depends',
    none: 'none',
    yes: 'yes',
    no: 'no',
    separator: ', ',
    listSeparator: '; ',
    colon: ': ',
  },
} as const

function thousands(fen: Fen): string {
  return formatMoney(fen)
    .replace(/\.00$/, '')
    .replace(/\B(?=(\d{3})+$)/g, ',')
}

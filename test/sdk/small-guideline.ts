import type { PreviewGuideline } from '../../sdk/src/preview.js'

const name = { nameZh: '示例', nameEn: 'example' }

/** A guideline with one rule: at most two projects at once, by clause 1. */
export const smallGuideline: PreviewGuideline = {
  year: 2024,
  edition: 1,
  city: { code: 'example', timeZone: 'Asia/Shanghai', ...name },
  districts: [],
  parks: [],
  clauses: [{ code: '1', label: '一', summaryZh: '最多两项。', summaryEn: 'Two at most.' }],
  calls: [
    {
      id: 'Q2FsbA',
      code: 'pool',
      kind: 'ALL_YEAR',
      opensAt: null,
      closesAt: null,
      releaseZh: '适时',
      releaseEn: 'in time',
      ...name,
    },
  ],
  parameters: [{ name: 'most', type: 'INT', value: '2', noteZh: '上限', noteEn: 'limit' }],
  rules: [
    {
      code: 'applicant.projects',
      level: 'BLOCK',
      when: null,
      require: 'applicant.ongoingProjects + 1 <= parameters.most',
      clause: { code: '1' },
      titleZh: '不超过两项',
      titleEn: 'At most two',
      fixZh: '先完成一项。',
      fixEn: 'Finish one first.',
    },
  ],
  attachmentRequirements: [],
  categories: [{ code: 'general', attachmentRequirements: [], directions: [], ...name }],
}

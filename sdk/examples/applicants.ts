import type { FactsInput } from '../src/index.js'

type Applicant = {
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly category: string
  readonly direction: string
  readonly facts: FactsInput
}

const declared = {
  workBasis: true,
  researchManagement: true,
  financialManagement: true,
  rdSubLedger: true,
  ringFencedFunds: true,
  confidential: false,
  platforms: false,
  recusal: false,
} satisfies FactsInput['declarations']

const clean = { integrityBreach: false, badCreditRecords: [], overdueProjects: [], revokedProjects: [] }

const enterprise = {
  applicant: {
    kind: 'ENTERPRISE',
    legalPerson: true,
    district: '630104',
    businessOperations: true,
    partyBranch: false,
    ongoingProjects: 1,
    ...clean,
  },
  leader: { onStaff: true, ongoingProjects: 0, ...clean },
  partners: [{ kind: 'UNIVERSITY', integrityBreach: false }],
  personnel: [{ integrityBreach: false }],
  project: { stage: 'PILOT', industrialisation: false, platform: false },
  budget: {
    expenditure: { total: '1500000.00', specialFunds: '600000.00', selfRaised: '900000.00' },
    equipmentItems: [],
  },
  declarations: declared,
  attachments: [
    'integrity-commitment',
    'self-financing-commitment',
    'audit-report',
    'financial-statements',
    'business-licence',
    'legal-representative-id',
    'industry-university-research-agreement',
    'self-raised-source-proof',
  ],
} satisfies FactsInput

/** Four invented applicants; they stand for nobody. */
export const applicants: readonly Applicant[] = [
  {
    title: { 'zh-CN': '企业，与高校联合申报', en: 'An enterprise with a university' },
    category: 'key-rnd-conversion',
    direction: 'clean-energy',
    facts: enterprise,
  },
  {
    title: { 'zh-CN': '企业，已有两个在研项目', en: 'An enterprise with two projects under way' },
    category: 'key-rnd-conversion',
    direction: 'new-materials',
    facts: { ...enterprise, applicant: { ...enterprise.applicant, ongoingProjects: 2 } },
  },
  {
    title: { 'zh-CN': '高校，未承诺成果在西宁转化', en: 'A university without the commitment to use in Xining' },
    category: 'livelihood',
    direction: 'ecology-environment',
    facts: {
      ...enterprise,
      applicant: { ...enterprise.applicant, kind: 'UNIVERSITY', businessOperations: false, ongoingProjects: 0 },
      partners: [],
      budget: {
        expenditure: { total: '400000.00', specialFunds: '400000.00', selfRaised: '0.00' },
        equipmentItems: [],
      },
      declarations: { ...declared, localConversion: false },
      attachments: ['integrity-commitment', 'business-licence', 'legal-representative-id'],
    },
  },
  {
    title: { 'zh-CN': '企业，部分情况尚未填写', en: 'An enterprise that has not told everything yet' },
    category: 'major-special',
    direction: 'four-bases-lithium-storage',
    facts: {
      ...enterprise,
      leader: { ...enterprise.leader, badCreditRecords: null },
      project: { ...enterprise.project, stage: null },
      budget: {
        expenditure: { total: '9000000.00', specialFunds: '8000000.00', selfRaised: '1000000.00' },
        equipmentItems: [],
      },
      attachments: null,
    },
  },
]

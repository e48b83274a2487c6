import { industryFields, outcomeForms, outcomeLevels, projectStages, technologySources } from '../../enums.js'
import type { Fields } from './field.js'

/** A section of the form, with its printed number and heading. */
export type FormSectionTable = { readonly 'zh-CN': string; readonly en: string; readonly fields: Fields }

const narrative = (zhCN: string, en: string) => ({ type: 'narrative', required: true, 'zh-CN': zhCN, en }) as const

const other = (zhCN: string, en: string) => ({ type: 'line', max: 200, 'zh-CN': zhCN, en }) as const

const yesNo = (zhCN: string, en: string) => ({ type: 'bool', required: true, 'zh-CN': zhCN, en }) as const

const amounts = (zhCN: string, en: string) =>
  ({ type: { one: 'BudgetAmounts' }, required: true, 'zh-CN': zhCN, en }) as const

/**
 * The application form of Xining, 2023 edition (西宁市科技计划项目申报书, annex of the notice), section by section. What the
 * organisation is registered with (name, kind, address, credit code …) isn't in it: it is read from there, and frozen when
 * the application is submitted. Neither are totals: they are computed.
 */
export const formSections = {
  cover: {
    'zh-CN': '封面',
    en: 'Cover',
    fields: {
      title: { type: 'line', max: 100, required: true, 'zh-CN': '项目名称', en: 'name of the project' },
      category: { type: 'line', max: 64, required: true, 'zh-CN': '申报类别（代码）', en: 'code of the category' },
      direction: {
        type: 'line',
        max: 64,
        required: true,
        'zh-CN': '项目申报指南方向（代码）',
        en: 'code of the direction, a leaf of the category’s tree',
      },
      startMonth: { type: 'month', required: true, 'zh-CN': '开始年月', en: 'first month' },
      endMonth: { type: 'month', required: true, 'zh-CN': '结束年月', en: 'last month' },
    },
  },
  basics: {
    'zh-CN': '一、项目基本信息',
    en: '1 Basics',
    fields: {
      contact: { type: { one: 'Contact' }, required: true, 'zh-CN': '单位联系人', en: 'the applicant’s contact' },
      leader: { type: { one: 'Leader' }, required: true, 'zh-CN': '项目负责人', en: 'project leader' },
      projectContact: {
        type: { one: 'ProjectContact' },
        required: true,
        'zh-CN': '项目联系人',
        en: 'the project’s contact',
      },
      partners: { type: { list: 'Partner' }, max: 5, 'zh-CN': '合作单位', en: 'partner organisations' },
      headCount: {
        type: { one: 'HeadCount' },
        required: true,
        'zh-CN': '课题组人数',
        en: 'people in the project, by rank of their title; the total is their sum',
      },
      stage: {
        type: 'line',
        values: { name: 'ProjectStage', of: projectStages },
        required: true,
        'zh-CN': '现处阶段',
        en: 'stage that the research has reached',
      },
      stageOther: other('其他阶段说明', 'which other stage'),
      technologySource: {
        type: 'line',
        values: { name: 'TechnologySource', of: technologySources },
        required: true,
        'zh-CN': '技术来源',
        en: 'where the technology comes from',
      },
      industryField: {
        type: 'line',
        values: { name: 'IndustryField', of: industryFields },
        required: true,
        'zh-CN': '行业领域',
        en: 'industry field',
      },
      industryFieldOther: other('其它行业领域说明', 'which other field'),
      outcomeForms: {
        type: 'line',
        values: { name: 'OutcomeForm', of: outcomeForms, several: true },
        required: true,
        'zh-CN': '预期成果形式',
        en: 'forms of the expected outcome',
      },
      outcomeFormOther: other('其它成果形式说明', 'which other form'),
      outcomeLevel: {
        type: 'line',
        values: { name: 'OutcomeLevel', of: outcomeLevels },
        required: true,
        'zh-CN': '预期成果水平',
        en: 'level of the expected outcome',
      },
      outcomeLevelOther: other('其它成果水平说明', 'which other level'),
      industrialisation: yesNo('为产业化类项目', 'is an industrialisation project'),
      platform: yesNo('为平台建设项目', 'builds or runs a platform'),
    },
  },
  grounds: {
    'zh-CN': '二、申请项目的依据和理由',
    en: '2 Grounds',
    fields: { text: narrative('依据和理由', 'grounds: importance, need, prospects, practical value') },
  },
  stateOfTheArt: {
    'zh-CN': '三、国内外发展趋势',
    en: '3 State of the art',
    fields: { text: narrative('国内外发展趋势', 'comparable research at home and abroad, and where it goes') },
  },
  market: {
    'zh-CN': '四、市场现状与需求分析',
    en: '4 Market',
    fields: { text: narrative('市场现状与需求分析', 'the market as it is, and the demand to come') },
  },
  research: {
    'zh-CN': '五、主要内容和技术关键、技术来源',
    en: '5 Content',
    fields: {
      goals: narrative('5.1 研究目标', '5.1 goals'),
      content: narrative('5.2 主要研究内容', '5.2 content: the difficulties to be solved'),
      innovations: narrative('5.3 项目创新点', '5.3 innovations'),
    },
  },
  methods: {
    'zh-CN': '六、项目采取的方法、技术路线或工艺流程',
    en: '6 Methods',
    fields: { text: narrative('方法、技术路线或工艺流程', 'methods, technical route or process') },
  },
  indicators: {
    'zh-CN': '七、项目预期实现的指标',
    en: '7 Indicators',
    fields: {
      technical: {
        type: { list: 'Indicator' },
        max: 50,
        required: true,
        'zh-CN': '7.1 技术指标',
        en: '7.1 technical indicators',
      },
      economic: { type: { list: 'Indicator' }, max: 50, 'zh-CN': '7.2 经济指标', en: '7.2 economic indicators' },
      economicBasis: narrative('7.2 经济指标的计算依据', '7.2 how the economic indicators were computed'),
      results: { type: { list: 'Indicator' }, max: 50, 'zh-CN': '7.3 研究成果', en: '7.3 results, counted' },
      resultsNote: { type: 'narrative', 'zh-CN': '7.3 研究成果说明', en: '7.3 the results in words' },
      social: narrative('7.4 社会、环境效益', '7.4 social and environmental benefit'),
    },
  },
  scale: {
    'zh-CN': '八、实施规模及地点',
    en: '8 Scale and site',
    fields: {
      scale: narrative('8.1 实施规模', '8.1 scale'),
      site: narrative('8.2 实施地点', '8.2 site'),
      implementedInCity: yesNo('实施地点在本市', 'the site is in the city'),
    },
  },
  conditions: {
    'zh-CN': '九、承担单位与合作方提供的项目实施条件',
    en: '9 Conditions',
    fields: { text: narrative('项目实施条件', 'what applicant and partners provide: equipment, ability, people') },
  },
  team: {
    'zh-CN': '十、项目负责人及参与人员',
    en: '10 Leader and participants',
    fields: {
      leaderProfile: narrative('10.1 项目负责人简介', '10.1 the leader’s profile'),
      personnel: {
        type: { list: 'Participant' },
        max: 15,
        required: true,
        'zh-CN': '10.2 项目负责人及主要参与人员',
        en: '10.2 the leader in the first row, then at most 14 participants',
      },
    },
  },
  schedule: {
    'zh-CN': '十一、项目进度安排',
    en: '11 Schedule',
    fields: { text: narrative('项目进度安排', 'schedule') },
  },
  budget: {
    'zh-CN': '十二、项目经费预算',
    en: '12 Budget',
    fields: {
      equipment: amounts('1.设备费', 'row 3, equipment'),
      purchasedEquipment: amounts('其中：购置设备费', 'row 4, of which purchased equipment'),
      operations: amounts('2.业务费', 'row 5, operations'),
      labour: amounts('3.劳务费', 'row 6, labour'),
      indirect: amounts('（二）间接费用', 'row 7, indirect costs'),
      equipmentNote: narrative('12.2 设备费说明', '12.2 note on equipment'),
      operationsNote: narrative('12.2 业务费说明', '12.2 note on operations'),
      labourNote: narrative('12.2 劳务费说明', '12.2 note on labour'),
      equipmentItems: {
        type: { list: 'EquipmentItem' },
        max: 100,
        'zh-CN': '50万元以上的设备',
        en: 'equipment of 500,000 yuan and more',
      },
      annualPlan: {
        type: { list: 'YearPlan' },
        max: 6,
        required: true,
        'zh-CN': '12.3 分年度投资计划',
        en: '12.3 plan by year',
      },
      fundingSources: {
        type: { list: 'FundingSource' },
        max: 20,
        'zh-CN': '12.4 项目自筹经费来源',
        en: '12.4 sources of self-raised funds',
      },
    },
  },
  opinion: {
    'zh-CN': '十三、项目申报单位意见',
    en: '13 The applicant’s opinion',
    fields: {
      text: narrative('申报单位意见', 'opinion'),
      legalRepresentative: {
        type: 'line',
        max: 100,
        required: true,
        'zh-CN': '法定代表人',
        en: 'legal representative',
      },
    },
  },
  declarations: {
    'zh-CN': '十四、声明',
    en: '14 Declarations',
    fields: {
      commitment: yesNo('14.1 项目承诺书', '14.1 applicant and leader make the commitment'),
      workBasis: yesNo('具有工作基础和条件', 'has the work basis and conditions (notice, 一（三）3)'),
      localConversion: yesNo('承诺成果在本市转化', 'results are put to use in the city (notice, 一（三）1)'),
      priorResults: yesNo(
        '拥有前期研发成果及相关前置条件',
        'has prior results and the preconditions (notice, 一（三）6)',
      ),
      confidential: yesNo('14.2（1）涉及保密等问题', '14.2 (1) has confidential content'),
      recusal: yesNo('14.2（2）申请专家回避', '14.2 (2) asks for recusal'),
      platforms: yesNo('14.2（3）具有相关平台', '14.2 (3) has platforms'),
      recusalExperts: {
        type: { list: 'RecusalExpert' },
        max: 2,
        'zh-CN': '表14-1 回避的专家',
        en: 'table 14-1, experts',
      },
      recusalInstitution: {
        type: { one: 'RecusalInstitution' },
        'zh-CN': '表14-1 回避的单位',
        en: 'table 14-1, institution',
      },
      platformList: {
        type: { list: 'DeclaredPlatform' },
        max: 30,
        'zh-CN': '表14-2 平台信息',
        en: 'table 14-2, platforms',
      },
    },
  },
  attachments: {
    'zh-CN': '十五、附件',
    en: '15 Attachments',
    fields: {
      items: { type: { list: 'AttachmentItem' }, max: 100, 'zh-CN': '附件', en: 'attachments' },
    },
  },
} as const satisfies Readonly<Record<string, FormSectionTable>>

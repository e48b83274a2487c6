import type * as enums from './enums.js'

/** How a value is printed: the code of the form where it has one, and its names. */
export type Label = { readonly code?: string; readonly 'zh-CN': string; readonly en: string }
type Labels<Value extends string> = Readonly<Record<Value, Label>>

/** Every value of every enum with its printed code and label, so that no client keeps its own table. */
export const labels = {
  AdministrativeLevel: {
    COUNTY: { 'zh-CN': '县（区）级', en: 'county or district' },
    MUNICIPAL: { 'zh-CN': '市级', en: 'municipal' },
    PROVINCIAL: { 'zh-CN': '省级', en: 'provincial' },
    NATIONAL: { 'zh-CN': '国家级', en: 'national' },
    NONE: { 'zh-CN': '无隶属', en: 'none' },
  } satisfies Labels<enums.AdministrativeLevel>,
  ApplicantKind: {
    ENTERPRISE: { 'zh-CN': '企业', en: 'enterprise' },
    UNIVERSITY: { 'zh-CN': '高等院校', en: 'university' },
    RESEARCH_INSTITUTE: { 'zh-CN': '科研院所', en: 'research institute' },
    PUBLIC_INSTITUTION: { 'zh-CN': '其他事业单位', en: 'other public institution' },
    OTHER: { 'zh-CN': '其他', en: 'other' },
  } satisfies Labels<enums.ApplicantKind>,
  ApplicationStatus: {
    DRAFT: { 'zh-CN': '填报中', en: 'being filled in' },
  } satisfies Labels<enums.ApplicationStatus>,
  AuditOperation: {
    INSERT: { 'zh-CN': '新增', en: 'added' },
    UPDATE: { 'zh-CN': '修改', en: 'changed' },
    DELETE: { 'zh-CN': '删除', en: 'deleted' },
    RECORD: { 'zh-CN': '记录', en: 'recorded' },
  } satisfies Labels<enums.AuditOperation>,
  CallKind: {
    WINDOW: { 'zh-CN': '集中申报', en: 'dated window' },
    ALL_YEAR: { 'zh-CN': '全年储备', en: 'all-year pool' },
  } satisfies Labels<enums.CallKind>,
  DocumentPurpose: {
    REGISTER_IMPORT: { 'zh-CN': '登记数据导入', en: 'import of a register' },
    EVIDENCE: { 'zh-CN': '证明材料', en: 'evidence' },
  } satisfies Labels<enums.DocumentPurpose>,
  DocumentState: {
    PENDING: { 'zh-CN': '待上传', en: 'to be uploaded' },
    STORED: { 'zh-CN': '已收存', en: 'stored' },
    REFUSED: { 'zh-CN': '已拒收', en: 'refused for its content' },
  } satisfies Labels<enums.DocumentState>,
  EvidenceKind: {
    BUSINESS_LICENCE: { 'zh-CN': '营业执照', en: 'business licence' },
    LEGAL_PERSON_CERTIFICATE: { 'zh-CN': '事业单位法人证书', en: 'legal-person certificate of an institution' },
    LEGAL_REPRESENTATIVE_ID: { 'zh-CN': '法人代表身份证', en: 'ID card of the legal representative' },
    AUDIT_REPORT: { 'zh-CN': '年度财务审计报告', en: 'audit report of a year' },
    FINANCIAL_STATEMENTS: { 'zh-CN': '年度财务报表', en: 'financial statements of a year' },
    PARTY_BRANCH_PROOF: { 'zh-CN': '“两新”党组织印证材料', en: 'proof of the party branch' },
    PLATFORM_CERTIFICATE: { 'zh-CN': '平台证明文件', en: 'certificate of a platform' },
    OTHER: { 'zh-CN': '其他', en: 'other' },
  } satisfies Labels<enums.EvidenceKind>,
  EvidenceState: {
    CURRENT: { 'zh-CN': '在用', en: 'in use' },
    REPLACED: { 'zh-CN': '已更换', en: 'replaced' },
    WITHDRAWN: { 'zh-CN': '已撤下', en: 'withdrawn' },
  } satisfies Labels<enums.EvidenceState>,
  FormSection: {
    COVER: { 'zh-CN': '封面', en: 'cover' },
    BASICS: { code: '一', 'zh-CN': '项目基本信息', en: 'basics' },
    GROUNDS: { code: '二', 'zh-CN': '申请项目的依据和理由', en: 'grounds' },
    STATE_OF_THE_ART: { code: '三', 'zh-CN': '国内外发展趋势', en: 'state of the art' },
    MARKET: { code: '四', 'zh-CN': '市场现状与需求分析', en: 'market' },
    RESEARCH: { code: '五', 'zh-CN': '主要内容和技术关键、技术来源', en: 'content of the research' },
    METHODS: { code: '六', 'zh-CN': '项目采取的方法、技术路线或工艺流程', en: 'methods' },
    INDICATORS: { code: '七', 'zh-CN': '项目预期实现的指标', en: 'indicators' },
    SCALE: { code: '八', 'zh-CN': '实施规模及地点', en: 'scale and site' },
    CONDITIONS: { code: '九', 'zh-CN': '承担单位与合作方提供的项目实施条件', en: 'conditions' },
    TEAM: { code: '十', 'zh-CN': '项目负责人及参与人员', en: 'leader and participants' },
    SCHEDULE: { code: '十一', 'zh-CN': '项目进度安排', en: 'schedule' },
    BUDGET: { code: '十二', 'zh-CN': '项目经费预算', en: 'budget' },
    OPINION: { code: '十三', 'zh-CN': '项目申报单位意见', en: 'opinion of the applicant' },
    DECLARATIONS: { code: '十四', 'zh-CN': '声明', en: 'declarations' },
    ATTACHMENTS: { code: '十五', 'zh-CN': '附件', en: 'attachments' },
  } satisfies Labels<enums.FormSection>,
  FundingMode: {
    DIRECT: { 'zh-CN': '直接补助', en: 'direct grant' },
    POST_COMPLETION: { 'zh-CN': '后补助', en: 'grant after completion' },
    STAGED: { 'zh-CN': '分段补助', en: 'staged grant' },
  } satisfies Labels<enums.FundingMode>,
  IdentityDocumentKind: {
    RESIDENT_ID: { 'zh-CN': '居民身份证', en: 'resident identity card' },
    HK_MACAU_TAIWAN_RESIDENCE_PERMIT: {
      'zh-CN': '港澳台居民居住证',
      en: 'residence permit of Hong Kong, Macau and Taiwan residents',
    },
    HK_MACAU_PERMIT: {
      'zh-CN': '港澳居民来往内地通行证',
      en: 'Mainland travel permit of Hong Kong and Macau residents',
    },
    TAIWAN_PERMIT: { 'zh-CN': '台湾居民来往大陆通行证', en: 'Mainland travel permit of Taiwan residents' },
    FOREIGN_PERMANENT_RESIDENT_ID: { 'zh-CN': '外国人永久居留身份证', en: 'foreign permanent resident identity card' },
    PASSPORT: { 'zh-CN': '护照', en: 'passport' },
  } satisfies Labels<enums.IdentityDocumentKind>,
  ImportState: {
    DONE: { 'zh-CN': '已导入', en: 'done' },
    UNDONE: { 'zh-CN': '已撤回', en: 'undone' },
  } satisfies Labels<enums.ImportState>,
  IndustryField: {
    NEW_ENERGY: { code: '1', 'zh-CN': '新能源', en: 'new energy' },
    NEW_MATERIALS: { code: '2', 'zh-CN': '新材料', en: 'new materials' },
    SALT_LAKE_CHEMICALS: { code: '3', 'zh-CN': '盐湖化工', en: 'salt-lake chemicals' },
    NON_FERROUS_METALS: { code: '4', 'zh-CN': '有色金属', en: 'non-ferrous metals' },
    OIL_AND_GAS: { code: '5', 'zh-CN': '石油天然气', en: 'oil and gas' },
    COAL: { code: '6', 'zh-CN': '煤炭', en: 'coal' },
    STEEL: { code: '7', 'zh-CN': '钢铁', en: 'steel' },
    EQUIPMENT: { code: '8', 'zh-CN': '装备制造', en: 'equipment' },
    BIOMEDICINE: { code: '9', 'zh-CN': '生物医药', en: 'biomedicine' },
    MINERALS: { code: '10', 'zh-CN': '矿产资源勘探与开发', en: 'exploration and exploitation of minerals' },
    ELECTRONICS: { code: '11', 'zh-CN': '电子信息', en: 'electronics and information' },
    LIGHT_INDUSTRY_AND_TEXTILES: { code: '12', 'zh-CN': '轻工纺织', en: 'light industry and textiles' },
    OTHER: { code: '99', 'zh-CN': '其它', en: 'other' },
  } satisfies Labels<enums.IndustryField>,
  IntegrityRecordKind: {
    BAD_CREDIT: { 'zh-CN': '不良信用记录', en: 'bad credit record' },
    INTEGRITY_BREACH: { 'zh-CN': '违反科研诚信', en: 'breach of research integrity' },
  } satisfies Labels<enums.IntegrityRecordKind>,
  InvitationState: {
    PENDING: { 'zh-CN': '待接受', en: 'waiting' },
    ACCEPTED: { 'zh-CN': '已接受', en: 'accepted' },
    EXPIRED: { 'zh-CN': '已过期', en: 'expired' },
    REVOKED: { 'zh-CN': '已撤销', en: 'revoked' },
  } satisfies Labels<enums.InvitationState>,
  MemberRight: {
    MANAGE: { 'zh-CN': '管理', en: 'manage' },
    EDIT: { 'zh-CN': '编辑', en: 'edit' },
    SUBMIT: { 'zh-CN': '提交', en: 'submit' },
    READ: { 'zh-CN': '查看', en: 'read' },
  } satisfies Labels<enums.MemberRight>,
  OfficeRole: {
    PROGRAMME: { 'zh-CN': '项目管理科室', en: 'programme office' },
    ACCEPTANCE_DESK: { 'zh-CN': '项目受理单位', en: 'acceptance desk' },
    COMPLAINTS: { 'zh-CN': '监督投诉受理', en: 'complaints' },
  } satisfies Labels<enums.OfficeRole>,
  Outcome: {
    PASS: { 'zh-CN': '符合', en: 'pass' },
    FAIL: { 'zh-CN': '不符合', en: 'fail' },
    UNKNOWN: { 'zh-CN': '待补充', en: 'unknown' },
    NOT_APPLICABLE: { 'zh-CN': '不适用', en: 'not applicable' },
    REVIEW: { 'zh-CN': '人工审查', en: 'for review' },
  } satisfies Labels<enums.Outcome>,
  OutcomeForm: {
    PRODUCT: { code: '1', 'zh-CN': '新产品（或农业新品种）', en: 'new product, or new variety of crop' },
    PROCESS: { code: '2', 'zh-CN': '新工艺（或新方法、新模式）', en: 'new process, method or model' },
    DEVICE: { code: '3', 'zh-CN': '新装置', en: 'new device' },
    MATERIAL: { code: '4', 'zh-CN': '新材料', en: 'new material' },
    SOFTWARE: { code: '5', 'zh-CN': '计算机软件', en: 'software' },
    REPORT: { code: '6', 'zh-CN': '研究（咨询）报告', en: 'research or consulting report' },
    PUBLICATION: { code: '7', 'zh-CN': '论文论著', en: 'papers and books' },
    OTHER: { code: '9', 'zh-CN': '其它', en: 'other' },
  } satisfies Labels<enums.OutcomeForm>,
  OutcomeLevel: {
    INTERNATIONALLY_LEADING: { code: '1', 'zh-CN': '国际领先', en: 'internationally leading' },
    INTERNATIONALLY_ADVANCED: { code: '2', 'zh-CN': '国际先进', en: 'internationally advanced' },
    NATIONALLY_LEADING: { code: '3', 'zh-CN': '国内领先', en: 'nationally leading' },
    NATIONALLY_ADVANCED: { code: '4', 'zh-CN': '国内先进', en: 'nationally advanced' },
    PROVINCIALLY_ADVANCED: { code: '5', 'zh-CN': '省、部内先进', en: 'advanced in the province or ministry' },
    OTHER: { code: '9', 'zh-CN': '其它', en: 'other' },
  } satisfies Labels<enums.OutcomeLevel>,
  OwnFundsSource: {
    OTHER_PUBLIC_FUNDS: { code: '1', 'zh-CN': '其他财政拨款', en: 'other public funds' },
    OWN_MONEY: { code: '2', 'zh-CN': '单位自有货币资金', en: 'the organisation’s own money' },
    OTHER: { code: '3', 'zh-CN': '其他资金', en: 'other funds' },
  } satisfies Labels<enums.OwnFundsSource>,
  ParameterType: {
    INT: { 'zh-CN': '整数', en: 'whole number' },
    MONEY: { 'zh-CN': '金额（元）', en: 'amount in yuan' },
    DATE: { 'zh-CN': '日期', en: 'date' },
    BOOL: { 'zh-CN': '是或否', en: 'yes or no' },
    STRING: { 'zh-CN': '文本', en: 'text' },
    STRINGS: { 'zh-CN': '文本列表', en: 'list of texts' },
  } satisfies Labels<enums.ParameterType>,
  PersonalField: {
    ID_NUMBER: { 'zh-CN': '证件号码', en: 'number of the identity document' },
    PHONE: { 'zh-CN': '电话号码', en: 'phone number' },
    BIRTH_DATE: { 'zh-CN': '出生日期', en: 'date of birth' },
  } satisfies Labels<enums.PersonalField>,
  PlatformKind: {
    RESEARCH_BASE: { code: '1', 'zh-CN': '研发基地', en: 'research and development base' },
    INDUSTRIALISATION_BASE: { code: '2', 'zh-CN': '产业化基地', en: 'industrialisation base' },
    ENGINEERING_CENTRE: { code: '3', 'zh-CN': '工程（技术）研究中心', en: 'engineering (technology) research centre' },
    KEY_LABORATORY: { code: '4', 'zh-CN': '重点实验室', en: 'key laboratory' },
    ENTERPRISE_TECHNOLOGY_CENTRE: { code: '5', 'zh-CN': '企业技术中心', en: 'enterprise technology centre' },
    OTHER: { code: '6', 'zh-CN': '其它', en: 'other' },
  } satisfies Labels<enums.PlatformKind>,
  ProjectStage: {
    LAB_SCALE: { code: '1', 'zh-CN': '小试', en: 'laboratory scale' },
    SCALE_UP: { code: '2', 'zh-CN': '扩试', en: 'scale-up' },
    PILOT: { code: '3', 'zh-CN': '中试', en: 'pilot' },
    INDUSTRIALISATION: { code: '4', 'zh-CN': '产业化', en: 'industrialisation' },
    OTHER: { code: '5', 'zh-CN': '其他', en: 'other' },
  } satisfies Labels<enums.ProjectStage>,
  ProjectState: {
    ACTIVE: { 'zh-CN': '在研', en: 'under way' },
    MIDTERM: { 'zh-CN': '中期检查', en: 'midterm review' },
    ACCEPTANCE: { 'zh-CN': '验收中', en: 'acceptance' },
    CLOSED: { 'zh-CN': '已结题', en: 'closed' },
    TERMINATED: { 'zh-CN': '已终止', en: 'terminated' },
    REVOKED: { 'zh-CN': '已撤销', en: 'revoked' },
  } satisfies Labels<enums.ProjectState>,
  RecordSubject: {
    UNIT: { 'zh-CN': '单位', en: 'organisation' },
    PERSON: { 'zh-CN': '个人', en: 'person' },
  } satisfies Labels<enums.RecordSubject>,
  Register: {
    INTEGRITY: { 'zh-CN': '信用与诚信记录', en: 'integrity records' },
    LEDGER: { 'zh-CN': '项目台账', en: 'project ledger' },
  } satisfies Labels<enums.Register>,
  Requirement: {
    REQUIRED: { 'zh-CN': '必须提交', en: 'required' },
    NOT_REQUIRED: { 'zh-CN': '无须提交', en: 'not required' },
    UNKNOWN: { 'zh-CN': '待定', en: 'not known yet' },
  } satisfies Labels<enums.Requirement>,
  Role: {
    PUBLIC: { 'zh-CN': '社会公众', en: 'the public' },
    APPLICANT_MEMBER: { 'zh-CN': '申报单位成员', en: 'member of an applicant' },
    RECOMMENDING_AUTHORITY: { 'zh-CN': '推荐单位', en: 'recommending authority' },
    ACCEPTANCE_DESK: { 'zh-CN': '受理窗口', en: 'acceptance desk' },
    PROGRAMME_OFFICE: { 'zh-CN': '项目主管科室', en: 'programme office' },
    EXPERT: { 'zh-CN': '评审专家', en: 'expert' },
    SUPERVISOR: { 'zh-CN': '领导与监督', en: 'leadership and supervision' },
    ADMINISTRATOR: { 'zh-CN': '系统管理员', en: 'administrator' },
  } satisfies Labels<enums.Role>,
  RouteOutcome: {
    FOUND: { 'zh-CN': '已确定推荐单位', en: 'found' },
    MANUAL: { 'zh-CN': '由主管科室人工确定', en: 'by hand, in the programme office' },
    UNDETERMINED: { 'zh-CN': '待定', en: 'not determined yet' },
  } satisfies Labels<enums.RouteOutcome>,
  RuleLevel: {
    BLOCK: { 'zh-CN': '限制性条件', en: 'blocks' },
    WARN: { 'zh-CN': '提示，可由经办人说明理由后放行', en: 'warns; an officer may override it' },
    JUDGE: { 'zh-CN': '人工判断', en: 'judged by a person' },
    ROUTE: { 'zh-CN': '决定去向，不作限制', en: 'routes, never refuses' },
  } satisfies Labels<enums.RuleLevel>,
  ScanState: {
    NOT_SCANNED: { 'zh-CN': '未查毒', en: 'not scanned' },
    CLEAN: { 'zh-CN': '未发现恶意代码', en: 'no malware found' },
    INFECTED: { 'zh-CN': '含恶意代码', en: 'malware found' },
  } satisfies Labels<enums.ScanState>,
  Sex: {
    MALE: { 'zh-CN': '男', en: 'male' },
    FEMALE: { 'zh-CN': '女', en: 'female' },
  } satisfies Labels<enums.Sex>,
  VerificationState: {
    PENDING: { 'zh-CN': '待核验', en: 'to be verified' },
    VERIFIED: { 'zh-CN': '已核验', en: 'verified' },
    REFUSED: { 'zh-CN': '核验未通过', en: 'refused' },
  } satisfies Labels<enums.VerificationState>,
  TechnologySource: {
    FOREIGN: { code: '1', 'zh-CN': '国外技术', en: 'foreign' },
    DOMESTIC: { code: '2', 'zh-CN': '国内技术', en: 'domestic' },
    OWN: { code: '3', 'zh-CN': '自有技术', en: 'own' },
  } satisfies Labels<enums.TechnologySource>,
  VerdictResult: {
    ELIGIBLE: { 'zh-CN': '可以申报', en: 'eligible' },
    INELIGIBLE: { 'zh-CN': '不可申报', en: 'not eligible' },
    UNDETERMINED: { 'zh-CN': '尚不能确定', en: 'not determined yet' },
  } satisfies Labels<enums.VerdictResult>,
} satisfies Record<string, Labels<string>>

/** Name of an enum that has labels. */
export type LabelledEnum = keyof typeof labels

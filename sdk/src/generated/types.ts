/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A document that an organisation adds. */
export type AddEvidenceInput = {
  /** The organisation. */
  readonly applicant: string;
  /** The file, uploaded with the purpose EVIDENCE for this organisation. */
  readonly document: string;
  /** The last day on which it holds; left out for no end. */
  readonly expiresOn?: string | null | undefined;
  /** 8 to 64 letters, digits, - and _; the same for a retry. */
  readonly idempotencyKey: string;
  readonly issuedOn?: string | null | undefined;
  readonly kind: EvidenceKind;
  /** Number that is printed on it; never that of an ID card. */
  readonly number?: string | null | undefined;
  /** The year that it is for; needed for audit reports and statements. */
  readonly year?: number | null | undefined;
};

/** A person who is to be added to an organisation. */
export type AddPersonInput = {
  readonly applicant: string;
  /** Compared with the document’s number where that tells it; sealed like the number. */
  readonly birthDate?: string | null | undefined;
  readonly degree?: string | null | undefined;
  readonly employer?: string | null | undefined;
  readonly idDocument: IdDocumentInput;
  /** 8 to 64 letters, digits, - and _; the same for a retry. */
  readonly idempotencyKey: string;
  /** As the document has it; at most 100 characters. */
  readonly name: string;
  readonly onStaff: boolean;
  /** Mobile number, or area code and number; the city’s area code may be left out. */
  readonly phone: string;
  /** Compared with the document’s number where that tells it. */
  readonly sex?: Sex | null | undefined;
  readonly speciality?: string | null | undefined;
  readonly title?: string | null | undefined;
};

/** Level of government an institution belongs to (notice, 一（二）). */
export type AdministrativeLevel =
  /** 县（区）级 — county or district */
  | 'COUNTY'
  /** 市级 — municipal */
  | 'MUNICIPAL'
  /** 国家级 — national */
  | 'NATIONAL'
  /** 无隶属 — none */
  | 'NONE'
  /** 省级 — provincial */
  | 'PROVINCIAL';

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type ApplicantFactsInput = {
  /** 不良信用记录的日期 — days on which bad credit was recorded */
  readonly badCreditRecords?: ReadonlyArray<string> | null | undefined;
  /** 有生产经营活动 — has business operations */
  readonly businessOperations?: boolean | null | undefined;
  /** 注册地区代码（GB/T 2260） — registered district, GB/T 2260 code */
  readonly district?: string | null | undefined;
  /** 成立日期 — day it was founded */
  readonly foundedOn?: string | null | undefined;
  /** 有违反科研诚信行为 — in breach of research integrity */
  readonly integrityBreach?: boolean | null | undefined;
  /** 单位性质 — kind of organisation */
  readonly kind?: ApplicantKind | null | undefined;
  /** 具有独立法人资格 — is an independent legal person */
  readonly legalPerson?: boolean | null | undefined;
  /** 隶属层级 — level of government it belongs to */
  readonly level?: AdministrativeLevel | null | undefined;
  /** 在研项目数（不含本项目，不含重大专项） — projects under way, without this one and without major specials */
  readonly ongoingProjects?: number | null | undefined;
  /** 应结未结项目的计划完成日期 — planned end dates of projects that should have been closed and were not */
  readonly overdueProjects?: ReadonlyArray<string> | null | undefined;
  /** 行业主管部门 — department in charge of it; empty for none */
  readonly parentDepartment?: string | null | undefined;
  /** 所在园区代码，不在园区的为空 — code of the park it belongs to; empty for none */
  readonly park?: string | null | undefined;
  /** 建有“两新”党组织 — has set up a party branch */
  readonly partyBranch?: boolean | null | undefined;
  /** 撤销项目的日期 — days on which a project was revoked */
  readonly revokedProjects?: ReadonlyArray<string> | null | undefined;
};

/** Kind of organisation (form, section 1). */
export type ApplicantKind =
  /** 企业 — enterprise */
  | 'ENTERPRISE'
  /** 其他 — other */
  | 'OTHER'
  /** 其他事业单位 — other public institution */
  | 'PUBLIC_INSTITUTION'
  /** 科研院所 — research institute */
  | 'RESEARCH_INSTITUTE'
  /** 高等院校 — university */
  | 'UNIVERSITY';

/** A research platform (form, table 14-2). */
export type ApplicantPlatformInput = {
  /** The authority that recognised it. */
  readonly authority?: string | null | undefined;
  readonly kind: PlatformKind;
  /** Level of government that recognised it. */
  readonly level?: AdministrativeLevel | null | undefined;
  readonly name: string;
};

/** A part of an application, as far as it is known. */
export type ApplicationAttachmentItemInput = {
  /** 文件 — the uploaded file. */
  readonly document?: string | null | undefined;
  /** 单位证明材料 — a document of the organisation’s, in place of a file. */
  readonly evidence?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 说明 — note. At most 500 characters. */
  readonly note?: string | null | undefined;
  /** 附件类别（指南附件代码） — what it is: code of the guideline’s requirement. At most 64 characters. */
  readonly requirement?: string | null | undefined;
  /** 自筹经费来源（行标识） — the self-raised source that it proves: its key. */
  readonly source?: string | null | undefined;
};

/** 十五、附件 — 15 Attachments: the whole section, as far as it is known. */
export type ApplicationAttachmentsInput = {
  /** 附件 — attachments. At most 100. */
  readonly items?: ReadonlyArray<ApplicationAttachmentItemInput> | null | undefined;
};

/** 一、项目基本信息 — 1 Basics: the whole section, as far as it is known. */
export type ApplicationBasicsInput = {
  /** 单位联系人 — the applicant’s contact. */
  readonly contact?: ApplicationContactInput | null | undefined;
  /** 课题组人数 — people in the project, by rank of their title; the total is their sum. */
  readonly headCount?: ApplicationHeadCountInput | null | undefined;
  /** 为产业化类项目 — is an industrialisation project. */
  readonly industrialisation?: boolean | null | undefined;
  /** 行业领域 — industry field. */
  readonly industryField?: IndustryField | null | undefined;
  /** 其它行业领域说明 — which other field. At most 200 characters. */
  readonly industryFieldOther?: string | null | undefined;
  /** 项目负责人 — project leader. */
  readonly leader?: ApplicationLeaderInput | null | undefined;
  /** 其它成果形式说明 — which other form. At most 200 characters. */
  readonly outcomeFormOther?: string | null | undefined;
  /** 预期成果形式 — forms of the expected outcome. */
  readonly outcomeForms?: ReadonlyArray<OutcomeForm> | null | undefined;
  /** 预期成果水平 — level of the expected outcome. */
  readonly outcomeLevel?: OutcomeLevel | null | undefined;
  /** 其它成果水平说明 — which other level. At most 200 characters. */
  readonly outcomeLevelOther?: string | null | undefined;
  /** 合作单位 — partner organisations. At most 5. */
  readonly partners?: ReadonlyArray<ApplicationPartnerInput> | null | undefined;
  /** 为平台建设项目 — builds or runs a platform. */
  readonly platform?: boolean | null | undefined;
  /** 项目联系人 — the project’s contact. */
  readonly projectContact?: ApplicationProjectContactInput | null | undefined;
  /** 现处阶段 — stage that the research has reached. */
  readonly stage?: ProjectStage | null | undefined;
  /** 其他阶段说明 — which other stage. At most 200 characters. */
  readonly stageOther?: string | null | undefined;
  /** 技术来源 — where the technology comes from. */
  readonly technologySource?: TechnologySource | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationBudgetAmountsInput = {
  /** 自筹经费 — self-raised funds. */
  readonly selfRaised?: string | null | undefined;
  /** 专项经费 — special funds. */
  readonly specialFunds?: string | null | undefined;
};

/** 十二、项目经费预算 — 12 Budget: the whole section, as far as it is known. */
export type ApplicationBudgetInput = {
  /** 12.3 分年度投资计划 — 12.3 plan by year. At most 6. */
  readonly annualPlan?: ReadonlyArray<ApplicationYearPlanInput> | null | undefined;
  /** 1.设备费 — row 3, equipment. */
  readonly equipment?: ApplicationBudgetAmountsInput | null | undefined;
  /** 50万元以上的设备 — equipment of 500,000 yuan and more. At most 100. */
  readonly equipmentItems?: ReadonlyArray<ApplicationEquipmentItemInput> | null | undefined;
  /** 12.2 设备费说明 — 12.2 note on equipment. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly equipmentNote?: string | null | undefined;
  /** 12.4 项目自筹经费来源 — 12.4 sources of self-raised funds. At most 20. */
  readonly fundingSources?: ReadonlyArray<ApplicationFundingSourceInput> | null | undefined;
  /** （二）间接费用 — row 7, indirect costs. */
  readonly indirect?: ApplicationBudgetAmountsInput | null | undefined;
  /** 3.劳务费 — row 6, labour. */
  readonly labour?: ApplicationBudgetAmountsInput | null | undefined;
  /** 12.2 劳务费说明 — 12.2 note on labour. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly labourNote?: string | null | undefined;
  /** 2.业务费 — row 5, operations. */
  readonly operations?: ApplicationBudgetAmountsInput | null | undefined;
  /** 12.2 业务费说明 — 12.2 note on operations. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly operationsNote?: string | null | undefined;
  /** 其中：购置设备费 — row 4, of which purchased equipment. */
  readonly purchasedEquipment?: ApplicationBudgetAmountsInput | null | undefined;
};

/** 九、承担单位与合作方提供的项目实施条件 — 9 Conditions: the whole section, as far as it is known. */
export type ApplicationConditionsInput = {
  /** 项目实施条件 — what applicant and partners provide: equipment, ability, people. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationContactInput = {
  /** 电子信箱 — e-mail. */
  readonly email?: string | null | undefined;
  /** 传真号码 — fax. */
  readonly fax?: string | null | undefined;
  /** 联系人 — contact. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** 联系电话 — phone. Sent back masked, it stays as it is. */
  readonly phone?: string | null | undefined;
};

/** 封面 — Cover: the whole section, as far as it is known. */
export type ApplicationCoverInput = {
  /** 申报类别（代码） — code of the category. At most 64 characters. */
  readonly category?: string | null | undefined;
  /** 项目申报指南方向（代码） — code of the direction, a leaf of the category’s tree. At most 64 characters. */
  readonly direction?: string | null | undefined;
  /** 结束年月 — last month. */
  readonly endMonth?: string | null | undefined;
  /** 开始年月 — first month. */
  readonly startMonth?: string | null | undefined;
  /** 项目名称 — name of the project. At most 100 characters. */
  readonly title?: string | null | undefined;
};

/** 十四、声明 — 14 Declarations: the whole section, as far as it is known. */
export type ApplicationDeclarationsInput = {
  /** 14.1 项目承诺书 — 14.1 applicant and leader make the commitment. */
  readonly commitment?: boolean | null | undefined;
  /** 14.2（1）涉及保密等问题 — 14.2 (1) has confidential content. */
  readonly confidential?: boolean | null | undefined;
  /** 承诺成果在本市转化 — results are put to use in the city (notice, 一（三）1). */
  readonly localConversion?: boolean | null | undefined;
  /** 表14-2 平台信息 — table 14-2, platforms. At most 30. */
  readonly platformList?: ReadonlyArray<ApplicationDeclaredPlatformInput> | null | undefined;
  /** 14.2（3）具有相关平台 — 14.2 (3) has platforms. */
  readonly platforms?: boolean | null | undefined;
  /** 拥有前期研发成果及相关前置条件 — has prior results and the preconditions (notice, 一（三）6). */
  readonly priorResults?: boolean | null | undefined;
  /** 14.2（2）申请专家回避 — 14.2 (2) asks for recusal. */
  readonly recusal?: boolean | null | undefined;
  /** 表14-1 回避的专家 — table 14-1, experts. At most 2. */
  readonly recusalExperts?: ReadonlyArray<ApplicationRecusalExpertInput> | null | undefined;
  /** 表14-1 回避的单位 — table 14-1, institution. */
  readonly recusalInstitution?: ApplicationRecusalInstitutionInput | null | undefined;
  /** 具有工作基础和条件 — has the work basis and conditions (notice, 一（三）3). */
  readonly workBasis?: boolean | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationDeclaredPlatformInput = {
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 类别 — kind. */
  readonly kind?: PlatformKind | null | undefined;
  /** 平台名称 — name. At most 200 characters. */
  readonly name?: string | null | undefined;
  /** 证明文件（附件的行标识） — its proof: the key of an attachment. */
  readonly proof?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationEquipmentItemInput = {
  /** 金额 — price of all of them. */
  readonly amount?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 规格型号 — model. At most 200 characters. */
  readonly model?: string | null | undefined;
  /** 设备名称 — equipment. At most 200 characters. */
  readonly name?: string | null | undefined;
  /** 数量 — number. */
  readonly quantity?: number | null | undefined;
  /** 用途 — use. At most 500 characters. */
  readonly use?: string | null | undefined;
};

/** Which applications; conditions left out don’t restrict. */
export type ApplicationFilter = {
  /** The organisation that applies. */
  readonly applicant?: string | null | undefined;
  /** Code of the category. */
  readonly category?: string | null | undefined;
  /** Those in the bin (true), or the others. */
  readonly deleted?: boolean;
  /** Code of the direction. */
  readonly direction?: string | null | undefined;
  readonly industryField?: ReadonlyArray<IndustryField> | null | undefined;
  readonly status?: ReadonlyArray<ApplicationStatus> | null | undefined;
  /** A part of the title; capital and small letters don’t matter. */
  readonly title?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationFundingSourceInput = {
  /** 配套资金 — amount. */
  readonly amount?: string | null | undefined;
  /** 出资单位 — funder. At most 200 characters. */
  readonly funder?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 资金来源 — where the money comes from. */
  readonly kind?: OwnFundsSource | null | undefined;
  /** 其他资金说明 — which other funds. At most 200 characters. */
  readonly kindOther?: string | null | undefined;
  /** 主要用途（预算支出科目） — what it is used for (heads of the budget). At most 500 characters. */
  readonly use?: string | null | undefined;
};

/** 二、申请项目的依据和理由 — 2 Grounds: the whole section, as far as it is known. */
export type ApplicationGroundsInput = {
  /** 依据和理由 — grounds: importance, need, prospects, practical value. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationHeadCountInput = {
  /** 中级 — intermediate. */
  readonly intermediate?: number | null | undefined;
  /** 初级 — junior. */
  readonly junior?: number | null | undefined;
  /** 其他 — other. */
  readonly other?: number | null | undefined;
  /** 高级 — senior. */
  readonly senior?: number | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationIndicatorInput = {
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 指标 — indicator. At most 200 characters. */
  readonly name?: string | null | undefined;
  /** 说明 — note. At most 500 characters. */
  readonly note?: string | null | undefined;
  /** 数值 — quantity. */
  readonly quantity?: string | null | undefined;
  /** 单位 — unit. At most 30 characters. */
  readonly unit?: string | null | undefined;
};

/** 七、项目预期实现的指标 — 7 Indicators: the whole section, as far as it is known. */
export type ApplicationIndicatorsInput = {
  /** 7.2 经济指标 — 7.2 economic indicators. At most 50. */
  readonly economic?: ReadonlyArray<ApplicationIndicatorInput> | null | undefined;
  /** 7.2 经济指标的计算依据 — 7.2 how the economic indicators were computed. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly economicBasis?: string | null | undefined;
  /** 7.3 研究成果 — 7.3 results, counted. At most 50. */
  readonly results?: ReadonlyArray<ApplicationIndicatorInput> | null | undefined;
  /** 7.3 研究成果说明 — 7.3 the results in words. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly resultsNote?: string | null | undefined;
  /** 7.4 社会、环境效益 — 7.4 social and environmental benefit. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly social?: string | null | undefined;
  /** 7.1 技术指标 — 7.1 technical indicators. At most 50. */
  readonly technical?: ReadonlyArray<ApplicationIndicatorInput> | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationLeaderInput = {
  /** 出生年月 — month of birth. */
  readonly birthMonth?: string | null | undefined;
  /** 最高学位 — highest degree. At most 100 characters. */
  readonly degree?: string | null | undefined;
  /** 电子信箱 — e-mail. */
  readonly email?: string | null | undefined;
  /** 传真号码 — fax. */
  readonly fax?: string | null | undefined;
  /** 证件类型 — kind of document. */
  readonly idKind?: IdentityDocumentKind | null | undefined;
  /** 证件号码 — number of the document. Sent back masked, it stays as it is. */
  readonly idNumber?: string | null | undefined;
  /** 固定电话 — landline. */
  readonly landline?: string | null | undefined;
  /** 移动电话 — mobile phone. Sent back masked, it stays as it is. */
  readonly mobile?: string | null | undefined;
  /** 姓名 — name. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** 本单位人员（用于预填） — the person of the organisation from whom it was filled in. */
  readonly person?: string | null | undefined;
  /** 性别 — sex. */
  readonly sex?: Sex | null | undefined;
  /** 从事专业 — speciality. At most 100 characters. */
  readonly speciality?: string | null | undefined;
  /** 职称 — professional title. At most 100 characters. */
  readonly title?: string | null | undefined;
};

/** 四、市场现状与需求分析 — 4 Market: the whole section, as far as it is known. */
export type ApplicationMarketInput = {
  /** 市场现状与需求分析 — the market as it is, and the demand to come. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** 六、项目采取的方法、技术路线或工艺流程 — 6 Methods: the whole section, as far as it is known. */
export type ApplicationMethodsInput = {
  /** 方法、技术路线或工艺流程 — methods, technical route or process. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** 十三、项目申报单位意见 — 13 The applicant’s opinion: the whole section, as far as it is known. */
export type ApplicationOpinionInput = {
  /** 法定代表人 — legal representative. At most 100 characters. */
  readonly legalRepresentative?: string | null | undefined;
  /** 申报单位意见 — opinion. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** One step of an order. */
export type ApplicationOrder = {
  readonly direction?: OrderDirection;
  readonly field: ApplicationOrderField;
};

/** What applications can be ordered by. */
export type ApplicationOrderField =
  | 'CREATED_AT'
  | 'TITLE'
  | 'UPDATED_AT';

/** A part of an application, as far as it is known. */
export type ApplicationParticipantInput = {
  /** 年龄 — age. At most 150 characters. */
  readonly age?: number | null | undefined;
  /** 工作单位 — employer. At most 200 characters. */
  readonly employer?: string | null | undefined;
  /** 证件类型 — kind of document. */
  readonly idKind?: IdentityDocumentKind | null | undefined;
  /** 身份证号 — number of the document. Sent back masked, it stays as it is. */
  readonly idNumber?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 项目工作时间（月） — months of work. */
  readonly months?: number | null | undefined;
  /** 姓名 — name. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** 本单位人员（用于预填） — the person of the organisation from whom it was filled in. */
  readonly person?: string | null | undefined;
  /** 性别 — sex. */
  readonly sex?: Sex | null | undefined;
  /** 现从事专业 — speciality. At most 100 characters. */
  readonly speciality?: string | null | undefined;
  /** 项目承担任务 — task in the project. At most 500 characters. */
  readonly task?: string | null | undefined;
  /** 职务/职称 — post or title. At most 100 characters. */
  readonly title?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationPartnerInput = {
  /** 统一社会信用代码 — unified social credit code. */
  readonly creditCode?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 单位性质 — kind of organisation. */
  readonly kind?: ApplicantKind | null | undefined;
  /** 单位名称 — name. At most 200 characters. */
  readonly name?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationProjectContactInput = {
  /** 固定电话 — landline. */
  readonly landline?: string | null | undefined;
  /** 移动电话 — mobile phone. Sent back masked, it stays as it is. */
  readonly mobile?: string | null | undefined;
  /** 姓名 — name. At most 100 characters. */
  readonly name?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationRecusalExpertInput = {
  /** 工作单位 — employer. At most 200 characters. */
  readonly employer?: string | null | undefined;
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 专家姓名 — expert. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** 回避理由 — reason. At most 1000 characters. */
  readonly reason?: string | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationRecusalInstitutionInput = {
  /** 单位名称 — institution. At most 200 characters. */
  readonly name?: string | null | undefined;
  /** 回避理由 — reason. At most 1000 characters. */
  readonly reason?: string | null | undefined;
};

/** 五、主要内容和技术关键、技术来源 — 5 Content: the whole section, as far as it is known. */
export type ApplicationResearchInput = {
  /** 5.2 主要研究内容 — 5.2 content: the difficulties to be solved. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly content?: string | null | undefined;
  /** 5.1 研究目标 — 5.1 goals. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly goals?: string | null | undefined;
  /** 5.3 项目创新点 — 5.3 innovations. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly innovations?: string | null | undefined;
};

/** 八、实施规模及地点 — 8 Scale and site: the whole section, as far as it is known. */
export type ApplicationScaleInput = {
  /** 实施地点在本市 — the site is in the city. */
  readonly implementedInCity?: boolean | null | undefined;
  /** 8.1 实施规模 — 8.1 scale. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly scale?: string | null | undefined;
  /** 8.2 实施地点 — 8.2 site. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly site?: string | null | undefined;
};

/** 十一、项目进度安排 — 11 Schedule: the whole section, as far as it is known. */
export type ApplicationScheduleInput = {
  /** 项目进度安排 — schedule. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** 三、国内外发展趋势 — 3 State of the art: the whole section, as far as it is known. */
export type ApplicationStateOfTheArtInput = {
  /** 国内外发展趋势 — comparable research at home and abroad, and where it goes. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly text?: string | null | undefined;
};

/** Where an application stands. */
export type ApplicationStatus =
  /** 填报中 — being filled in */
  | 'DRAFT';

/** 十、项目负责人及参与人员 — 10 Leader and participants: the whole section, as far as it is known. */
export type ApplicationTeamInput = {
  /** 10.1 项目负责人简介 — 10.1 the leader’s profile. Markdown: paragraphs, lists, tables, formulas, images of the attachments. */
  readonly leaderProfile?: string | null | undefined;
  /** 10.2 项目负责人及主要参与人员 — 10.2 the leader in the first row, then at most 14 participants. At most 15. */
  readonly personnel?: ReadonlyArray<ApplicationParticipantInput> | null | undefined;
};

/** A part of an application, as far as it is known. */
export type ApplicationYearPlanInput = {
  /** 行标识 — key of the row. */
  readonly key?: string | null | undefined;
  /** 自筹经费 — self-raised funds. */
  readonly selfRaised?: string | null | undefined;
  /** 专项经费 — special funds. */
  readonly specialFunds?: string | null | undefined;
  /** 年度 — year. At most 2199 characters. */
  readonly year?: number | null | undefined;
};

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type BudgetAmountsFactsInput = {
  /** 自筹经费 — self-raised funds */
  readonly selfRaised?: string | null | undefined;
  /** 专项经费 — special funds asked for */
  readonly specialFunds?: string | null | undefined;
  /** 合计 — total */
  readonly total?: string | null | undefined;
};

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type BudgetFactsInput = {
  /** 2 直接费用 — row 2, direct costs */
  readonly direct?: BudgetAmountsFactsInput | null | undefined;
  /** 3 设备费 — row 3, equipment */
  readonly equipment?: BudgetAmountsFactsInput | null | undefined;
  /** 各台（套）设备的金额 — price of each piece of equipment */
  readonly equipmentItems?: ReadonlyArray<string> | null | undefined;
  /** 1 经费支出 — row 1, expenditure */
  readonly expenditure?: BudgetAmountsFactsInput | null | undefined;
  /** 7 间接费用 — row 7, indirect costs */
  readonly indirect?: BudgetAmountsFactsInput | null | undefined;
  /** 6 劳务费 — row 6, labour */
  readonly labour?: BudgetAmountsFactsInput | null | undefined;
  /** 5 业务费 — row 5, operations */
  readonly operations?: BudgetAmountsFactsInput | null | undefined;
  /** 4 购置设备费 — row 4, purchased equipment */
  readonly purchasedEquipment?: BudgetAmountsFactsInput | null | undefined;
};

/** A dated window, or the pool that is open all year (notice, 一（五）). */
export type CallKind =
  /** 全年储备 — all-year pool */
  | 'ALL_YEAR'
  /** 集中申报 — dated window */
  | 'WINDOW';

/** What became of a field. */
export type ChangeKind =
  /** It was empty, or its row wasn’t there. 新增。 */
  | 'ADDED'
  /** It says something else. 修改。 */
  | 'CHANGED'
  /** Rows of the list stand in another order. 行的次序有变。 */
  | 'MOVED'
  /** It was emptied, or its row was taken out. 删去。 */
  | 'REMOVED';

/** An application as far as it is known. */
export type CheckEligibilityInput = {
  /** A registered organisation that the caller sees: facts about it come from its registration and the city’s registers, and can’t be given. */
  readonly applicant?: string | null | undefined;
  /** The moment the verdict is for; now, if left out. */
  readonly asOf?: string | null | undefined;
  /** Code of the category. */
  readonly category?: string | null | undefined;
  /** Code of the city, e.g. "xining". */
  readonly city: string;
  /** Code of the direction; a leaf of the category’s tree. */
  readonly direction?: string | null | undefined;
  readonly facts?: FactsInput | null | undefined;
  /** A registered person who is to lead the project; facts about him come from the registers likewise. */
  readonly leader?: string | null | undefined;
  /** Programme year, e.g. 2024. */
  readonly year: number;
};

/** An application that a new one is begun from. */
export type CopyApplicationInput = {
  readonly application: string;
  /** 8 to 64 letters, digits, - and _; the same for a retry. */
  readonly idempotencyKey: string;
  /** Programme year of the new one; the newest of the organisation’s city, if left out. */
  readonly year?: number | null | undefined;
};

/** An application that is to be begun. */
export type CreateApplicationInput = {
  /** The organisation that applies; the right to edit for it is needed. */
  readonly applicant: string;
  /** 8 to 64 letters, digits, - and _; the same for a retry. */
  readonly idempotencyKey: string;
  /** Programme year; the newest of the organisation’s city, if left out. */
  readonly year?: number | null | undefined;
};

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type DeclarationsFactsInput = {
  /** 项目内容涉密（表14.2第1项） — has confidential content (form 14.2, 1) */
  readonly confidential?: boolean | null | undefined;
  /** 有健全的财务管理制度 — has a sound financial management system */
  readonly financialManagement?: boolean | null | undefined;
  /** 承诺成果在本市转化 — commits itself to put results to use in the city */
  readonly localConversion?: boolean | null | undefined;
  /** 具有相关平台（表14.2第3项） — has platforms (form 14.2, 3) */
  readonly platforms?: boolean | null | undefined;
  /** 拥有前期研发成果及相关前置条件 — has prior R&D results and the preconditions */
  readonly priorResults?: boolean | null | undefined;
  /** 能够建立研发费用辅助账 — keeps an R&D sub-ledger */
  readonly rdSubLedger?: boolean | null | undefined;
  /** 申请专家回避（表14.2第2项） — asks for recusal (form 14.2, 2) */
  readonly recusal?: boolean | null | undefined;
  /** 有健全的科研管理制度 — has a sound research management system */
  readonly researchManagement?: boolean | null | undefined;
  /** 经费专款专用、单独核算 — ring-fences and accounts for project funds */
  readonly ringFencedFunds?: boolean | null | undefined;
  /** 具有工作基础和条件 — has the work basis and conditions */
  readonly workBasis?: boolean | null | undefined;
};

/** Systems that the organisation declares to have; what is left out is not declared yet. */
export type DeclaredSystemsInput = {
  readonly financialManagement?: boolean | null | undefined;
  readonly rdSubLedger?: boolean | null | undefined;
  readonly researchManagement?: boolean | null | undefined;
  readonly ringFencedFunds?: boolean | null | undefined;
};

/** A draft that is put into the bin. */
export type DeleteApplicationInput = {
  readonly application: string;
};

/** What an uploaded file is for. */
export type DocumentPurpose =
  /** 申报书导入 — import of an application */
  | 'APPLICATION_IMPORT'
  /** 申报书附件 — attachment of an application */
  | 'ATTACHMENT'
  /** 证明材料 — evidence */
  | 'EVIDENCE'
  /** 登记数据导入 — import of a register */
  | 'REGISTER_IMPORT';

/** Why something was refused. */
export type ErrorCode =
  /** The account was deactivated. 账号已停用。 */
  | 'ACCOUNT_DEACTIVATED'
  /** The address has an account here already: sign in to that one. 该邮箱在本服务已有账号，请用原账号登录。 */
  | 'ACCOUNT_EXISTS'
  /** No such account, or it is deactivated. 没有该账号，或已停用。 */
  | 'ACCOUNT_UNKNOWN'
  /** An alias has more than 63 characters. 别名超过 63 个字符。 */
  | 'ALIAS_TOO_LONG'
  /** The address’s owner works on this application already. 该邮箱的账号已是该申报项目的协作者。 */
  | 'ALREADY_COLLABORATOR'
  /** The account is a member of the organisation already. 该账号已是本单位成员。 */
  | 'ALREADY_MEMBER'
  /** The amount has thousands separators or spaces. 金额含有千分位分隔符或空格。 */
  | 'AMOUNT_HAS_SEPARATORS'
  /** Not an amount in yuan. 不是以元为单位的金额。 */
  | 'AMOUNT_MALFORMED'
  /** The amount is larger than any budget. 金额过大。 */
  | 'AMOUNT_TOO_LARGE'
  /** More than two decimals of yuan; nothing is rounded. 金额超过两位小数；系统不作四舍五入。 */
  | 'AMOUNT_TOO_PRECISE'
  /** The organisation isn’t deactivated. 该单位并未停用。 */
  | 'APPLICANT_ACTIVE'
  /** The organisation is deactivated and can only be read. 该单位已停用，只能查看。 */
  | 'APPLICANT_DEACTIVATED'
  /** No such organisation, or not one that the caller acts for. 没有该单位，或当前账号不属于该单位。 */
  | 'APPLICANT_UNKNOWN'
  /** The application is in the bin. 该申报项目在回收站中。 */
  | 'APPLICATION_DELETED'
  /** The application is submitted and can’t be changed. 该申报项目已提交，不能修改。 */
  | 'APPLICATION_NOT_DRAFT'
  /** No such application, or not one that the caller may see. 没有该申报项目，或无权查看。 */
  | 'APPLICATION_UNKNOWN'
  /** The organisation’s document was replaced, withdrawn, or has expired. 所选的单位证明材料已更换、撤下或过期。 */
  | 'ATTACHMENT_EVIDENCE_OUTDATED'
  /** The file of an attachment hasn’t come, or was refused. 附件的文件尚未上传完成，或已被拒收。 */
  | 'ATTACHMENT_FILE_NOT_STORED'
  /** The file of an attachment is still to be scanned. 附件的文件正在等待查毒。 */
  | 'ATTACHMENT_FILE_QUARANTINED'
  /** The form doesn’t ask for this attachment. 申报书不需要该附件。 */
  | 'ATTACHMENT_NOT_NEEDED'
  /** An attachment proves a source of funds that isn’t there. 附件所证明的经费来源不存在。 */
  | 'ATTACHMENT_SOURCE_UNKNOWN'
  /** The guideline has no attachment of this code. 指南中没有该附件代码。 */
  | 'ATTACHMENT_UNKNOWN'
  /** An attachment has no file. 附件没有文件。 */
  | 'ATTACHMENT_WITHOUT_FILE'
  /** An attachment has a file and a document of the organisation’s. 附件同时有文件和单位证明材料。 */
  | 'ATTACHMENT_WITH_BOTH'
  /** The city has no such recommending authority. 该城市没有这个推荐单位。 */
  | 'AUTHORITY_UNKNOWN'
  /** The HTTP request is not a GraphQL request. 该 HTTP 请求不是 GraphQL 请求。 */
  | 'BAD_REQUEST'
  /** A variable or an argument has a wrong value; extensions.path says which. 变量或参数的值有误，位置见 extensions.path。 */
  | 'BAD_USER_INPUT'
  /** The date of birth is not the document’s. 出生日期与证件号码不一致。 */
  | 'BIRTH_DATE_DIFFERS'
  /** The date of birth lies in the future. 出生日期晚于今天。 */
  | 'BIRTH_DATE_IN_FUTURE'
  /** The body of the request is too large. 请求体过大。 */
  | 'BODY_TOO_LARGE'
  /** Row 2 of the budget is not 3 + 5 + 6. 预算第 2 行不等于第 3、5、6 行之和。 */
  | 'BUDGET_DIRECT_DIFFERS'
  /** Row 1 of the budget is not 2 + 7. 预算第 1 行不等于第 2、7 行之和。 */
  | 'BUDGET_EXPENDITURE_DIFFERS'
  /** The total of a row is not special funds + self-raised. 预算行的合计不等于专项与自筹之和。 */
  | 'BUDGET_ROW_TOTAL_DIFFERS'
  /** A row of the sheet is none of table 12.1. 工作表中的行不属于 12.1。 */
  | 'BUDGET_ROW_UNKNOWN'
  /** A sum in a sheet is not that of its rows. 工作表中的合计与各行之和不符。 */
  | 'BUDGET_SUM_DIFFERS'
  /** The sheet doesn’t say that its amounts are in 万元. 工作表未注明单位为万元。 */
  | 'BUDGET_UNIT_UNKNOWN'
  /** The working calendar is not published so far ahead. 相应年度的工作日历尚未公布。 */
  | 'CALENDAR_NOT_PUBLISHED'
  /** No such call. 没有该申报批次。 */
  | 'CALL_UNKNOWN'
  /** The guideline has no such category. 指南中没有该计划类别。 */
  | 'CATEGORY_UNKNOWN'
  /** Cells of a spreadsheet are merged. 单元格被合并。 */
  | 'CELLS_MERGED'
  /** A cell of a spreadsheet shows an error or an unknown value. 单元格显示错误或没有值。 */
  | 'CELL_ERROR'
  /** A cell of a CSV file holds a formula. CSV 单元格中含有公式。 */
  | 'CELL_FORMULA'
  /** The sign-in took too long, or was tried too often. 登录等待过久或尝试次数过多。 */
  | 'CHALLENGE_EXPIRED'
  /** The printed form can’t show a character. 打印的申报书无法显示某个字符。 */
  | 'CHARACTER_NOT_PRINTED'
  /** An option was chosen twice. 同一选项选择了两次。 */
  | 'CHOICE_TWICE'
  /** Not one of the options of the field. 不是该字段的选项。 */
  | 'CHOICE_UNKNOWN'
  /** No such city, or not one that the caller acts in. 没有该城市，或当前账号在该市没有职责。 */
  | 'CITY_UNKNOWN'
  /** The code of a mail has expired, was used, or is of something else. 邮件中的验证码已过期、已使用或不属于该操作。 */
  | 'CODE_INVALID'
  /** There is no such collaborator. 没有该协作者。 */
  | 'COLLABORATOR_UNKNOWN'
  /** A column that is needed is not in the file. 文件缺少必需的列。 */
  | 'COLUMN_MISSING'
  /** Two columns of the file hold the same. 文件中有两列含义相同。 */
  | 'COLUMN_TWICE'
  /** The register has no such column. 登记簿没有该列。 */
  | 'COLUMN_UNKNOWN'
  /** The commitment of 14.1 isn’t made. 未作出 14.1 的承诺。 */
  | 'COMMITMENT_NOT_MADE'
  /** The count is too large to be true. 数量过大。 */
  | 'COUNT_TOO_LARGE'
  /** Characters that no credit code has. 统一社会信用代码含有不允许的字符。 */
  | 'CREDIT_CODE_CHARACTERS'
  /** The credit code fails its check digit. 统一社会信用代码校验不通过。 */
  | 'CREDIT_CODE_CHECK_DIGIT'
  /** A credit code has 18 characters. 统一社会信用代码应为 18 位。 */
  | 'CREDIT_CODE_LENGTH'
  /** The credit code belongs to an organisation of another kind. 统一社会信用代码与单位性质不符。 */
  | 'CREDIT_CODE_OF_OTHER_KIND'
  /** The credit code is a sole trader’s, who is no legal person. 该代码属于个体工商户，不具有法人资格。 */
  | 'CREDIT_CODE_OF_SOLE_TRADER'
  /** An organisation with this credit code is registered. 该统一社会信用代码已经登记。 */
  | 'CREDIT_CODE_TAKEN'
  /** A page of another site may not ask. 不接受其他网站的页面发来的请求。 */
  | 'CROSS_SITE_REQUEST'
  /** A day that is still to come. 日期晚于今天。 */
  | 'DATE_IN_FUTURE'
  /** Not a day in the form YYYY-MM-DD. 日期不是“年-月-日”的形式。 */
  | 'DATE_MALFORMED'
  /** A day that does not exist. 日期不存在。 */
  | 'DATE_NOT_REAL'
  /** A day outside the years that are accepted. 日期超出可接受的年份。 */
  | 'DATE_OUT_OF_RANGE'
  /** Only the programme office can activate it again. 只能由项目主管科室重新启用。 */
  | 'DEACTIVATED_BY_OFFICE'
  /** A spreadsheet has rounded a number with many digits. 长数字被表格软件舍入，末几位已丢失。 */
  | 'DIGITS_LOST'
  /** The direction has more specific ones below it. 支持方向未选到最末一级。 */
  | 'DIRECTION_NOT_LEAF'
  /** The direction belongs to another category. 该支持方向属于其他计划类别。 */
  | 'DIRECTION_OF_OTHER_CATEGORY'
  /** The guideline has no such direction. 指南中没有该支持方向。 */
  | 'DIRECTION_UNKNOWN'
  /** Not a district of the city. 不是本市的县（区）。 */
  | 'DISTRICT_UNKNOWN'
  /** The operation would read too many objects; extensions.fields says where. 操作涉及的对象过多，位置见 extensions.fields。 */
  | 'DOCUMENT_TOO_COSTLY'
  /** The document is nested too deeply. 查询文档的嵌套过深。 */
  | 'DOCUMENT_TOO_DEEP'
  /** The document has too many tokens. 查询文档过长。 */
  | 'DOCUMENT_TOO_LONG'
  /** Not an e-mail address. 不是电子邮箱地址。 */
  | 'EMAIL_MALFORMED'
  /** The e-mail address was not confirmed yet. 电子邮箱尚未确认。 */
  | 'EMAIL_NOT_VERIFIED'
  /** It ends before it begins. 结束日期早于开始日期。 */
  | 'ENDS_BEFORE_START'
  /** No piece of equipment in its row. 设备数量为零。 */
  | 'EQUIPMENT_COUNT_ZERO'
  /** The equipment listed costs more than row 3. 所列设备金额大于设备费。 */
  | 'EQUIPMENT_LIST_OVER_ROW'
  /** The number of an ID card is not noted here. 此处不登记身份证号码。 */
  | 'EVIDENCE_NUMBER_NOT_TAKEN'
  /** No such document in use. 没有该在用的证明材料。 */
  | 'EVIDENCE_UNKNOWN'
  /** The year that it is for is missing. 缺少所属年度。 */
  | 'EVIDENCE_YEAR_NEEDED'
  /** A year that it can’t be for. 所属年度不可能。 */
  | 'EVIDENCE_YEAR_WRONG'
  /** It would expire before it was issued. 有效期早于签发日期。 */
  | 'EXPIRES_BEFORE_ISSUED'
  /** The service knows the fact and takes it from nobody. 该事实由系统提供，不接受填报。 */
  | 'FACT_KNOWN'
  /** A fact of the wrong type. 事实的类型不对。 */
  | 'FACT_TYPE'
  /** Not one of the values a fact can have. 不是该事实可取的值。 */
  | 'FACT_VALUE_UNKNOWN'
  /** A field with a value of the wrong type. 字段的值类型不对。 */
  | 'FIELD_TYPE'
  /** The form has no such field. 申报书没有这个字段。 */
  | 'FIELD_UNKNOWN'
  /** The PDF runs scripts or starts programs. PDF 含有脚本或会启动程序。 */
  | 'FILE_ACTIVE_CONTENT'
  /** The address of the file has expired. 文件地址已过期。 */
  | 'FILE_ADDRESS_EXPIRED'
  /** The address of the file was changed, or is another’s. 文件地址被改动，或属于他人。 */
  | 'FILE_ADDRESS_INVALID'
  /** Another content is stored at this address. 该地址已收存另一份内容。 */
  | 'FILE_ALREADY_STORED'
  /** The PDF carries other files. PDF 中嵌有其他文件。 */
  | 'FILE_CARRIES_FILES'
  /** The file is damaged. 文件已损坏。 */
  | 'FILE_DAMAGED'
  /** The content doesn’t have the announced SHA-256. 内容与所填的 SHA-256 不符。 */
  | 'FILE_DIGEST_DIFFERS'
  /** Not a SHA-256 in hexadecimal. 不是十六进制的 SHA-256。 */
  | 'FILE_DIGEST_MALFORMED'
  /** The file is empty. 文件为空。 */
  | 'FILE_EMPTY'
  /** The PDF is encrypted. PDF 已加密。 */
  | 'FILE_ENCRYPTED'
  /** The file carries malware. 文件含有恶意代码。 */
  | 'FILE_INFECTED'
  /** The file is still being scanned for malware. 文件正在查毒。 */
  | 'FILE_IN_QUARANTINE'
  /** The file is another evidence’s. 该文件已用于其他证明材料。 */
  | 'FILE_IN_USE'
  /** Not a file’s name. 不是文件名。 */
  | 'FILE_NAME_MALFORMED'
  /** The file hasn’t been uploaded, or was refused. 文件尚未上传，或已被拒收。 */
  | 'FILE_NOT_STORED'
  /** A piece of a file doesn’t follow what came before. 文件分段与已收到的内容不衔接。 */
  | 'FILE_PIECE_MISPLACED'
  /** The file was refused for its content before. 文件此前因内容不符被拒收。 */
  | 'FILE_REFUSED'
  /** Less came than was announced. 收到的内容少于所填的大小。 */
  | 'FILE_SIZE_DIFFERS'
  /** Files can’t be stored or read at the moment. 暂时无法收存或读取文件。 */
  | 'FILE_STORAGE_UNAVAILABLE'
  /** The file is larger than allowed or announced. 文件超过上限或所填的大小。 */
  | 'FILE_TOO_LARGE'
  /** A file of this type isn’t taken here, or its content is not what its name says. 此处不接受该类型的文件，或内容与扩展名不符。 */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** No such file, or not for the caller to see. 没有该文件，或无权查看。 */
  | 'FILE_UNKNOWN'
  /** The file can’t be read as a table. 文件无法按表格读取。 */
  | 'FILE_UNREADABLE'
  /** The first person of 10.2 has another name than the leader. 10.2 第 1 行的姓名不是项目负责人。 */
  | 'FIRST_PERSON_NOT_LEADER'
  /** The first person of 10.2 has another document than the leader. 10.2 第 1 行的证件不是项目负责人的。 */
  | 'FIRST_PERSON_OTHER_DOCUMENT'
  /** The caller’s roles don’t allow it. 当前角色无权进行该操作。 */
  | 'FORBIDDEN'
  /** The all-year pool counts from the formal check, whose time is missing. 全年储备须提供形式审查通过的时间。 */
  | 'FORMAL_CHECK_NEEDED'
  /** The day of foundation lies in the future. 成立日期晚于今天。 */
  | 'FOUNDED_IN_FUTURE'
  /** The document has a syntax error. 查询文档有语法错误。 */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. 查询文档与接口定义不符。 */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** No guideline is known for this city and year. 没有该城市、该年度的申报指南。 */
  | 'GUIDELINE_NOT_FOUND'
  /** No row of the file is a header. 文件中找不到表头。 */
  | 'HEADER_MISSING'
  /** Address and headers of the request are too large. 网址与请求头过大。 */
  | 'HEADER_TOO_LARGE'
  /** Fewer people than table 10.2 lists. 课题组人数少于 10.2 所列人数。 */
  | 'HEAD_COUNT_BELOW_PERSONNEL'
  /** An idempotency key has 8 to 64 letters, digits, - and _. 幂等键须为 8 至 64 个字母、数字、- 或 _。 */
  | 'IDEMPOTENCY_KEY_MALFORMED'
  /** The idempotency key was used with another input. 该幂等键已用于其他内容。 */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The identity signs in to another account. 该身份已用于登录另一个账号。 */
  | 'IDENTITY_TAKEN'
  /** The account has no such identity. 账号没有关联该身份。 */
  | 'IDENTITY_UNKNOWN'
  /** No such kind of identity document. 没有这种证件类型。 */
  | 'ID_KIND_UNKNOWN'
  /** The number has no real date of birth. 证件号码中的出生日期不存在。 */
  | 'ID_NUMBER_BIRTH_DATE'
  /** The date of birth in the number lies in the future. 证件号码中的出生日期晚于今天。 */
  | 'ID_NUMBER_BORN_IN_FUTURE'
  /** The number fails its check digit. 证件号码校验不通过。 */
  | 'ID_NUMBER_CHECK_DIGIT'
  /** A number of the first generation, no longer valid. 15 位身份证号已停用。 */
  | 'ID_NUMBER_FIFTEEN_DIGITS'
  /** Not in the form of such a document’s number. 证件号码的形式不对。 */
  | 'ID_NUMBER_FORMAT'
  /** The number of another kind of document. 号码与证件类型不符。 */
  | 'ID_NUMBER_OTHER_KIND'
  /** The import was undone before. 该次导入已撤回。 */
  | 'IMPORT_ALREADY_UNDONE'
  /** The document to be imported has no section. 导入文件没有任何部分。 */
  | 'IMPORT_EMPTY'
  /** The document to be imported is no JSON of this form. 导入文件不是符合格式的 JSON。 */
  | 'IMPORT_MALFORMED'
  /** Fields of the import have problems. 导入内容存在问题。 */
  | 'IMPORT_REFUSED'
  /** The document to be imported is of another version. 导入文件的版本不同。 */
  | 'IMPORT_SCHEMA_UNKNOWN'
  /** Neither a text nor an uploaded document is given, or both. 未给出导入内容，或给出了两种。 */
  | 'IMPORT_SOURCE_MISSING'
  /** The document to be imported is nested too deeply. 导入文件嵌套过深。 */
  | 'IMPORT_TOO_DEEP'
  /** The document to be imported is too large. 导入文件过大。 */
  | 'IMPORT_TOO_LARGE'
  /** Not a time with an offset, RFC 3339. 时间不是带时区的 RFC 3339 形式。 */
  | 'INSTANT_MALFORMED'
  /** A fault of the server; extensions.requestId names it in its log. 服务器内部错误，编号见 extensions.requestId。 */
  | 'INTERNAL_SERVER_ERROR'
  /** The invitation has expired. 邀请已过期。 */
  | 'INVITATION_EXPIRED'
  /** The invitation was sent to another address. 邀请发给了另一个邮箱。 */
  | 'INVITATION_FOR_ANOTHER_ADDRESS'
  /** The invitation was revoked. 邀请已被撤销。 */
  | 'INVITATION_REVOKED'
  /** No such invitation, or not one for the caller to see. 没有该邀请，或无权查看。 */
  | 'INVITATION_UNKNOWN'
  /** The invitation was accepted before. 邀请已被接受过。 */
  | 'INVITATION_USED'
  /** The day of issue lies in the future. 签发日期晚于今天。 */
  | 'ISSUED_IN_FUTURE'
  /** The key of a row has 1 to 64 letters, digits, - and _. 行标识须为 1 至 64 个字母、数字、- 或 _。 */
  | 'KEY_MALFORMED'
  /** Two rows of a table have the same key. 表格中两行的标识相同。 */
  | 'KEY_TWICE'
  /** The last administrator can’t be taken away. 不能撤去最后一位管理员。 */
  | 'LAST_ADMINISTRATOR'
  /** An organisation needs a manager. 单位至少要有一位管理员。 */
  | 'LAST_MANAGER'
  /** Nothing else is left to sign in with. 这是账号唯一的登录方式。 */
  | 'LAST_WAY_TO_SIGN_IN'
  /** The leader’s month of birth is not the document’s. 负责人出生年月与证件不一致。 */
  | 'LEADER_BIRTH_MONTH_DIFFERS'
  /** The ledger has the project under another leader’s number. 台账中该项目负责人的证件号码与此不同。 */
  | 'LEADER_DIFFERS'
  /** The leader’s number is no number of such a document. 负责人的证件号码与证件类型不符。 */
  | 'LEADER_ID_OF_OTHER_KIND'
  /** The leader’s sex is not the document’s. 负责人性别与证件不一致。 */
  | 'LEADER_SEX_DIFFERS'
  /** No such person, or not one that the caller sees. 没有该项目负责人，或无权查看。 */
  | 'LEADER_UNKNOWN'
  /** Another legal representative is registered. 法定代表人与登记不一致。 */
  | 'LEGAL_REPRESENTATIVE_DIFFERS'
  /** A table of the form has more rows than allowed. 申报书表格的行数超过上限。 */
  | 'LIST_TOO_LONG'
  /** No stored value has this mask. 没有与该掩码一致的已存值。 */
  | 'MASKED_VALUE_UNKNOWN'
  /** The member lacks the right for this. 该成员没有相应权限。 */
  | 'MEMBER_RIGHT_NEEDED'
  /** No such member. 没有该成员。 */
  | 'MEMBER_UNKNOWN'
  /** The path doesn’t take this HTTP method. 该地址不接受这种 HTTP 方法。 */
  | 'METHOD_NOT_ALLOWED'
  /** More months of work than the project has. 工作月数多于项目月数。 */
  | 'MONTHS_OVER_PROJECT'
  /** Not a month of the form YYYY-MM. 不是 YYYY-MM 格式的月份。 */
  | 'MONTH_MALFORMED'
  /** The month is outside the years that dates may have. 月份超出允许的年份范围。 */
  | 'MONTH_OUT_OF_RANGE'
  /** Not a name. 姓名的形式不对。 */
  | 'NAME_MALFORMED'
  /** A text has HTML in it. 文本中含有 HTML 标记。 */
  | 'NARRATIVE_HTML'
  /** A text shows an image that is not among the attachments. 文本中的图片不是本申报书的附件。 */
  | 'NARRATIVE_IMAGE'
  /** A text shows an image that is not among the attachments. 文中图片不在附件中。 */
  | 'NARRATIVE_IMAGE_UNKNOWN'
  /** A text links to something else than a page of the web. 文本中的链接不是网址。 */
  | 'NARRATIVE_LINK'
  /** A table has more columns than fit on a page. 表格列数过多，无法打印。 */
  | 'NARRATIVE_TABLE_TOO_WIDE'
  /** Lists are nested too deeply. 列表嵌套过深。 */
  | 'NARRATIVE_TOO_DEEP'
  /** A negative amount. 金额为负数。 */
  | 'NEGATIVE_AMOUNT'
  /** A negative count. 数量为负数。 */
  | 'NEGATIVE_COUNT'
  /** The caller accepts none of the media types of answers. 请求不接受任何可用的回答格式。 */
  | 'NOT_ACCEPTABLE'
  /** Nothing is at this path. 没有这个地址。 */
  | 'NOT_FOUND'
  /** The organisation is another authority’s to verify. 该单位由其他部门核验。 */
  | 'NOT_IN_CHARGE'
  /** The register of the caller’s city has no such entry. 本市登记簿中没有这一条。 */
  | 'NOT_IN_REGISTER'
  /** A whole number outside what the field can have. 数字超出该字段的范围。 */
  | 'NUMBER_OUT_OF_RANGE'
  /** The document doesn’t have the operation to be executed. 文档中没有要执行的操作。 */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The organisation code inside a credit code fails its check. 信用代码中的组织机构代码校验不通过。 */
  | 'ORGANISATION_CODE_CHECK_DIGIT'
  /** “Other” is chosen and not explained. 选择了“其他”而未说明。 */
  | 'OTHER_TEXT_MISSING'
  /** “Other” is explained and not chosen. 说明了“其他”而未选择。 */
  | 'OTHER_TEXT_UNUSED'
  /** Nobody verifies his own organisation. 不得核验本人所在的单位。 */
  | 'OWN_APPLICANT'
  /** The guideline has no such park. 指南中没有该园区。 */
  | 'PARK_UNKNOWN'
  /** A partner has the applicant’s credit code. 合作单位与申报单位相同。 */
  | 'PARTNER_IS_APPLICANT'
  /** Two partners have the same credit code. 两个合作单位的统一社会信用代码相同。 */
  | 'PARTNER_TWICE'
  /** The password is too long. 密码过长。 */
  | 'PASSWORD_TOO_LONG'
  /** The password is too short. 密码过短。 */
  | 'PASSWORD_TOO_SHORT'
  /** Not the account’s password. 密码不正确。 */
  | 'PASSWORD_WRONG'
  /** The project ends in the month in which it begins, or before. 项目结束年月不晚于开始年月。 */
  | 'PERIOD_REVERSED'
  /** Queries have to be sent as text. 须发送查询全文。 */
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  /** The subject has no such value. 该对象没有这项内容。 */
  | 'PERSONAL_FIELD_UNKNOWN'
  /** The age is not the document’s. 年龄与证件不一致。 */
  | 'PERSON_AGE_DIFFERS'
  /** The person is deactivated. 该人员已停用。 */
  | 'PERSON_DEACTIVATED'
  /** The organisation has a person with this document. 该单位已有使用该证件的人员。 */
  | 'PERSON_EXISTS'
  /** The number is no number of such a document. 证件号码与证件类型不符。 */
  | 'PERSON_ID_OF_OTHER_KIND'
  /** The sex of a participant is not the document’s. 参加人员的性别与证件不一致。 */
  | 'PERSON_SEX_DIFFERS'
  /** A person is listed twice in 10.2. 10.2 中人员重复。 */
  | 'PERSON_TWICE'
  /** No such person, or none that the caller may see. 没有该人员，或无权查看。 */
  | 'PERSON_UNKNOWN'
  /** Not a phone number. 不是电话号码。 */
  | 'PHONE_MALFORMED'
  /** A local number without area code. 本地号码缺少区号。 */
  | 'PHONE_NEEDS_AREA_CODE'
  /** The country’s numbering plan has no such number. 号码不符合编号规则。 */
  | 'PHONE_NOT_ASSIGNED'
  /** The picture has too many points. 图片像素过多。 */
  | 'PICTURE_TOO_LARGE'
  /** 12.3 divides the total otherwise than 12.1. 12.3 与 12.1 的专项、自筹划分不同。 */
  | 'PLAN_COLUMNS_DIFFER'
  /** The years of 12.3 are not the total of 12.1. 12.3 各年度之和不等于 12.1 合计。 */
  | 'PLAN_TOTAL_DIFFERS'
  /** The project doesn’t run in a year of the plan. 计划年度不在项目起止时间内。 */
  | 'PLAN_YEAR_OUTSIDE_PERIOD'
  /** Table 14-2 is filled in, 14.2 (3) says no. 填写了表14-2而声明为否。 */
  | 'PLATFORMS_NOT_DECLARED'
  /** 14.2 (3) says yes, table 14-2 is empty. 声明具有平台而未列出。 */
  | 'PLATFORMS_NOT_LISTED'
  /** A platform’s proof is not among the attachments. 平台的证明文件不在附件中。 */
  | 'PLATFORM_PROOF_UNKNOWN'
  /** A platform is listed twice. 平台重复。 */
  | 'PLATFORM_TWICE'
  /** A platform has no proof. 平台没有证明文件。 */
  | 'PLATFORM_WITHOUT_PROOF'
  /** Too many forms are being printed. 正在打印的申报书过多。 */
  | 'PRINT_BUSY'
  /** The form could not be printed. 未能生成打印件。 */
  | 'PRINT_FAILED'
  /** Printing the form took too long. 生成打印件超时。 */
  | 'PRINT_TIMED_OUT'
  /** The ledger has a project of this number. 台账中已有该项目编号。 */
  | 'PROJECT_NUMBER_TAKEN'
  /** Only a project that has ended has a last day. 未结束的项目不能填写结束日期。 */
  | 'PROJECT_UNDER_WAY'
  /** The identity provider can’t be reached, or gave an answer that isn’t good. 身份认证平台无法访问，或其应答无效。 */
  | 'PROVIDER_FAILED'
  /** Row 4 of the budget is more than row 3. 购置设备费大于设备费。 */
  | 'PURCHASE_OVER_EQUIPMENT'
  /** Not a plain decimal number. 数值不是普通的十进制数。 */
  | 'QUANTITY_MALFORMED'
  /** A reason of 5 to 500 characters is needed. 须说明理由，5 至 500 个字。 */
  | 'REASON_MALFORMED'
  /** The register has this record already. 登记簿中已有该记录。 */
  | 'RECORD_EXISTS'
  /** Table 14-1 is filled in, 14.2 (2) says no. 填写了表14-1而声明为否。 */
  | 'RECUSAL_NOT_DECLARED'
  /** 14.2 (2) says yes, table 14-1 is empty. 声明申请回避而未列出。 */
  | 'RECUSAL_NOT_LISTED'
  /** The request was cancelled before its answer was ready. 请求在得到回答前已取消。 */
  | 'REQUEST_ABORTED'
  /** The request did not arrive in time. 请求未能及时到达。 */
  | 'REQUEST_TIMEOUT'
  /** Nobody resets his own second factor. 不能重置自己的双因素验证。 */
  | 'RESET_FOR_ONESELF'
  /** The caller may not know this value in clear. 无权查看明文。 */
  | 'REVEAL_NOT_ALLOWED'
  /** A save is based on a revision that isn’t there. 保存所依据的版本不存在。 */
  | 'REVISION_UNKNOWN'
  /** The account has the role already. 该账号已有此角色。 */
  | 'ROLE_ALREADY_GRANTED'
  /** Nobody gives a role to himself. 不能给自己授予角色。 */
  | 'ROLE_FOR_ONESELF'
  /** No such grant of a role. 没有该授权。 */
  | 'ROLE_GRANT_UNKNOWN'
  /** The role isn’t given by administrators. 该角色不由管理员授予。 */
  | 'ROLE_NOT_AN_OFFICIALS'
  /** The role needs a city or an authority, or must not have one. 该角色缺少或不应有城市、推荐单位。 */
  | 'ROLE_PLACE_WRONG'
  /** Rows of the import were changed after it. 导入的行此后已被修改。 */
  | 'ROWS_CHANGED_SINCE'
  /** Rows of the file have problems, so nothing was written. 文件中有问题行，未写入任何内容。 */
  | 'ROWS_INVALID'
  /** Two rows of the file say different things of the same. 文件中两行对同一对象的内容不一致。 */
  | 'ROW_CONFLICT'
  /** A row has fewer or more cells than the header. 该行的单元格数与表头不一致。 */
  | 'ROW_INCOMPLETE'
  /** The account has a second factor. 账号已启用双因素验证。 */
  | 'SECOND_FACTOR_ALREADY_ENROLLED'
  /** The account has no second factor. 账号未启用双因素验证。 */
  | 'SECOND_FACTOR_NOT_ENROLLED'
  /** The session has not passed the second factor. 会话尚未通过双因素验证。 */
  | 'SECOND_FACTOR_NOT_PASSED'
  /** An official can’t do without a second factor. 管理部门的账号须使用双因素验证。 */
  | 'SECOND_FACTOR_REQUIRED'
  /** The code is wrong, or was used. 验证码不正确或已使用。 */
  | 'SECOND_FACTOR_WRONG'
  /** The form has no such section. 申报书没有这个部分。 */
  | 'SECTION_UNKNOWN'
  /** No such session of the account. 账号没有该会话。 */
  | 'SESSION_UNKNOWN'
  /** The sex is not the document’s. 性别与证件号码不一致。 */
  | 'SEX_DIFFERS'
  /** The workbook has none of the budget’s sheets. 工作簿没有预算表的任何工作表。 */
  | 'SHEET_UNKNOWN'
  /** The sign-in was broken off at the identity provider. 在身份认证平台取消了登录。 */
  | 'SIGN_IN_DENIED'
  /** The sign-in at the identity provider took too long, was used, or began elsewhere. 经身份认证平台的登录已超时、已使用，或不是在此处发起。 */
  | 'SIGN_IN_EXPIRED'
  /** No account with this name and password. 账号或密码不正确。 */
  | 'SIGN_IN_FAILED'
  /** The sources of 12.4 are not the self-raised funds. 12.4 各来源之和不等于自筹经费。 */
  | 'SOURCES_DIFFER_FROM_SELF_RAISED'
  /** “Other funds” is chosen and not explained. 选择了“其他资金”而未说明。 */
  | 'SOURCE_OTHER_TEXT_MISSING'
  /** Nothing proves a source of self-raised funds. 自筹经费来源没有证明。 */
  | 'SOURCE_WITHOUT_PROOF'
  /** Somebody else has changed it since. 内容已被他人修改。 */
  | 'STALE_REVISION'
  /** The query took longer than the server allows. 查询耗时超过服务器的限制。 */
  | 'STATEMENT_TIMEOUT'
  /** An organisation has a credit code, a person an identity number. 单位填信用代码，个人填证件号码。 */
  | 'SUBJECT_AMBIGUOUS'
  /** No such person, organisation or account, or none that the caller may see. 没有该对象，或无权查看。 */
  | 'SUBJECT_UNKNOWN'
  /** A text that must not be empty is. 必填的文本为空。 */
  | 'TEXT_EMPTY'
  /** The text has characters that can’t be printed. 文本含有无法显示的字符。 */
  | 'TEXT_NOT_PRINTABLE'
  /** The text is too long. 文本过长。 */
  | 'TEXT_TOO_LONG'
  /** An operation has too many aliases. 一次操作中的别名过多。 */
  | 'TOO_MANY_ALIASES'
  /** Tried too often; the header Retry-After says how long to wait. 尝试过于频繁，等待秒数见响应头 Retry-After。 */
  | 'TOO_MANY_ATTEMPTS'
  /** An application has as many collaborators as it may. 申报项目的协作者已达上限。 */
  | 'TOO_MANY_COLLABORATORS'
  /** An operation has too many directives. 一次操作中的指令过多。 */
  | 'TOO_MANY_DIRECTIVES'
  /** The organisation has uploaded too many files within a day. 一天内上传的文件过多。 */
  | 'TOO_MANY_FILES'
  /** The organisation has too many invitations waiting. 未接受的邀请过多。 */
  | 'TOO_MANY_INVITATIONS'
  /** Too many platforms. 平台过多。 */
  | 'TOO_MANY_PLATFORMS'
  /** Too many masked values were asked for within an hour. 一小时内查看明文过多。 */
  | 'TOO_MANY_REVEALS'
  /** The file has more rows than an import takes. 文件的行数超过一次导入的上限。 */
  | 'TOO_MANY_ROWS'
  /** Too many uploads were asked for and not made. 已申请而未完成的上传过多。 */
  | 'TOO_MANY_UPLOADS'
  /** Somebody has to be signed in, or the session is over. 须先登录，或登录已失效。 */
  | 'UNAUTHENTICATED'
  /** A POST has to be application/json. POST 请求须为 application/json。 */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** Not one of the values that the column can have. 不是该列可取的值。 */
  | 'VALUE_UNKNOWN'
  /** It was decided like this already. 核验结果已是如此。 */
  | 'VERIFICATION_UNCHANGED'
  /** Two rows of the plan are for the same year. 分年度计划中年度重复。 */
  | 'YEAR_TWICE';

/** What a document of an organisation’s proves. */
export type EvidenceKind =
  /** 年度财务审计报告 — audit report of a year */
  | 'AUDIT_REPORT'
  /** 营业执照 — business licence */
  | 'BUSINESS_LICENCE'
  /** 年度财务报表 — financial statements of a year */
  | 'FINANCIAL_STATEMENTS'
  /** 事业单位法人证书 — legal-person certificate of an institution */
  | 'LEGAL_PERSON_CERTIFICATE'
  /** 法人代表身份证 — ID card of the legal representative */
  | 'LEGAL_REPRESENTATIVE_ID'
  /** 其他 — other */
  | 'OTHER'
  /** “两新”党组织印证材料 — proof of the party branch */
  | 'PARTY_BRANCH_PROOF'
  /** 平台证明文件 — certificate of a platform */
  | 'PLATFORM_CERTIFICATE';

export type ExchangeSignInInput = {
  /** What came back to the page as `#code=…`; good once, for a minute. */
  readonly code: string;
  /** Gives the session as a cookie that scripts can’t read, for web pages. */
  readonly cookie?: boolean | null | undefined;
  /** What the page kept when it gave its `challenge` (RFC 7636, 4.1). */
  readonly verifier: string;
};

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type FactsInput = {
  /** 申报单位 — the applicant */
  readonly applicant?: ApplicantFactsInput | null | undefined;
  /** 已附附件的代码 — codes of the attachments handed in */
  readonly attachments?: ReadonlyArray<string> | null | undefined;
  /** 经费预算 — the budget */
  readonly budget?: BudgetFactsInput | null | undefined;
  /** 声明与承诺 — declarations and commitments */
  readonly declarations?: DeclarationsFactsInput | null | undefined;
  /** 项目负责人 — the project leader */
  readonly leader?: LeaderFactsInput | null | undefined;
  /** 合作单位 — partner organisations */
  readonly partners?: ReadonlyArray<PartnerFactsInput> | null | undefined;
  /** 参加人员（不含负责人） — participants besides the leader */
  readonly personnel?: ReadonlyArray<ParticipantFactsInput> | null | undefined;
  /** 项目 — the project */
  readonly project?: ProjectFactsInput | null | undefined;
};

/** A section of the application form. */
export type FormSection =
  /** 十五 附件 — attachments */
  | 'ATTACHMENTS'
  /** 一 项目基本信息 — basics */
  | 'BASICS'
  /** 十二 项目经费预算 — budget */
  | 'BUDGET'
  /** 九 承担单位与合作方提供的项目实施条件 — conditions */
  | 'CONDITIONS'
  /** 封面 — cover */
  | 'COVER'
  /** 十四 声明 — declarations */
  | 'DECLARATIONS'
  /** 二 申请项目的依据和理由 — grounds */
  | 'GROUNDS'
  /** 七 项目预期实现的指标 — indicators */
  | 'INDICATORS'
  /** 四 市场现状与需求分析 — market */
  | 'MARKET'
  /** 六 项目采取的方法、技术路线或工艺流程 — methods */
  | 'METHODS'
  /** 十三 项目申报单位意见 — opinion of the applicant */
  | 'OPINION'
  /** 五 主要内容和技术关键、技术来源 — content of the research */
  | 'RESEARCH'
  /** 八 实施规模及地点 — scale and site */
  | 'SCALE'
  /** 十一 项目进度安排 — schedule */
  | 'SCHEDULE'
  /** 三 国内外发展趋势 — state of the art */
  | 'STATE_OF_THE_ART'
  /** 十 项目负责人及参与人员 — leader and participants */
  | 'TEAM';

/** How public money is paid (notice, 一（一）3). */
export type FundingMode =
  /** 直接补助 — direct grant */
  | 'DIRECT'
  /** 后补助 — grant after completion */
  | 'POST_COMPLETION'
  /** 分段补助 — staged grant */
  | 'STAGED';

/** Which guidelines; conditions left out don’t restrict. */
export type GuidelineFilter = {
  /** Code of the city. */
  readonly city?: string | null | undefined;
  /** Only editions in force (true) or superseded ones (false). */
  readonly inForce?: boolean | null | undefined;
  /** Programme year. */
  readonly year?: number | null | undefined;
};

/** One step of an order. */
export type GuidelineOrder = {
  readonly direction?: OrderDirection;
  readonly field: GuidelineOrderField;
};

/** What guidelines can be ordered by. */
export type GuidelineOrderField =
  | 'CITY'
  | 'EDITION'
  | 'IMPORTED_AT'
  | 'YEAR';

/** Which revisions; conditions left out don’t restrict. */
export type HistoryFilter = {
  readonly application?: string | null | undefined;
  readonly section?: FormSection | null | undefined;
};

/** The document that proves who a person is, as it is printed on it. */
export type IdDocumentInput = {
  readonly kind: IdentityDocumentKind;
  readonly number: string;
};

/** A document that proves who a person is. */
export type IdentityDocumentKind =
  /** 外国人永久居留身份证 — foreign permanent resident identity card */
  | 'FOREIGN_PERMANENT_RESIDENT_ID'
  /** 港澳居民来往内地通行证 — Mainland travel permit of Hong Kong and Macau residents */
  | 'HK_MACAU_PERMIT'
  /** 港澳台居民居住证 — residence permit of Hong Kong, Macau and Taiwan residents */
  | 'HK_MACAU_TAIWAN_RESIDENCE_PERMIT'
  /** 护照 — passport */
  | 'PASSPORT'
  /** 居民身份证 — resident identity card */
  | 'RESIDENT_ID'
  /** 台湾居民来往大陆通行证 — Mainland travel permit of Taiwan residents */
  | 'TAIWAN_PERMIT';

/** Industry field (form, section 1). */
export type IndustryField =
  /** 9 生物医药 — biomedicine */
  | 'BIOMEDICINE'
  /** 6 煤炭 — coal */
  | 'COAL'
  /** 11 电子信息 — electronics and information */
  | 'ELECTRONICS'
  /** 8 装备制造 — equipment */
  | 'EQUIPMENT'
  /** 12 轻工纺织 — light industry and textiles */
  | 'LIGHT_INDUSTRY_AND_TEXTILES'
  /** 10 矿产资源勘探与开发 — exploration and exploitation of minerals */
  | 'MINERALS'
  /** 1 新能源 — new energy */
  | 'NEW_ENERGY'
  /** 2 新材料 — new materials */
  | 'NEW_MATERIALS'
  /** 4 有色金属 — non-ferrous metals */
  | 'NON_FERROUS_METALS'
  /** 5 石油天然气 — oil and gas */
  | 'OIL_AND_GAS'
  /** 99 其它 — other */
  | 'OTHER'
  /** 3 盐湖化工 — salt-lake chemicals */
  | 'SALT_LAKE_CHEMICALS'
  /** 7 钢铁 — steel */
  | 'STEEL';

/** Bad credit (notice, 一（三）4) or a breach of research integrity (一（四）1). */
export type IntegrityRecordKind =
  /** 不良信用记录 — bad credit record */
  | 'BAD_CREDIT'
  /** 违反科研诚信 — breach of research integrity */
  | 'INTEGRITY_BREACH';

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type LeaderFactsInput = {
  /** 不良信用记录的日期 — days on which bad credit was recorded */
  readonly badCreditRecords?: ReadonlyArray<string> | null | undefined;
  /** 出生日期 — date of birth */
  readonly birthDate?: string | null | undefined;
  /** 有违反科研诚信行为 — in breach of research integrity */
  readonly integrityBreach?: boolean | null | undefined;
  /** 为申报单位在职人员 — is on the applicant's staff */
  readonly onStaff?: boolean | null | undefined;
  /** 在研项目数（不含本项目，不含重大专项） — projects under way, without this one and without major specials */
  readonly ongoingProjects?: number | null | undefined;
  /** 应结未结项目的计划完成日期 — planned end dates of projects that should have been closed and were not */
  readonly overdueProjects?: ReadonlyArray<string> | null | undefined;
  /** 撤销项目的日期 — days on which a project was revoked */
  readonly revokedProjects?: ReadonlyArray<string> | null | undefined;
};

/** Language of texts. */
export type Locale =
  | 'EN'
  | 'ZH_CN';

/** What a member may do for an organisation; everyone may read. */
export type MemberRight =
  /** 编辑 — edit */
  | 'EDIT'
  /** 管理 — manage */
  | 'MANAGE'
  /** 查看 — read */
  | 'READ'
  /** 提交 — submit */
  | 'SUBMIT';

/** What an office is there for (notice, 二（三）). */
export type OfficeRole =
  /** 项目受理单位 — acceptance desk */
  | 'ACCEPTANCE_DESK'
  /** 监督投诉受理 — complaints */
  | 'COMPLAINTS'
  /** 项目管理科室 — programme office */
  | 'PROGRAMME';

/** Ascending or descending. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** What a rule says of the facts given. */
export type Outcome =
  /** 不符合 — fail */
  | 'FAIL'
  /** 不适用 — not applicable */
  | 'NOT_APPLICABLE'
  /** 符合 — pass */
  | 'PASS'
  /** 人工审查 — for review */
  | 'REVIEW'
  /** 待补充 — unknown */
  | 'UNKNOWN';

/** Form of the expected outcome (form, section 1). */
export type OutcomeForm =
  /** 3 新装置 — new device */
  | 'DEVICE'
  /** 4 新材料 — new material */
  | 'MATERIAL'
  /** 9 其它 — other */
  | 'OTHER'
  /** 2 新工艺（或新方法、新模式） — new process, method or model */
  | 'PROCESS'
  /** 1 新产品（或农业新品种） — new product, or new variety of crop */
  | 'PRODUCT'
  /** 7 论文论著 — papers and books */
  | 'PUBLICATION'
  /** 6 研究（咨询）报告 — research or consulting report */
  | 'REPORT'
  /** 5 计算机软件 — software */
  | 'SOFTWARE';

/** Level of the expected outcome (form, section 1). */
export type OutcomeLevel =
  /** 2 国际先进 — internationally advanced */
  | 'INTERNATIONALLY_ADVANCED'
  /** 1 国际领先 — internationally leading */
  | 'INTERNATIONALLY_LEADING'
  /** 4 国内先进 — nationally advanced */
  | 'NATIONALLY_ADVANCED'
  /** 3 国内领先 — nationally leading */
  | 'NATIONALLY_LEADING'
  /** 9 其它 — other */
  | 'OTHER'
  /** 5 省、部内先进 — advanced in the province or ministry */
  | 'PROVINCIALLY_ADVANCED';

/** Where self-raised money comes from (form, 12.4). */
export type OwnFundsSource =
  /** 3 其他资金 — other funds */
  | 'OTHER'
  /** 1 其他财政拨款 — other public funds */
  | 'OTHER_PUBLIC_FUNDS'
  /** 2 单位自有货币资金 — the organisation’s own money */
  | 'OWN_MONEY';

/** Type of a parameter. */
export type ParameterType =
  /** 是或否 — yes or no */
  | 'BOOL'
  /** 日期 — date */
  | 'DATE'
  /** 整数 — whole number */
  | 'INT'
  /** 金额（元） — amount in yuan */
  | 'MONEY'
  /** 文本 — text */
  | 'STRING'
  /** 文本列表 — list of texts */
  | 'STRINGS';

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type ParticipantFactsInput = {
  /** 出生日期 — date of birth */
  readonly birthDate?: string | null | undefined;
  /** 有违反科研诚信行为 — in breach of research integrity */
  readonly integrityBreach?: boolean | null | undefined;
};

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type PartnerFactsInput = {
  /** 有违反科研诚信行为 — in breach of research integrity */
  readonly integrityBreach?: boolean | null | undefined;
  /** 单位性质 — kind of organisation */
  readonly kind?: ApplicantKind | null | undefined;
};

/** One of code and recoveryCode. */
export type PassSecondFactorInput = {
  /** From signIn; left out by a session that is to pass it later. */
  readonly challenge?: string | null | undefined;
  /** The six digits of the authenticator app. */
  readonly code?: string | null | undefined;
  /** As in signIn. */
  readonly cookie?: boolean | null | undefined;
  /** One of the recovery codes. */
  readonly recoveryCode?: string | null | undefined;
};

/** Kind of a platform (form, table 14-2). */
export type PlatformKind =
  /** 3 工程（技术）研究中心 — engineering (technology) research centre */
  | 'ENGINEERING_CENTRE'
  /** 5 企业技术中心 — enterprise technology centre */
  | 'ENTERPRISE_TECHNOLOGY_CENTRE'
  /** 2 产业化基地 — industrialisation base */
  | 'INDUSTRIALISATION_BASE'
  /** 4 重点实验室 — key laboratory */
  | 'KEY_LABORATORY'
  /** 6 其它 — other */
  | 'OTHER'
  /** 1 研发基地 — research and development base */
  | 'RESEARCH_BASE';

/** Facts; whatever is left out is unknown, an empty list says "none". */
export type ProjectFactsInput = {
  /** 结束日期 — last day */
  readonly endsOn?: string | null | undefined;
  /** 实施地点在本市（申报书8.2） — is carried out in the city (form 8.2) */
  readonly implementedInCity?: boolean | null | undefined;
  /** 为产业化类项目 — is an industrialisation project */
  readonly industrialisation?: boolean | null | undefined;
  /** 为平台建设项目 — builds or runs a platform */
  readonly platform?: boolean | null | undefined;
  /** 现处阶段 — stage reached */
  readonly stage?: ProjectStage | null | undefined;
  /** 开始日期 — first day */
  readonly startsOn?: string | null | undefined;
};

/** Stage that the research has reached (form, section 1). */
export type ProjectStage =
  /** 4 产业化 — industrialisation */
  | 'INDUSTRIALISATION'
  /** 1 小试 — laboratory scale */
  | 'LAB_SCALE'
  /** 5 其他 — other */
  | 'OTHER'
  /** 3 中试 — pilot */
  | 'PILOT'
  /** 2 扩试 — scale-up */
  | 'SCALE_UP';

/** How far a project is; the last three have ended. */
export type ProjectState =
  /** 验收中 — acceptance */
  | 'ACCEPTANCE'
  /** 在研 — under way */
  | 'ACTIVE'
  /** 已结题 — closed */
  | 'CLOSED'
  /** 中期检查 — midterm review */
  | 'MIDTERM'
  /** 已撤销 — revoked */
  | 'REVOKED'
  /** 已终止 — terminated */
  | 'TERMINATED';

/** An organisation that is to be registered. */
export type RegisterApplicantInput = {
  readonly businessOperations: boolean;
  /** Code of the city, e.g. "xining". */
  readonly city: string;
  readonly contactEmail: string;
  readonly contactName: string;
  /** Mobile number, or area code and number; the city’s area code may be left out. */
  readonly contactPhone: string;
  /** Unified social credit code. */
  readonly creditCode: string;
  /** Registered district: its GB/T 2260 code, one of the guideline’s. */
  readonly district: string;
  readonly foundedOn: string;
  /** 8 to 64 letters, digits, - and _; the same for a retry. */
  readonly idempotencyKey: string;
  readonly kind: ApplicantKind;
  /** It is an independent legal person. */
  readonly legalPerson: boolean;
  readonly legalRepresentative: string;
  /** Level of government that it belongs to. */
  readonly level: AdministrativeLevel;
  /** As registered. */
  readonly name: string;
  /** The department in charge of it (行业主管部门). */
  readonly parentDepartment?: string | null | undefined;
  /** Code of the park, one of the guideline’s; left out for none. */
  readonly park?: string | null | undefined;
  /** It has set up a party branch (“两新”党组织). */
  readonly partyBranch: boolean;
  /** All of its platforms; at most 50. */
  readonly platforms?: ReadonlyArray<ApplicantPlatformInput> | null | undefined;
  readonly registeredAddress: string;
  readonly systems?: DeclaredSystemsInput | null | undefined;
};

/** A file to be uploaded, as far as it is known beforehand. */
export type RequestUploadInput = {
  /** The organisation whose evidence or attachment it is. */
  readonly applicant?: string | null | undefined;
  /** Code of the city whose register is imported; may be left out by those who act in one city only. */
  readonly city?: string | null | undefined;
  /** Its name; the extension has to be one of its type, e.g. licence.pdf. */
  readonly fileName: string;
  /** 8 to 64 letters, digits, - and _: new for each file, the same for a retry. */
  readonly idempotencyKey: string;
  readonly purpose: DocumentPurpose;
  /** SHA-256 of the content in hexadecimal, to be checked on arrival. */
  readonly sha256?: string | null | undefined;
  /** Exact size in bytes. */
  readonly size: number;
};

/** Whether something has to be handed in. */
export type Requirement =
  /** 无须提交 — not required */
  | 'NOT_REQUIRED'
  /** 必须提交 — required */
  | 'REQUIRED'
  /** 待定 — not known yet */
  | 'UNKNOWN';

/** A draft that is taken out of the bin. */
export type RestoreApplicationInput = {
  readonly application: string;
};

/** What a caller may be. */
export type Role =
  /** 受理窗口 — acceptance desk */
  | 'ACCEPTANCE_DESK'
  /** 系统管理员 — administrator */
  | 'ADMINISTRATOR'
  /** 申报单位成员 — member of an applicant */
  | 'APPLICANT_MEMBER'
  /** 评审专家 — expert */
  | 'EXPERT'
  /** 项目主管科室 — programme office */
  | 'PROGRAMME_OFFICE'
  /** 社会公众 — the public */
  | 'PUBLIC'
  /** 推荐单位 — recommending authority */
  | 'RECOMMENDING_AUTHORITY'
  /** 领导与监督 — leadership and supervision */
  | 'SUPERVISOR';

/** The application to find the recommending authorities for, as far as it is known. */
export type RouteInput = {
  /** A registered organisation that the caller sees: facts about it come from its registration. */
  readonly applicant?: string | null | undefined;
  readonly category?: string | null | undefined;
  readonly city: string;
  readonly direction?: string | null | undefined;
  readonly facts?: FactsInput | null | undefined;
  readonly year: number;
};

/** What the search for recommending authorities came to. */
export type RouteOutcome =
  /** 已确定推荐单位 — found */
  | 'FOUND'
  /** 由主管科室人工确定 — by hand, in the programme office */
  | 'MANUAL'
  /** 待定 — not determined yet */
  | 'UNDETERMINED';

/** What a failed rule does. */
export type RuleLevel =
  /** 限制性条件 — blocks */
  | 'BLOCK'
  /** 人工判断 — judged by a person */
  | 'JUDGE'
  /** 决定去向，不作限制 — routes, never refuses */
  | 'ROUTE'
  /** 提示，可由经办人说明理由后放行 — warns; an officer may override it */
  | 'WARN';

export type SaveApplicationAttachmentsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationAttachmentsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationBasicsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationBasicsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationBudgetInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationBudgetInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationConditionsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationConditionsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationCoverInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationCoverInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationDeclarationsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationDeclarationsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationGroundsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationGroundsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationIndicatorsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationIndicatorsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationMarketInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationMarketInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationMethodsInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationMethodsInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationOpinionInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationOpinionInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationResearchInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationResearchInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationScaleInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationScaleInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationScheduleInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationScheduleInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationStateOfTheArtInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationStateOfTheArtInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

export type SaveApplicationTeamInput = {
  readonly application: string;
  /** The whole section; what is left out is empty. */
  readonly content: ApplicationTeamInput;
  /** The revision that the content is based on; 0 for the first. */
  readonly revision: number;
};

/** As identity documents have it. */
export type Sex =
  /** 女 — female */
  | 'FEMALE'
  /** 男 — male */
  | 'MALE';

export type SignInInput = {
  /** For web pages: the session comes as a cookie that scripts can’t read. */
  readonly cookie?: boolean | null | undefined;
  /** E-mail address or phone number. */
  readonly name: string;
  readonly password: string;
};

/** Where the technology comes from (form, section 1). */
export type TechnologySource =
  /** 2 国内技术 — domestic */
  | 'DOMESTIC'
  /** 1 国外技术 — foreign */
  | 'FOREIGN'
  /** 3 自有技术 — own */
  | 'OWN';

/** What all findings together say. */
export type VerdictResult =
  /** 可以申报 — eligible */
  | 'ELIGIBLE'
  /** 不可申报 — not eligible */
  | 'INELIGIBLE'
  /** 尚不能确定 — not determined yet */
  | 'UNDETERMINED';

/** How far an organisation’s registration was checked. */
export type VerificationState =
  /** 待核验 — to be verified */
  | 'PENDING'
  /** 核验未通过 — refused */
  | 'REFUSED'
  /** 已核验 — verified */
  | 'VERIFIED';

export type SaveApplicationCoverMutationVariables = Exact<{
  input: SaveApplicationCoverInput;
}>;


export type SaveApplicationCoverMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly cover: { readonly category: string | null, readonly direction: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly endMonth: string | null, readonly revision: number, readonly startMonth: string | null, readonly title: string | null } } | null, readonly merged: { readonly category: string | null, readonly direction: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly endMonth: string | null, readonly revision: number, readonly startMonth: string | null, readonly title: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationTeamMutationVariables = Exact<{
  input: SaveApplicationTeamInput;
}>;


export type SaveApplicationTeamMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly team: { readonly editedAt: string | null, readonly editedBy: string | null, readonly leaderProfile: string | null, readonly revision: number, readonly personnel: ReadonlyArray<{ readonly age: number | null, readonly employer: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly key: string | null, readonly months: number | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly task: string | null, readonly title: string | null }> } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly leaderProfile: string | null, readonly revision: number, readonly personnel: ReadonlyArray<{ readonly age: number | null, readonly employer: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly key: string | null, readonly months: number | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly task: string | null, readonly title: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationIndicatorsMutationVariables = Exact<{
  input: SaveApplicationIndicatorsInput;
}>;


export type SaveApplicationIndicatorsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly indicators: { readonly economicBasis: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly resultsNote: string | null, readonly revision: number, readonly social: string | null, readonly economic: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly results: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly technical: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }> } } | null, readonly merged: { readonly economicBasis: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly resultsNote: string | null, readonly revision: number, readonly social: string | null, readonly economic: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly results: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly technical: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationScaleMutationVariables = Exact<{
  input: SaveApplicationScaleInput;
}>;


export type SaveApplicationScaleMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly scale: { readonly editedAt: string | null, readonly editedBy: string | null, readonly implementedInCity: boolean | null, readonly revision: number, readonly scale: string | null, readonly site: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly implementedInCity: boolean | null, readonly revision: number, readonly scale: string | null, readonly site: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationScheduleMutationVariables = Exact<{
  input: SaveApplicationScheduleInput;
}>;


export type SaveApplicationScheduleMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly schedule: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationGroundsMutationVariables = Exact<{
  input: SaveApplicationGroundsInput;
}>;


export type SaveApplicationGroundsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly grounds: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type AttachmentsSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly items: ReadonlyArray<{ readonly document: string | null, readonly evidence: string | null, readonly key: string | null, readonly note: string | null, readonly requirement: string | null, readonly source: string | null }> };

export type BasicsSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly industrialisation: boolean | null, readonly industryField: Open<IndustryField> | null, readonly industryFieldOther: string | null, readonly outcomeFormOther: string | null, readonly outcomeForms: ReadonlyArray<Open<OutcomeForm>>, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly outcomeLevelOther: string | null, readonly platform: boolean | null, readonly revision: number, readonly stage: Open<ProjectStage> | null, readonly stageOther: string | null, readonly technologySource: Open<TechnologySource> | null, readonly contact: { readonly email: string | null, readonly fax: string | null, readonly name: string | null, readonly phone: string | null } | null, readonly headCount: { readonly intermediate: number | null, readonly junior: number | null, readonly other: number | null, readonly senior: number | null } | null, readonly leader: { readonly birthMonth: string | null, readonly degree: string | null, readonly email: string | null, readonly fax: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly landline: string | null, readonly mobile: string | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly title: string | null } | null, readonly partners: ReadonlyArray<{ readonly creditCode: string | null, readonly key: string | null, readonly kind: Open<ApplicantKind> | null, readonly name: string | null }>, readonly projectContact: { readonly landline: string | null, readonly mobile: string | null, readonly name: string | null } | null };

export type BudgetSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly equipmentNote: string | null, readonly labourNote: string | null, readonly operationsNote: string | null, readonly revision: number, readonly annualPlan: ReadonlyArray<{ readonly key: string | null, readonly selfRaised: string | null, readonly specialFunds: string | null, readonly year: number | null }>, readonly equipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly equipmentItems: ReadonlyArray<{ readonly amount: string | null, readonly key: string | null, readonly model: string | null, readonly name: string | null, readonly quantity: number | null, readonly use: string | null }>, readonly fundingSources: ReadonlyArray<{ readonly amount: string | null, readonly funder: string | null, readonly key: string | null, readonly kind: Open<OwnFundsSource> | null, readonly kindOther: string | null, readonly use: string | null }>, readonly indirect: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly labour: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly operations: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly purchasedEquipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null };

export type ConditionsSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type CoverSectionFragment = { readonly category: string | null, readonly direction: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly endMonth: string | null, readonly revision: number, readonly startMonth: string | null, readonly title: string | null };

export type DeclarationsSectionFragment = { readonly commitment: boolean | null, readonly confidential: boolean | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly localConversion: boolean | null, readonly platforms: boolean | null, readonly priorResults: boolean | null, readonly recusal: boolean | null, readonly revision: number, readonly workBasis: boolean | null, readonly platformList: ReadonlyArray<{ readonly key: string | null, readonly kind: Open<PlatformKind> | null, readonly name: string | null, readonly proof: string | null }>, readonly recusalExperts: ReadonlyArray<{ readonly employer: string | null, readonly key: string | null, readonly name: string | null, readonly reason: string | null }>, readonly recusalInstitution: { readonly name: string | null, readonly reason: string | null } | null };

export type GroundsSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type IndicatorsSectionFragment = { readonly economicBasis: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly resultsNote: string | null, readonly revision: number, readonly social: string | null, readonly economic: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly results: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly technical: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }> };

export type MarketSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type MethodsSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type OpinionSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly legalRepresentative: string | null, readonly revision: number, readonly text: string | null };

export type ResearchSectionFragment = { readonly content: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly goals: string | null, readonly innovations: string | null, readonly revision: number };

export type ScaleSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly implementedInCity: boolean | null, readonly revision: number, readonly scale: string | null, readonly site: string | null };

export type ScheduleSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type StateOfTheArtSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null };

export type TeamSectionFragment = { readonly editedAt: string | null, readonly editedBy: string | null, readonly leaderProfile: string | null, readonly revision: number, readonly personnel: ReadonlyArray<{ readonly age: number | null, readonly employer: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly key: string | null, readonly months: number | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly task: string | null, readonly title: string | null }> };

export type SaveApplicationMarketMutationVariables = Exact<{
  input: SaveApplicationMarketInput;
}>;


export type SaveApplicationMarketMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly market: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationBudgetMutationVariables = Exact<{
  input: SaveApplicationBudgetInput;
}>;


export type SaveApplicationBudgetMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly budget: { readonly editedAt: string | null, readonly editedBy: string | null, readonly equipmentNote: string | null, readonly labourNote: string | null, readonly operationsNote: string | null, readonly revision: number, readonly annualPlan: ReadonlyArray<{ readonly key: string | null, readonly selfRaised: string | null, readonly specialFunds: string | null, readonly year: number | null }>, readonly equipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly equipmentItems: ReadonlyArray<{ readonly amount: string | null, readonly key: string | null, readonly model: string | null, readonly name: string | null, readonly quantity: number | null, readonly use: string | null }>, readonly fundingSources: ReadonlyArray<{ readonly amount: string | null, readonly funder: string | null, readonly key: string | null, readonly kind: Open<OwnFundsSource> | null, readonly kindOther: string | null, readonly use: string | null }>, readonly indirect: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly labour: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly operations: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly purchasedEquipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly equipmentNote: string | null, readonly labourNote: string | null, readonly operationsNote: string | null, readonly revision: number, readonly annualPlan: ReadonlyArray<{ readonly key: string | null, readonly selfRaised: string | null, readonly specialFunds: string | null, readonly year: number | null }>, readonly equipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly equipmentItems: ReadonlyArray<{ readonly amount: string | null, readonly key: string | null, readonly model: string | null, readonly name: string | null, readonly quantity: number | null, readonly use: string | null }>, readonly fundingSources: ReadonlyArray<{ readonly amount: string | null, readonly funder: string | null, readonly key: string | null, readonly kind: Open<OwnFundsSource> | null, readonly kindOther: string | null, readonly use: string | null }>, readonly indirect: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly labour: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly operations: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly purchasedEquipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationAttachmentsMutationVariables = Exact<{
  input: SaveApplicationAttachmentsInput;
}>;


export type SaveApplicationAttachmentsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly attachments: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly items: ReadonlyArray<{ readonly document: string | null, readonly evidence: string | null, readonly key: string | null, readonly note: string | null, readonly requirement: string | null, readonly source: string | null }> } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly items: ReadonlyArray<{ readonly document: string | null, readonly evidence: string | null, readonly key: string | null, readonly note: string | null, readonly requirement: string | null, readonly source: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationDeclarationsMutationVariables = Exact<{
  input: SaveApplicationDeclarationsInput;
}>;


export type SaveApplicationDeclarationsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly declarations: { readonly commitment: boolean | null, readonly confidential: boolean | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly localConversion: boolean | null, readonly platforms: boolean | null, readonly priorResults: boolean | null, readonly recusal: boolean | null, readonly revision: number, readonly workBasis: boolean | null, readonly platformList: ReadonlyArray<{ readonly key: string | null, readonly kind: Open<PlatformKind> | null, readonly name: string | null, readonly proof: string | null }>, readonly recusalExperts: ReadonlyArray<{ readonly employer: string | null, readonly key: string | null, readonly name: string | null, readonly reason: string | null }>, readonly recusalInstitution: { readonly name: string | null, readonly reason: string | null } | null } } | null, readonly merged: { readonly commitment: boolean | null, readonly confidential: boolean | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly localConversion: boolean | null, readonly platforms: boolean | null, readonly priorResults: boolean | null, readonly recusal: boolean | null, readonly revision: number, readonly workBasis: boolean | null, readonly platformList: ReadonlyArray<{ readonly key: string | null, readonly kind: Open<PlatformKind> | null, readonly name: string | null, readonly proof: string | null }>, readonly recusalExperts: ReadonlyArray<{ readonly employer: string | null, readonly key: string | null, readonly name: string | null, readonly reason: string | null }>, readonly recusalInstitution: { readonly name: string | null, readonly reason: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationBasicsMutationVariables = Exact<{
  input: SaveApplicationBasicsInput;
}>;


export type SaveApplicationBasicsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly basics: { readonly editedAt: string | null, readonly editedBy: string | null, readonly industrialisation: boolean | null, readonly industryField: Open<IndustryField> | null, readonly industryFieldOther: string | null, readonly outcomeFormOther: string | null, readonly outcomeForms: ReadonlyArray<Open<OutcomeForm>>, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly outcomeLevelOther: string | null, readonly platform: boolean | null, readonly revision: number, readonly stage: Open<ProjectStage> | null, readonly stageOther: string | null, readonly technologySource: Open<TechnologySource> | null, readonly contact: { readonly email: string | null, readonly fax: string | null, readonly name: string | null, readonly phone: string | null } | null, readonly headCount: { readonly intermediate: number | null, readonly junior: number | null, readonly other: number | null, readonly senior: number | null } | null, readonly leader: { readonly birthMonth: string | null, readonly degree: string | null, readonly email: string | null, readonly fax: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly landline: string | null, readonly mobile: string | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly title: string | null } | null, readonly partners: ReadonlyArray<{ readonly creditCode: string | null, readonly key: string | null, readonly kind: Open<ApplicantKind> | null, readonly name: string | null }>, readonly projectContact: { readonly landline: string | null, readonly mobile: string | null, readonly name: string | null } | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly industrialisation: boolean | null, readonly industryField: Open<IndustryField> | null, readonly industryFieldOther: string | null, readonly outcomeFormOther: string | null, readonly outcomeForms: ReadonlyArray<Open<OutcomeForm>>, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly outcomeLevelOther: string | null, readonly platform: boolean | null, readonly revision: number, readonly stage: Open<ProjectStage> | null, readonly stageOther: string | null, readonly technologySource: Open<TechnologySource> | null, readonly contact: { readonly email: string | null, readonly fax: string | null, readonly name: string | null, readonly phone: string | null } | null, readonly headCount: { readonly intermediate: number | null, readonly junior: number | null, readonly other: number | null, readonly senior: number | null } | null, readonly leader: { readonly birthMonth: string | null, readonly degree: string | null, readonly email: string | null, readonly fax: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly landline: string | null, readonly mobile: string | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly title: string | null } | null, readonly partners: ReadonlyArray<{ readonly creditCode: string | null, readonly key: string | null, readonly kind: Open<ApplicantKind> | null, readonly name: string | null }>, readonly projectContact: { readonly landline: string | null, readonly mobile: string | null, readonly name: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationConditionsMutationVariables = Exact<{
  input: SaveApplicationConditionsInput;
}>;


export type SaveApplicationConditionsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly conditions: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type AddEvidenceMutationVariables = Exact<{
  input: AddEvidenceInput;
}>;


export type AddEvidenceMutation = { readonly addEvidence: { readonly evidence: { readonly id: string, readonly kind: Open<EvidenceKind>, readonly attachmentCode: string | null, readonly number: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly expired: boolean, readonly year: number | null, readonly fileName: string, readonly mediaType: string | null, readonly size: number, readonly downloadUrl: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type AddPersonMutationVariables = Exact<{
  input: AddPersonInput;
}>;


export type AddPersonMutation = { readonly addPerson: { readonly person: { readonly id: string, readonly name: string, readonly sex: Open<Sex> | null, readonly phone: string, readonly title: string | null, readonly degree: string | null, readonly speciality: string | null, readonly employer: string | null, readonly onStaff: boolean, readonly revision: number, readonly idDocument: { readonly kind: Open<IdentityDocumentKind>, readonly number: string } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type ApplicantQueryVariables = Exact<{
  id: string;
}>;


export type ApplicantQuery = { readonly node:
    | { readonly id: string, readonly city: string, readonly creditCode: string, readonly name: string, readonly kind: Open<ApplicantKind>, readonly level: Open<AdministrativeLevel>, readonly legalPerson: boolean, readonly district: string, readonly park: string | null, readonly registeredAddress: string, readonly foundedOn: string, readonly legalRepresentative: string, readonly jurisdiction: string | null, readonly revision: number, readonly deactivatedAt: string | null, readonly evidence: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: Open<EvidenceKind>, readonly attachmentCode: string | null, readonly number: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly expired: boolean, readonly year: number | null, readonly fileName: string, readonly mediaType: string | null, readonly size: number, readonly downloadUrl: string | null }> }, readonly contact: { readonly name: string, readonly email: string, readonly phone: string }, readonly verification: { readonly state: Open<VerificationState>, readonly note: string | null } }
    | Record<PropertyKey, never>
   | null };

export type ApplicationHistoryQueryVariables = Exact<{
  filter: HistoryFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApplicationHistoryQuery = { readonly applicationHistory: { readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly section: Open<FormSection>, readonly revision: number, readonly editedAt: string, readonly editedBy: string, readonly changes: ReadonlyArray<{ readonly path: string, readonly label: string, readonly kind: Open<ChangeKind>, readonly before: string | null, readonly after: string | null, readonly personal: boolean }> }> } };

export type ApplicationQueryVariables = Exact<{
  id: string;
}>;


export type ApplicationQuery = { readonly application: { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly cover: { readonly category: string | null, readonly direction: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly endMonth: string | null, readonly revision: number, readonly startMonth: string | null, readonly title: string | null }, readonly basics: { readonly editedAt: string | null, readonly editedBy: string | null, readonly industrialisation: boolean | null, readonly industryField: Open<IndustryField> | null, readonly industryFieldOther: string | null, readonly outcomeFormOther: string | null, readonly outcomeForms: ReadonlyArray<Open<OutcomeForm>>, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly outcomeLevelOther: string | null, readonly platform: boolean | null, readonly revision: number, readonly stage: Open<ProjectStage> | null, readonly stageOther: string | null, readonly technologySource: Open<TechnologySource> | null, readonly contact: { readonly email: string | null, readonly fax: string | null, readonly name: string | null, readonly phone: string | null } | null, readonly headCount: { readonly intermediate: number | null, readonly junior: number | null, readonly other: number | null, readonly senior: number | null } | null, readonly leader: { readonly birthMonth: string | null, readonly degree: string | null, readonly email: string | null, readonly fax: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly landline: string | null, readonly mobile: string | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly title: string | null } | null, readonly partners: ReadonlyArray<{ readonly creditCode: string | null, readonly key: string | null, readonly kind: Open<ApplicantKind> | null, readonly name: string | null }>, readonly projectContact: { readonly landline: string | null, readonly mobile: string | null, readonly name: string | null } | null }, readonly grounds: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly stateOfTheArt: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly market: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly research: { readonly content: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly goals: string | null, readonly innovations: string | null, readonly revision: number }, readonly methods: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly indicators: { readonly economicBasis: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly resultsNote: string | null, readonly revision: number, readonly social: string | null, readonly economic: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly results: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }>, readonly technical: ReadonlyArray<{ readonly key: string | null, readonly name: string | null, readonly note: string | null, readonly quantity: string | null, readonly unit: string | null }> }, readonly scale: { readonly editedAt: string | null, readonly editedBy: string | null, readonly implementedInCity: boolean | null, readonly revision: number, readonly scale: string | null, readonly site: string | null }, readonly conditions: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly team: { readonly editedAt: string | null, readonly editedBy: string | null, readonly leaderProfile: string | null, readonly revision: number, readonly personnel: ReadonlyArray<{ readonly age: number | null, readonly employer: string | null, readonly idKind: Open<IdentityDocumentKind> | null, readonly idNumber: string | null, readonly key: string | null, readonly months: number | null, readonly name: string | null, readonly person: string | null, readonly sex: Open<Sex> | null, readonly speciality: string | null, readonly task: string | null, readonly title: string | null }> }, readonly schedule: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null }, readonly budget: { readonly editedAt: string | null, readonly editedBy: string | null, readonly equipmentNote: string | null, readonly labourNote: string | null, readonly operationsNote: string | null, readonly revision: number, readonly annualPlan: ReadonlyArray<{ readonly key: string | null, readonly selfRaised: string | null, readonly specialFunds: string | null, readonly year: number | null }>, readonly equipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly equipmentItems: ReadonlyArray<{ readonly amount: string | null, readonly key: string | null, readonly model: string | null, readonly name: string | null, readonly quantity: number | null, readonly use: string | null }>, readonly fundingSources: ReadonlyArray<{ readonly amount: string | null, readonly funder: string | null, readonly key: string | null, readonly kind: Open<OwnFundsSource> | null, readonly kindOther: string | null, readonly use: string | null }>, readonly indirect: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly labour: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly operations: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null, readonly purchasedEquipment: { readonly selfRaised: string | null, readonly specialFunds: string | null } | null }, readonly opinion: { readonly editedAt: string | null, readonly editedBy: string | null, readonly legalRepresentative: string | null, readonly revision: number, readonly text: string | null }, readonly declarations: { readonly commitment: boolean | null, readonly confidential: boolean | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly localConversion: boolean | null, readonly platforms: boolean | null, readonly priorResults: boolean | null, readonly recusal: boolean | null, readonly revision: number, readonly workBasis: boolean | null, readonly platformList: ReadonlyArray<{ readonly key: string | null, readonly kind: Open<PlatformKind> | null, readonly name: string | null, readonly proof: string | null }>, readonly recusalExperts: ReadonlyArray<{ readonly employer: string | null, readonly key: string | null, readonly name: string | null, readonly reason: string | null }>, readonly recusalInstitution: { readonly name: string | null, readonly reason: string | null } | null }, readonly attachments: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly items: ReadonlyArray<{ readonly document: string | null, readonly evidence: string | null, readonly key: string | null, readonly note: string | null, readonly requirement: string | null, readonly source: string | null }> }, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } } | null };

export type ApplicationsQueryVariables = Exact<{
  filter?: ApplicationFilter | null | undefined;
  orderBy?: ReadonlyArray<ApplicationOrder> | ApplicationOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApplicationsQuery = { readonly applications: { readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } }> } };

export type CheckEligibilityQueryVariables = Exact<{
  input: CheckEligibilityInput;
}>;


export type CheckEligibilityQuery = { readonly checkEligibility: { readonly verdict: { readonly result: Open<VerdictResult>, readonly edition: number, readonly asOf: string, readonly call: { readonly id: string, readonly code: string, readonly kind: Open<CallKind>, readonly name: string, readonly opensAt: string | null, readonly closesAt: string | null, readonly release: string }, readonly findings: ReadonlyArray<{ readonly level: Open<RuleLevel>, readonly outcome: Open<Outcome>, readonly title: string, readonly fix: string | null, readonly rule: { readonly code: string }, readonly clause: { readonly code: string, readonly label: string, readonly summary: string }, readonly facts: ReadonlyArray<{ readonly name: string, readonly label: string, readonly value: string }>, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }>, readonly projects: ReadonlyArray<{ readonly number: string, readonly title: string, readonly state: Open<ProjectState>, readonly startsOn: string, readonly plannedEndOn: string, readonly endedOn: string | null }>, readonly records: ReadonlyArray<{ readonly kind: Open<IntegrityRecordKind>, readonly since: string, readonly until: string | null, readonly source: string }> }>, readonly attachments: ReadonlyArray<{ readonly requirement: Open<Requirement>, readonly attached: boolean | null, readonly attachment: { readonly code: string, readonly name: string, readonly condition: string, readonly optional: boolean, readonly clause: { readonly code: string, readonly label: string } }, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type CompletenessQueryVariables = Exact<{
  id: string;
}>;


export type CompletenessQuery = { readonly application: { readonly completeness: { readonly done: boolean, readonly sections: ReadonlyArray<{ readonly section: Open<FormSection>, readonly done: boolean, readonly missing: ReadonlyArray<{ readonly path: ReadonlyArray<string>, readonly label: string }>, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }>, readonly warnings: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> }> } } | null };

export type CopyApplicationMutationVariables = Exact<{
  input: CopyApplicationInput;
}>;


export type CopyApplicationMutation = { readonly copyApplication: { readonly application: { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type CreateApplicationMutationVariables = Exact<{
  input: CreateApplicationInput;
}>;


export type CreateApplicationMutation = { readonly createApplication: { readonly application: { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type DeleteApplicationMutationVariables = Exact<{
  input: DeleteApplicationInput;
}>;


export type DeleteApplicationMutation = { readonly deleteApplication: { readonly application: { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type ExchangeSignInMutationVariables = Exact<{
  input: ExchangeSignInInput;
}>;


export type ExchangeSignInMutation = { readonly exchangeSignIn: { readonly session: { readonly token: string | null, readonly expiresAt: string } | null, readonly secondFactor: { readonly challenge: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type ClauseReferenceFragment = { readonly code: string, readonly label: string };

export type ErrorDetailsFragment = { readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null };

export type DirectionDetailsFragment = { readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> };

export type ApplicationSummaryFragment = { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } };

export type DocumentDetailsFragment = { readonly id: string, readonly fileName: string, readonly mediaType: string | null, readonly size: number, readonly sha256: string | null };

export type ApplicantDetailsFragment = { readonly id: string, readonly city: string, readonly creditCode: string, readonly name: string, readonly kind: Open<ApplicantKind>, readonly level: Open<AdministrativeLevel>, readonly legalPerson: boolean, readonly district: string, readonly park: string | null, readonly registeredAddress: string, readonly foundedOn: string, readonly legalRepresentative: string, readonly jurisdiction: string | null, readonly revision: number, readonly deactivatedAt: string | null, readonly contact: { readonly name: string, readonly email: string, readonly phone: string }, readonly verification: { readonly state: Open<VerificationState>, readonly note: string | null } };

export type EvidenceDetailsFragment = { readonly id: string, readonly kind: Open<EvidenceKind>, readonly attachmentCode: string | null, readonly number: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly expired: boolean, readonly year: number | null, readonly fileName: string, readonly mediaType: string | null, readonly size: number, readonly downloadUrl: string | null };

export type PersonDetailsFragment = { readonly id: string, readonly name: string, readonly sex: Open<Sex> | null, readonly phone: string, readonly title: string | null, readonly degree: string | null, readonly speciality: string | null, readonly employer: string | null, readonly onStaff: boolean, readonly revision: number, readonly idDocument: { readonly kind: Open<IdentityDocumentKind>, readonly number: string } };

export type CheckDetailsFragment = { readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null };

export type GuidelineQueryVariables = Exact<{
  city: string;
  year: number;
  edition?: number | null | undefined;
}>;


export type GuidelineQuery = { readonly guideline: { readonly id: string, readonly year: number, readonly edition: number, readonly inForce: boolean, readonly title: string, readonly note: string, readonly contentHash: string, readonly importedAt: string, readonly city: { readonly code: string, readonly name: string, readonly timeZone: string, readonly areaCode: string }, readonly districts: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly parks: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly calls: ReadonlyArray<{ readonly id: string, readonly code: string, readonly kind: Open<CallKind>, readonly name: string, readonly opensAt: string | null, readonly closesAt: string | null, readonly release: string, readonly releaseMonths: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } }>, readonly paper: { readonly copies: number, readonly workingDays: number }, readonly categories: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fundingModes: ReadonlyArray<Open<FundingMode>>, readonly fundingNote: string, readonly priorities: ReadonlyArray<string>, readonly fundingRange: { readonly min: string, readonly max: string } | null, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }>, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string }>, readonly directions: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean }>, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> }>, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> }> }>, readonly offices: ReadonlyArray<{ readonly id: string, readonly code: string, readonly role: Open<OfficeRole>, readonly name: string, readonly phone: string }>, readonly authorities: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string }>, readonly attachmentRequirements: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly condition: string, readonly optional: boolean, readonly clause: { readonly code: string, readonly label: string } }>, readonly parameters: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: Open<ParameterType>, readonly value: string, readonly note: string, readonly clause: { readonly code: string, readonly label: string } }>, readonly rules: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: Open<RuleLevel>, readonly title: string, readonly fix: string, readonly clause: { readonly code: string, readonly label: string } }>, readonly clauses: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly summary: string, readonly decidable: boolean }> } | null };

export type GuidelinesQueryVariables = Exact<{
  filter?: GuidelineFilter | null | undefined;
  orderBy?: ReadonlyArray<GuidelineOrder> | GuidelineOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GuidelinesQuery = { readonly guidelines: { readonly totalCount: number, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly year: number, readonly edition: number, readonly inForce: boolean, readonly title: string, readonly note: string, readonly importedAt: string, readonly city: { readonly code: string, readonly name: string } }> } };

export type MyApplicantsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyApplicantsQuery = { readonly myApplicants: { readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly city: string, readonly creditCode: string, readonly name: string, readonly kind: Open<ApplicantKind>, readonly level: Open<AdministrativeLevel>, readonly legalPerson: boolean, readonly district: string, readonly park: string | null, readonly registeredAddress: string, readonly foundedOn: string, readonly legalRepresentative: string, readonly jurisdiction: string | null, readonly revision: number, readonly deactivatedAt: string | null, readonly contact: { readonly name: string, readonly email: string, readonly phone: string }, readonly verification: { readonly state: Open<VerificationState>, readonly note: string | null } }> } };

export type PaperDeadlineQueryVariables = Exact<{
  call: string;
  formalCheckPassedAt?: string | null | undefined;
}>;


export type PaperDeadlineQuery = { readonly paperDeadline: { readonly deadline: { readonly dueOn: string, readonly countedFrom: string, readonly workingDays: number, readonly copies: number, readonly clause: { readonly code: string, readonly label: string } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type PassSecondFactorMutationVariables = Exact<{
  input: PassSecondFactorInput;
}>;


export type PassSecondFactorMutation = { readonly passSecondFactor: { readonly session: { readonly token: string | null, readonly expiresAt: string } | null, readonly secondFactor: { readonly challenge: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type PeopleQueryVariables = Exact<{
  applicant: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { readonly node:
    | { readonly people: { readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly sex: Open<Sex> | null, readonly phone: string, readonly title: string | null, readonly degree: string | null, readonly speciality: string | null, readonly employer: string | null, readonly onStaff: boolean, readonly revision: number, readonly idDocument: { readonly kind: Open<IdentityDocumentKind>, readonly number: string } }> } }
    | Record<PropertyKey, never>
   | null };

export type PreviewGuidelineQueryVariables = Exact<{
  city: string;
  year: number;
  edition?: number | null | undefined;
}>;


export type PreviewGuidelineQuery = { readonly guideline: { readonly year: number, readonly edition: number, readonly city: { readonly code: string, readonly timeZone: string, readonly nameZh: string, readonly nameEn: string }, readonly districts: ReadonlyArray<{ readonly code: string }>, readonly parks: ReadonlyArray<{ readonly code: string }>, readonly clauses: ReadonlyArray<{ readonly code: string, readonly label: string, readonly summaryZh: string, readonly summaryEn: string }>, readonly calls: ReadonlyArray<{ readonly id: string, readonly code: string, readonly kind: Open<CallKind>, readonly opensAt: string | null, readonly closesAt: string | null, readonly nameZh: string, readonly nameEn: string, readonly releaseZh: string, readonly releaseEn: string }>, readonly parameters: ReadonlyArray<{ readonly name: string, readonly type: Open<ParameterType>, readonly value: string, readonly noteZh: string, readonly noteEn: string }>, readonly rules: ReadonlyArray<{ readonly code: string, readonly level: Open<RuleLevel>, readonly when: string | null, readonly require: string | null, readonly titleZh: string, readonly titleEn: string, readonly fixZh: string, readonly fixEn: string, readonly clause: { readonly code: string } }>, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string, readonly optional: boolean, readonly when: string | null, readonly nameZh: string, readonly nameEn: string, readonly conditionZh: string, readonly conditionEn: string, readonly clause: { readonly code: string } }>, readonly categories: ReadonlyArray<{ readonly code: string, readonly nameZh: string, readonly nameEn: string, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string }>, readonly directions: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean }> }> }> }> } | null };

export type DirectionCodeFragment = { readonly code: string, readonly leaf: boolean };

export type RegisterApplicantMutationVariables = Exact<{
  input: RegisterApplicantInput;
}>;


export type RegisterApplicantMutation = { readonly registerApplicant: { readonly applicant: { readonly id: string, readonly city: string, readonly creditCode: string, readonly name: string, readonly kind: Open<ApplicantKind>, readonly level: Open<AdministrativeLevel>, readonly legalPerson: boolean, readonly district: string, readonly park: string | null, readonly registeredAddress: string, readonly foundedOn: string, readonly legalRepresentative: string, readonly jurisdiction: string | null, readonly revision: number, readonly deactivatedAt: string | null, readonly contact: { readonly name: string, readonly email: string, readonly phone: string }, readonly verification: { readonly state: Open<VerificationState>, readonly note: string | null } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type RequestUploadMutationVariables = Exact<{
  input: RequestUploadInput;
}>;


export type RequestUploadMutation = { readonly requestUpload: { readonly upload: { readonly url: string | null, readonly document: { readonly id: string, readonly fileName: string, readonly mediaType: string | null, readonly size: number, readonly sha256: string | null } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type RestoreApplicationMutationVariables = Exact<{
  input: RestoreApplicationInput;
}>;


export type RestoreApplicationMutation = { readonly restoreApplication: { readonly application: { readonly id: string, readonly status: Open<ApplicationStatus>, readonly title: string, readonly city: string, readonly category: string | null, readonly direction: string | null, readonly startMonth: string | null, readonly endMonth: string | null, readonly stage: Open<ProjectStage> | null, readonly technologySource: Open<TechnologySource> | null, readonly industryField: Open<IndustryField> | null, readonly outcomeLevel: Open<OutcomeLevel> | null, readonly requested: string | null, readonly selfRaised: string | null, readonly createdAt: string, readonly updatedAt: string, readonly deletedAt: string | null, readonly applicant: { readonly id: string, readonly name: string } | null, readonly guideline: { readonly year: number, readonly edition: number } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type RouteQueryVariables = Exact<{
  input: RouteInput;
}>;


export type RouteQuery = { readonly route: { readonly route: { readonly outcome: Open<RouteOutcome>, readonly clause: { readonly code: string, readonly label: string, readonly summary: string } | null, readonly authorities: ReadonlyArray<{ readonly code: string | null, readonly name: string }>, readonly facts: ReadonlyArray<{ readonly name: string, readonly label: string, readonly value: string }>, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { readonly viewer: { readonly roles: ReadonlyArray<Open<Role>>, readonly account: { readonly id: string, readonly name: string, readonly email: string, readonly phone: string | null, readonly locale: Open<Locale> } | null, readonly secondFactor: { readonly enabled: boolean, readonly required: boolean, readonly passed: boolean }, readonly memberships: ReadonlyArray<{ readonly applicantId: string, readonly applicantName: string, readonly rights: ReadonlyArray<Open<MemberRight>> }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly session: { readonly token: string | null, readonly expiresAt: string } | null, readonly secondFactor: { readonly challenge: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly done: boolean } };

export type SaveApplicationStateOfTheArtMutationVariables = Exact<{
  input: SaveApplicationStateOfTheArtInput;
}>;


export type SaveApplicationStateOfTheArtMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly stateOfTheArt: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationMethodsMutationVariables = Exact<{
  input: SaveApplicationMethodsInput;
}>;


export type SaveApplicationMethodsMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly methods: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationOpinionMutationVariables = Exact<{
  input: SaveApplicationOpinionInput;
}>;


export type SaveApplicationOpinionMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly opinion: { readonly editedAt: string | null, readonly editedBy: string | null, readonly legalRepresentative: string | null, readonly revision: number, readonly text: string | null } } | null, readonly merged: { readonly editedAt: string | null, readonly editedBy: string | null, readonly legalRepresentative: string | null, readonly revision: number, readonly text: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type SaveApplicationResearchMutationVariables = Exact<{
  input: SaveApplicationResearchInput;
}>;


export type SaveApplicationResearchMutation = { readonly saved: { readonly revision: number | null, readonly conflicts: ReadonlyArray<string>, readonly application: { readonly research: { readonly content: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly goals: string | null, readonly innovations: string | null, readonly revision: number } } | null, readonly merged: { readonly content: string | null, readonly editedAt: string | null, readonly editedBy: string | null, readonly goals: string | null, readonly innovations: string | null, readonly revision: number } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

/** A value of an enum, or one that a newer service has and this client doesn't know yet. */
export type Open<Value extends string> = Value | (string & {})

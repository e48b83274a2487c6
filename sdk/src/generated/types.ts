/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
  | 'WINDOW'
  | (string & {});

/** An application as far as it is known. */
export type CheckEligibilityInput = {
  /** The moment the verdict is for; now, if left out. */
  readonly asOf?: string | null | undefined;
  /** Code of the category. */
  readonly category?: string | null | undefined;
  /** Code of the city, e.g. "xining". */
  readonly city: string;
  /** Code of the direction; a leaf of the category’s tree. */
  readonly direction?: string | null | undefined;
  readonly facts?: FactsInput | null | undefined;
  /** Programme year, e.g. 2024. */
  readonly year: number;
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

/** Why something was refused. */
export type ErrorCode =
  /** An alias has more than 63 characters. 别名超过 63 个字符。 */
  | 'ALIAS_TOO_LONG'
  /** The amount has thousands separators or spaces. 金额含有千分位分隔符或空格。 */
  | 'AMOUNT_HAS_SEPARATORS'
  /** Not an amount in yuan. 不是以元为单位的金额。 */
  | 'AMOUNT_MALFORMED'
  /** The amount is larger than any budget. 金额过大。 */
  | 'AMOUNT_TOO_LARGE'
  /** More than two decimals of yuan; nothing is rounded. 金额超过两位小数；系统不作四舍五入。 */
  | 'AMOUNT_TOO_PRECISE'
  /** No such organisation, or not one that the caller acts for. 没有该单位，或当前账号不属于该单位。 */
  | 'APPLICANT_UNKNOWN'
  /** The guideline has no attachment of this code. 指南中没有该附件代码。 */
  | 'ATTACHMENT_UNKNOWN'
  /** The HTTP request is not a GraphQL request. 该 HTTP 请求不是 GraphQL 请求。 */
  | 'BAD_REQUEST'
  /** A variable or an argument has a wrong value; extensions.path says which. 变量或参数的值有误，位置见 extensions.path。 */
  | 'BAD_USER_INPUT'
  /** The body of the request is too large. 请求体过大。 */
  | 'BODY_TOO_LARGE'
  /** The working calendar is not published so far ahead. 相应年度的工作日历尚未公布。 */
  | 'CALENDAR_NOT_PUBLISHED'
  /** No such call. 没有该申报批次。 */
  | 'CALL_UNKNOWN'
  /** The guideline has no such category. 指南中没有该计划类别。 */
  | 'CATEGORY_UNKNOWN'
  /** No such city, or not one that the caller acts in. 没有该城市，或当前账号在该市没有职责。 */
  | 'CITY_UNKNOWN'
  /** The count is too large to be true. 数量过大。 */
  | 'COUNT_TOO_LARGE'
  /** A page of another site may not ask. 不接受其他网站的页面发来的请求。 */
  | 'CROSS_SITE_REQUEST'
  /** Not a day in the form YYYY-MM-DD. 日期不是“年-月-日”的形式。 */
  | 'DATE_MALFORMED'
  /** A day that does not exist. 日期不存在。 */
  | 'DATE_NOT_REAL'
  /** A day outside the years that are accepted. 日期超出可接受的年份。 */
  | 'DATE_OUT_OF_RANGE'
  /** The direction belongs to another category. 该支持方向属于其他计划类别。 */
  | 'DIRECTION_OF_OTHER_CATEGORY'
  /** The guideline has no such direction. 指南中没有该支持方向。 */
  | 'DIRECTION_UNKNOWN'
  /** The operation would read too many objects; extensions.fields says where. 操作涉及的对象过多，位置见 extensions.fields。 */
  | 'DOCUMENT_TOO_COSTLY'
  /** The document is nested too deeply. 查询文档的嵌套过深。 */
  | 'DOCUMENT_TOO_DEEP'
  /** The document has too many tokens. 查询文档过长。 */
  | 'DOCUMENT_TOO_LONG'
  /** A fact of the wrong type. 事实的类型不对。 */
  | 'FACT_TYPE'
  /** Not one of the values a fact can have. 不是该事实可取的值。 */
  | 'FACT_VALUE_UNKNOWN'
  /** The address of the file has expired. 文件地址已过期。 */
  | 'FILE_ADDRESS_EXPIRED'
  /** The address of the file was changed, or is another’s. 文件地址被改动，或属于他人。 */
  | 'FILE_ADDRESS_INVALID'
  /** Another content is stored at this address. 该地址已收存另一份内容。 */
  | 'FILE_ALREADY_STORED'
  /** The content doesn’t have the announced SHA-256. 内容与所填的 SHA-256 不符。 */
  | 'FILE_DIGEST_DIFFERS'
  /** Not a SHA-256 in hexadecimal. 不是十六进制的 SHA-256。 */
  | 'FILE_DIGEST_MALFORMED'
  /** The file is empty. 文件为空。 */
  | 'FILE_EMPTY'
  /** The file carries malware. 文件含有恶意代码。 */
  | 'FILE_INFECTED'
  /** Not a file’s name. 不是文件名。 */
  | 'FILE_NAME_MALFORMED'
  /** The file hasn’t been uploaded, or was refused. 文件尚未上传，或已被拒收。 */
  | 'FILE_NOT_STORED'
  /** The file was refused for its content before. 文件此前因内容不符被拒收。 */
  | 'FILE_REFUSED'
  /** Less came than was announced. 收到的内容少于所填的大小。 */
  | 'FILE_SIZE_DIFFERS'
  /** The file is larger than allowed or announced. 文件超过上限或所填的大小。 */
  | 'FILE_TOO_LARGE'
  /** A file of this type isn’t taken here, or its content is not what its name says. 此处不接受该类型的文件，或内容与扩展名不符。 */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** No such file, or not for the caller to see. 没有该文件，或无权查看。 */
  | 'FILE_UNKNOWN'
  /** The caller’s roles don’t allow it. 当前角色无权进行该操作。 */
  | 'FORBIDDEN'
  /** The all-year pool counts from the formal check, whose time is missing. 全年储备须提供形式审查通过的时间。 */
  | 'FORMAL_CHECK_NEEDED'
  /** The document has a syntax error. 查询文档有语法错误。 */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. 查询文档与接口定义不符。 */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** No guideline is known for this city and year. 没有该城市、该年度的申报指南。 */
  | 'GUIDELINE_NOT_FOUND'
  /** Address and headers of the request are too large. 网址与请求头过大。 */
  | 'HEADER_TOO_LARGE'
  /** An idempotency key has 8 to 64 letters, digits, - and _. 幂等键须为 8 至 64 个字母、数字、- 或 _。 */
  | 'IDEMPOTENCY_KEY_MALFORMED'
  /** The idempotency key was used with another input. 该幂等键已用于其他内容。 */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Not a time with an offset, RFC 3339. 时间不是带时区的 RFC 3339 形式。 */
  | 'INSTANT_MALFORMED'
  /** A fault of the server; extensions.requestId names it in its log. 服务器内部错误，编号见 extensions.requestId。 */
  | 'INTERNAL_SERVER_ERROR'
  /** The path doesn’t take this HTTP method. 该地址不接受这种 HTTP 方法。 */
  | 'METHOD_NOT_ALLOWED'
  /** A negative amount. 金额为负数。 */
  | 'NEGATIVE_AMOUNT'
  /** A negative count. 数量为负数。 */
  | 'NEGATIVE_COUNT'
  /** The caller accepts none of the media types of answers. 请求不接受任何可用的回答格式。 */
  | 'NOT_ACCEPTABLE'
  /** Nothing is at this path. 没有这个地址。 */
  | 'NOT_FOUND'
  /** The document doesn’t have the operation to be executed. 文档中没有要执行的操作。 */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** Queries have to be sent as text. 须发送查询全文。 */
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  /** The request was cancelled before its answer was ready. 请求在得到回答前已取消。 */
  | 'REQUEST_ABORTED'
  /** The request did not arrive in time. 请求未能及时到达。 */
  | 'REQUEST_TIMEOUT'
  /** Somebody else has changed it since. 内容已被他人修改。 */
  | 'STALE_REVISION'
  /** The query took longer than the server allows. 查询耗时超过服务器的限制。 */
  | 'STATEMENT_TIMEOUT'
  /** An operation has too many aliases. 一次操作中的别名过多。 */
  | 'TOO_MANY_ALIASES'
  /** An operation has too many directives. 一次操作中的指令过多。 */
  | 'TOO_MANY_DIRECTIVES'
  /** Too many uploads were asked for and not made. 已申请而未完成的上传过多。 */
  | 'TOO_MANY_UPLOADS'
  /** Somebody has to be signed in, or the session is over. 须先登录，或登录已失效。 */
  | 'UNAUTHENTICATED'
  /** A POST has to be application/json. POST 请求须为 application/json。 */
  | 'UNSUPPORTED_MEDIA_TYPE'
  | (string & {});

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

/** How public money is paid (notice, 一（一）3). */
export type FundingMode =
  /** 直接补助 — direct grant */
  | 'DIRECT'
  /** 后补助 — grant after completion */
  | 'POST_COMPLETION'
  /** 分段补助 — staged grant */
  | 'STAGED'
  | (string & {});

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

/** What an office is there for (notice, 二（三）). */
export type OfficeRole =
  /** 项目受理单位 — acceptance desk */
  | 'ACCEPTANCE_DESK'
  /** 监督投诉受理 — complaints */
  | 'COMPLAINTS'
  /** 项目管理科室 — programme office */
  | 'PROGRAMME'
  | (string & {});

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
  | 'UNKNOWN'
  | (string & {});

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
  | 'STRINGS'
  | (string & {});

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

/** Whether something has to be handed in. */
export type Requirement =
  /** 无须提交 — not required */
  | 'NOT_REQUIRED'
  /** 必须提交 — required */
  | 'REQUIRED'
  /** 待定 — not known yet */
  | 'UNKNOWN'
  | (string & {});

/** The application to find the recommending authorities for, as far as it is known. */
export type RouteInput = {
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
  | 'UNDETERMINED'
  | (string & {});

/** What a failed rule does. */
export type RuleLevel =
  /** 限制性条件 — blocks */
  | 'BLOCK'
  /** 人工判断 — judged by a person */
  | 'JUDGE'
  /** 决定去向，不作限制 — routes, never refuses */
  | 'ROUTE'
  /** 提示，可由经办人说明理由后放行 — warns; an officer may override it */
  | 'WARN'
  | (string & {});

/** What all findings together say. */
export type VerdictResult =
  /** 可以申报 — eligible */
  | 'ELIGIBLE'
  /** 不可申报 — not eligible */
  | 'INELIGIBLE'
  /** 尚不能确定 — not determined yet */
  | 'UNDETERMINED'
  | (string & {});

export type CheckEligibilityQueryVariables = Exact<{
  input: CheckEligibilityInput;
}>;


export type CheckEligibilityQuery = { readonly checkEligibility: { readonly verdict: { readonly result: VerdictResult, readonly edition: number, readonly asOf: string, readonly call: { readonly id: string, readonly code: string, readonly kind: CallKind, readonly name: string, readonly opensAt: string | null, readonly closesAt: string | null, readonly release: string }, readonly findings: ReadonlyArray<{ readonly level: RuleLevel, readonly outcome: Outcome, readonly title: string, readonly fix: string | null, readonly rule: { readonly code: string }, readonly clause: { readonly code: string, readonly label: string, readonly summary: string }, readonly facts: ReadonlyArray<{ readonly name: string, readonly label: string, readonly value: string }>, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> }>, readonly attachments: ReadonlyArray<{ readonly requirement: Requirement, readonly attached: boolean | null, readonly attachment: { readonly code: string, readonly name: string, readonly condition: string, readonly optional: boolean, readonly clause: { readonly code: string, readonly label: string } }, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type ClauseReferenceFragment = { readonly code: string, readonly label: string };

export type ErrorDetailsFragment = { readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null };

export type DirectionDetailsFragment = { readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> };

export type GuidelineQueryVariables = Exact<{
  city: string;
  year: number;
  edition?: number | null | undefined;
}>;


export type GuidelineQuery = { readonly guideline: { readonly id: string, readonly year: number, readonly edition: number, readonly inForce: boolean, readonly title: string, readonly note: string, readonly contentHash: string, readonly importedAt: string, readonly city: { readonly code: string, readonly name: string, readonly timeZone: string, readonly areaCode: string }, readonly districts: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly parks: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly calls: ReadonlyArray<{ readonly id: string, readonly code: string, readonly kind: CallKind, readonly name: string, readonly opensAt: string | null, readonly closesAt: string | null, readonly release: string, readonly releaseMonths: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } }>, readonly paper: { readonly copies: number, readonly workingDays: number }, readonly categories: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly fundingModes: ReadonlyArray<FundingMode>, readonly fundingNote: string, readonly priorities: ReadonlyArray<string>, readonly fundingRange: { readonly min: string, readonly max: string } | null, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }>, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string }>, readonly directions: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean }>, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> }>, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> }> }>, readonly offices: ReadonlyArray<{ readonly id: string, readonly code: string, readonly role: OfficeRole, readonly name: string, readonly phone: string }>, readonly authorities: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string }>, readonly attachmentRequirements: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly condition: string, readonly optional: boolean, readonly clause: { readonly code: string, readonly label: string } }>, readonly parameters: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: ParameterType, readonly value: string, readonly note: string, readonly clause: { readonly code: string, readonly label: string } }>, readonly rules: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: RuleLevel, readonly title: string, readonly fix: string, readonly clause: { readonly code: string, readonly label: string } }>, readonly clauses: ReadonlyArray<{ readonly id: string, readonly code: string, readonly label: string, readonly summary: string, readonly decidable: boolean }> } | null };

export type GuidelinesQueryVariables = Exact<{
  filter?: GuidelineFilter | null | undefined;
  orderBy?: ReadonlyArray<GuidelineOrder> | GuidelineOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GuidelinesQuery = { readonly guidelines: { readonly totalCount: number, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly year: number, readonly edition: number, readonly inForce: boolean, readonly title: string, readonly note: string, readonly importedAt: string, readonly city: { readonly code: string, readonly name: string } }> } };

export type PaperDeadlineQueryVariables = Exact<{
  call: string;
  formalCheckPassedAt?: string | null | undefined;
}>;


export type PaperDeadlineQuery = { readonly paperDeadline: { readonly deadline: { readonly dueOn: string, readonly countedFrom: string, readonly workingDays: number, readonly copies: number, readonly clause: { readonly code: string, readonly label: string } } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type PreviewGuidelineQueryVariables = Exact<{
  city: string;
  year: number;
  edition?: number | null | undefined;
}>;


export type PreviewGuidelineQuery = { readonly guideline: { readonly year: number, readonly edition: number, readonly city: { readonly code: string, readonly timeZone: string, readonly nameZh: string, readonly nameEn: string }, readonly districts: ReadonlyArray<{ readonly code: string }>, readonly parks: ReadonlyArray<{ readonly code: string }>, readonly clauses: ReadonlyArray<{ readonly code: string, readonly label: string, readonly summaryZh: string, readonly summaryEn: string }>, readonly calls: ReadonlyArray<{ readonly id: string, readonly code: string, readonly kind: CallKind, readonly opensAt: string | null, readonly closesAt: string | null, readonly nameZh: string, readonly nameEn: string, readonly releaseZh: string, readonly releaseEn: string }>, readonly parameters: ReadonlyArray<{ readonly name: string, readonly type: ParameterType, readonly value: string, readonly noteZh: string, readonly noteEn: string }>, readonly rules: ReadonlyArray<{ readonly code: string, readonly level: RuleLevel, readonly when: string | null, readonly require: string | null, readonly titleZh: string, readonly titleEn: string, readonly fixZh: string, readonly fixEn: string, readonly clause: { readonly code: string } }>, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string, readonly optional: boolean, readonly when: string | null, readonly nameZh: string, readonly nameEn: string, readonly conditionZh: string, readonly conditionEn: string, readonly clause: { readonly code: string } }>, readonly categories: ReadonlyArray<{ readonly code: string, readonly nameZh: string, readonly nameEn: string, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string }>, readonly directions: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean }> }> }> }> } | null };

export type DirectionCodeFragment = { readonly code: string, readonly leaf: boolean };

export type RouteQueryVariables = Exact<{
  input: RouteInput;
}>;


export type RouteQuery = { readonly route: { readonly route: { readonly outcome: RouteOutcome, readonly clause: { readonly code: string, readonly label: string, readonly summary: string } | null, readonly authorities: ReadonlyArray<{ readonly code: string | null, readonly name: string }>, readonly facts: ReadonlyArray<{ readonly name: string, readonly label: string, readonly value: string }>, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> } | null, readonly errors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

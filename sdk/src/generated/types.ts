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
  | 'WINDOW';

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
  /** The account was deactivated. 账号已停用。 */
  | 'ACCOUNT_DEACTIVATED'
  /** The address has an account here already: sign in to that one. 该邮箱在本服务已有账号，请用原账号登录。 */
  | 'ACCOUNT_EXISTS'
  /** No such account, or it is deactivated. 没有该账号，或已停用。 */
  | 'ACCOUNT_UNKNOWN'
  /** An alias has more than 63 characters. 别名超过 63 个字符。 */
  | 'ALIAS_TOO_LONG'
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
  /** There is no such guideline. 没有该申报指南。 */
  | 'GUIDELINE_UNKNOWN'
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
  /** No such session of the account. 账号没有该会话。 */
  | 'SESSION_UNKNOWN'
  /** The sex is not the document’s. 性别与证件号码不一致。 */
  | 'SEX_DIFFERS'
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

/** Whether something has to be handed in. */
export type Requirement =
  /** 无须提交 — not required */
  | 'NOT_REQUIRED'
  /** 必须提交 — required */
  | 'REQUIRED'
  /** 待定 — not known yet */
  | 'UNKNOWN';

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

export type SignInInput = {
  /** For web pages: the session comes as a cookie that scripts can’t read. */
  readonly cookie?: boolean | null | undefined;
  /** E-mail address or phone number. */
  readonly name: string;
  readonly password: string;
};

/** What all findings together say. */
export type VerdictResult =
  /** 可以申报 — eligible */
  | 'ELIGIBLE'
  /** 不可申报 — not eligible */
  | 'INELIGIBLE'
  /** 尚不能确定 — not determined yet */
  | 'UNDETERMINED';

export type CheckEligibilityQueryVariables = Exact<{
  input: CheckEligibilityInput;
}>;


export type CheckEligibilityQuery = { readonly checkEligibility: { readonly verdict: { readonly result: Open<VerdictResult>, readonly edition: number, readonly asOf: string, readonly call: { readonly id: string, readonly code: string, readonly kind: Open<CallKind>, readonly name: string, readonly opensAt: string | null, readonly closesAt: string | null, readonly release: string }, readonly findings: ReadonlyArray<{ readonly level: Open<RuleLevel>, readonly outcome: Open<Outcome>, readonly title: string, readonly fix: string | null, readonly rule: { readonly code: string }, readonly clause: { readonly code: string, readonly label: string, readonly summary: string }, readonly facts: ReadonlyArray<{ readonly name: string, readonly label: string, readonly value: string }>, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }>, readonly projects: ReadonlyArray<{ readonly number: string, readonly title: string, readonly state: Open<ProjectState>, readonly startsOn: string, readonly plannedEndOn: string, readonly endedOn: string | null }>, readonly records: ReadonlyArray<{ readonly kind: Open<IntegrityRecordKind>, readonly since: string, readonly until: string | null, readonly source: string }> }>, readonly attachments: ReadonlyArray<{ readonly requirement: Open<Requirement>, readonly attached: boolean | null, readonly attachment: { readonly code: string, readonly name: string, readonly condition: string, readonly optional: boolean, readonly clause: { readonly code: string, readonly label: string } }, readonly missing: ReadonlyArray<{ readonly name: string, readonly label: string }> }> } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type ClauseReferenceFragment = { readonly code: string, readonly label: string };

export type ErrorDetailsFragment = { readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null };

export type DirectionDetailsFragment = { readonly id: string, readonly code: string, readonly label: string, readonly name: string, readonly leaf: boolean, readonly clause: { readonly code: string, readonly label: string }, readonly offices: ReadonlyArray<{ readonly code: string }> };

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

export type PaperDeadlineQueryVariables = Exact<{
  call: string;
  formalCheckPassedAt?: string | null | undefined;
}>;


export type PaperDeadlineQuery = { readonly paperDeadline: { readonly deadline: { readonly dueOn: string, readonly countedFrom: string, readonly workingDays: number, readonly copies: number, readonly clause: { readonly code: string, readonly label: string } } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type PassSecondFactorMutationVariables = Exact<{
  input: PassSecondFactorInput;
}>;


export type PassSecondFactorMutation = { readonly passSecondFactor: { readonly session: { readonly token: string | null, readonly expiresAt: string } | null, readonly secondFactor: { readonly challenge: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: Open<ErrorCode>, readonly message: string, readonly path: ReadonlyArray<string>, readonly clause: { readonly code: string, readonly label: string } | null }> } };

export type PreviewGuidelineQueryVariables = Exact<{
  city: string;
  year: number;
  edition?: number | null | undefined;
}>;


export type PreviewGuidelineQuery = { readonly guideline: { readonly year: number, readonly edition: number, readonly city: { readonly code: string, readonly timeZone: string, readonly nameZh: string, readonly nameEn: string }, readonly districts: ReadonlyArray<{ readonly code: string }>, readonly parks: ReadonlyArray<{ readonly code: string }>, readonly clauses: ReadonlyArray<{ readonly code: string, readonly label: string, readonly summaryZh: string, readonly summaryEn: string }>, readonly calls: ReadonlyArray<{ readonly id: string, readonly code: string, readonly kind: Open<CallKind>, readonly opensAt: string | null, readonly closesAt: string | null, readonly nameZh: string, readonly nameEn: string, readonly releaseZh: string, readonly releaseEn: string }>, readonly parameters: ReadonlyArray<{ readonly name: string, readonly type: Open<ParameterType>, readonly value: string, readonly noteZh: string, readonly noteEn: string }>, readonly rules: ReadonlyArray<{ readonly code: string, readonly level: Open<RuleLevel>, readonly when: string | null, readonly require: string | null, readonly titleZh: string, readonly titleEn: string, readonly fixZh: string, readonly fixEn: string, readonly clause: { readonly code: string } }>, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string, readonly optional: boolean, readonly when: string | null, readonly nameZh: string, readonly nameEn: string, readonly conditionZh: string, readonly conditionEn: string, readonly clause: { readonly code: string } }>, readonly categories: ReadonlyArray<{ readonly code: string, readonly nameZh: string, readonly nameEn: string, readonly attachmentRequirements: ReadonlyArray<{ readonly code: string }>, readonly directions: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean, readonly children: ReadonlyArray<{ readonly code: string, readonly leaf: boolean }> }> }> }> } | null };

export type DirectionCodeFragment = { readonly code: string, readonly leaf: boolean };

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

/** A value of an enum, or one that a newer service has and this client doesn't know yet. */
export type Open<Value extends string> = Value | (string & {})

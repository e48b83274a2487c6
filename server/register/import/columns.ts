import type { Register } from '../../../schema/enums.js'
import type { LabelledEnum } from '../../../schema/labels.js'

/** A column of an import: its name, which is the field of the entry, and how files head it. */
export type Column = {
  readonly name: string
  /** Chinese and English; compared without blanks, brackets with what is in them, and case. The first is the template's. */
  readonly headers: readonly string[]
  readonly required?: true
  /** `id`: an identifier with many digits. `choice`: one of an enum's values, by code or by a label. */
  readonly kind: 'text' | 'id' | 'day' | 'choice'
  readonly values?: LabelledEnum
  /** Further words for an enum's values. */
  readonly words?: Readonly<Record<string, string>>
}

/** What an import of each register reads; docs/registers.md shows the same. */
export const columns: Readonly<Record<Register, readonly Column[]>> = {
  INTEGRITY: [
    {
      name: 'subject',
      headers: ['对象类型', '主体类型', '单位或个人', 'subject', 'subject kind'],
      kind: 'choice',
      values: 'RecordSubject',
      words: { 法人: 'UNIT', 企业: 'UNIT', 自然人: 'PERSON', 人员: 'PERSON' },
    },
    {
      name: 'subjectName',
      headers: ['名称', '姓名', '单位名称', '名称或姓名', '主体名称', 'name', 'subject name'],
      required: true,
      kind: 'text',
    },
    { name: 'creditCode', headers: ['统一社会信用代码', '信用代码', 'credit code'], kind: 'id' },
    {
      name: 'personIdKind',
      headers: ['证件类型', 'identity document', 'id kind'],
      kind: 'choice',
      values: 'IdentityDocumentKind',
      words: { 身份证: 'RESIDENT_ID' },
    },
    {
      name: 'personIdNumber',
      headers: ['证件号码', '身份证号', '身份证号码', 'id number', 'identity number'],
      kind: 'id',
    },
    {
      name: 'kind',
      headers: ['记录类型', '记录类别', 'kind', 'record kind'],
      required: true,
      kind: 'choice',
      values: 'IntegrityRecordKind',
      words: { 不良信用: 'BAD_CREDIT', 违反科研诚信行为: 'INTEGRITY_BREACH', 科研失信: 'INTEGRITY_BREACH' },
    },
    { name: 'what', headers: ['事由', '记录内容', '失信行为', 'what', 'matter'], required: true, kind: 'text' },
    {
      name: 'since',
      headers: ['起始日期', '开始日期', '记录日期', '认定日期', 'since', 'from'],
      required: true,
      kind: 'day',
    },
    { name: 'until', headers: ['截止日期', '结束日期', '终止日期', 'until', 'to'], kind: 'day' },
    { name: 'source', headers: ['来源', '信息来源', '文号', 'source'], required: true, kind: 'text' },
  ],
  LEDGER: [
    {
      name: 'number',
      headers: ['项目编号', '立项编号', '编号', 'number', 'project number'],
      required: true,
      kind: 'id',
    },
    { name: 'title', headers: ['项目名称', '名称', 'title', 'project title'], required: true, kind: 'text' },
    {
      name: 'leaderName',
      headers: ['项目负责人', '负责人', '负责人姓名', 'leader', 'leader name'],
      required: true,
      kind: 'text',
    },
    {
      name: 'leaderIdKind',
      headers: ['负责人证件类型', '证件类型', 'leader id kind'],
      kind: 'choice',
      values: 'IdentityDocumentKind',
      words: { 身份证: 'RESIDENT_ID' },
    },
    {
      name: 'leaderIdNumber',
      headers: ['负责人证件号码', '负责人身份证号', '负责人身份证号码', '身份证号', '证件号码', 'leader id number'],
      kind: 'id',
    },
    {
      name: 'creditCode',
      headers: ['统一社会信用代码', '承担单位统一社会信用代码', '信用代码', 'credit code'],
      required: true,
      kind: 'id',
    },
    {
      name: 'unitName',
      headers: ['承担单位', '项目承担单位', '单位名称', '申报单位', 'unit', 'unit name'],
      required: true,
      kind: 'text',
    },
    { name: 'category', headers: ['计划类别', '项目类别', '类别', 'category'], required: true, kind: 'text' },
    {
      name: 'startsOn',
      headers: ['开始日期', '起始日期', '立项日期', 'starts on', 'start'],
      required: true,
      kind: 'day',
    },
    {
      name: 'plannedEndOn',
      headers: ['计划完成日期', '计划结束日期', '结束日期', 'planned end', 'planned end on'],
      required: true,
      kind: 'day',
    },
    {
      name: 'state',
      headers: ['状态', '项目状态', 'state'],
      required: true,
      kind: 'choice',
      values: 'ProjectState',
      words: {
        执行中: 'ACTIVE',
        实施中: 'ACTIVE',
        结题: 'CLOSED',
        已验收: 'CLOSED',
        终止: 'TERMINATED',
        撤销: 'REVOKED',
        撤项: 'REVOKED',
      },
    },
    {
      name: 'endedOn',
      headers: ['实际结束日期', '结题日期', '验收日期', '终止日期', '撤销日期', 'ended on', 'ended'],
      kind: 'day',
    },
  ],
}

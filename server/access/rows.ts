import type { Role } from '../../schema/enums.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { Applicant } from '../applicant/applicant.entity.js'
import { Application } from '../application/application.entity.js'
import type { Policy, Row } from '../selection/selection.js'
import { everyRow } from '../selection/selection.js'
import { fromContext, join, literal, type ReadContext, type Sql, sql } from '../selection/sql.js'
import type { Caller } from './operations.js'
import type { CityRole, Viewer } from './viewer.js'

type Viewing = ReadContext & { readonly viewer: Viewer }

/** Why somebody sees a row: in which roles, in words, and as a condition on the row. One reason is enough. */
export type RowRule = {
  readonly roles: readonly Caller[]
  readonly words: LocalizedText
  /** What of the row is compared with what of the viewer; left out where the condition is another. */
  readonly compares?: Comparison
  /** @param roles those of the rule */
  readonly sql: (row: Row, roles: readonly Caller[]) => Sql
}

type Compared =
  | 'applicants'
  | 'managedApplicants'
  | 'seenApplicants'
  | 'jurisdictions'
  | 'cities'
  | 'account'
  | 'collaborations'
  | 'writtenApplications'

type Comparison =
  | {
      readonly path: string
      readonly with: Compared
      /** Only rows that have this value. */
      readonly where?: Value
    }
  | { readonly with: 'roles' }

type Value = { readonly path: string; readonly is: string }

/** Everybody; whoever sees the whole that the row is a part of; nobody but the service; or for one of these reasons. */
export type RowRules = typeof everyRow | { readonly partOf: string } | 'SERVICE' | readonly RowRule[]

export const ofOwnApplicant = (path: string): RowRule => ({
  roles: ['APPLICANT_MEMBER'],
  words: { 'zh-CN': '本单位的', en: 'those of an organisation that he is a member of' },
  compares: { path, with: 'applicants' },
  sql: (row) => sql`${row(path)} = any(${fromContext(({ viewer }: Viewing) => viewer.applicants.READ)})`,
})

export const ofJurisdiction = (path: string): RowRule => ({
  roles: ['RECOMMENDING_AUTHORITY'],
  words: { 'zh-CN': '本推荐单位管辖范围内的', en: 'those in the jurisdiction of the authority that he acts for' },
  compares: { path, with: 'jurisdictions' },
  sql: (row) => sql`${row(path)} = any(${fromContext(({ viewer }: Viewing) => viewer.jurisdictions)})`,
})

export const ofCity = (path: string, ...roles: readonly CityRole[]): RowRule => ({
  roles,
  words: { 'zh-CN': '本市的', en: 'those of the city where he holds the role' },
  compares: { path, with: 'cities' },
  sql: (row, roles) =>
    sql`${row(path)} = any(${fromContext(({ viewer }: Viewing) => roles.flatMap((role) => viewer.cities[role as CityRole]))})`,
})

export const everyFor = (...roles: readonly Role[]): RowRule => ({
  roles,
  words: { 'zh-CN': '全部', en: 'all' },
  compares: { with: 'roles' },
  sql: (_row, roles) => holdsOneOf(roles),
})

const holdsOneOf = (roles: readonly Caller[]): Sql =>
  sql`${fromContext(({ viewer }: Viewing) => roles.some((role) => viewer.roles.includes(role as Role)))}::boolean`

export const ofManagedApplicant = (path: string): RowRule => ({
  roles: ['APPLICANT_MEMBER'],
  words: { 'zh-CN': '本人管理的单位的', en: 'those of an organisation that he manages' },
  compares: { path, with: 'managedApplicants' },
  sql: (row) => sql`${row(path)} = any(${fromContext(({ viewer }: Viewing) => viewer.applicants.MANAGE)})`,
})

const account = fromContext(({ viewer }: Viewing) => viewer.account)

/** Rows about the viewer himself. */
export const ofOneself = (path: string): RowRule => ({
  roles: ['SIGNED_IN'],
  words: { 'zh-CN': '本人的', en: 'those about himself' },
  compares: { path, with: 'account' },
  sql: (row) => sql`${row(path)} = ${account}`,
})

/** Applications that the viewer was invited to work on, whatever organisation he belongs to. */
export const ofCollaboration = (path: string): RowRule => ({
  roles: ['SIGNED_IN'],
  words: { 'zh-CN': '受邀协作的', en: 'those that he was invited to work on' },
  compares: { path, with: 'collaborations' },
  // As an array, which is worked out once: so an index finds the rows of either reason.
  sql: (row) => sql`${row(path)} = any(array(
    select application_id from application_collaborator where account_id = ${account} and left_at is null))`,
})

/** Of the applications of organisations that the viewer edits for or manages. */
export const ofWrittenApplication = (path: string): RowRule => ({
  roles: ['APPLICANT_MEMBER'],
  words: {
    'zh-CN': '对本单位申报项目的，且本人在该单位有管理或编辑权限',
    en: 'those to applications of an organisation that he manages or edits for',
  },
  compares: { path, with: 'writtenApplications' },
  sql: (row) =>
    sql`${row.exists(
      Application,
      (application) =>
        sql`${application('id')} = ${row(path)} and ${application('applicant')} = any(${fromContext(
          ({ viewer: { applicants } }: Viewing) => [...applicants.MANAGE, ...applicants.EDIT],
        )})`,
    )}`,
})

/** For officials, whose reasons to see an organisation are those of `Applicant`. */
const ofSeenApplicant = (path: string, where: Value, words: LocalizedText): RowRule => ({
  roles: ['RECOMMENDING_AUTHORITY', 'ACCEPTANCE_DESK', 'PROGRAMME_OFFICE', 'SUPERVISOR'],
  words,
  compares: { path, with: 'seenApplicants', where },
  sql: (row, roles) =>
    sql`${holdsOneOf(roles)} and ${row(where.path)} = ${literal(where.is)} and ${row.exists(Applicant, (applicant) => sql`${applicant('id')} = ${row(path)}`)}`,
})

/**
 * Who sees which rows, by entity. The read engine adds the condition wherever it reads the table, and `context.em()` to
 * whatever a use case finds or changes. An entity that isn't here isn't served: the server doesn't start.
 */
export const rows: Readonly<Record<string, RowRules>> = {
  // The notice is published.
  Guideline: everyRow,
  Area: everyRow,
  AttachmentRequirement: everyRow,
  Call: everyRow,
  Category: everyRow,
  Clause: everyRow,
  Direction: everyRow,
  EligibilityRule: everyRow,
  Office: everyRow,
  Parameter: everyRow,
  RecommendingAuthority: everyRow,

  AuditEvent: [
    ofCity('city', 'SUPERVISOR'),
    {
      roles: ['SUPERVISOR'],
      words: { 'zh-CN': '不属于任何城市的', en: 'those that belong to no city' },
      sql: (row) =>
        sql`${row('city')} is null and ${fromContext(({ viewer }: Viewing) => viewer.roles.includes('SUPERVISOR'))}::boolean`,
    },
  ],

  Document: [
    ofOwnApplicant('applicant'),
    // Attachments are seen with their application, and drafts are their writers’ own.
    ofSeenApplicant(
      'applicant',
      { path: 'purpose', is: 'EVIDENCE' },
      { 'zh-CN': '其可见的单位的证明材料', en: 'evidence of an organisation that he may see' },
    ),
    ofCity('city', 'PROGRAMME_OFFICE'),
  ],

  // The programme office's registers.
  RegisterImport: [ofCity('city', 'PROGRAMME_OFFICE', 'SUPERVISOR', 'ACCEPTANCE_DESK')],
  IntegrityRecord: [ofCity('city', 'PROGRAMME_OFFICE', 'SUPERVISOR', 'ACCEPTANCE_DESK')],
  LedgerProject: [ofCity('city', 'PROGRAMME_OFFICE', 'SUPERVISOR', 'ACCEPTANCE_DESK')],

  Invitation: [
    ofManagedApplicant('applicant'),
    ofWrittenApplication('application'),
    {
      roles: ['ADMINISTRATOR'],
      words: { 'zh-CN': '对管理部门角色的', en: 'those to officials’ roles' },
      sql: (row) =>
        sql`${row('role')} is not null and ${fromContext(({ viewer }: Viewing) => viewer.roles.includes('ADMINISTRATOR'))}::boolean`,
    },
  ],

  Account: [everyFor('ADMINISTRATOR')],
  RoleGrant: { partOf: 'Account' },

  Applicant: [
    ofOwnApplicant('id'),
    ofJurisdiction('jurisdiction'),
    ofCity('city', 'ACCEPTANCE_DESK', 'PROGRAMME_OFFICE', 'SUPERVISOR'),
  ],
  // Drafts are their writers’ own.
  Application: [ofOwnApplicant('applicant'), ofCollaboration('id')],
  ApplicationSection: 'SERVICE',
  SectionRevision: { partOf: 'Application' },
  ApplicationCollaborator: [ofOwnApplicant('applicant'), ofOneself('account')],
  ApplicationPersonalValue: 'SERVICE',

  ApplicantPlatform: { partOf: 'Applicant' },
  Evidence: { partOf: 'Applicant' },
  Member: { partOf: 'Applicant' },
  Person: { partOf: 'Applicant' },
}

const policies = new Map<string, Policy>()

/**
 * The row rules of an entity as the policy of its selection, the same one each time.
 * @throws Error for one whose rules are of another form, when the policy is asked for a condition
 */
export function rowPolicy(entity: string): Policy {
  const policy = policies.get(entity) ?? ((row) => conditionOf(entity, row))
  policies.set(entity, policy)
  return policy
}

function conditionOf(entity: string, row: Row): Sql {
  const rules = rows[entity]
  if (!Array.isArray(rules)) throw new Error(`server/access/rows.ts has no list of reasons for ${entity}.`)
  return sql`(${join(
    rules.map((rule: RowRule) => rule.sql(row, rule.roles)),
    ' or ',
  )})`
}

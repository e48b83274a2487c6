import type { EntityManager } from '@mikro-orm/postgresql'
import type { Role } from '../../schema/enums.js'
import { labels } from '../../schema/labels.js'
import { issue } from '../../schema/rules/issue.js'
import type { LocalizedText } from '../../schema/rules/localized-text.js'
import { Refused, refusal } from '../refusal.js'

/** An official's role and where it holds. */
export interface OfficialRole {
  readonly role: Role
  /** Null for an administrator. */
  readonly city: string | null
  /** Code of the recommending authority, for that role. */
  readonly authority: string | null
  /** For people to read, such as “acceptance desk (Xining)”. */
  readonly words: LocalizedText
}

interface Wanted {
  readonly role: Role
  readonly city?: string | null
  readonly authority?: string | null
}

/**
 * The role that an input asks for, with a city and an authority that are there.
 * @throws {Refused} ROLE_NOT_AN_OFFICIALS, ROLE_PLACE_WRONG, CITY_UNKNOWN, AUTHORITY_UNKNOWN, at `input`
 */
export async function readOfficialRole(em: EntityManager, wanted: Wanted): Promise<OfficialRole> {
  const { role } = wanted
  const city = wanted.city ?? null
  const authority = wanted.authority ?? null
  const name = labels.Role[role]
  if (role === 'PUBLIC' || role === 'APPLICANT_MEMBER') throw new Refused([refusal(notAnOfficials, 'input', 'role')])
  if ((city === null) !== (role === 'ADMINISTRATOR')) throw new Refused([refusal(cityWrong, 'input', 'city')])
  if ((authority !== null) !== (role === 'RECOMMENDING_AUTHORITY')) {
    throw new Refused([refusal(authorityWrong, 'input', 'authority')])
  }
  if (city === null) return { role, city, authority, words: name }
  const [place] = await em.execute<{ city: LocalizedText; authority: LocalizedText | null }[]>(
    `select guideline.city_name as city, authority.name as authority
       from guideline left join recommending_authority authority
         on authority.guideline_id = guideline.id and authority.code = ?
       where guideline.city_code = ?
       order by authority.code is null, guideline.year desc, guideline.edition desc limit 1`,
    [authority ?? '', city],
  )
  if (!place) throw new Refused([refusal(cityUnknown, 'input', 'city')])
  if (authority !== null && place.authority === null) {
    throw new Refused([refusal(authorityUnknown, 'input', 'authority')])
  }
  const where = place.authority ?? place.city
  const words = {
    'zh-CN': `${name['zh-CN']}（${where['zh-CN']}）`,
    en: `${name.en} (${where.en})`,
  }
  return { role, city, authority, words }
}

const notAnOfficials = issue(
  'ROLE_NOT_AN_OFFICIALS',
  '该角色不能授予：公众无须授权，申报单位成员由本单位邀请。',
  'This role isn’t given: everybody is the public, and organisations invite their members.',
)
const cityWrong = issue(
  'ROLE_PLACE_WRONG',
  '管理员角色不填城市，其他角色必须填写城市代码，例如 xining。',
  'An administrator’s role has no city; every other needs the code of one, e.g. xining.',
)
const authorityWrong = issue(
  'ROLE_PLACE_WRONG',
  '只有推荐单位角色须填写推荐单位代码，其他角色不填。',
  'A recommending authority’s role needs the code of the authority, and no other role has one.',
)
const cityUnknown = issue(
  'CITY_UNKNOWN',
  '没有该城市；请用指南中的城市代码。',
  'There is no such city; take a code from the guidelines.',
)
const authorityUnknown = issue(
  'AUTHORITY_UNKNOWN',
  '该城市没有这个推荐单位；请用指南中的推荐单位代码。',
  'The city has no such recommending authority; take a code from its guideline.',
)

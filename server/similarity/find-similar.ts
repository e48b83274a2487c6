import { similarity } from '../../schema/rules/similarity.js'
import type { SimilarProject, SimilarProjectsArgs } from '../../schema/types/similarity.js'
import { uuidOf } from '../applicant/find-applicant.js'
import { applicationUnknown } from '../application/application-unknown.js'
import type { Context } from '../http/context.js'
import { requestError } from '../http/request-error.js'
import { globalId } from '../selection/prepare/global-id.js'
import { applicationOfCity, arrayOf, ownApplication, type Scope, type Similar, scopeOf } from './scope.js'
import { findSimilarContents } from './similar-contents.js'
import { findSimilarTitles } from './similar-titles.js'

const mostProjects = 100
const longestTitle = 200

type Asked = { readonly title: string; readonly key: string | null }

/**
 * Projects of all years that are like an application or a title, among those that the caller may be told of: members, their
 * organisations' own; the programme office, all of its city that are past the draft, and the ledger.
 * @throws {GraphQLError} BAD_USER_INPUT; APPLICATION_UNKNOWN for one that the caller doesn't see
 */
export async function findSimilar(context: Context, args: SimilarProjectsArgs): Promise<SimilarProject[]> {
  const { first, atLeast: threshold } = args
  if (first < 1 || first > mostProjects || !(threshold >= 0.3 && threshold <= 1)) throw outOfRange()
  const scope = scopeOf(context.viewer)
  const { title, key } = await findAsked(context, scope, args)
  const em = context.em()
  // One more, as the application itself is like itself.
  const alike = await findSimilarTitles(em, title, { scope, threshold, most: first + 1 })
  const contents = key === null ? [] : await findSimilarContents(em, key, { scope, threshold })
  const contentScores = new Map(contents.map(({ id, contentScore }) => [id, contentScore]))
  const found = new Map<string, Similar>([...alike, ...contents].map((project) => [project.id, project]))
  return [...found.values()]
    .filter(({ id }) => id !== key)
    .map((project) => shown(project, similarity(title, project.title), contentScores.get(project.id) ?? null))
    .toSorted((one, other) => other.score - one.score || other.year - one.year || (one.id < other.id ? -1 : 1))
    .slice(0, first)
}

async function findAsked(
  context: Context,
  { applicants, cities }: Scope,
  { application, title }: SimilarProjectsArgs,
): Promise<Asked> {
  if ((application == null) === (title == null)) throw oneOfTwo()
  if (title != null) {
    if ([...title].length > longestTitle) throw tooLong()
    return { title, key: null }
  }
  const key = uuidOf('Application', application ?? '')
  if (key === null) throw applicationUnknown()
  const [found] = await context
    .em()
    .execute<{ title: string }[]>(
      `select title from application where id = ? and ((${ownApplication}) or (${applicationOfCity}))`,
      [key, arrayOf(applicants), arrayOf(cities)],
    )
  if (!found) throw applicationUnknown()
  return { title: found.title, key }
}

function shown(
  { source, id, title, year, unit }: Similar,
  titleScore: number,
  contentScore: number | null,
): SimilarProject {
  const type = source === 'LEDGER' ? 'LedgerProject' : 'Application'
  const score = Math.max(titleScore, contentScore ?? 0)
  return { source, id: globalId(type, id), title, year, unit, score, titleScore, contentScore }
}

const oneOfTwo = () =>
  requestError('BAD_USER_INPUT', {
    'zh-CN': '请给出 application 或 title 之一。',
    en: 'Give either application or title.',
  })
const tooLong = () =>
  requestError('BAD_USER_INPUT', {
    'zh-CN': `title 最多 ${longestTitle} 个字符。`,
    en: `title has at most ${longestTitle} characters.`,
  })
const outOfRange = () =>
  requestError('BAD_USER_INPUT', {
    'zh-CN': `first 应为 1 至 ${mostProjects}，atLeast 应为 0.3 至 1。`,
    en: `first is 1 to ${mostProjects}, atLeast 0.3 to 1.`,
  })

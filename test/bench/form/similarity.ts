import { similarity } from '../../../schema/rules/similarity.js'
import { findSimilarTitles } from '../../../server/similarity/similar-titles.js'
import { WrongAnswer } from '../bench.js'
import type { FormWorld } from './form-world.js'

/** What a search for similar titles costs in a city's ledger, in milliseconds. */
export type SimilarityFigures = {
  readonly titles: number
  readonly p50: number
  readonly p99: number
  /** The slowest title made of nothing but what very many have, such as 关键技术研究与示范. */
  readonly common: number
}

type Options = { readonly titles?: number; readonly searches?: number }

const city = 'bench-city'

/**
 * Fills the ledger of a city with made-up titles, and looks for projects that are like titles of the same kind: one search
 * after the other, each of another title, over the connection that the service's use cases have.
 */
export async function measureSimilarity(
  { orm }: Pick<FormWorld, 'orm'>,
  { titles: count = 100_000, searches = 300 }: Options = {},
): Promise<SimilarityFigures> {
  const next = titleMaker(20_261_123)
  const titles = Array.from({ length: count }, next)
  await fill(orm, titles)
  const search = async (title: string) => {
    const began = performance.now()
    const found = await findSimilarTitles(orm.em.fork(), title, {
      scope: { applicants: [], cities: [city] },
      threshold: 0.45,
      most: 20,
    })
    return { found, ms: performance.now() - began }
  }
  await check(search, titles)
  const times: number[] = []
  for (let turn = 0; turn < searches; turn++) times.push((await search(next())).ms)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  const common: number[] = []
  for (const title of ['关键技术研究', '关键技术研究与示范', '关键技术集成与应用研究', '技术开发及产业化']) {
    const runs = []
    for (let run = 0; run < 5; run++) runs.push((await search(title)).ms)
    common.push(runs.toSorted((a, b) => a - b)[2] ?? Number.NaN)
  }
  return { titles: count, p50: at(0.5), p99: at(0.99), common: Math.max(...common) }
}

/** The search finds what a comparison with all of them finds. */
async function check(
  search: (title: string) => Promise<{ found: readonly { title: string }[] }>,
  titles: readonly string[],
) {
  const [title = ''] = titles
  const expected = titles.filter((other) => similarity(title, other) >= 0.45).length
  const { found } = await search(title)
  if (found.length !== Math.min(20, expected) || found[0]?.title !== title) {
    throw new WrongAnswer(`${found.length} titles are found and ${expected} are like ${title}.`)
  }
}

async function fill(orm: FormWorld['orm'], titles: readonly string[]): Promise<void> {
  const em = orm.em.fork()
  // The trail of audit isn't what is measured.
  await em.execute('alter table ledger_project disable trigger user')
  const step = 5_000
  for (let from = 0; from < titles.length; from += step) {
    await em.execute(
      `insert into ledger_project (id, city, number, title, leader_name, credit_code, unit_name, category, starts_on,
         planned_end_on, state, recorded_by_id, recorded_at)
       select gen_random_uuid(), ?, 'B-' || (place + ?), title, '虚构', '91110000802100433B', '虚构单位', 'other',
         '2021-03-01', '2023-03-01', 'ACTIVE', (select id from account limit 1), now()
       from jsonb_array_elements_text(?::jsonb) with ordinality as given (title, place)`,
      [city, from, JSON.stringify(titles.slice(from, from + step))],
    )
  }
  await em.execute('alter table ledger_project enable trigger user')
  await em.execute('vacuum analyze ledger_project')
}

const subjects =
  '锂电储能 光伏组件 盐湖提锂 镁合金 钠离子电池 固态电解质 单晶硅 铜箔 碳纤维 青稞 牦牛 藏羊 枸杞 沙棘 藏药 马铃薯 油菜 蚕豆 饲草 有机肥 生活污水 工业废水 固体废物 尾矿 土壤修复 湿地 城市交通 智慧校园 远程医疗 高原病 包虫病 脑卒中 肿瘤 糖尿病 康复 消防 危险化学品 桥梁 隧道 混凝土 地热能 风电 氢能 电解铝 钛合金 特种钢 数控机床 机器人 无人机 遥感 区块链 物联网 冷链物流 乳制品 微藻 益生菌 氯化镁 氯化钾 硼酸 碳酸锂 石墨烯 气凝胶 熔盐 热电 逆变器 电网 充电桩'.split(
    ' ',
  )
const manners =
  '高效 低成本 绿色 智能化 规模化 连续化 低温 高海拔 高纯 高值化 精准 快速 无损 一体化 模块化 分布式 可视化 自动化 新型 复合 梯级 循环 协同 原位 多源 轻量化'.split(
    ' ',
  )
const acts =
  '制备 提取 分离 回收 检测 监测 预警 诊断 治疗 筛查 培育 种植 养殖 加工 贮藏 运输 管理 控制 优化 设计 评价 防控 处理 改造 服务'.split(
    ' ',
  )
const things = '技术 工艺 装备 系统 平台 材料 产品 方法 模式 关键技术 成套技术 新品种 标准'.split(' ')
const ends =
  '研究 开发 研发 研究与示范 研究与应用 开发与应用 集成与示范 及产业化 应用研究 示范推广 及其应用 中试研究 成果转化'.split(
    ' ',
  )
/** Names of places, kinds and substances are made of these. */
const signs = [
  ...'安白宝北昌长城川大德东丰福甘高古谷广贵海汉河黑红湖华黄惠吉嘉建江金锦京景康兰乐丽莲林灵龙鲁洛茂民明南宁平青清庆泉瑞沙山上石双水顺松泰唐天通万威文西仙祥新兴雄秀雅岩阳宜银永玉元远云泽镇正中舟紫',
]

/** Makes titles as they are common: half of them with a name that hardly another has. The same ones each time. */
function titleMaker(seed: number): () => string {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
  const of = (words: readonly string[]) => words[random(words.length)] ?? ''
  return () => {
    const name = random(2) === 0 ? of(signs) + of(signs) + of(signs) : ''
    const work = `${of(manners)}${of(acts)}${of(things)}${of(ends)}`
    return random(2) === 0 ? `${name}${of(subjects)}${work}` : `基于${of(subjects)}的${name}${of(subjects)}${work}`
  }
}

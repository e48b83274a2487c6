import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bigrams, dice, searchBounds, similarity } from '../../schema/rules/similarity.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

describe('two texts', () => {
  test.each([
    ['光伏玻璃', ['光伏', '伏玻', '玻璃']],
    ['光 伏，（玻）璃！', ['光伏', '伏玻', '玻璃']],
    ['ＬｉＣｏ２ 电池', ['li', 'ic', 'co', 'o2', '2电', '电池']],
    ['哈哈哈哈', ['哈哈']],
    ['𠮷林', ['𠮷林']],
    ['锂', ['锂']],
    ['——😀', []],
    ['', []],
  ])('%j has the pairs %j', (text, pairs) => {
    expect([...bigrams(text)]).toEqual(pairs)
  })

  test.each<[string, string, number]>([
    // 3 pairs each, 2 shared: 2·2 / 6.
    ['光伏玻璃', '光伏玻璃板', (2 * 3) / 7],
    ['盐湖提锂', '盐湖提钾', (2 * 2) / 6],
    ['甲乙', '丙丁', 0],
    ['甲乙丙', '甲乙丙', 1],
    ['', '', 0],
    // Look-alikes are told, and a person decides.
    ['盐湖卤水高效提钾关键技术研究与示范', '盐湖卤水高效提硼关键技术研究与示范', (2 * 14) / 32],
  ])('%j and %j are %d alike', (one, other, score) => {
    expect(similarity(one, other)).toBeCloseTo(score, 12)
    expect(similarity(other, one)).toBeCloseTo(score, 12)
  })

  test('that are alike keep to the bounds of the search, and share one of any so many pairs', () => {
    const pairsOf = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(pairsOf, pairsOf, fc.constantFrom(0.3, 0.45, 0.5, 0.8, 1), (one, other, threshold) => {
        const alike = dice(new Set(one), new Set(other)) >= threshold
        const { least, most, needed } = searchBounds(one.length, threshold)
        if (!alike) return
        expect(other.length).toBeGreaterThanOrEqual(least)
        expect(other.length).toBeLessThanOrEqual(most)
        expect(one.slice(0, needed).some((pair) => other.includes(pair))).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})

let app: ApplicationApp
let office: string
beforeAll(async () => {
  app = await startApplicationApp()
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  // Nothing is submitted yet; what is to be seen after that is tried with a status of the future.
  await app.execute('alter table application drop constraint application_status_check')
})
afterAll(() => app.close())

type Found = {
  source: string
  id: string
  title: string
  year: number
  unit: string
  score: number
  titleScore: number
  contentScore: number | null
}

async function ask(account: string, args: object): Promise<Found[] | null> {
  const { data, errors } = await app.askAs(
    account,
    `query ($application: ID, $title: String, $first: Int! = 20, $atLeast: Float! = 0.45) {
      similarProjects(application: $application, title: $title, first: $first, atLeast: $atLeast) {
        source id title year unit score titleScore contentScore } }`,
    args,
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data?.similarProjects as Found[] | null
}

const titles = (found: Found[] | null) => found?.map(({ title }) => title)

async function application(title: string, content?: string, account = app.editor): Promise<string> {
  const id = await app.create(account)
  await app.save('cover', { application: id, revision: 0, content: { title } }, { account })
  if (content) await app.save('research', { application: id, revision: 0, content: { content } }, { account })
  return id
}

/** As after its submission, of an organisation that the caller has nothing to do with. */
async function submittedByOther(title: string, content?: string): Promise<string> {
  const id = await application(title, content)
  await app.execute(`update application set status = 'SUBMITTED', applicant_id = ? where id = ?`, [
    await otherApplicant(),
    keyOf(id),
  ])
  return id
}

let other: string | undefined
async function otherApplicant(): Promise<string> {
  if (other) return other
  const [copied] = await app.execute<{ id: string }>(
    `insert into applicant select (jsonb_populate_record(applicant, jsonb_build_object(
        'id', gen_random_uuid(), 'name', '虚构他人公司', 'credit_code', '91110000802100433B'))).*
     from applicant where id = ? returning id`,
    [keyOf(app.applicant)],
  )
  other = copied?.id as string
  return other
}

let projects = 0
async function project(title: string, creditCode: string, city = 'xining'): Promise<void> {
  await app.execute(
    `insert into ledger_project (id, city, number, title, leader_name, credit_code, unit_name, category, starts_on,
       planned_end_on, state, recorded_by_id, recorded_at)
     values (gen_random_uuid(), ?, ?, ?, '虚构', ?, '虚构单位', 'other', '2021-03-01', '2023-03-01', 'ACTIVE', ?, now())`,
    [city, `S-${projects++}`, title, creditCode, office],
  )
}

test('the database takes the same pairs of every text, and the same bound', { timeout: 30_000 }, async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'盐湖提锂ＡＢc，。 （）①Ⅳ㎏ﬁ℃Å々〇ー・𠮷é\u0301İΣ'), maxLength: 30 }),
  )
  const texts = fc.sample(
    text.map((value) => value.replaceAll('\0', '')),
    { numRuns: 1_000, seed: 20261123 },
  )
  const rows = await app.execute<{ pairs: string[]; bits: number }>(
    `select bigrams(value) as pairs, bit_count(bigram_signature(bigrams(value)))::int as bits
     from jsonb_array_elements_text(?::jsonb) with ordinality as given (value, place) order by place`,
    [JSON.stringify(texts)],
  )
  expect(rows).toHaveLength(texts.length)
  const written = (pairs: Iterable<string>) => [...pairs].toSorted().join('|')
  const wrong = rows.filter(({ pairs }, at) => written(pairs) !== written(bigrams(texts[at] as string)))
  expect(wrong).toEqual([])
  expect(rows.every(({ pairs, bits }) => bits <= pairs.length && bits > 0 === pairs.length > 0)).toBe(true)
})

describe('a member', () => {
  test('is told of his organisation’s own, drafts and ledger, and of nothing else', async () => {
    const [{ code } = { code: '' }] = await app.execute<{ code: string }>(
      'select credit_code as code from applicant where id = ?',
      [keyOf(app.applicant)],
    )
    const id = await application('虚构高寒牧区饲草青贮技术研究')
    await application('虚构高寒牧区饲草青贮技术示范')
    await project('虚构高寒牧区饲草青贮技术推广', code)
    const before = await ask(app.editor, { application: id })
    expect(titles(before)?.toSorted()).toEqual(
      ['虚构高寒牧区饲草青贮技术推广', '虚构高寒牧区饲草青贮技术示范'].toSorted(),
    )
    await project('虚构高寒牧区饲草青贮技术研究', '91110000802100433B')
    await submittedByOther('虚构高寒牧区饲草青贮技术研究')
    expect(await ask(app.editor, { application: id })).toEqual(before)
    expect(await ask(app.editor, { title: '虚构高寒牧区饲草青贮技术研究' })).toHaveLength(3)
  })

  test('is answered by a statement that reads his organisations’ rows alone', async () => {
    const statements: string[] = []
    const { findSimilarTitles } = await import('../../server/similarity/similar-titles.js')
    const em = { execute: async (sql: string) => (statements.push(sql), []) }
    await findSimilarTitles(em as never, '盐湖提锂', {
      scope: { applicants: [keyOf(app.applicant)], cities: [] },
      threshold: 0.45,
      most: 5,
    })
    expect(statements[0]).not.toContain('&&')
    expect(statements[0]?.match(/applicant_id = any|credit_code in/g)).toHaveLength(2)
  })

  test('is refused what he does not see', async () => {
    const id = await submittedByOther('虚构不可见项目标题甲')
    await expect(ask(app.editor, { application: id })).rejects.toThrow('APPLICATION_UNKNOWN')
    await expect(ask(app.editor, { application: 'Application:x' })).rejects.toThrow('APPLICATION_UNKNOWN')
    await expect(ask(await app.makeAccount(), { title: '虚构' })).rejects.toThrow('FORBIDDEN')
  })
})

describe('the programme office', () => {
  test('is told of all that is past the draft, and of the ledger, with scores', async () => {
    const id = await submittedByOther('虚构盐湖卤水提锂吸附剂制备技术研究')
    await application('虚构盐湖卤水提锂吸附剂制备技术研究')
    await submittedByOther('虚构盐湖卤水提锂吸附剂制备与应用')
    await project('虚构盐湖卤水提硼吸附剂制备技术研究', '91110000802100433B')
    await project('虚构盐湖卤水提锂吸附剂制备技术研究', '91110000802100433B', 'valmar')
    await project('虚构完全不同的医疗康复设备', '91110000802100433B')
    const found = await ask(office, { application: id })
    expect(found?.map(({ source, title, year, unit }) => [source, title, year, unit])).toEqual([
      ['LEDGER', '虚构盐湖卤水提硼吸附剂制备技术研究', 2021, '虚构单位'],
      ['APPLICATION', '虚构盐湖卤水提锂吸附剂制备与应用', 2024, '虚构他人公司'],
    ])
    expect(found?.[0]?.titleScore).toBeCloseTo((2 * 14) / 32, 12)
    expect(found?.[0]?.contentScore).toBeNull()
    expect(await ask(office, { application: id, first: 1 })).toHaveLength(1)
    expect(await ask(office, { application: id, atLeast: 0.9 })).toEqual([])
  })

  test('sees no draft, by id or in a list, nor what is in the bin', async () => {
    const draft = await application('虚构草稿阶段储能变流器研制')
    await expect(ask(office, { application: draft })).rejects.toThrow('APPLICATION_UNKNOWN')
    expect(await ask(office, { title: '虚构草稿阶段储能变流器研制' })).toEqual([])
    const deleted = await submittedByOther('虚构草稿阶段储能变流器研制')
    expect(await ask(office, { title: '虚构草稿阶段储能变流器研制' })).toHaveLength(1)
    await app.execute('update application set deleted_at = now() where id = ?', [keyOf(deleted)])
    expect(await ask(office, { title: '虚构草稿阶段储能变流器研制' })).toEqual([])
    await expect(ask(office, { application: deleted })).rejects.toThrow('APPLICATION_UNKNOWN')
  })

  test('finds a content that was copied under another title, as it was saved last', async () => {
    const text = '围绕虚构的低温条件下电极材料的失效机理，开展界面反应动力学测试、结构演化表征和寿命预测模型的建立。'
    const one = await submittedByOther('虚构甲课题低温电极', text)
    const copy = await submittedByOther('完全另外的名称', `${text.slice(0, 40)}并做少量改写后另行申报。`)
    await submittedByOther('第三个名称与此无关', '虚构的青稞品种选育与高产栽培示范，面向浅山地区推广种植技术。')
    const found = await ask(office, { application: one })
    expect(found?.map(({ id, titleScore }) => [id, titleScore])).toEqual([[copy, 0]])
    expect(found?.[0]?.contentScore).toBeGreaterThan(0.6)
    expect(found?.[0]?.score).toBe(found?.[0]?.contentScore)
    await app.execute(`update application set status = 'DRAFT', applicant_id = ? where id = ?`, [
      keyOf(app.applicant),
      keyOf(copy),
    ])
    await app.save('research', {
      application: copy,
      revision: 1,
      content: { content: '重新撰写，面向城市交通信号的优化。' },
    })
    await app.execute(`update application set status = 'SUBMITTED' where id = ?`, [keyOf(copy)])
    expect(await ask(office, { application: one })).toEqual([])
  })

  test('finds the same as a comparison of all with all', async () => {
    const words = [
      '虚构',
      '盐湖',
      '提锂',
      '光伏',
      '储能',
      '青稞',
      '牦牛',
      '关键',
      '技术',
      '研究',
      '示范',
      '应用',
      '开发',
      '与',
      '的',
    ]
    const made = fc.sample(
      fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 9 }).map((parts) => parts.join('')),
      { numRuns: 400, seed: 7 },
    )
    for (const title of made) await project(title, '91110000802100433B')
    await app.execute('analyze ledger_project')
    const all = await app.execute<{ title: string }>(`select title from ledger_project where city = 'xining'`)
    const known = await app.execute<{ title: string }>(
      `select title from application where status <> 'DRAFT' and deleted_at is null`,
    )
    for (const title of made.slice(0, 40)) {
      const expected = [...all, ...known].filter((project) => similarity(title, project.title) >= 0.45)
      const found = await ask(office, { title, first: 100 })
      expect(found).toHaveLength(Math.min(100, expected.length))
      if (expected.length <= 100) expect(titles(found)?.toSorted()).toEqual(expected.map((p) => p.title).toSorted())
    }
  })

  test.each<[object, string]>([
    [{}, 'neither'],
    [{ application: 'Application:x', title: '甲' }, 'both'],
    [{ title: '甲', first: 0 }, 'none'],
    [{ title: '甲', first: 101 }, 'too many'],
    [{ title: '甲', atLeast: 0.1 }, 'almost everything'],
    [{ title: '甲'.repeat(201) }, 'a long title'],
  ])('%j is refused: %s', async (args, _why) => {
    await expect(ask(office, args)).rejects.toThrow('BAD_USER_INPUT')
  })

  test.each(['', '，。！', '" or 1=1 --', '\\', '{"a"}', '%_'])('a title such as %j finds nothing', async (title) => {
    expect(await ask(office, { title })).toEqual([])
  })
})

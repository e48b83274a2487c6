import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residentId } from '../access/world-registers.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

/* Who saved what and when, what it changed, and the way back. All people are invented. */

let app: ApplicationApp
let colleague: string
let time = new Date('2023-06-01T02:00:00Z')
beforeAll(async () => {
  app = await startApplicationApp(() => time)
  colleague = await app.makeAccount({ name: '测试同事' })
  await app.makeMember(colleague, keyOf(app.applicant), 'EDIT')
})
afterAll(() => app.close())

const later = () => {
  time = new Date(time.getTime() + 60_000)
}

async function ask<Data>(query: string, variables: object, account = app.editor, language?: string): Promise<Data> {
  const { data, errors } = await app.askAs(account, query, variables, language)
  if (!data || errors) throw new Error(JSON.stringify(errors))
  return data as Data
}

type Change = {
  path: string
  label: string
  kind: string
  personal: boolean
  before: string | null
  after: string | null
}
type Revision = { section: string; revision: number; editedBy: string; editedAt: string; changes: Change[] }
type Page = { nodes: Revision[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } }

const changes = 'changes { path label kind personal before after pieces { kind text } }'

async function history(application: string, more: { section?: string; first?: number; after?: string } = {}) {
  const { section, ...page } = more
  const { applicationHistory } = await ask<{ applicationHistory: Page }>(
    `query ($filter: HistoryFilter, $first: Int, $after: String) { applicationHistory(filter: $filter, first: $first, after: $after) {
      nodes { section revision editedBy editedAt grounds { text } basics { leader { idNumber } } ${changes} }
      totalCount pageInfo { endCursor hasNextPage } } }`,
    { filter: { application, section }, ...page },
  )
  return applicationHistory
}

async function difference(application: string, section: string, from: number, to: number, account = app.editor) {
  const { sectionDifference } = await ask<{ sectionDifference: { changes: Change[] } | null }>(
    `query ($application: ID!, $section: FormSection!, $from: Int!, $to: Int!) {
      sectionDifference(application: $application, section: $section, from: $from, to: $to) { from to section ${changes} } }`,
    { application, section, from, to },
    account,
    'zh-CN',
  )
  return sectionDifference
}

async function restore(application: string, section: string, revision: number, to: number, account = app.editor) {
  const { restoreSection } = await ask<{ restoreSection: { application: object; errors: { code: string }[] } }>(
    `mutation ($input: RestoreSectionInput!) { restoreSection(input: $input) {
      application { grounds { revision text editedBy } basics { revision leader { idNumber } } } errors { code path } } }`,
    { input: { application, section, revision, to } },
    account,
  )
  return restoreSection
}

const leader = { name: '测试丙', idKind: 'RESIDENT_ID', idNumber: '11010519491231002X' }

describe('the history', () => {
  test('has every revision, the newest first, with who saved it and what it changed', async () => {
    const application = await app.create()
    await app.save('grounds', { application, revision: 0, content: { text: '研究盐湖提锂。' } })
    later()
    await app.save('market', { application, revision: 0, content: { text: '市场' } })
    later()
    const content = { text: '研究盐湖提钾。' }
    await app.save('grounds', { application, revision: 1, content }, { account: colleague })
    const all = await history(application)
    expect(all.totalCount).toBe(3)
    expect(all.nodes.map(({ section, revision, editedBy }) => [section, revision, editedBy])).toEqual([
      ['GROUNDS', 2, '测试同事'],
      ['MARKET', 1, '测试填报人'],
      ['GROUNDS', 1, '测试填报人'],
    ])
    expect(all.nodes[0]).toMatchObject({
      ...{ editedAt: time.toISOString(), grounds: content, basics: null },
      changes: [{ path: 'text', kind: 'CHANGED', before: '研究盐湖提锂。', after: '研究盐湖提钾。', personal: false }],
    })
    expect(all.nodes[2]?.changes).toMatchObject([{ kind: 'ADDED', before: null, pieces: [] }])
    const one = await history(application, { section: 'GROUNDS', first: 1 })
    expect(one).toMatchObject({ nodes: [{ revision: 2 }], totalCount: 2, pageInfo: { hasNextPage: true } })
    const next = await history(application, { section: 'GROUNDS', first: 1, after: one.pageInfo.endCursor })
    expect(next).toMatchObject({ nodes: [{ revision: 1 }], pageInfo: { hasNextPage: false } })
  })

  test('tells of every section who changed it last', async () => {
    const application = await app.create()
    await app.save('cover', { application, revision: 0, content: { title: '虚构项目' } }, { account: colleague })
    const seen = await app.read(application, 'sections { section revision editedAt editedBy }')
    const sections = seen?.sections as object[]
    expect(sections).toHaveLength(16)
    expect(sections[0]).toEqual({ section: 'COVER', revision: 1, editedAt: time.toISOString(), editedBy: '测试同事' })
    expect(sections[15]).toEqual({ section: 'ATTACHMENTS', revision: 0, editedAt: null, editedBy: null })
  })

  test('is nobody else’s', async () => {
    const application = await app.create()
    await app.save('grounds', { application, revision: 0, content: { text: '内容' } })
    const stranger = await app.makeAccount()
    const { applicationHistory } = await ask<{ applicationHistory: object }>(
      'query ($id: ID) { applicationHistory(filter: { application: $id }) { totalCount } }',
      { id: application },
      stranger,
    )
    expect(applicationHistory).toEqual({ totalCount: 0 })
    expect(await difference(application, 'GROUNDS', 0, 1, stranger)).toBeNull()
    expect((await restore(application, 'GROUNDS', 1, 0, stranger)).errors).toMatchObject([
      { code: 'APPLICATION_UNKNOWN' },
    ])
  })
})

describe('a difference', () => {
  test('between any two revisions tells fields with their labels, choices in words, and of personal values nothing', async () => {
    const application = await app.create()
    await app.save('basics', { application, revision: 0, content: { leader, stage: 'PILOT' } })
    await app.save('basics', { application, revision: 1, content: { leader, platform: true } })
    const other = { ...leader, idNumber: residentId(7) }
    await app.save('basics', {
      application,
      revision: 2,
      content: { leader: other, partners: [{ key: 'k', name: '虚构' }] },
    })
    const told = await difference(application, 'BASICS', 1, 3)
    expect(told).toMatchObject({
      changes: [
        {
          path: 'leader.idNumber',
          label: '项目负责人：证件号码',
          kind: 'CHANGED',
          personal: true,
          before: null,
          after: null,
        },
        { path: 'partners.k.name', label: '合作单位（第 1 行）：单位名称', kind: 'ADDED', after: '虚构' },
        { path: 'stage', kind: 'REMOVED', after: null },
      ],
    })
    expect(told?.changes[2]?.before).toMatch(/\p{Script=Han}/u)
    expect(JSON.stringify(await history(application))).not.toMatch(/11010519491231002X/)
    expect(JSON.stringify(await history(application))).not.toContain(residentId(7))
    const back = await difference(application, 'BASICS', 2, 1)
    expect(back?.changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['stage', 'ADDED'],
      ['platform', 'REMOVED'],
    ])
    expect(await difference(application, 'BASICS', 3, 3)).toMatchObject({ changes: [] })
    expect(await difference(application, 'BASICS', 1, 4)).toBeNull()
  })
})

describe('a section that is restored', () => {
  test('says again what it said, personal values too, in a new revision; sent twice, it is one', async () => {
    const application = await app.create()
    await app.save('basics', { application, revision: 0, content: { leader } })
    const before = await app.read(application, 'basics { leader { idNumber } }')
    await app.save('basics', { application, revision: 1, content: { leader: { name: '测试丁' } } })
    const restored = { application: { basics: { revision: 3, ...(before?.basics as object) } }, errors: [] }
    expect(await restore(application, 'BASICS', 2, 1)).toMatchObject(restored)
    expect(await restore(application, 'BASICS', 2, 1)).toMatchObject(restored)
    expect(await history(application)).toMatchObject({ totalCount: 3 })
    const emptied = await restore(application, 'BASICS', 3, 0)
    expect(emptied).toMatchObject({ application: { basics: { revision: 4, leader: null } }, errors: [] })
  })

  test('is refused on a newer one, and from a revision that isn’t there', async () => {
    const application = await app.create()
    for (const revision of [0, 1, 2]) {
      await app.save('grounds', { application, revision, content: { text: `第 ${revision} 稿` } })
    }
    expect((await restore(application, 'GROUNDS', 2, 1)).errors).toMatchObject([
      { code: 'STALE_REVISION', path: ['input', 'revision'] },
    ])
    for (const [revision, to] of [
      [3, 4],
      [3, -1],
      [4, 1],
    ] as const) {
      expect((await restore(application, 'GROUNDS', revision, to)).errors).toMatchObject([{ code: 'REVISION_UNKNOWN' }])
    }
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Autosave, type AutosaveOptions, newKey, openAutosave, type SectionState } from '../../sdk/src/autosave.js'
import type { SectionName } from '../../sdk/src/index.js'
import { keyOf } from '../application/application-app.js'
import { type ApplicationService, startApplicationService } from './application-service.js'
import { type UnreliableLine, unreliableLine } from './unreliable-line.js'

let service: ApplicationService
let line: UnreliableLine
let application: string
const opened: Autosave[] = []

beforeAll(async () => {
  service = await startApplicationService()
})
afterAll(() => service.close())
beforeEach(async () => {
  line = await unreliableLine(service.url)
  application = await service.create()
})
afterEach(async () => {
  for (const autosave of opened.splice(0)) autosave.close()
  await line.close()
})

/** Of somebody whose connection is the unreliable one; saves nothing by itself within a test unless `delayMs` says so. */
async function open(options: AutosaveOptions = {}, account: string | (() => string | null) = service.editor) {
  const client = service.client({ account, url: `${line.url}/graphql`, retries: 0 })
  const states: [SectionName, SectionState['status']][] = []
  const autosave = await openAutosave(client, await service.client({ account }).application.get(application), {
    ...{ delayMs: 60_000, retryMs: 20 },
    ...options,
    onState: (section, state) => {
      states.push([section, state.status])
      options.onState?.(section, state)
    },
  })
  opened.push(autosave)
  return { autosave, states }
}

const stored = async () => service.client().application.get(application)
const revisionsOf = (section: string) =>
  service.execute<{ revision: number; content: object }>(
    'select revision, content from section_revision where application_id = ? and section = ? order by revision',
    [keyOf(application), section],
  )

/** A place that outlives the page, as a browser's does. */
function storage() {
  const kept = new Map<string, string>()
  return {
    kept,
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, text: string) => void kept.set(key, text),
    remove: async (key: string) => void kept.delete(key),
  }
}

describe('what is typed', { timeout: 30_000 }, () => {
  test('is saved once it rests, and not before', async () => {
    const { autosave, states } = await open({ delayMs: 80 })
    for (const text of ['盐', '盐湖', '盐湖提锂']) autosave.change('grounds', { text })
    expect(autosave.unsaved()).toEqual(['grounds'])
    expect(line.sent).toEqual([])
    await vi.waitFor(() => expect(autosave.state('grounds')).toEqual({ status: 'saved', revision: 1 }), 5_000)
    expect(await revisionsOf('GROUNDS')).toEqual([{ revision: 1, content: { text: '盐湖提锂' } }])
    expect(states.map(([, status]) => status)).toEqual(['unsaved', 'unsaved', 'unsaved', 'saving', 'saved'])
  })

  test('while a save is under way is saved after it: one at a time', async () => {
    const { autosave } = await open()
    let release = () => {}
    line.hold = new Promise((resolve) => {
      release = resolve
    })
    autosave.change('methods', { text: '一' })
    const first = autosave.flush()
    await vi.waitFor(() => expect(line.sent).toHaveLength(1))
    autosave.change('methods', { text: '一二' })
    autosave.change('methods', { text: '一二三' })
    const second = autosave.flush()
    release()
    expect(await Promise.all([first, second])).toEqual([[], []])
    expect(line.busiest).toBe(1)
    expect((await revisionsOf('METHODS')).map(({ content }) => content)).toEqual([{ text: '一' }, { text: '一二三' }])
  })

  test('and taken back is no change', async () => {
    const { autosave } = await open()
    const before = autosave.content('cover')
    autosave.change('cover', { ...before, title: '虚构' })
    autosave.change('cover', before)
    expect(await autosave.flush()).toEqual([])
    expect(line.sent).toEqual([])
  })

  test('in different sections is saved side by side', async () => {
    const { autosave } = await open()
    autosave.change('grounds', { text: '甲' })
    autosave.change('market', { text: '乙' })
    autosave.change('cover', { title: '虚构项目' })
    expect(await autosave.flush()).toEqual([])
    expect(await stored()).toMatchObject({
      grounds: { text: '甲' },
      market: { text: '乙' },
      cover: { title: '虚构项目' },
    })
  })

  test('in rows needs keys, which tell them apart', async () => {
    const { autosave } = await open()
    expect(() => autosave.change('basics', { partners: [{ name: '虚构大学' }] })).toThrow('partners.0')
    autosave.change('basics', { partners: [{ key: newKey(), name: '虚构大学' }] })
    expect(await autosave.flush()).toEqual([])
  })

  test('and can never be right is told, and the next change is tried again', async () => {
    const { autosave } = await open()
    autosave.change('budget', { labour: { specialFunds: '-1' } })
    expect(await autosave.flush()).toEqual(['budget'])
    expect(autosave.state('budget')).toMatchObject({
      status: 'refused',
      fields: { 'labour.specialFunds': [expect.any(String)] },
    })
    autosave.change('budget', { labour: { specialFunds: '1' } })
    expect(await autosave.flush()).toEqual([])
    expect((await stored()).budget.labour?.specialFunds).toBe('1.00')
  })
})

describe('a line that breaks', { timeout: 30_000 }, () => {
  test('between save and answer: the same save is sent again, nothing is doubled and nobody clashes with himself', async () => {
    const { autosave, states } = await open()
    line.fates.push('unanswered')
    autosave.change('grounds', { text: '第一句。' })
    expect(await autosave.flush()).toEqual(['grounds'])
    expect(await revisionsOf('GROUNDS')).toHaveLength(1)
    // Typed on, not knowing that it was saved.
    autosave.change('grounds', { text: '第一句。第二句。' })
    expect(await autosave.flush()).toEqual([])
    expect((await revisionsOf('GROUNDS')).map(({ content }) => content)).toEqual([
      { text: '第一句。' },
      { text: '第一句。第二句。' },
    ])
    expect(states.map(([, status]) => status)).not.toContain('conflict')
  })

  test('for a while: it is tried again by itself until it is saved', async () => {
    const { autosave, states } = await open({ delayMs: 10 })
    line.down = true
    autosave.change('market', { text: '市场' })
    await vi.waitFor(() => expect(line.sent.length).toBeGreaterThan(2), 5_000)
    expect(autosave.state('market').status).toMatch(/offline|saving/)
    line.down = false
    await vi.waitFor(() => expect(autosave.state('market').status).toBe('saved'), 10_000)
    expect(await revisionsOf('MARKET')).toEqual([{ revision: 1, content: { text: '市场' } }])
    expect(states.map(([, status]) => status)).toContain('offline')
  })

  test('and a page that is closed: the next one saves what was typed', async () => {
    const place = storage()
    const { autosave } = await open({ storage: place })
    line.fates.push('unanswered')
    autosave.change('schedule', { text: '第一年' })
    await autosave.flush()
    line.down = true
    autosave.change('schedule', { text: '第一年，第二年' })
    autosave.change('scale', { site: '虚构园区' })
    await autosave.flush()
    autosave.close()
    line.down = false

    const { autosave: later } = await open({ storage: place })
    expect(later.content('schedule')).toEqual({ text: '第一年，第二年' })
    expect(later.unsaved()).toEqual(expect.arrayContaining(['schedule', 'scale']))
    expect(await later.flush()).toEqual([])
    expect((await revisionsOf('SCHEDULE')).map(({ content }) => content)).toEqual([
      { text: '第一年' },
      { text: '第一年，第二年' },
    ])
    expect((await stored()).scale.site).toBe('虚构园区')
    expect([...place.kept]).toEqual([])
  })

  test('at any time: what was acknowledged is there, and every revision is another text', async () => {
    const { autosave } = await open()
    const typed: string[] = []
    for (let step = 0; step < 30; step++) {
      line.fates.push(...(['through', 'lost', 'unanswered'] as const).slice(step % 3, (step % 3) + 1))
      const text = `${typed.at(-1) ?? ''}${step}。`
      typed.push(text)
      autosave.change('conditions', { text })
      const left = await autosave.flush()
      if (left.length === 0) expect((await stored()).conditions.text).toBe(text)
    }
    line.fates.length = 0
    expect(await autosave.flush()).toEqual([])
    const revisions = (await revisionsOf('CONDITIONS')).map(({ content }) => (content as { text: string }).text)
    expect(revisions.at(-1)).toBe(typed.at(-1))
    expect(revisions).toEqual(typed.filter((text) => revisions.includes(text)))
    expect(new Set(revisions).size).toBe(revisions.length)
  }, 60_000)
})

describe('two people', { timeout: 30_000 }, () => {
  test('in different fields of a section: both are saved, and each is shown the other’s', async () => {
    const shown: unknown[] = []
    const { autosave: mine } = await open({ onContent: (section, content) => shown.push([section, content]) })
    const { autosave: theirs } = await open()
    theirs.change('cover', { ...theirs.content('cover'), title: '虚构项目' })
    expect(await theirs.flush()).toEqual([])
    mine.change('cover', { ...mine.content('cover'), startMonth: '2024-01' })
    expect(await mine.flush()).toEqual([])
    expect(await stored()).toMatchObject({ cover: { revision: 2, title: '虚构项目', startMonth: '2024-01' } })
    expect(shown).toMatchObject([['cover', { title: '虚构项目', startMonth: '2024-01' }]])
    expect(mine.content('cover')).toMatchObject({ title: '虚构项目', startMonth: '2024-01' })
  })

  test('in the same field: the later is told, nothing of either is lost, and he decides', async () => {
    const place = storage()
    const { autosave: mine } = await open({ storage: place })
    const { autosave: theirs } = await open()
    theirs.change('cover', { title: '他们的项目', startMonth: '2024-02' })
    expect(await theirs.flush()).toEqual([])
    mine.change('cover', { title: '我的项目', endMonth: '2025-12' })
    expect(await mine.flush()).toEqual(['cover'])
    const state = mine.state('cover')
    if (state.status !== 'conflict') throw new Error(state.status)
    expect(state).toMatchObject({
      conflicts: ['title'],
      current: { revision: 1, title: '他们的项目' },
      merged: { title: '他们的项目', startMonth: '2024-02', endMonth: '2025-12' },
    })
    expect(mine.content('cover')).toMatchObject({ title: '我的项目' })
    expect([...place.kept.values()].join()).toContain('我的项目')
    expect((await stored()).cover.title).toBe('他们的项目')

    mine.resolve('cover', { ...state.merged, title: '我们的项目' })
    expect(await mine.flush()).toEqual([])
    expect(await stored()).toMatchObject({
      cover: { revision: 2, title: '我们的项目', startMonth: '2024-02', endMonth: '2025-12' },
    })
  })

  test('and one types on while his save meets the other’s: what he typed since is kept', async () => {
    const { autosave: mine } = await open()
    const { autosave: theirs } = await open()
    theirs.change('cover', { startMonth: '2024-02' })
    expect(await theirs.flush()).toEqual([])
    let release = () => {}
    line.hold = new Promise((resolve) => {
      release = resolve
    })
    mine.change('cover', { title: '项' })
    const saving = mine.flush()
    await vi.waitFor(() => expect(line.sent.at(-1)).toContain('"项"'))
    mine.change('cover', { title: '项目', endMonth: '2025-12' })
    release()
    await saving
    expect(await mine.flush()).toEqual([])
    expect(await stored()).toMatchObject({ cover: { title: '项目', startMonth: '2024-02', endMonth: '2025-12' } })
  })

  test('adding a row each: both rows are there', async () => {
    const { autosave: mine } = await open()
    const { autosave: theirs } = await open()
    theirs.change('team', { personnel: [{ key: 'a', name: '测试甲' }] })
    mine.change('team', { personnel: [{ key: 'b', name: '测试乙' }] })
    expect([await theirs.flush(), await mine.flush()]).toEqual([[], []])
    expect((await stored()).team.personnel.map(({ name }) => name).sort()).toEqual(['测试乙', '测试甲'])
  })
})

test('a session that is over is no reason to try again and again, and loses nothing', async () => {
  let account: string | null = service.editor
  const { autosave } = await open({ delayMs: 10 }, () => account)
  account = null
  autosave.change('grounds', { text: '甲' })
  await vi.waitFor(() => expect(autosave.state('grounds')).toMatchObject({ status: 'failed' }), 4_000)
  expect(autosave.state('grounds')).toMatchObject({ error: { codes: ['UNAUTHENTICATED'] } })
  const asked = line.sent.length
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(line.sent).toHaveLength(asked)
  account = service.editor
  expect(await autosave.flush()).toEqual([])
  expect((await stored()).grounds.text).toBe('甲')
})

test('a storage that fails is told, and autosaving goes on', async () => {
  const errors: unknown[] = []
  const full = () => Promise.reject(new Error('The quota is used up.'))
  const { autosave } = await open({
    storage: { get: () => '{"torn', set: full, remove: full },
    onDraftError: (error) => errors.push(error),
  })
  autosave.change('grounds', { text: '甲' })
  expect(await autosave.flush()).toEqual([])
  expect(errors.length).toBeGreaterThan(16)
})

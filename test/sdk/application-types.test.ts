import { expectTypeOf, test } from 'vitest'
import type { SectionOf } from '../../sdk/src/form.js'
import { type Application, createClient, type SaveResult, type SectionInput } from '../../sdk/src/index.js'

const { application } = createClient({ url: '/graphql' })

test('a save takes and gives its own section', () => {
  const place = { application: 'a', revision: 0 }
  const save = () => application.save('cover', { ...place, content: { title: '虚构项目' } })
  expectTypeOf(save).returns.resolves.toEqualTypeOf<SaveResult<'cover'>>()
  // @ts-expect-error the cover has no text
  expectTypeOf(() => application.save('cover', { ...place, content: { text: '论述' } })).toBeFunction()
  // @ts-expect-error there is no such section
  expectTypeOf(() => application.save('appendix', { ...place, content: {} })).toBeFunction()
})

test('what became of it is told apart by its status', () => {
  const textOf = (result: SaveResult<'grounds'>) => (result.status === 'saved' ? result.section.text : null)
  expectTypeOf(textOf).returns.toEqualTypeOf<string | null>()
  const conflictsOf = (result: SaveResult) => (result.status === 'stale' ? result.conflicts : [])
  expectTypeOf(conflictsOf).returns.toEqualTypeOf<readonly string[]>()
})

test('a section that was read can be saved, and the table’s types fit those of the API', () => {
  expectTypeOf<Application['team']>().toExtend<Parameters<typeof application.save<'team'>>[1]['content']>()
  expectTypeOf<SectionOf<'budget'>>().toExtend<SectionInput<'budget'>>()
  expectTypeOf<SectionOf<'basics'>>().toExtend<SectionInput<'basics'>>()
})

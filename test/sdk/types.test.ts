import { describe, expectTypeOf, test } from 'vitest'
import {
  type Client,
  connect,
  createClient,
  type Guideline,
  type ShenbaoError,
  type TypedDocument,
} from '../../sdk/src/index.js'

/** As GraphQL Code Generator writes them with `documentMode: 'string'`. */
declare class TypedDocumentString<Result, Variables> extends String {
  __apiType?: (variables: Variables) => Result
}

const client = createClient({ url: '/graphql' })
declare const titleOf: TypedDocumentString<
  { guideline: { title: string } | null },
  { city: string; year: number; edition?: number | null }
>
declare const everything: TypedDocumentString<{ guidelines: { totalCount: number } }, { [key: string]: never }>

describe('types', () => {
  test("the result of an application's own document follows its selection", () => {
    const call = () => client.query(titleOf, { city: 'xining', year: 2024 })
    expectTypeOf(call).returns.resolves.toEqualTypeOf<{ guideline: { title: string } | null }>()
  })

  test('variables are asked for when the operation has any, and only then', () => {
    expectTypeOf(() => client.query(everything)).returns.resolves.toEqualTypeOf<{
      guidelines: { totalCount: number }
    }>()
    // @ts-expect-error the variables are missing
    expectTypeOf(() => client.query(titleOf)).toBeFunction()
    // @ts-expect-error the year is a number
    expectTypeOf(() => client.query(titleOf, { city: 'xining', year: '2024' })).toBeFunction()
  })

  test("a plain string's result is unknown", () => {
    expectTypeOf(() => client.query('{ __typename }')).returns.resolves.toBeUnknown()
    expectTypeOf(() => client.query('query Q($a: Int) { q(a: $a) }', { a: 1 })).returns.resolves.toBeUnknown()
  })

  test('a parsed document is refused: printing it would need graphql-js', () => {
    type Parsed = { kind: 'Document'; definitions: readonly unknown[] }
    expectTypeOf<Parsed>().not.toExtend<TypedDocument<unknown, unknown>>()
  })

  test('ready-made operations are typed by their selections', () => {
    expectTypeOf(client.guideline.get).returns.resolves.toEqualTypeOf<Guideline>()
    expectTypeOf<Guideline['categories'][number]['fundingRange']>().toEqualTypeOf<{
      readonly min: string
      readonly max: string
    } | null>()
    expectTypeOf(client.eligibility.check).returns.toEqualTypeOf<ReturnType<typeof client.eligibility.preview>>()
  })

  test('values that only callers send are closed, those that are answered stay open', () => {
    const check = client.eligibility.check
    expectTypeOf<NonNullable<NonNullable<Parameters<typeof check>[0]['facts']>['project']>>()
      .toHaveProperty('stage')
      .toEqualTypeOf<'LAB_SCALE' | 'SCALE_UP' | 'PILOT' | 'INDUSTRIALISATION' | 'OTHER' | null | undefined>()
    expectTypeOf<string>().toExtend<Guideline['calls'][number]['kind']>()
  })

  test('errors are told apart by kind', () => {
    const statusOf = (error: ShenbaoError) => (error.kind === 'http' ? error.status : undefined)
    expectTypeOf(statusOf).returns.toEqualTypeOf<number | undefined>()
    expectTypeOf<ShenbaoError['kind']>().toEqualTypeOf<
      'network' | 'timeout' | 'aborted' | 'http' | 'graphql' | 'cursor'
    >()
  })

  test("the runtime's own fetch fits", () => {
    expectTypeOf(createClient).toBeCallableWith({ url: '/graphql', fetch })
    expectTypeOf(connect).toBeCallableWith({ url: '/graphql', token: async () => null })
  })
})

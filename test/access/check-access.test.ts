import { defineEntity, p } from '@mikro-orm/core'
import { extendSchema, type GraphQLSchema, parse } from 'graphql'
import { expect, onTestFinished, test } from 'vitest'
import { checkAccess } from '../../server/access/check-access.js'
import { fields, masked, shown } from '../../server/access/fields.js'
import { operations } from '../../server/access/operations.js'
import { ofOwnApplicant, rowPolicy, rows } from '../../server/access/rows.js'
import { buildSchema } from '../../server/schema.js'
import {
  type EntityDeclaration,
  everyRow,
  object,
  partOf,
  property,
  selection,
  typescript,
  unshown,
} from '../../server/selection/selection.js'
import { selections } from '../../server/selections.js'
import { startTestApp } from '../support/test-app.js'

const DiarySchema = defineEntity({
  name: 'Diary',
  properties: { id: p.text().primary(), phoneSealed: p.text(), phoneIndex: p.text(), phoneMasked: p.text() },
})
class Diary extends DiarySchema.class {}
DiarySchema.setClass(Diary)

/** The service's schema and more. */
const extended = (more: string) => extendSchema(buildSchema(), parse(more))

const problemsOf = (schema: GraphQLSchema, more: readonly EntityDeclaration[] = []) => {
  try {
    checkAccess(schema, [...selections, ...more])
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

/** Changes a line of a table until the test ends. */
function given<Line>(table: Readonly<Record<string, Line>>, name: string, line: Line | undefined): void {
  const lines = table as Record<string, Line | undefined>
  const before = lines[name]
  const put = (value: Line | undefined) => {
    if (value === undefined) delete lines[name]
    else lines[name] = value
  }
  put(line)
  onTestFinished(() => put(before))
}

test('the tables fit what is served', () => {
  expect(problemsOf(buildSchema())).toBe('')
})

test.each([
  ['Query.secrets', operations],
  ['Mutation.leak', operations],
])('the operation %s without a rule is refused', (name) => {
  const [root, field] = name.split('.')
  expect(problemsOf(extended(`extend type ${root} { ${field}: ID }`))).toBe(
    `The access tables don't fit what is served:\n  ${name} has no rule: say in server/access/operations.ts who may.`,
  )
})

test('a subscription without a rule is refused as well', () => {
  const schema = extended('type Subscription { changed: ID } extend schema { subscription: Subscription }')
  expect(problemsOf(schema)).toContain('Subscription.changed has no rule: say in server/access/operations.ts who may.')
})

test('a type without a rule is refused, a payload and a list with a value of their own among them', () => {
  const schema = extended(`
    type Diary { id: ID! }
    type DiaryPayload { token: String, errors: [UserError!]! }
    type DiaryConnection { nodes: [Diary!]!, totalCount: Int!, sum: Int! }`)
  const problems = problemsOf(schema)
  for (const type of ['Diary', 'DiaryPayload', 'DiaryConnection'])
    expect(problems).toContain(`${type} has no rule: say in server/access/fields.ts who may.`)
})

test('wrappers need no rule', () => {
  const schema = extended(`
    type GuidelinePayload { guideline: Guideline, errors: [UserError!]! }
    type CallEdge { cursor: String!, node: Call! }
    type CallConnection { edges: [CallEdge!]!, nodes: [Call!]!, pageInfo: PageInfo!, totalCount: Int! }`)
  expect(problemsOf(schema)).toBe('')
})

test('a field of a type that names its fields is refused without a rule', () => {
  given(fields, 'Diary', { id: shown })
  given(rows, 'Diary', 'SERVICE')
  const problems = problemsOf(extended('type Diary { id: ID!, secret: String }'), [unshown(Diary)])
  expect(problems).toContain('Diary.secret has no rule: say in server/access/fields.ts who may.')
})

test('an entity without a rule is refused', () => {
  expect(problemsOf(buildSchema(), [unshown(Diary)])).toContain(
    'Diary has no rule: say in server/access/rows.ts who may.',
  )
})

test('rules of what is not served are refused', () => {
  given(operations, 'Query.gone', {})
  given(fields, 'Gone', {})
  given(rows, 'Gone', everyRow)
  const problems = problemsOf(buildSchema())
  for (const name of ['Query.gone', 'Gone']) expect(problems).toContain(`${name} has a rule in server/access/`)
})

const shownDiary = 'type Diary { id: ID! }'

test.each<[string, (typeof rows)[string], EntityDeclaration, string]>([
  ['everybody’s', 'SERVICE', selection(Diary, { policy: everyRow }), 'use unshown(Diary)'],
  ['nobody’s', everyRow, unshown(Diary), "write 'SERVICE' there"],
  ['everybody’s', [ofOwnApplicant('id')], selection(Diary, { policy: everyRow }), 'another policy'],
  ['another’s', [ofOwnApplicant('id')], selection(Diary, { policy: rowPolicy('Member') }), 'another policy'],
  ['of its own', everyRow, selection(Diary, { policy: rowPolicy('Diary') }), 'another policy'],
  ['a part’s', { partOf: 'Applicant' }, selection(Diary, { policy: partOf(Diary, 'self') }), 'another policy'],
])('a selection whose policy is %s, and not that of the table, is refused', (_name, rule, declaration, message) => {
  given(fields, 'Diary', { id: shown })
  given(rows, 'Diary', rule)
  expect(problemsOf(extended(shownDiary), [declaration])).toContain(message)
})

test('rows that not everybody sees have their fields named', () => {
  given(fields, 'Diary', 'WHOLE')
  given(rows, 'Diary', [ofOwnApplicant('id')])
  expect(problemsOf(extended(shownDiary), [selection(Diary, { policy: rowPolicy('Diary') })])).toContain(
    'Diary: not everybody sees its rows, so name its fields in server/access/fields.ts.',
  )
})

const sealed = 'Diary.phone reads phoneSealed, which nobody is shown'
const unmasked = 'Diary.phone shows phoneMasked: say in server/access/fields.ts that it is masked'
const noMask = "Diary.phone is masked in server/access/fields.ts and doesn't show a mask"
test.each<[string, Parameters<typeof property>[0], typeof shown | typeof masked, string]>([
  ['a sealed value', 'phoneSealed', shown, sealed],
  ['a sealed value as a mask', 'phoneSealed', masked, sealed],
  ['a blind index', 'phoneIndex', shown, 'Diary.phone reads phoneIndex, which nobody is shown'],
  ['a mask as if it were the value', 'phoneMasked', shown, unmasked],
  ['another value as a mask', 'id', masked, noMask],
])('a field that shows %s is refused', (_what, name, rule, message) => {
  given(fields, 'Diary', { phone: rule })
  given(rows, 'Diary', [ofOwnApplicant('id')])
  const schema = extended('type Diary { phone: String }')
  const policy = rowPolicy('Diary')
  expect(problemsOf(schema, [selection(Diary, { policy, fields: { phone: property(name) } })])).toContain(message)
})

test('so is one that TypeScript makes of it, and one in an object', () => {
  given(fields, 'Diary', { phone: shown, contact: shown })
  given(fields, 'Contact', { phone: shown, other: masked })
  given(rows, 'Diary', [ofOwnApplicant('id')])
  const schema = extended(`
    type Diary { phone: String, contact: Contact }
    type Contact { phone: String, other: String }`)
  const declared = selection(Diary, {
    policy: rowPolicy('Diary'),
    fields: {
      phone: typescript({ needs: ['phoneSealed'], resolve: String }),
      contact: object({ phone: 'phoneMasked', other: 'phoneIndex' }),
    },
  })
  const problems = problemsOf(schema, [declared])
  for (const message of [sealed, unmasked.replace('Diary', 'Contact'), 'Contact.other reads phoneIndex'])
    expect(problems).toContain(message)
})

test('a service with a line too few does not start, and says which and where', async () => {
  given(operations, 'Query.guideline', undefined)
  given(fields, 'Clause', undefined)
  given(rows, 'Call', undefined)
  await expect(startTestApp()).rejects.toThrow(
    new RegExp(
      `The access tables don't fit what is served:
  Query.guideline has no rule: say in server/access/operations.ts who may.
  Clause has no rule: say in server/access/fields.ts who may.
  Call has no rule: say in server/access/rows.ts who may.`,
    ),
  )
})

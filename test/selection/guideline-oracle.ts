import type { EntityManager } from '@mikro-orm/postgresql'
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import * as api from '../../schema/types/guideline.js'
import type { GuidelinesArgs } from '../../schema/types/guidelines.args.js'
import { guidelineNotFound } from '../../server/guideline/guideline-not-found.js'
import { buildSchema } from '../../server/schema.js'
import { selectionsOf } from '../../server/selection/model/check-declarations.js'
import type { EntityDeclaration } from '../../server/selection/selection.js'

/*
 * The API a second time, without the engine: whole tables as JSON, made into objects of the contract's classes, and
 * filtered, sorted and paged in JavaScript. Slow and simple, with nothing in common with what it checks.
 */

type Row = Record<string, unknown> & { readonly id: string; readonly guideline_id: string }

/** The schema with its queries answered from what is in the database now. */
export async function oracleSchema(em: EntityManager): Promise<GraphQLSchema> {
  const { guidelines, nodes } = makeObjects(await readTables(em))
  const schema = buildSchema()
  const answer = <Args>(name: string, resolve: (args: Args) => unknown) => {
    const field = schema.getQueryType()?.getFields()[name]
    if (field) field.resolve = async (_source, args) => resolve(args)
  }
  answer('node', ({ id }: { id: string }) => nodes.get(id) ?? null)
  answer('guidelines', (args: GuidelinesArgs) => connection(guidelines, args))
  answer('guideline', ({ city, year, edition }: { city: string; year: number; edition?: number | null }) => {
    const found = guidelines
      .filter((of) => of.city.code === city && of.year === year && (edition == null || of.edition === edition))
      .toSorted((a, b) => b.edition - a.edition)[0]
    if (!found) throw guidelineNotFound({ city, year, edition })
    return found
  })
  return schema
}

/**
 * Tells whether the oracle can answer a document: it knows guidelines and their parts, and none of the other entities that
 * the service reads.
 */
export function documentsOfOracle(
  schema: GraphQLSchema,
  declarations: readonly EntityDeclaration[],
): (query: string) => boolean {
  const types = selectionsOf(declarations).filter(({ type }) => !made.some(({ name }) => name === type))
  const unknown = new Set(types.flatMap(({ type, groups }) => [type, ...groups]))
  for (const type of Object.values(schema.getTypeMap())) {
    const nodes = isObjectType(type) && type.getFields().nodes
    if (nodes && unknown.has(getNamedType(nodes.type).name)) unknown.add(type.name)
  }
  return (query) => {
    const document = parsed(query)
    if (!document) return true
    const info = new TypeInfo(schema)
    let known = true
    const enter = () => {
      const type = info.getType()
      if (type && unknown.has(getNamedType(type).name)) known = false
    }
    visit(
      document,
      visitWithTypeInfo(info, { Field: { enter }, InlineFragment: { enter }, FragmentDefinition: { enter } }),
    )
    return known
  }
}

/** Undefined for a document that is none, which every service refuses in the same words. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query)
  } catch {
    return undefined
  }
}

/** What {@link makeObjects} makes. */
const made = [
  api.Area,
  api.AttachmentRequirement,
  api.Call,
  api.Category,
  api.Clause,
  api.Direction,
  api.EligibilityRule,
  api.Guideline,
  api.Office,
  api.Parameter,
  api.RecommendingAuthority,
]

const tables = [
  'guideline',
  'guideline_area',
  'clause',
  'office',
  'recommending_authority',
  'attachment_requirement',
  'category',
  'direction',
  'call',
  'eligibility_rule',
  'parameter',
  'category_office',
  'direction_office',
  'category_attachment_requirement',
] as const
type Tables = Record<(typeof tables)[number], Row[]>

async function readTables(em: EntityManager): Promise<Tables> {
  const read = async (table: string) => {
    const order = table === 'guideline' || /_(office|requirement)$/.test(table) ? '' : 'order by position'
    const rows = await em.execute<{ row: Row }[]>(`select to_jsonb(t) as row from "${table}" t ${order}`)
    return [table, rows.map(({ row }) => row)] as const
  }
  return Object.fromEntries(await Promise.all(tables.map(read))) as unknown as Tables
}

function makeObjects(of: Tables) {
  const nodes = new Map<string, object>()
  const make = <Made extends api.Clause | object>(type: new () => Made, row: Row, more: object = {}): Made => {
    const id = `${type.name}:${row.id}`
    const known = nodes.get(id)
    if (known) return known as Made
    const made = Object.assign(new type(), camelCase(row), { id }, more)
    nodes.set(id, made)
    return made
  }
  const clauses = new Map(of.clause.map((row) => [row.id, make(api.Clause, row)]))
  const cited =
    <Made extends object>(type: new () => Made) =>
    (row: Row) =>
      make(type, row, { clause: clauses.get(String(row.clause_id)) })
  const linked = (pivot: Row[], here: string, there: string, to: Row[]) => (row: Row) => {
    const keys = new Set(pivot.filter((link) => link[here] === row.id).map((link) => link[there]))
    return to.filter(({ id }) => keys.has(id))
  }
  const office = (row: Row) => make(api.Office, row)
  const attachment = cited(api.AttachmentRequirement)
  const officesOf = {
    category: linked(of.category_office, 'category_id', 'office_id', of.office),
    direction: linked(of.direction_office, 'direction_id', 'office_id', of.office),
  }
  const attachmentsOf = linked(
    of.category_attachment_requirement,
    'category_id',
    'attachment_requirement_id',
    of.attachment_requirement,
  )
  const direction = (row: Row): api.Direction =>
    make(api.Direction, row, {
      clause: clauses.get(String(row.clause_id)),
      offices: officesOf.direction(row).map(office),
      children: of.direction.filter(({ parent_id }) => parent_id === row.id).map(direction),
    })
  const category = (row: Row) =>
    make(api.Category, row, {
      clause: clauses.get(String(row.clause_id)),
      fundingRange: row.funding_min === null ? null : { min: money(row.funding_min), max: money(row.funding_max) },
      offices: officesOf.category(row).map(office),
      directions: of.direction.filter((one) => one.category_id === row.id && one.parent_id === null).map(direction),
      attachmentRequirements: attachmentsOf(row).map(attachment),
    })
  const call = (row: Row) =>
    make(api.Call, row, {
      clause: clauses.get(String(row.clause_id)),
      opensAt: instant(row.opens_at),
      closesAt: instant(row.closes_at),
    })
  const guidelines = of.guideline.map((row) => {
    const own = ({ guideline_id }: Row) => guideline_id === row.id
    const areas = of.guideline_area.filter(own).map((area) => camelCase(area))
    return make(api.Guideline, row, {
      city: { code: row.city_code, name: row.city_name, timeZone: row.city_time_zone, areaCode: row.city_area_code },
      paper: { copies: row.paper_copies, workingDays: row.paper_working_days },
      inForce: !of.guideline.some(
        (other) =>
          other.city_code === row.city_code && other.year === row.year && Number(other.edition) > Number(row.edition),
      ),
      importedAt: instant(row.imported_at),
      takenInAt: String(row.imported_at).replace('+00:00', ''),
      districts: areas.filter(({ park }) => !park),
      parks: areas.filter(({ park }) => park),
      categories: of.category.filter(own).map(category),
      calls: of.call.filter(own).map(call),
      clauses: of.clause.filter(own).map(({ id }) => clauses.get(id)),
      rules: of.eligibility_rule.filter(own).map(cited(api.EligibilityRule)),
      parameters: of.parameter.filter(own).map(cited(api.Parameter)),
      offices: of.office.filter(own).map(office),
      authorities: of.recommending_authority.filter(own).map((authority) => make(api.RecommendingAuthority, authority)),
      attachmentRequirements: of.attachment_requirement.filter(own).map(attachment),
    }) as api.Guideline & { takenInAt: string }
  })
  return { guidelines, nodes }
}

type Guideline = ReturnType<typeof makeObjects>['guidelines'][number]

const orderValues: Record<string, (guideline: Guideline) => string | number> = {
  'city.code': ({ city }) => city.code,
  year: ({ year }) => year,
  edition: ({ edition }) => edition,
  importedAt: ({ takenInAt }) => takenInAt,
  id: ({ id }) => id.slice('Guideline:'.length),
}

const newestFirst = [
  { field: 'year', direction: 'DESC' },
  { field: 'city.code', direction: 'ASC' },
  { field: 'edition', direction: 'DESC' },
]

function connection(guidelines: readonly Guideline[], { filter, orderBy, first, after, last, before }: GuidelinesArgs) {
  const steps = [...(orderBy ?? newestFirst)]
  steps.push({ field: 'id', direction: steps.at(-1)?.direction ?? 'ASC' })
  const values = (of: Guideline) => steps.map(({ field }) => orderValues[field]?.(of) ?? '')
  const compare = (a: Guideline, b: Guideline) => {
    const [one, other] = [values(a), values(b)]
    const place = one.findIndex((value, i) => value !== other[i])
    if (place < 0) return 0
    const smaller = (one[place] ?? '') < (other[place] ?? '')
    return smaller === (steps[place]?.direction === 'ASC') ? -1 : 1
  }
  const list = guidelines
    .filter(({ city, year, inForce }) => {
      const { city: code, year: of, inForce: force } = filter ?? {}
      return (code == null || code === city.code) && (of == null || of === year) && (force == null || force === inForce)
    })
    .toSorted(compare)
  const name = ['Guideline', ...steps.map(({ field, direction }) => field + (direction === 'DESC' ? '-' : ''))].join(
    ' ',
  )
  const cursor = (of: Guideline) => {
    const texts = [name, ...values(of)].map((value) => JSON.stringify(String(value)))
    return Buffer.from(`[${texts.join(', ')}]`).toString('base64url')
  }
  const placeOf = (given: string) => {
    const id = (JSON.parse(Buffer.from(given, 'base64url').toString()) as string[]).at(-1)
    // The row of a cursor may be filtered out: its place is that of the first row behind it.
    const row = guidelines.find((of) => orderValues.id?.(of) === id)
    return row ? list.filter((of) => compare(of, row) < 0).length + (list.includes(row) ? 0 : -0.5) : -1
  }
  const [from, to] = [after == null ? -1 : placeOf(after), before == null ? list.length : placeOf(before)]
  const window = list.filter((_, i) => i > from && i < to)
  const size = last ?? first ?? 20
  const rows = last == null ? window.slice(0, size) : window.slice(Math.max(0, window.length - size))
  const overflow = window.length > size
  return {
    nodes: rows,
    edges: rows.map((row) => ({ cursor: cursor(row), node: row })),
    totalCount: list.length,
    pageInfo: {
      hasNextPage: (last == null && overflow) || (before != null && to <= list.length - 1),
      hasPreviousPage: (last != null && overflow) || (after != null && from >= 0),
      startCursor: rows[0] ? cursor(rows[0]) : null,
      endCursor: rows.at(-1) ? cursor(rows.at(-1) as Guideline) : null,
    },
  }
}

function camelCase(row: Row): Record<string, unknown> {
  const named = Object.entries(row).map(([name, value]) => [name.replace(/_(.)/g, (_, c) => c.toUpperCase()), value])
  return Object.fromEntries(named)
}

function instant(value: unknown): string | null {
  return value === null ? null : new Date(String(value)).toISOString()
}

function money(value: unknown): string {
  return Number(value).toFixed(2)
}

import {
  type EntityClass,
  type EntityMetadata,
  type EntityProperty,
  type MetadataStorage,
  ReferenceKind,
} from '@mikro-orm/core'
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql'
import type { KeptCounts } from '../../database/kept-counts.js'
import { sortFormOf } from '../prepare/sort-forms.js'
import type { EntityDeclaration, PartOf, Policy, Selection } from '../selection.js'
import { identifier, sql } from '../sql.js'
import { fieldsOf } from './build-fields.js'
import { buildGroups } from './build-groups.js'
import { checkDeclaredFields, checkEntities, selectionsOf } from './check-declarations.js'
import { entityColumns } from './entity-columns.js'
import { findConnections } from './find-connections.js'
import { keptCountsOf, keptRows } from './kept-columns.js'
import type { Column, EntityType, Field, Model } from './model.js'
import { orProblem } from './unreadable.js'

/** A bound type whose columns are known and whose fields are being found. */
export type Draft = EntityType & {
  readonly selection: Selection
  readonly meta: EntityMetadata
  readonly objectType: GraphQLObjectType
  /** What the database is to keep counts of. */
  readonly counts: KeptCounts | undefined
  readonly fields: Map<string, Field>
}

/** What is gathered while the model is built. */
export type Building = {
  readonly drafts: ReadonlyMap<EntityClass<object>, Draft>
  readonly rowTypes: Set<string>
  /** Sentences that say what is wrong, where, and what to do. */
  readonly problems: string[]
}

/**
 * Matches the schema with the ORM's metadata.
 * @throws Error naming everything that keeps a field from being read, so that it is found at start and not by a client
 */
export function buildModel(
  schema: GraphQLSchema,
  metadata: MetadataStorage,
  declarations: readonly EntityDeclaration[],
): Model {
  const { model, problems } = matchTypes(schema, metadata, declarations)
  refuse(problems)
  return model
}

/** @throws Error with all problems, if there are any */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(["The read engine can't start:", ...new Set(problems)].join('\n- '))
}

/** What there is to read, and sentences that say what can't be read, where, and what to do. */
export function matchTypes(
  schema: GraphQLSchema,
  metadata: MetadataStorage,
  declarations: readonly EntityDeclaration[],
): { readonly model: Model; readonly problems: string[] } {
  const problems = checkEntities(metadata, declarations)
  const selections = selectionsOf(declarations)
  const drafts = selections.flatMap((selection) => draft(selection, schema, metadata, problems) ?? [])
  const building: Building = {
    drafts: new Map(drafts.map((type) => [type.entity, type])),
    rowTypes: new Set(drafts.map(({ name }) => name)),
    problems,
  }
  for (const type of drafts) {
    problems.push(...checkDeclaredFields(type, schema))
    for (const [name, field] of fieldsOf(type, building)) type.fields.set(name, field)
  }
  const groups = buildGroups(schema, building)
  const types = new Map(drafts.map((type) => [type.name, type]))
  const connections = findConnections(schema, types, building)
  const keptCounts = drafts.flatMap(({ counts }) => counts ?? [])
  const model = { types, byEntity: building.drafts, connections, groups, rowTypes: building.rowTypes, keptCounts }
  return { model, problems }
}

function draft(
  selection: Selection,
  schema: GraphQLSchema,
  metadata: MetadataStorage,
  problems: string[],
): Draft | undefined {
  const { entity, type: name, policy } = selection
  const meta = metadata.find(entity)
  const objectType = schema.getType(name)
  if (!meta) problems.push(`${name}: its entity ${entity.name} is not known to the ORM; list it among the entities.`)
  if (!isObjectType(objectType)) problems.push(`${name}: the schema has no object type of this name.`)
  if (!policy) problems.push(`${name}: it has no policy; say who may see its rows, or that everyone may: everyRow.`)
  if (!meta || !isObjectType(objectType)) return undefined

  const columns = entityColumns(meta)
  for (const [field, declared] of Object.entries(selection.fields)) {
    if (declared.kind !== 'leaf') continue
    columns.set(field, { path: field, type: declared.type, nullable: declared.nullable, source: declared.sql })
  }
  const key = meta.primaryKeys.length === 1 ? columns.get(meta.primaryKeys[0] ?? '') : undefined
  if (!key) {
    problems.push(`${name}: its entity needs a primary key of one column.`)
    return undefined
  }
  if (!sortFormOf(key.type)) problems.push(`${name}: lists are ordered by its key, which can't be of type ${key.type}.`)
  const partOf = typeof policy === 'object' ? policy : undefined
  if (partOf && !leadsTo(partOf, meta)) {
    problems.push(
      `${name}: it can't be part of ${partOf.whole.name} by "${partOf.relation}", which doesn't lead there.`,
    )
  }
  const type: Draft = {
    name,
    entity,
    table: meta.schema ? sql`${identifier(meta.schema)}.${identifier(meta.tableName)}` : identifier(meta.tableName),
    policy: typeof policy === 'object' ? policyOfPart(policy, metadata) : policy,
    partOf,
    key,
    order: listOrder(columns, key),
    columns,
    fields: new Map(),
    kept: undefined,
    counts: undefined,
    selection,
    meta,
    objectType,
  }
  return withCounts(type, problems)
}

function withCounts(type: Draft, problems: string[]): Draft {
  const { name, columns, meta, selection } = type
  const counted = orProblem(problems, name, () => {
    const counts = keptCountsOf(columns, meta, selection.countedBy)
    return { counts, kept: counts && keptRows(type, counts, selection.countedBy) }
  })
  return { ...type, ...counted }
}

function leadsTo({ whole, relation }: PartOf, { properties }: EntityMetadata): boolean {
  const property = properties[relation as never] as EntityProperty | undefined
  return property?.kind === ReferenceKind.MANY_TO_ONE && property.targetMeta?.class === whole
}

function policyOfPart({ whole, relation }: PartOf, metadata: MetadataStorage): Policy {
  const [key = ''] = metadata.find(whole)?.primaryKeys ?? []
  return (row) => row.exists(whole, (other) => sql`${other(key)} = ${row(relation)}`)
}

function listOrder(columns: ReadonlyMap<string, Column>, key: Column): readonly Column[] {
  const position = columns.get('position')
  return position ? [position, key] : [key]
}

import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core'
import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import type { EntityDeclaration, FieldDeclaration, Selection } from '../selection.js'
import type { Draft } from './build-model.js'

/** Entities that nothing says how to read, or that two selections say different things of. */
export function checkEntities(metadata: MetadataStorage, declarations: readonly EntityDeclaration[]): string[] {
  const problems: string[] = []
  const declared = declarations.map(({ entity }) => entity)
  for (const meta of metadata.getAll().values()) {
    if (!isStored(meta) || declared.includes(meta.class)) continue
    problems.push(
      `${meta.className}: it has no selection, so that nobody knows who may see its rows; write one in its feature's *.selection.ts, or unshown(${meta.className}) if no type shows it.`,
    )
  }
  for (const entity of new Set(declared.filter((entity, i) => declared.indexOf(entity) < i))) {
    problems.push(`${entity.name}: it has more than one selection; keep one, since an entity has one policy.`)
  }
  const types = selectionsOf(declarations).map(({ type }) => type)
  for (const type of new Set(types.filter((type, i) => types.indexOf(type) < i))) {
    problems.push(`${type}: more than one selection shows its rows as this type; give each entity a type of its own.`)
  }
  return problems
}

function isStored({ embeddable, abstract, pivotTable }: EntityMetadata): boolean {
  return !embeddable && !abstract && !pivotTable
}

/** Declared fields that the type doesn't show, or whose declaration would be passed over. */
export function checkDeclaredFields({ name, objectType, meta, selection }: Draft, schema: GraphQLSchema): string[] {
  const problems: string[] = []
  const groupTypes = selection.groups.map((group) => schema.getType(group)).filter(isObjectType)
  for (const [field, declared] of Object.entries(selection.fields)) {
    const say = (problem: string) => problems.push(`${name}.${field}: ${problem}`)
    const shown = objectType.getFields()[field]
    for (const part of unknownParts(declared, shown)) {
      say(`its type doesn't show "${part}"; add it there, or take it out of the selection.`)
    }
    if (declared.kind === 'leaf') {
      const isShown = [objectType, ...groupTypes].some((type) => type.getFields()[field])
      if (!isShown && declared.shown) {
        say(`no type shows it; add it to ${name}, or say shown: false if lists are only filtered or ordered by it.`)
      }
    } else if (!shown) say(`the type doesn't show it; add it there, or take it out of the selection.`)
    if (declared.kind === 'property' && declared.where && !isRelation(meta, declared.property)) {
      say(`a condition is for lists of rows, but "${declared.property}" is no relation.`)
    }
  }
  return problems
}

function unknownParts(declared: FieldDeclaration, shown: GraphQLField<unknown, unknown> | undefined): string[] {
  const type = shown && getNamedType(shown.type)
  if (declared.kind !== 'object' || !isObjectType(type)) return []
  const known = type.getFields()
  return Object.keys(declared.properties).filter((part) => !known[part])
}

function isRelation({ properties }: EntityMetadata, name: string): boolean {
  return (properties[name as never] as EntityProperty | undefined)?.targetMeta !== undefined
}

/** What is read of the database, without the entities that no type shows. */
export function selectionsOf(declarations: readonly EntityDeclaration[]): Selection[] {
  return declarations.filter((declaration) => 'policy' in declaration)
}

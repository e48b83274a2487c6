import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { type EntityDeclaration, everyRow } from '../selection/selection.js'
import { maskProblems } from './check-masks.js'
import { fields, whole } from './fields.js'
import { operations } from './operations.js'
import { rowPolicy, rows } from './rows.js'

/**
 * Default deny: compares the access tables with what is served.
 * @throws Error naming every operation, entity, type and field without a rule, and every rule without its operation,
 * entity, type or field, with the file to write in
 */
export function checkAccess(schema: GraphQLSchema, selections: readonly EntityDeclaration[]): void {
  const problems = [
    ...operationProblems(schema),
    ...fieldProblems(schema),
    ...rowProblems(selections),
    ...maskProblems(schema, selections),
  ]
  if (problems.length === 0) return
  throw new Error(
    `The access tables don't fit what is served:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  )
}

/** The operations of a schema, such as `Query.guideline`. */
export function operationsOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  return roots.flatMap((root) => (root ? Object.keys(root.getFields()).map((field) => `${root.name}.${field}`) : []))
}

function operationProblems(schema: GraphQLSchema): string[] {
  return differences(operationsOf(schema), Object.keys(operations), 'server/access/operations.ts')
}

function fieldProblems(schema: GraphQLSchema): string[] {
  const file = 'server/access/fields.ts'
  const served = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => needsRule(schema, type))
  const problems = differences(
    served.map(({ name }) => name),
    Object.keys(fields),
    file,
  )
  for (const type of served) {
    const rule = fields[type.name]
    if (rule === undefined || rule === whole) continue
    const named = (names: string[]) => names.map((name) => `${type.name}.${name}`)
    problems.push(...differences(named(Object.keys(type.getFields())), named(Object.keys(rule)), file))
  }
  return problems
}

/** Roots have operations; wrappers show nothing but other types, counts and places in a list. */
function needsRule(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  return !isIntrospectionType(type) && !roots.includes(type) && !isWrapper(type)
}

function isWrapper(type: GraphQLObjectType): boolean {
  const places = /(Connection|Edge)$/.test(type.name) ? ['cursor', 'totalCount'] : []
  if (places.length === 0 && !type.name.endsWith('Payload')) return false
  return Object.values(type.getFields()).every((field) => {
    const shows = getNamedType(field.type)
    return places.includes(field.name) || !(isScalarType(shows) || isEnumType(shows))
  })
}

function rowProblems(selections: readonly EntityDeclaration[]): string[] {
  const file = 'server/access/rows.ts'
  const problems = differences(
    selections.map(({ entity }) => entity.name),
    Object.keys(rows),
    file,
  )
  for (const declaration of selections) {
    const { name } = declaration.entity
    const rule = rows[name]
    if (rule === undefined) continue
    if (rule === 'SERVICE') {
      if ('policy' in declaration)
        problems.push(`${name} is the service's own in ${file}, and has a selection: use unshown(${name}).`)
      continue
    }
    if (!('policy' in declaration)) {
      problems.push(`${name} is unshown, and has reasons to be seen in ${file}: write 'SERVICE' there, or a selection.`)
      continue
    }
    const { policy } = declaration
    const fits =
      rule === everyRow
        ? policy === everyRow
        : 'partOf' in rule
          ? isPartOf(policy, rule.partOf)
          : policy === rowPolicy(name)
    if (!fits) problems.push(`${name}: its selection has another policy than ${file} says.`)
    if (rule !== everyRow && fields[declaration.type] === whole)
      problems.push(`${declaration.type}: not everybody sees its rows, so name its fields in server/access/fields.ts.`)
  }
  return problems
}

function isPartOf(policy: unknown, of: string): boolean {
  return typeof policy === 'object' && policy !== null && (policy as { whole?: { name: string } }).whole?.name === of
}

function differences(served: readonly string[], ruled: readonly string[], file: string): string[] {
  return [
    ...served.filter((name) => !ruled.includes(name)).map((name) => `${name} has no rule: say in ${file} who may.`),
    ...ruled
      .filter((name) => !served.includes(name))
      .map((name) => `${name} has a rule in ${file} and isn't served: take it out.`),
  ]
}

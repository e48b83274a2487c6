import { roles } from '../../schema/enums.js'
import { fields, masked } from '../../server/access/fields.js'
import { type Caller, type OperationRule, operations } from '../../server/access/operations.js'
import { type RowRule, type RowRules, rows } from '../../server/access/rows.js'
import type { Viewer } from '../../server/access/viewer.js'
import {
  type EntityDeclaration,
  everyRow,
  leaf,
  object,
  type Policy,
  type Row,
  type Selection,
  selection,
} from '../../server/selection/selection.js'
import { fromContext, literal, type ReadContext, type Sql, sql } from '../../server/selection/sql.js'
import { selections } from '../../server/selections.js'
import type { ClearValue } from './world.js'

/*
 * Access tables with one mistake each. Every one of them has to be noticed by the checks of the matrix test.
 */

/** A mistake in the tables; `selections` where it is in a selection's policy or field. */
export type Mutant = {
  readonly name: string
  /** Puts it into the tables, in memory; gives what takes it out again. */
  apply(): () => void
  readonly selections?: readonly EntityDeclaration[]
}

/** Of whose rows it tells wrongly. */
export type RowMutant = Mutant & { readonly entity: string }
/** Of which operation it lets in somebody else; `heldTwice` if its use case needs a session and refuses the public too. */
export type OperationMutant = Mutant & { readonly operation: string; readonly heldTwice: boolean }

const declarations: readonly EntityDeclaration[] = selections
const shown = declarations.filter((declaration): declaration is Selection => 'policy' in declaration)

type Viewing = ReadContext & { readonly viewer: Viewer }

const noRow = (): Sql => sql`false`
const anyRow: RowRule = { roles: ['PUBLIC'], words: { 'zh-CN': '全部', en: 'all' }, sql: () => sql`true` }

/** Every row policy given to everybody or taken away, every reason left out, and every one stretched to all rows. */
export function rowMutants(): RowMutant[] {
  return shown.flatMap((declared): RowMutant[] => {
    const { name: entity } = declared.entity
    const rules = rows[entity]
    const nobody = replaced(`${entity}: nobody`, entity, declared, noRow)
    if (rules === everyRow) return [nobody]
    if (!Array.isArray(rules)) return [nobody, replaced(`${entity}: everybody`, entity, declared, everyRow)]
    return listMutants(entity, rules)
  })
}

function replaced(name: string, entity: string, declared: Selection, policy: Policy): RowMutant {
  const others = declarations.map((other) =>
    other === declared ? selection(declared.entity, { ...declared, policy }) : other,
  )
  return { name, entity, apply: () => () => undefined, selections: others }
}

function listMutants(entity: string, rules: readonly RowRule[]): RowMutant[] {
  const having = (what: string, changed: RowRules): RowMutant => ({
    name: `${entity}: ${what}`,
    entity,
    apply: () => put(rows, entity, changed),
  })
  const instead = (i: number, rule: RowRule) => rules.map((before, place) => (place === i ? rule : before))
  return [
    having('everybody', [...rules, anyRow]),
    ...rules.flatMap((rule, i) => {
      const said = `${rule.roles.length > 6 ? 'signed in' : rule.roles.join(', ')}: ${rule.words.en}`
      const fewer =
        rule.roles.length > 1 && ['cities', 'roles', 'seenApplicants'].includes(rule.compares?.with ?? '')
          ? rule.roles.map((role) => {
              const others = rule.roles.filter((other) => other !== role)
              return having(`"${said}" without ${role}`, instead(i, { ...rule, roles: others }))
            })
          : []
      return [
        having(`without "${said}"`, rules.length > 1 ? rules.toSpliced(i, 1) : instead(i, { ...rule, sql: noRow })),
        ...(rule.compares?.with === 'roles'
          ? []
          : [having(`"${said}" stretched to all rows`, instead(i, { ...rule, sql: () => holdsRole(rule) }))]),
        ...fewer,
      ]
    }),
  ]
}

function holdsRole({ roles }: RowRule): Sql {
  const holds = ({ viewer }: Viewing) =>
    roles.some((role) => (role === 'SIGNED_IN' ? viewer.account !== null : viewer.roles.includes(role)))
  return sql`${fromContext(holds)}::boolean`
}

/** Every operation with each of its callers left out, and with each other caller let in. */
export function operationMutants(): OperationMutant[] {
  const callers: Caller[] = [...roles, 'SIGNED_IN']
  return Object.entries(operations).flatMap(([operation, rule]) =>
    callers.flatMap((caller) => {
      if (impliedBy(rule, caller)) return []
      const { [caller]: has, ...others } = rule
      const changed = has ? others : { ...rule, [caller]: anyRow.words }
      const name = `${operation} ${has ? 'without' : 'with'} ${caller}`
      const heldTwice = caller === 'PUBLIC' && rule.SIGNED_IN !== undefined
      return [{ name, operation, heldTwice, apply: () => put(operations, operation, changed) }]
    }),
  )
}

/** Whether the table lets a caller in by another line. */
function impliedBy(rule: OperationRule, caller: Caller): boolean {
  return caller !== 'PUBLIC' && (rule.PUBLIC !== undefined || (caller !== 'SIGNED_IN' && rule.SIGNED_IN !== undefined))
}

/** Every masked field showing the value itself. */
export function maskMutants(clearValues: readonly ClearValue[]): RowMutant[] {
  return shown.flatMap((declared): RowMutant[] => {
    const { name: entity } = declared.entity
    const rule = fields[declared.type]
    const names = typeof rule === 'object' ? Object.keys(rule).filter((field) => rule[field] === masked) : []
    const clear = (property: string) => (row: Row) => clearValue(row('id'), entity, property, clearValues)
    const plain = names.map((field) => {
      const unmasked = leaf({ type: 'text', sql: clear(field) })
      return unmaskedAt(`${declared.type}.${field}`, declared, { [field]: unmasked })
    })
    // Of a value in an object, the object's column is exchanged.
    const nested = Object.entries(declared.fields).flatMap(([field, { kind, ...more }]) =>
      kind !== 'object' || !('properties' in more)
        ? []
        : Object.entries(more.properties)
            .filter(([, property]) => property.endsWith('Masked'))
            .map(([inner]) => {
              const value = leaf({ type: 'text', shown: false, sql: clear(`${field}.${inner}`) })
              const exchanged = { [field]: object({ ...more.properties, [inner]: 'unmasked' }), unmasked: value }
              return unmaskedAt(`${declared.type}.${field}.${inner}`, declared, exchanged)
            }),
    )
    return [...plain, ...nested]
  })
}

function unmaskedAt(field: string, declared: Selection, changes: Selection['fields']): RowMutant {
  const changed = selection(declared.entity, { ...declared, fields: { ...declared.fields, ...changes } })
  const others = declarations.map((other) => (other === declared ? changed : other))
  const { name: entity } = declared.entity
  return { name: `${field} unmasked`, entity, apply: () => () => undefined, selections: others }
}

function clearValue(key: Sql, entity: string, field: string, clearValues: readonly ClearValue[]): Sql {
  return clearValues
    .filter((value) => value.entity === entity && value.property === field)
    .reduce(
      (others, value) =>
        sql`case ${key}::text when ${literal(value.key)} then ${literal(value.value)} else ${others} end`,
      sql`null`,
    )
}

/** Changes a line of a table; gives what changes it back. */
function put<Line>(table: Readonly<Record<string, Line>>, name: string, line: Line): () => void {
  const lines = table as Record<string, Line>
  const before = lines[name] as Line
  lines[name] = line
  return () => {
    lines[name] = before
  }
}

import type { EntityClass } from '@mikro-orm/core'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Caller } from '../../server/access/operations.js'
import { type RowRule, type RowRules, rows } from '../../server/access/rows.js'
import { entityColumns } from '../../server/selection/model/entity-columns.js'
import type { EntityDeclaration, PartOf, Selection } from '../../server/selection/selection.js'
import { everyRow } from '../../server/selection/selection.js'
import { selections } from '../../server/selections.js'
import { otherConditions, type StoredRow } from './other-conditions.js'
import { type Persona, rolesOf } from './personas.js'
import type { World } from './world.js'

/*
 * Who ought to see which rows, by the access table, without the service's SQL: the rows as they are stored, and the rules
 * worked out in TypeScript.
 */

/** An entity whose rows somebody sees, with its rows by key. */
export type Seen = {
  readonly selection: Selection
  readonly rows: ReadonlyMap<string, StoredRow>
  /** Keys of the rows that somebody ought to see. */
  visibleTo(persona: Persona): ReadonlySet<string>
}

/** The rules as they were before a mutant changed them. */
const rulesBefore: Readonly<Record<string, RowRules>> = { ...rows }
const selectionsBefore: readonly EntityDeclaration[] = [...selections]

/** Reads what stands in the world's database. By name of the entity. */
export async function expectRows(orm: MikroORM, world: World): Promise<ReadonlyMap<string, Seen>> {
  const shown = selectionsBefore.filter((declaration): declaration is Selection => 'policy' in declaration)
  const seen = new Map<string, Seen>()
  for (const selection of shown) {
    const stored = await storedRows(orm, selection.entity)
    const known = new Map<string, ReadonlySet<string>>()
    seen.set(selection.entity.name, {
      selection,
      rows: stored,
      visibleTo(persona) {
        const keys =
          known.get(persona.name) ??
          new Set([...stored].flatMap(([key, row]) => (isVisible(seen, selection, row, persona, world) ? [key] : [])))
        known.set(persona.name, keys)
        return keys
      },
    })
  }
  return seen
}

async function storedRows(orm: MikroORM, entity: EntityClass<object>): Promise<Map<string, StoredRow>> {
  const meta = orm.getMetadata().get(entity)
  const { tableName, primaryKeys } = meta
  const stored = [...entityColumns(meta).values()]
  const columns = stored.map(({ path, source }) => `"${source}" as "${path}"`)
  const found = await orm.em.fork().execute<StoredRow[]>(`select ${columns.join(', ')} from "${tableName}"`)
  return new Map(found.map((row) => [String(row[primaryKeys[0] ?? '']), row]))
}

function isVisible(
  seen: ReadonlyMap<string, Seen>,
  { entity, policy }: Selection,
  row: StoredRow,
  persona: Persona,
  world: World,
): boolean {
  const rules = rulesBefore[entity.name]
  if (rules === undefined || rules === 'SERVICE') return false
  if (rules === everyRow) return true
  if ('partOf' in rules) {
    const whole = seen.get(rules.partOf)
    const key = row[(policy as PartOf).relation]
    return whole?.visibleTo(persona).has(String(key)) ?? false
  }
  return (rules as readonly RowRule[]).some((rule) => applies(seen, rule, entity.name, row, persona, world))
}

function applies(
  seen: ReadonlyMap<string, Seen>,
  { compares, roles, words }: RowRule,
  entity: string,
  row: StoredRow,
  persona: Persona,
  world: World,
): boolean {
  const viewer = world.viewerOf(persona)
  const holds = (role: Caller) => (role === 'SIGNED_IN' ? persona.account !== null : rolesOf(persona).includes(role))
  if (!roles.some(holds)) return false
  if (compares === undefined) {
    const condition = otherConditions[entity]?.[words.en]
    if (condition) return condition(row, viewer)
    throw new Error(
      `The row rule "${words.en}" of ${entity} doesn't say what it compares: write its condition down in test/access/other-conditions.ts.`,
    )
  }
  if (compares.with === 'roles') return true
  if (!(compares.path in row)) throw new Error(`${entity} has no property ${compares.path} that a row rule compares.`)
  if (compares.where && row[compares.where.path] !== compares.where.is) return false
  const value = row[compares.path]
  if (value === null || value === undefined) return false
  const text = String(value)
  switch (compares.with) {
    case 'applicants':
      return viewer.applicants.READ.includes(text)
    case 'managedApplicants':
      return viewer.applicants.MANAGE.includes(text)
    case 'seenApplicants':
      return seen.get('Applicant')?.visibleTo(persona).has(text) ?? false
    case 'jurisdictions':
      return viewer.jurisdictions.includes(text)
    case 'account':
      return text === persona.account
    case 'collaborations':
      return collaborates(seen, persona, text)
    case 'writtenApplications': {
      const applicant = String(seen.get('Application')?.rows.get(text)?.applicant)
      return [...viewer.applicants.MANAGE, ...viewer.applicants.EDIT].includes(applicant)
    }
    case 'cities':
      return persona.grants.some(({ role, city }) => roles.includes(role) && city === text)
  }
}

function collaborates(seen: ReadonlyMap<string, Seen>, { account }: Persona, application: string): boolean {
  const rows = seen.get('ApplicationCollaborator')?.rows.values() ?? []
  return [...rows].some(
    (row) => row.application === application && row.account === account && row.leftAt === null && account !== null,
  )
}

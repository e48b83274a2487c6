import type { EntityManager } from '@mikro-orm/postgresql'
import type { OfficeRole } from '../../schema/enums.js'
import type { Direction as DirectionOfEdition, Edition } from '../../schema/rules/edition.js'
import {
  Area,
  AttachmentRequirement,
  Call,
  Category,
  Clause,
  Direction,
  EligibilityRule,
  Guideline,
  Office,
  Parameter,
  RecommendingAuthority,
} from './guideline.entity.js'
import { editionKey, memberKey } from './guideline-key.js'
import { parameterText } from './parameter-text.js'

/** An edition as rows of the database, in printed order; nothing is written yet. */
export function editionRows(em: EntityManager, edition: Edition, contentHash: string): object[] {
  const { city, year, title, note, paper } = edition
  const { districts, parks, ...cityItself } = city
  const guideline = em.create(Guideline, {
    id: editionKey(edition),
    city: cityItself,
    year,
    edition: edition.edition,
    title,
    note,
    paper: { copies: paper.copies, workingDays: paper.workingDays },
    contentHash,
    document: edition,
  })
  const member = (code: string, position: number) => ({ id: memberKey(edition, code), guideline, position })

  const clauses = edition.clauses.map(({ id, ...clause }, i) =>
    em.create(Clause, { ...member(id, i), code: id, ...clause }),
  )
  const clauseOf = byCode(clauses)

  const officesOf = (role: OfficeRole, offices: Edition['offices'], start: number) =>
    offices.map((office, i) => em.create(Office, { ...member(office.code, start + i), ...office, role }))
  const programme = officesOf('PROGRAMME', edition.offices, 0)
  const desks = officesOf('ACCEPTANCE_DESK', edition.acceptanceDesks, programme.length)
  const complaints = officesOf('COMPLAINTS', edition.complaintDesks, programme.length + desks.length)
  const officeOf = byCode(programme)

  const areas = [
    ...districts.map((area) => ({ ...area, park: false })),
    ...parks.map((area) => ({ ...area, park: true })),
  ]

  const attachments = edition.attachments.map(({ code, name, clause, when, optional, condition }, i) =>
    em.create(AttachmentRequirement, {
      ...member(code, i),
      code,
      name,
      clause: clauseOf(clause),
      when,
      optional,
      condition,
    }),
  )

  const directions: Direction[] = []
  const addDirections = (of: readonly DirectionOfEdition[], category: Category, parent: string | null) => {
    for (const { code, label, name, clause, offices, children } of of) {
      const direction = em.create(Direction, {
        ...member(code, directions.length),
        category,
        parent,
        code,
        label,
        name,
        leaf: children.length === 0,
        clause: clauseOf(clause),
        offices: offices.length > 0 ? offices.map(officeOf) : [...category.offices],
      })
      directions.push(direction)
      addDirections(children, category, direction.id)
    }
  }
  const categories = edition.categories.map((of, i) => {
    const category = em.create(Category, {
      ...member(of.code, i),
      code: of.code,
      name: of.name,
      clause: clauseOf(of.clause),
      fundingModes: [...of.fundingModes],
      fundingNote: of.fundingNote,
      fundingMin: of.fundingRange?.min,
      fundingMax: of.fundingRange?.max,
      priorities: of.priorities,
      offices: of.offices.map(officeOf),
      attachmentRequirements: attachments.filter((_, n) => {
        const only = edition.attachments[n]?.categories ?? []
        return only.length === 0 || only.includes(of.code)
      }),
    })
    addDirections(of.directions, category, null)
    return category
  })

  return [
    guideline,
    ...clauses,
    ...programme,
    ...desks,
    ...complaints,
    ...areas.map(({ code, name, park }, i) => em.create(Area, { ...member(code, i), code, name, park })),
    ...edition.authorities.map((authority, i) =>
      em.create(RecommendingAuthority, { ...member(authority.code, i), ...authority }),
    ),
    ...attachments,
    ...categories,
    ...directions,
    ...edition.calls.map(({ clause, releaseMonths, ...call }, i) =>
      em.create(Call, {
        ...member(call.code, i),
        ...call,
        opensAt: call.opensAt === null ? null : new Date(call.opensAt),
        closesAt: call.closesAt === null ? null : new Date(call.closesAt),
        releaseMonths: [...releaseMonths],
        clause: clauseOf(clause),
      }),
    ),
    ...edition.rules.map(({ id, clause, ...rule }, i) =>
      em.create(EligibilityRule, { ...member(id, i), code: id, clause: clauseOf(clause), ...rule }),
    ),
    ...edition.parameters.map(({ name, type, clause, note, value }, i) =>
      em.create(Parameter, {
        ...member(name, i),
        name,
        type,
        note,
        clause: clauseOf(clause),
        value: parameterText(value),
      }),
    ),
  ]
}

function byCode<Row extends { code: string }>(rows: readonly Row[]): (code: string) => Row {
  const map = new Map(rows.map((row) => [row.code, row]))
  return (code) => {
    const row = map.get(code)
    if (!row) throw new Error(`The edition refers to "${code}", which it doesn't contain; check it before storing it.`)
    return row
  }
}

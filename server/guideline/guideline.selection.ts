import { everyRow, leaf, object, property, selection } from '../selection/selection.js'
import { sql } from '../selection/sql.js'
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

/** How guidelines are read. They are public. */
export const guidelineSelections = [
  selection(Guideline, {
    policy: everyRow,
    fields: {
      inForce: leaf({
        type: 'boolean',
        sql: (row) =>
          sql`not ${row.exists(
            Guideline,
            (other) =>
              sql`${other('city.code')} = ${row('city.code')} and ${other('year')} = ${row('year')} and ${other('edition')} > ${row('edition')}`,
          )}`,
      }),
      districts: property('areas', (area) => sql`not ${area('park')}`),
      parks: property('areas', (area) => area('park')),
    },
  }),
  selection(Category, {
    policy: everyRow,
    fields: {
      fundingRange: object({ min: 'fundingMin', max: 'fundingMax' }),
      directions: property('directions', (direction) => sql`${direction('parent')} is null`),
    },
  }),
  ...[
    Area,
    AttachmentRequirement,
    Call,
    Clause,
    Direction,
    EligibilityRule,
    Office,
    Parameter,
    RecommendingAuthority,
  ].map((entity) => selection(entity, { policy: everyRow })),
]

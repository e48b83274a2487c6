import { everyRow, partOf, selection } from '../../../../server/selection/selection.js'
import { fromContext, type ReadContext, sql } from '../../../../server/selection/sql.js'
import { Application, BudgetLine, Organisation, Partner, Person, Personnel, Review } from './application.entity.js'

/** A viewer sees the applications of some districts, and what belongs to them. */
export type DistrictViewer = { readonly districts: readonly string[] }

const districts = fromContext<ReadContext & DistrictViewer>((viewer) => viewer.districts)

export const applicationSelections = [
  selection(Application, {
    policy: (row) => sql`${row('district')} = any(${districts}::text[])`,
    countedBy: ['industryField', 'status', 'district'],
    groups: ['ApplicationGroup'],
  }),
  ...[Personnel, BudgetLine, Review, Partner].map((entity) =>
    selection(entity, { policy: partOf(Application, 'application') }),
  ),
  ...[Organisation, Person].map((entity) => selection(entity, { policy: everyRow })),
]

import type { SectionOf } from '../../schema/rules/form/form.js'
import type { Context } from '../http/context.js'
import { type FieldDeclaration, typescript } from '../selection/selection.js'
import { applicationVerdict } from './application-verdict.js'
import { budgetSummaryOf } from './budget-summary.js'
import { completenessOf } from './completeness.js'
import type { StoredSection } from './show-section.js'
import { type StoredForm, storedForm } from './stored-form.js'

/** Fields of `Application` that are worked out of the whole form. */
export const checkedFields: Readonly<Record<string, FieldDeclaration>> = {
  storedForm,
  completeness: typescript({
    needs: ['storedForm'],
    resolve: (row, _args, context) => completenessOf(row.storedForm as StoredForm, context as Context),
  }),
  verdict: typescript({
    needs: ['storedForm'],
    resolve: (row, _args, context) => applicationVerdict(row.storedForm as StoredForm, context as Context),
  }),
  budgetSummary: typescript({
    needs: ['budgetStored'],
    resolve: (row) =>
      budgetSummaryOf(((row.budgetStored as StoredSection | null)?.content ?? {}) as SectionOf<'budget'>),
  }),
}

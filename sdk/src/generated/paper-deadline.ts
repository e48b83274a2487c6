import type { TypedDocument } from '../typed-document.js'
import type { PaperDeadlineQuery, PaperDeadlineQueryVariables } from './types.js'

export const PaperDeadline = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}query PaperDeadline($call:ID!$formalCheckPassedAt:DateTime){paperDeadline(call:$call formalCheckPassedAt:$formalCheckPassedAt){deadline{dueOn countedFrom workingDays copies clause{...ClauseReference}}errors{...ErrorDetails}}}' as TypedDocument<PaperDeadlineQuery, PaperDeadlineQueryVariables>

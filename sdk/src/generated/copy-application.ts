import type { TypedDocument } from '../typed-document.js'
import type { CopyApplicationMutation, CopyApplicationMutationVariables } from './types.js'

export const CopyApplication = 'mutation CopyApplication($input:CopyApplicationInput!){copyApplication(input:$input){application{...ApplicationSummary}errors{...ErrorDetails}}}fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}fragment ApplicationSummary on Application{id status title city category direction startMonth endMonth stage technologySource industryField outcomeLevel requested selfRaised createdAt updatedAt deletedAt applicant{id name}guideline{year edition}}' as TypedDocument<CopyApplicationMutation, CopyApplicationMutationVariables>

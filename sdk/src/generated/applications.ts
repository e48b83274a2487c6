import type { TypedDocument } from '../typed-document.js'
import type { ApplicationsQuery, ApplicationsQueryVariables } from './types.js'

export const Applications = 'query Applications($filter:ApplicationFilter$orderBy:[ApplicationOrder!]$first:Int$after:String){applications(filter:$filter orderBy:$orderBy first:$first after:$after){pageInfo{endCursor hasNextPage}nodes{...ApplicationSummary}}}fragment ApplicationSummary on Application{id status title city category direction startMonth endMonth stage technologySource industryField outcomeLevel requested selfRaised createdAt updatedAt deletedAt applicant{id name}guideline{year edition}}' as TypedDocument<ApplicationsQuery, ApplicationsQueryVariables>

import type { TypedDocument } from '../typed-document.js'
import type { ApplicationHistoryQuery, ApplicationHistoryQueryVariables } from './types.js'

export const ApplicationHistory = 'query ApplicationHistory($filter:HistoryFilter!$first:Int$after:String){applicationHistory(filter:$filter first:$first after:$after){pageInfo{endCursor hasNextPage}nodes{id section revision editedAt editedBy changes{path label kind before after personal}}}}' as TypedDocument<ApplicationHistoryQuery, ApplicationHistoryQueryVariables>

import type { TypedDocument } from '../typed-document.js'
import type { GuidelinesQuery, GuidelinesQueryVariables } from './types.js'

export const Guidelines = 'query Guidelines($filter:GuidelineFilter$orderBy:[GuidelineOrder!]$first:Int$after:String){guidelines(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount pageInfo{endCursor hasNextPage}nodes{id year edition inForce title note importedAt city{code name}}}}' as TypedDocument<GuidelinesQuery, GuidelinesQueryVariables>

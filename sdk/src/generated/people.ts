import type { TypedDocument } from '../typed-document.js'
import type { PeopleQuery, PeopleQueryVariables } from './types.js'

export const People = 'fragment PersonDetails on Person{id name idDocument{kind number}sex phone title degree speciality employer onStaff revision}query People($applicant:ID!$first:Int$after:String){node(id:$applicant){...on Applicant{people(first:$first after:$after){pageInfo{endCursor hasNextPage}nodes{...PersonDetails}}}}}' as TypedDocument<PeopleQuery, PeopleQueryVariables>

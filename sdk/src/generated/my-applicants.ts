import type { TypedDocument } from '../typed-document.js'
import type { MyApplicantsQuery, MyApplicantsQueryVariables } from './types.js'

export const MyApplicants = 'fragment ApplicantDetails on Applicant{id city creditCode name kind level legalPerson district park registeredAddress foundedOn legalRepresentative contact{name email phone}jurisdiction verification{state note}revision deactivatedAt}query MyApplicants($first:Int$after:String){myApplicants(first:$first after:$after){pageInfo{endCursor hasNextPage}nodes{...ApplicantDetails}}}' as TypedDocument<MyApplicantsQuery, MyApplicantsQueryVariables>

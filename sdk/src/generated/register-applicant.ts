import type { TypedDocument } from '../typed-document.js'
import type { RegisterApplicantMutation, RegisterApplicantMutationVariables } from './types.js'

export const RegisterApplicant = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}fragment ApplicantDetails on Applicant{id city creditCode name kind level legalPerson district park registeredAddress foundedOn legalRepresentative contact{name email phone}jurisdiction verification{state note}revision deactivatedAt}mutation RegisterApplicant($input:RegisterApplicantInput!){registerApplicant(input:$input){applicant{...ApplicantDetails}errors{...ErrorDetails}}}' as TypedDocument<RegisterApplicantMutation, RegisterApplicantMutationVariables>

import type { TypedDocument } from '../typed-document.js'
import type { ApplicantQuery, ApplicantQueryVariables } from './types.js'

export const Applicant = 'query Applicant($id:ID!){node(id:$id){...on Applicant{...ApplicantDetails evidence(first:100){nodes{...EvidenceDetails}}}}}fragment ApplicantDetails on Applicant{id city creditCode name kind level legalPerson district park registeredAddress foundedOn legalRepresentative contact{name email phone}jurisdiction verification{state note}revision deactivatedAt}fragment EvidenceDetails on Evidence{id kind attachmentCode number issuedOn expiresOn expired year fileName mediaType size downloadUrl}' as TypedDocument<ApplicantQuery, ApplicantQueryVariables>

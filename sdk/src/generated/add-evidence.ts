import type { TypedDocument } from '../typed-document.js'
import type { AddEvidenceMutation, AddEvidenceMutationVariables } from './types.js'

export const AddEvidence = 'mutation AddEvidence($input:AddEvidenceInput!){addEvidence(input:$input){evidence{...EvidenceDetails}errors{...ErrorDetails}}}fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}fragment EvidenceDetails on Evidence{id kind attachmentCode number issuedOn expiresOn expired year fileName mediaType size downloadUrl}' as TypedDocument<AddEvidenceMutation, AddEvidenceMutationVariables>

import type { TypedDocument } from '../typed-document.js'
import type { RequestUploadMutation, RequestUploadMutationVariables } from './types.js'

export const RequestUpload = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}fragment DocumentDetails on Document{id fileName mediaType size sha256}mutation RequestUpload($input:RequestUploadInput!){requestUpload(input:$input){upload{document{...DocumentDetails}url}errors{...ErrorDetails}}}' as TypedDocument<RequestUploadMutation, RequestUploadMutationVariables>

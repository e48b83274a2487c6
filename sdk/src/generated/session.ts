import type { TypedDocument } from '../typed-document.js'
import type { SessionQuery, SessionQueryVariables } from './types.js'

export const Session = 'query Session{viewer{account{id name email phone locale}roles secondFactor{enabled required passed}memberships{applicantId applicantName rights}}}' as TypedDocument<SessionQuery, SessionQueryVariables>

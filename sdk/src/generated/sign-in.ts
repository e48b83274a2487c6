import type { TypedDocument } from '../typed-document.js'
import type { SignInMutation, SignInMutationVariables } from './types.js'

export const SignIn = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}mutation SignIn($input:SignInInput!){signIn(input:$input){session{token expiresAt}secondFactor{challenge expiresAt}errors{...ErrorDetails}}}' as TypedDocument<SignInMutation, SignInMutationVariables>

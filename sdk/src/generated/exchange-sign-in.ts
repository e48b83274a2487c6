import type { TypedDocument } from '../typed-document.js'
import type { ExchangeSignInMutation, ExchangeSignInMutationVariables } from './types.js'

export const ExchangeSignIn = 'mutation ExchangeSignIn($input:ExchangeSignInInput!){exchangeSignIn(input:$input){session{token expiresAt}secondFactor{challenge expiresAt}errors{...ErrorDetails}}}fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}' as TypedDocument<ExchangeSignInMutation, ExchangeSignInMutationVariables>

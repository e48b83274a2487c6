import type { TypedDocument } from '../typed-document.js'
import type { PassSecondFactorMutation, PassSecondFactorMutationVariables } from './types.js'

export const PassSecondFactor = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}mutation PassSecondFactor($input:PassSecondFactorInput!){passSecondFactor(input:$input){session{token expiresAt}secondFactor{challenge expiresAt}errors{...ErrorDetails}}}' as TypedDocument<PassSecondFactorMutation, PassSecondFactorMutationVariables>

import type { TypedDocument } from '../typed-document.js'
import type { SignOutMutation, SignOutMutationVariables } from './types.js'

export const SignOut = 'mutation SignOut{signOut{done}}' as TypedDocument<SignOutMutation, SignOutMutationVariables>

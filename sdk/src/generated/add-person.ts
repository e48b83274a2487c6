import type { TypedDocument } from '../typed-document.js'
import type { AddPersonMutation, AddPersonMutationVariables } from './types.js'

export const AddPerson = 'mutation AddPerson($input:AddPersonInput!){addPerson(input:$input){person{...PersonDetails}errors{...ErrorDetails}}}fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}fragment PersonDetails on Person{id name idDocument{kind number}sex phone title degree speciality employer onStaff revision}' as TypedDocument<AddPersonMutation, AddPersonMutationVariables>

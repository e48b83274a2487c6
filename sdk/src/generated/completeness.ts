import type { TypedDocument } from '../typed-document.js'
import type { CompletenessQuery, CompletenessQueryVariables } from './types.js'

export const Completeness = 'query Completeness($id:ID!){application(id:$id){completeness{done sections{section done missing{path label}errors{...CheckDetails}warnings{...CheckDetails}}}}}fragment ClauseReference on Clause{code label}fragment CheckDetails on FormCheck{code message path clause{...ClauseReference}}' as TypedDocument<CompletenessQuery, CompletenessQueryVariables>

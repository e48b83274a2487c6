import type { TypedDocument } from '../typed-document.js'
import type { RouteQuery, RouteQueryVariables } from './types.js'

export const Route = 'fragment ClauseReference on Clause{code label}fragment ErrorDetails on UserError{code message path clause{...ClauseReference}}query Route($input:RouteInput!){route(input:$input){route{outcome clause{code label summary}authorities{code name}facts{name label value}missing{name label}}errors{...ErrorDetails}}}' as TypedDocument<RouteQuery, RouteQueryVariables>

import { findRoute } from '../../schema/rules/find-route.js'
import type { RouteInput, RoutePayload } from '../../schema/types/eligibility.js'
import type { Context } from '../http/context.js'
import { askEdition } from './ask-edition.js'

/** Who recommends an application, level by level. */
export async function answerRoute(context: Context, input: RouteInput): Promise<RoutePayload> {
  const found = await askEdition(context, input)
  if ('errors' in found) return { route: null, errors: found.errors }
  const { loaded, asked, asOf } = found
  const { result, clause, authorities, facts, missing } = findRoute(loaded.compiled, asked, asOf)
  return {
    route: {
      outcome: result,
      clause: clause === null ? null : loaded.objects.clause(clause),
      authorities,
      facts,
      missing,
    },
    errors: [],
  }
}

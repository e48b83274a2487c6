import type { RouteInput, RoutePayload } from '../../schema/types/eligibility.js'
import type { Context } from '../http/context.js'
import { askEdition } from './ask-edition.js'
import { tellRoute } from './tell-route.js'

/** Who recommends an application, level by level. */
export async function answerRoute(context: Context, input: RouteInput): Promise<RoutePayload> {
  const found = await askEdition(context, input)
  if ('errors' in found) return { route: null, errors: found.errors }
  return { route: tellRoute(found.loaded, found.asked, found.asOf), errors: [] }
}

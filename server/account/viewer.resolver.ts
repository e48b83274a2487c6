import { Ctx, Query, Resolver } from 'type-graphql'
import { Viewer } from '../../schema/types/account.js'
import type { Context } from '../http/context.js'
import { tellViewer } from './tell-viewer.js'

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who asks: account, roles in effect, organisations and sessions.' })
  viewer(@Ctx() context: Context): Promise<Viewer> {
    return tellViewer(context)
  }
}

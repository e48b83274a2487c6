import { Arg, ID, Query, Resolver } from 'type-graphql'
import { Node } from '../../schema/types/node.js'
import { node } from '../selection/intent.js'

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id; null if nothing has, or nothing that the caller may see.',
  })
  node(@Arg('id', () => ID) id: string): Promise<Node | null> {
    return node(id)
  }
}

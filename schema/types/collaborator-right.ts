import 'reflect-metadata'
import { registerEnumType } from 'type-graphql'

export const CollaboratorRight = { EDIT: 'EDIT', READ: 'READ' } as const
export type CollaboratorRight = (typeof CollaboratorRight)[keyof typeof CollaboratorRight]
registerEnumType(CollaboratorRight, {
  name: 'CollaboratorRight',
  description: 'What a collaborator may do with the application.',
  valuesConfig: {
    EDIT: { description: 'Read it, and save its sections. 查看并编辑。' },
    READ: { description: 'Read it. 仅查看。' },
  },
})

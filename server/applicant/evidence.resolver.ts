import type { EntityManager } from '@mikro-orm/postgresql'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import {
  AddEvidenceInput,
  EvidencePayload,
  ReplaceEvidenceInput,
  RevealEvidenceInput,
  RevealEvidencePayload,
  WithdrawEvidenceInput,
} from '../../schema/types/evidence.js'
import type { Context } from '../http/context.js'
import { one } from '../selection/intent.js'
import { type Written, write } from '../write.js'
import { addEvidence, replaceEvidence } from './add-evidence.js'
import { Evidence } from './applicant.entity.js'
import { revealEvidence } from './reveal-evidence.js'
import { withdrawEvidence } from './withdraw-evidence.js'

@Resolver()
export class EvidenceResolver {
  @Mutation(() => EvidencePayload, { description: 'Adds a document to an organisation.' })
  async addEvidence(
    @Arg('input', () => AddEvidenceInput) input: AddEvidenceInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    const useCase = (em: EntityManager) => addEvidence(em, context, input)
    return payload(await write(context, 'addEvidence', useCase, { key: input.idempotencyKey, input }))
  }

  @Mutation(() => EvidencePayload, { description: 'Puts a newer document in the place of another, which is kept.' })
  async replaceEvidence(
    @Arg('input', () => ReplaceEvidenceInput) input: ReplaceEvidenceInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    const useCase = (em: EntityManager) => replaceEvidence(em, context, input)
    return payload(await write(context, 'replaceEvidence', useCase, { key: input.idempotencyKey, input }))
  }

  @Mutation(() => EvidencePayload, { description: 'Takes a document out of use; it is kept.' })
  async withdrawEvidence(
    @Arg('input', () => WithdrawEvidenceInput) input: WithdrawEvidenceInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    return payload(await write(context, 'withdrawEvidence', (em) => withdrawEvidence(em, context, input)))
  }

  @Mutation(() => RevealEvidencePayload, {
    description: 'Shows a document that isn’t shown by itself, such as an ID card; noted in the audit trail.',
  })
  async revealEvidence(
    @Arg('input', () => RevealEvidenceInput) input: RevealEvidenceInput,
    @Ctx() context: Context,
  ): Promise<RevealEvidencePayload> {
    const { result, errors } = await write(context, 'revealEvidence', (em) => revealEvidence(em, context, input))
    return { downloadUrl: result === null ? null : context.files.downloadUrl(result, context.now()), errors }
  }
}

function payload({ result, errors }: Written<string>): EvidencePayload {
  return { evidence: result === null ? null : one(Evidence, { where: [{ field: 'id', is: result }] }), errors }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { DocumentUpload, RequestUploadInput, RequestUploadPayload } from '../../schema/types/document.js'
import type { Context } from '../http/context.js'
import { refusal } from '../refusal.js'
import { one } from '../selection/intent.js'
import { write } from '../write.js'
import { Document } from './document.entity.js'
import { requestUpload } from './request-upload.js'
import { uploadIssues } from './upload-issues.js'

@Resolver()
export class DocumentResolver {
  @Mutation(() => RequestUploadPayload, {
    description:
      'Asks for an address to upload a file to. Evidence and attachments (PDF, PNG, JPEG) are of an organisation, which has the same attachment once: asking for it again gives the document that is there; registers (CSV, XLSX) are imported by the programme office.',
  })
  async requestUpload(
    @Arg('input', () => RequestUploadInput) input: RequestUploadInput,
    @Ctx() context: Context,
  ): Promise<RequestUploadPayload> {
    const { viewer, files, now } = context
    const once = { key: input.idempotencyKey, input }
    const useCase = (em: ReturnType<Context['em']>) => requestUpload(em, viewer, input, now())
    const { result: id, errors } = await write(context, 'requestUpload', useCase, once)
    if (id === null) return { upload: null, errors }
    // A repeated request can come after its document was stored, or swept away.
    const asked = await context.em().findOne(Document, id, { populate: ['sameAs'] })
    const document = asked?.sameAs ?? asked
    if (!document) return { upload: null, errors: [refusal(uploadIssues.lapsed, 'input', 'idempotencyKey')] }
    const { size, expiresAt, uploadedBy } = document
    const upload = Object.assign(new DocumentUpload(), {
      document: one(Document, { where: [{ field: 'id', is: document.id }] }),
      url: expiresAt && files.uploadUrl({ id: document.id, size, account: uploadedBy.id }, expiresAt),
      expiresAt: expiresAt?.toISOString() ?? null,
      maxSize: size,
    })
    return { upload, errors: [] }
  }
}

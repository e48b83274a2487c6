import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentState, ScanState } from '../../schema/enums.js'
import { requestError } from '../http/request-error.js'
import { globalId } from '../selection/prepare/global-id.js'
import type { UploadDeps } from './accept-file.js'
import { contentDisposition } from './content-disposition.js'
import { Document } from './document.entity.js'
import { fileRefusals } from './file-refusals.js'
import { isGivenOut } from './given-out.js'
import { thumbnailType } from './inspect-file.js'
import { isAllowed } from './purposes.js'
import { isKey } from './read-document.js'
import { drain } from './receive-file.js'
import type { Grant } from './signed-address.js'
import { takeUpload } from './take-upload.js'

type Options = UploadDeps & {
  /** The account whose session a request has; null if it has none. */
  readonly accountOf: (request: FastifyRequest) => Promise<string | null>
}

type Addressed = { Params: { id: string }; Querystring: { expires?: unknown; signature?: unknown } }

/** Bytes of a refused file that are still taken, so that its sender gets to read why. */
const drained = 32 * 1024 * 1024

const url = '/documents/:id'

/** Should a browser show a file in spite of its disposition: as a page of nobody's, which runs nothing. */
const asAttachment = { 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'" }

/**
 * Files over HTTP, at the addresses that `requestUpload` and `Document.downloadUrl` give; whoever has one needs no session. PUT
 * takes a file, whole or in pieces, and may be repeated, until it is stored and afterwards; GET gives it out.
 */
export function documentRoutes(server: FastifyInstance, options: Options): void {
  const { orm, files, now, accountOf, patience } = options

  // In a scope of their own: here a body is a stream, whatever its type is called.
  server.register(async (routes) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('*', (_request, _body, done) => done(null))

    routes.put<Addressed>(url, async (request, reply) => {
      try {
        const asked = await find(request)
        check({ action: 'upload', id: asked.id, size: asked.size, account: asked.uploadedBy.id }, request)
        if (asked.uploadedBy.deactivatedAt) throw fileRefusals.addressExpired()
        const account = await accountOf(request)
        if (account !== null && account !== asked.uploadedBy.id) throw fileRefusals.ofAnother()
        const taken = await takeUpload(request, asked, options)
        if ('received' in taken) {
          const { id, size } = asked
          return reply
            .code(202)
            .send({ id: globalId('Document', id), state: 'PENDING', received: taken.received, size })
        }
        const { id, state, scan, mediaType, size, sha256, pages } = taken
        return { id: globalId('Document', id), state, scan, mediaType, size, sha256, pages }
      } catch (error) {
        if (request.raw.destroyed && !request.raw.readableEnded) throw fileRefusals.aborted()
        // The answer goes out at once. Who hung up on a sender would keep him from reading it.
        if (!request.raw.readableEnded) {
          void drain(request.raw, drained, patience).then(() => request.raw.complete || request.raw.socket.destroy())
        }
        throw error
      }
    })

    routes.get<Addressed>(url, async (request, reply) => {
      const { id, state, scan, fileName, mediaType, size, purpose } = await find(request)
      check({ action: 'download', id }, request)
      checkGivenOut(state, scan)
      if (!mediaType || !isAllowed(mediaType, purpose)) throw fileRefusals.notStored()
      reply
        .headers(asAttachment)
        .header('content-type', mediaType)
        .header('content-length', size)
        .header('content-disposition', contentDisposition(fileName))
      return reply.send(await files.read(id))
    })

    routes.get<Addressed>(`${url}/thumbnail`, async (request, reply) => {
      const { id, state, scan, thumbnail, fileName } = await find(request)
      check({ action: 'thumbnail', id }, request)
      checkGivenOut(state, scan)
      if (!thumbnail) throw fileRefusals.notStored()
      reply
        .headers(asAttachment)
        .header('content-type', thumbnailType)
        .header('content-disposition', contentDisposition(`${fileName}.webp`))
        // Pages of other origins show it.
        .header('cross-origin-resource-policy', 'cross-origin')
      return reply.send(await files.read(id, 'thumbnail'))
    })

    routes.route({
      method: ['HEAD', 'POST', 'PATCH', 'DELETE'],
      url,
      handler(_request, reply) {
        reply.header('allow', 'GET, PUT')
        const messages = { 'zh-CN': '文件地址只接受 GET 与 PUT。', en: 'Addresses of files take GET and PUT.' }
        throw requestError('METHOD_NOT_ALLOWED', messages, { status: 405 })
      },
    })
  })

  async function find({ params: { id } }: FastifyRequest<Addressed>): Promise<Document> {
    const document = isKey(id) && (await orm.em.fork().findOne(Document, id, { populate: ['uploadedBy'] }))
    if (!document) throw fileRefusals.unknown()
    return document
  }

  function checkGivenOut(state: DocumentState, scan: ScanState): void {
    if (isGivenOut(state, scan)) return
    throw state === 'STORED' && scan === 'PENDING' ? fileRefusals.inQuarantine() : fileRefusals.notStored()
  }

  function check(grant: Grant, { query: { expires, signature } }: FastifyRequest<Addressed>): void {
    if (typeof expires !== 'string' || typeof signature !== 'string') throw fileRefusals.addressInvalid()
    const fault = files.signer.check(grant, { expires, signature }, now())
    if (fault === 'INVALID') throw fileRefusals.addressInvalid()
    if (fault === 'EXPIRED') throw fileRefusals.addressExpired()
  }
}

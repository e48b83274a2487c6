import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contentDisposition } from '../document/content-disposition.js'
import { fileRefusals } from '../document/file-refusals.js'
import { isKey } from '../document/read-document.js'
import { requestError } from '../http/request-error.js'
import type { FormPrinter } from './form-printer.js'
import { type PrintSources, storedPrint } from './stored-print.js'

type Options = PrintSources & { readonly printer: FormPrinter; readonly now: () => Date }

type Addressed = { Params: { id: string }; Querystring: { expires?: unknown; signature?: unknown } }

/**
 * The printed form over HTTP, at the addresses that `Application.printUrl` (personal values masked) and `printApplication`
 * (in full) give, without a session. It is printed when it is asked for, as the application is then.
 */
export function printRoutes(server: FastifyInstance, { printer, now, ...sources }: Options): void {
  server.get<Addressed>('/applications/:id/form.pdf', (request, reply) => answer(request, reply, 'print'))
  server.get<Addressed>('/applications/:id/form-in-full.pdf', (request, reply) => answer(request, reply, 'printInFull'))

  async function answer(
    { params: { id }, query: { expires, signature } }: FastifyRequest<Addressed>,
    reply: FastifyReply,
    action: 'print' | 'printInFull',
  ) {
    if (!isKey(id) || typeof expires !== 'string' || typeof signature !== 'string') throw fileRefusals.addressInvalid()
    const fault = sources.files.signer.check({ action, id }, { expires, signature }, now())
    if (fault === 'INVALID') throw fileRefusals.addressInvalid()
    if (fault === 'EXPIRED') throw fileRefusals.addressExpired()
    const form = await storedPrint(sources, id, action === 'printInFull')
    if (!form) throw fileRefusals.unknown()
    const printed = await printer.print(form)
    if (!printed.ok) {
      const [{ code, message }] = printed.issues as [(typeof printed.issues)[number]]
      throw requestError(code, message, { status: code === 'PRINT_FAILED' ? 500 : 503 })
    }
    return reply
      .header('content-type', 'application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', contentDisposition(`${form.form.cover?.title || '申报书'}.pdf`))
      .send(Buffer.from(printed.value.pdf))
  }
}

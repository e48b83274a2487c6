import { randomUUID } from 'node:crypto'
import type { ApplicationApp } from './application-app.js'

/** Uploads a file that is to be imported into an application of the organisation's; gives the document's id. */
export async function uploadImport(app: ApplicationApp, fileName: string, bytes: Buffer): Promise<string> {
  const { data, errors } = await app.askAs(
    app.editor,
    'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { url document { id } } errors { code message } } }',
    {
      input: {
        ...{ purpose: 'APPLICATION_IMPORT', fileName, size: bytes.length },
        ...{ applicant: app.applicant, idempotencyKey: randomUUID() },
      },
    },
  )
  const asked = data?.requestUpload as { upload: { url: string; document: { id: string } } | null } | undefined
  if (!asked?.upload) throw new Error(JSON.stringify([errors, asked]))
  const put = await fetch(new URL(asked.upload.url, app.url), { method: 'PUT', body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(await put.text())
  return asked.upload.document.id
}

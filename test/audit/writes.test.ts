import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { ask } from '../http/ask.js'

let app: AccessApp
let officer: string
beforeAll(async () => {
  app = await startAccessApp()
  officer = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
})
afterAll(() => app.close())

const query =
  'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { document { id } } errors { code } } }'

const inputOf = (idempotencyKey: string, fileName = 'ledger.csv') => ({
  input: { purpose: 'REGISTER_IMPORT', fileName, size: 100, city: 'xining', idempotencyKey },
})

type Event = { actor: string; action: string; request: string; table_name: string; city: string }

const eventsOfRequest = (request: string | null) =>
  app.execute<Event>('select actor, action, request, table_name, city from audit_event where request = ?', [request])

test('a mutation over HTTP leaves who, which operation and the id of the request', async () => {
  const { body, headers } = await ask(
    app.url,
    { query, variables: inputOf('audit-upload-1') },
    { 'x-test-account': officer },
  )
  expect(body.data?.requestUpload).toMatchObject({ errors: [] })
  const request = headers.get('x-request-id')
  expect(await eventsOfRequest(request)).toEqual([
    { actor: officer, action: 'requestUpload', request, table_name: 'public.document', city: 'xining' },
  ])
})

test('a mutation that is refused leaves nothing', async () => {
  const variables = inputOf('audit-upload-1', 'other.csv')
  const { body, headers } = await ask(app.url, { query, variables }, { 'x-test-account': officer })
  expect(body.data?.requestUpload).toMatchObject({ errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] })
  expect(await eventsOfRequest(headers.get('x-request-id'))).toEqual([])
})

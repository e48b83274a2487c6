import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyBin } from '../../server/application/empty-bin.js'
import type { UserError } from '../applicant/registrations.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

/* A draft in the bin, out of it again, and gone after thirty days. */

let app: ApplicationApp
let time = new Date('2023-06-01T02:00:00Z')
beforeAll(async () => {
  app = await startApplicationApp(() => time)
})
afterAll(() => app.close())

type Payload = { application: Record<string, unknown> | null; errors: UserError[] }

async function move(name: 'deleteApplication' | 'restoreApplication', application: string, account = app.editor) {
  const { data, errors } = await app.askAs(
    account,
    `mutation ($input: ${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
      application { deletedAt purgedAt } errors { code path } } }`,
    { input: { application } },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data[name] as Payload
}

const listed = async (deleted: boolean) => {
  const query = 'query ($deleted: Boolean!) { applications(filter: { deleted: $deleted }) { nodes { id } } }'
  const { data } = await app.askAs(app.editor, query, { deleted })
  return (data?.applications as { nodes: { id: string }[] }).nodes.map(({ id }) => id)
}

test('a draft goes into the bin and comes back as it was; there it can’t be changed', async () => {
  const application = await app.create()
  await app.save('grounds', { application, revision: 0, content: { text: '内容' } })
  const binned = { application: { deletedAt: '2023-06-01T02:00:00.000Z', purgedAt: '2023-07-01T02:00:00.000Z' } }
  expect(await move('deleteApplication', application)).toMatchObject({ ...binned, errors: [] })
  time = new Date('2023-06-02T02:00:00Z')
  expect(await move('deleteApplication', application)).toMatchObject({ ...binned, errors: [] })
  expect([(await listed(true)).includes(application), (await listed(false)).includes(application)]).toEqual([
    true,
    false,
  ])
  const { errors } = await app.save('grounds', { application, revision: 1, content: { text: '改' } })
  expect(errors).toMatchObject([{ code: 'APPLICATION_DELETED' }])
  const back = { application: { deletedAt: null, purgedAt: null }, errors: [] }
  expect(await move('restoreApplication', application)).toEqual(back)
  expect(await move('restoreApplication', application)).toEqual(back)
  expect(await app.read(application, 'grounds { revision text }')).toEqual({ grounds: { revision: 1, text: '内容' } })
})

test('only who edits or manages for the organisation puts it there', async () => {
  const application = await app.create()
  const [reader, manager, stranger] = [await app.makeAccount(), await app.makeAccount(), await app.makeAccount()]
  await app.makeMember(reader, keyOf(app.applicant))
  await app.makeMember(manager, keyOf(app.applicant), 'MANAGE')
  expect((await move('deleteApplication', application, reader)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
  await expect(move('deleteApplication', application, stranger)).rejects.toThrow('FORBIDDEN')
  expect((await move('deleteApplication', application, manager)).errors).toEqual([])
})

test('after thirty days it is gone with all that belongs to it, and its audit trail stays', async () => {
  await emptyBin(app.orm, new Date('2023-08-01T00:00:00Z'))
  const [gone, kept, restored] = [await app.create(), await app.create(), await app.create()]
  const leader = { name: '测试丙', idKind: 'RESIDENT_ID', idNumber: '11010519491231002X' }
  await app.save('basics', { application: gone, revision: 0, content: { leader } })
  time = new Date('2023-08-01T00:00:00Z')
  await move('deleteApplication', gone)
  await move('deleteApplication', restored)
  await move('restoreApplication', restored)
  time = new Date('2023-08-02T00:00:00Z')
  await move('deleteApplication', kept)
  expect(await emptyBin(app.orm, new Date('2023-08-30T23:59:59Z'))).toBe(0)
  expect(await emptyBin(app.orm, new Date('2023-08-31T00:00:00Z'))).toBe(1)
  const remaining = await app.execute<{ id: string }>('select id from application where id = any(?::uuid[])', [
    `{${[gone, kept, restored].map(keyOf).join()}}`,
  ])
  expect(remaining.map(({ id }) => id).toSorted()).toEqual([kept, restored].map(keyOf).toSorted())
  for (const table of ['section_revision', 'application_section', 'application_personal_value']) {
    expect(await app.execute(`select from ${table} where application_id = ?`, [keyOf(gone)])).toHaveLength(0)
  }
  const trail = await app.execute<{ table_name: string; city: string | null }>(
    `select distinct table_name, city from audit_event where subject_id = ? and action = 'emptyBin' order by table_name`,
    [keyOf(gone)],
  )
  expect(trail).toEqual(
    ['application', 'application_personal_value', 'application_section'].map((name) => ({
      table_name: `public.${name}`,
      city: 'xining',
    })),
  )
})

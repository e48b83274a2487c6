import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../schema/enums.js'
import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { madeUpCode, mutate, registered } from './registrations.js'

let app: AccessApp
let owner: string
let office: string
const names = ['虚构锂材 Alpha 公司', '虚构光伏公司', '虚构公共机构']
const creditCode = madeUpCode()
beforeAll(async () => {
  app = await startAccessApp()
  owner = await app.makeAccount()
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const first = await registered(app, owner, { name: names[0], creditCode })
  await registered(app, owner, { name: names[1], district: '630104', park: 'biotech' })
  const institution = { creditCode: madeUpCode('12'), kind: 'PUBLIC_INSTITUTION', level: 'MUNICIPAL' }
  const last = await registered(app, await app.makeAccount(), { name: names[2], ...institution })
  await mutate(app, office, 'verifyApplicant', { id: first, revision: 1 })
  await mutate(app, office, 'deactivateApplicant', { id: last, reason: '重复登记' })
})
afterAll(() => app.close())

async function list(account: string, filter: object = {}): Promise<string[]> {
  const query = `query ($filter: ApplicantFilter) {
    applicants(filter: $filter, orderBy: [{ field: NAME }]) { totalCount nodes { name } } }`
  const { data, errors } = await app.askAs(account, query, { filter })
  if (!data) throw new Error(JSON.stringify(errors))
  const { totalCount, nodes } = data.applicants as { totalCount: number; nodes: { name: string }[] }
  expect(nodes).toHaveLength(totalCount)
  return nodes.map(({ name }) => name).sort()
}

const [alpha, solar, institution] = names as [string, string, string]

test.each<[object, string[]]>([
  [{}, names],
  [{ verification: ['VERIFIED'] }, [alpha]],
  [{ verification: ['PENDING', 'REFUSED'] }, [solar, institution]],
  [{ district: '630104' }, [solar]],
  [{ park: 'biotech' }, [solar]],
  [{ kind: ['PUBLIC_INSTITUTION'] }, [institution]],
  [{ jurisdiction: 'xining/biotech-economy' }, [solar]],
  [{ unassigned: true }, [institution]],
  [{ active: false }, [institution]],
  [{ active: true, unassigned: false }, [alpha, solar]],
  [{ creditCode: ` ${creditCode.toLowerCase()}` }, [alpha]],
  [{ name: 'ALPHA' }, [alpha]],
  [{ name: '公司' }, [alpha, solar]],
  [{ name: '%' }, []],
  [{ city: 'valmar' }, []],
])('the office finds by %j', async (filter, expected) => {
  expect(await list(office, filter)).toEqual([...expected].sort())
})

test.each<[Role, string, string | undefined, string[]]>([
  ['RECOMMENDING_AUTHORITY', 'xining', 'chengdong-science', [alpha]],
  ['RECOMMENDING_AUTHORITY', 'xining', 'biotech-economy', [solar]],
  ['RECOMMENDING_AUTHORITY', 'xining', 'chengxi-science', []],
  ['RECOMMENDING_AUTHORITY', 'valmar', 'chengdong-science', []],
  ['ACCEPTANCE_DESK', 'xining', undefined, names],
  ['ACCEPTANCE_DESK', 'valmar', undefined, []],
  ['SUPERVISOR', 'xining', undefined, names],
  ['PROGRAMME_OFFICE', 'valmar', undefined, []],
])('%s of %s %s sees what is in its charge', async (role, city, authority, expected) => {
  const grant = { role, city, ...(authority && { authority }) }
  expect(await list(await app.makeAccount({ grants: [grant] }))).toEqual([...expected].sort())
})

test('members see their own; experts and administrators may not ask', async () => {
  expect(await list(owner)).toEqual([alpha, solar].sort())
  for (const role of ['EXPERT', 'ADMINISTRATOR'] as const) {
    const account = await app.makeAccount({ grants: [{ role }] })
    const { errors } = await app.askAs(account, '{ applicants { totalCount } }')
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  }
})

test('everybody lists the organisations that he is a member of', async () => {
  const mine = async (account: string | null) => (await app.askAs(account, '{ myApplicants { nodes { name } } }')).data
  expect(await mine(owner)).toEqual({ myApplicants: { nodes: [alpha, solar].sort().map((name) => ({ name })) } })
  expect(await mine(office)).toEqual({ myApplicants: { nodes: [] } })
})

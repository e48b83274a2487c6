import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registered } from '../applicant/registrations.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'
import { fullForm } from './full-form.js'
import { saveForm } from './saved-form.js'

/*
 * What the guideline says of an application as it is being filled in, at ten in the morning of 1 June 2023 in Xining, six
 * weeks before the call closes. The registers are the office's; everybody in them is invented.
 */

let app: ApplicationApp
let office: string
let application: string
beforeAll(async () => {
  app = await startApplicationApp()
  office = await app.makeAccount({ grants: [{ role: 'PROGRAMME_OFFICE' }] })
  const { attachments: _, ...form } = fullForm()
  application = await saveForm(app, form)
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('delete from ledger_project')
  await app.execute('delete from integrity_record')
  await app.execute('delete from person')
})

const leaderNumber = fullForm().basics.leader.idNumber ?? ''

type Verdict = {
  result: string
  findings: {
    rule: { code: string }
    outcome: string
    facts: { name: string; value: string }[]
    missing: { name: string }[]
    projects: { number: string }[]
    records: { source: string }[]
  }[]
  attachments: { attachment: { code: string }; requirement: string; attached: boolean | null }[]
  route: { outcome: string; authorities: { code: string }[] }
  call: { code: string }
  secondsLeft: number | null
}

async function verdictOf(id: string, account = app.editor): Promise<Verdict> {
  const found = await app.read(
    id,
    `verdict { result edition asOf call { code } secondsLeft
       findings { rule { code } outcome facts { name value } missing { name } projects { number } records { source } }
       attachments { attachment { code } requirement attached } route { outcome authorities { code } } }`,
    account,
  )
  return found?.verdict as Verdict
}

async function finding(rule: string, id = application) {
  const found = (await verdictOf(id)).findings.find((candidate) => candidate.rule.code === rule)
  if (!found) throw new Error(`no rule ${rule}`)
  return found
}

async function officeAdds(operation: string, input: object) {
  const { data, errors } = await app.askAs(
    office,
    `mutation ($input: ${operation.slice(0, 1).toUpperCase()}${operation.slice(1)}Input!) {
       ${operation}(input: $input) { errors { code message path } } }`,
    { input: { city: 'xining', idempotencyKey: randomUUID(), ...input } },
  )
  expect(errors ?? data?.[operation]).toEqual({ errors: [] })
}

const record = {
  kind: 'INTEGRITY_BREACH',
  what: '虚构事由',
  source: '虚构文号',
  since: '2023-01-01',
  subjectName: '虚构',
}

async function addProject(changes: object) {
  await officeAdds('addLedgerProject', {
    ...{ number: `XN-${randomUUID().slice(0, 8)}`, title: '虚构项目', leaderName: '虚构甲', unitName: '虚构单位' },
    ...{ creditCode: '91350100M000100Y43', category: 'key-rnd-conversion', state: 'ACTIVE' },
    ...{ startsOn: '2021-01-01', plannedEndOn: '2024-12-31', ...changes },
  })
}

/** Adds the leader of the form to the organisation's people. */
async function addLeader(onStaff: boolean) {
  const input = {
    ...{ applicant: app.applicant, name: '虚构甲', idDocument: { kind: 'RESIDENT_ID', number: leaderNumber } },
    ...{ phone: '13900005678', onStaff, idempotencyKey: randomUUID() },
  }
  const { data } = await app.askAs(
    app.editor,
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { errors { code message } } }',
    { input },
  )
  expect(data?.addPerson).toEqual({ errors: [] })
}

test('tells where it goes, who recommends, and which attachments are required and missing', async () => {
  const verdict = await verdictOf(application)
  expect(verdict).toMatchObject({
    call: { code: 'window-2024' },
    edition: 1,
    asOf: '2023-06-01T02:00:00.000Z',
    route: { outcome: 'FOUND', authorities: [{ code: 'chengdong-science' }] },
  })
  expect(verdict.secondsLeft).toBe((Date.parse('2023-07-14T09:00:00Z') - Date.parse('2023-06-01T02:00:00Z')) / 1000)
  const required = verdict.attachments.filter(({ requirement }) => requirement === 'REQUIRED')
  expect(required.map(({ attachment, attached }) => [attachment.code, attached])).toContainEqual([
    'industry-university-research-agreement',
    false,
  ])
  expect(required).toHaveLength(10)
})

test('what the form says decides, and what it doesn’t say yet is unknown', async () => {
  const fresh = await app.create()
  const unknown = (await verdictOf(fresh)).findings.filter(({ outcome }) => outcome === 'UNKNOWN')
  expect(unknown.flatMap(({ missing }) => missing.map(({ name }) => name))).toEqual(
    expect.arrayContaining(['declarations.workBasis', 'declarations.confidential']),
  )
  expect(await finding('declarations.confidential')).toMatchObject({ outcome: 'PASS' })
  const { declarations } = fullForm()
  const secret = await saveForm(app, { declarations: { ...declarations, confidential: true } })
  expect(await finding('declarations.confidential', secret)).toMatchObject({ outcome: 'FAIL' })
})

test('sums of a half-filled budget are no facts', async () => {
  const { cover, budget } = fullForm()
  const category = { ...cover, category: 'major-special', direction: 'dual-carbon' }
  const whole = await saveForm(app, { cover: category, budget })
  const half = await saveForm(app, { cover: category, budget: { ...budget, labour: { specialFunds: '1.00' } } })
  expect(await finding('budget.major-special-funds', whole)).toMatchObject({ outcome: 'PASS' })
  expect(await finding('budget.major-special-funds', half)).toMatchObject({ outcome: 'UNKNOWN' })
})

describe('the registers', () => {
  test('count the leader’s projects by his number, and name them if he is one of the organisation’s people', async () => {
    expect(await finding('leader.concurrent-projects')).toMatchObject({ outcome: 'PASS' })
    await addProject({ number: 'XN-1', leaderIdNumber: leaderNumber })
    await addProject({ number: 'XN-2', leaderIdNumber: leaderNumber })
    expect(await finding('leader.concurrent-projects')).toMatchObject({ outcome: 'FAIL', projects: [] })
    await addLeader(true)
    const { projects } = await finding('leader.concurrent-projects')
    expect(projects.map(({ number }) => number).sort()).toEqual(['XN-1', 'XN-2'])
  })

  test('tell whether he is on the staff by the organisation’s list of people', async () => {
    expect(await finding('leader.on-staff')).toMatchObject({ outcome: 'UNKNOWN' })
    await addLeader(false)
    expect(await finding('leader.on-staff')).toMatchObject({ outcome: 'FAIL' })
    await app.execute('delete from person')
    await addLeader(true)
    expect(await finding('leader.on-staff')).toMatchObject({ outcome: 'PASS' })
  })

  test('know a partner and a participant in breach of research integrity', async () => {
    const rules = ['partners.integrity', 'personnel.integrity']
    for (const rule of rules) expect(await finding(rule), rule).toMatchObject({ outcome: 'PASS' })
    await officeAdds('addIntegrityRecord', { ...record, subject: 'UNIT', creditCode: '9144030071526726XG' })
    const personIdNumber = fullForm().team.personnel[7]?.idNumber
    await officeAdds('addIntegrityRecord', { ...record, subject: 'PERSON', personIdNumber })
    for (const rule of rules) expect(await finding(rule), rule).toMatchObject({ outcome: 'FAIL' })
  })

  test('name the applicant’s own records', async () => {
    const [row] = await app.execute<{ code: string }>('select credit_code as code from applicant where id = ?', [
      keyOf(app.applicant),
    ])
    await officeAdds('addIntegrityRecord', { ...record, kind: 'BAD_CREDIT', subject: 'UNIT', creditCode: row?.code })
    const found = await finding('applicant.credit-record')
    expect(found).toMatchObject({ outcome: 'FAIL', records: [{ source: '虚构文号' }] })
    expect((await verdictOf(application)).result).toBe('INELIGIBLE')
  })
})

test('a collaborator from elsewhere learns the outcome, and not what the registers have', async () => {
  const [row] = await app.execute<{ code: string }>('select credit_code as code from applicant where id = ?', [
    keyOf(app.applicant),
  ])
  await addProject({ number: 'XN-1', creditCode: row?.code })
  await addProject({ number: 'XN-2', creditCode: row?.code })
  const collaborator = await app.makeAccount()
  await app.execute(
    `insert into application_collaborator (application_id, applicant_id, account_id, may_edit, joined_at)
     values (?, ?, ?, true, now())`,
    [keyOf(application), keyOf(app.applicant), collaborator],
  )
  const rule = ({ findings }: Verdict) => findings.find((found) => found.rule.code === 'applicant.concurrent-projects')
  const ongoing = (value: string) => expect.arrayContaining([{ name: 'applicant.ongoingProjects', value }])
  expect(rule(await verdictOf(application))).toMatchObject({ outcome: 'FAIL', facts: ongoing('2'), projects: [{}, {}] })
  expect(rule(await verdictOf(application, collaborator))).toMatchObject({
    ...{ outcome: 'FAIL', facts: ongoing('***'), projects: [] },
  })
})

test('the same person is on the staff of one organisation and unknown to another', async () => {
  await addLeader(true)
  const input = { idempotencyKey: randomUUID(), applicant: await registered(app, app.editor) }
  const { data } = await app.askAs(
    app.editor,
    'mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { application { id } } }',
    { input },
  )
  const elsewhere = (data?.createApplication as { application: { id: string } }).application.id
  await app.save('basics', { application: elsewhere, revision: 0, content: fullForm().basics })
  const both = await app.askAs(
    app.editor,
    `query ($here: ID!, $there: ID!) { here: application(id: $here) { ...staff } there: application(id: $there) { ...staff } }
     fragment staff on Application { verdict { findings(outcomes: [PASS]) { rule { code } } } }`,
    { here: application, there: elsewhere },
  )
  const passed = (name: string) => {
    const found = both.data?.[name] as { verdict: { findings: { rule: { code: string } }[] } }
    return found.verdict.findings.some(({ rule }) => rule.code === 'leader.on-staff')
  }
  expect([passed('here'), passed('there')]).toEqual([true, false])
})

test('the verdicts of a page of applications are looked up together, whatever their number', async () => {
  for (let n = 0; n < 3; n++) await saveForm(app, { basics: fullForm().basics })
  const logger = app.orm.config.getLogger()
  const statements: string[] = []
  logger.setDebugMode(['query'])
  logger.logQuery = ({ query = '' }) => void statements.push(query)
  const lookUps = async (first: number) => {
    statements.length = 0
    const { data } = await app.askAs(
      app.editor,
      'query ($first: Int!) { applications(first: $first) { nodes { verdict { result } } } }',
      { first },
    )
    expect((data?.applications as { nodes: object[] }).nodes).toHaveLength(first)
    return statements.filter((statement) => /from (ledger_project|integrity_record|person)\b/.test(statement)).length
  }
  expect(await lookUps(8)).toBe(3)
  expect(await lookUps(1)).toBeLessThanOrEqual(3)
})

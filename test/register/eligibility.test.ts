import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { creditCode, idNumber, mutate, type Refusable, type RegisterApp, startRegisterApp } from './register-app.js'

/*
 * What the registers say of who applies, at noon of 1 June 2023: the notice of 2024 looks three years back for bad credit,
 * at the end of 2022 for overdue and revoked projects, and counts two projects at once.
 */

let app: RegisterApp
let applicant: string
let member: string
beforeAll(async () => {
  app = await startRegisterApp()
  applicant = await makeApplicant(1)
  member = await app.makeAccount()
  await app.makeMember(member, applicant)
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.execute('delete from ledger_project')
  await app.execute('delete from integrity_record')
})

/** An invented organisation's key. */
async function makeApplicant(n: number): Promise<string> {
  const id = randomUUID()
  await app.execute(
    `insert into applicant (id, city, credit_code, name, kind, level, legal_person, district, registered_address, founded_on,
       legal_representative, contact_name, contact_email, contact_phone_sealed, contact_phone_index, contact_phone_masked,
       business_operations, party_branch, research_management)
     values (?, 'xining', ?, ?, 'ENTERPRISE', 'NONE', true, '630104', '虚构路 1 号', '2015-01-01', '虚构', '虚构', 'a@example.org',
       's', 'i', 'm', true, false, true)`,
    [id, creditCode(n), `虚构单位 ${n}`],
  )
  return id
}

async function makePerson(of: string, n: number): Promise<string> {
  const input = {
    ...{ applicant: `Applicant:${of}`, name: `负责人${n}`, idDocument: { kind: 'RESIDENT_ID', number: idNumber(n) } },
    ...{ phone: '+8613800000000', onStaff: true, idempotencyKey: randomUUID() },
  }
  const account = await app.makeAccount()
  await app.makeMember(account, of, 'EDIT')
  const { person, errors } = await mutate<Refusable & { person: { id: string } | null }>(
    app,
    account,
    'mutation ($input: AddPersonInput!) { addPerson(input: $input) { person { id } errors { code message path } } }',
    input,
  )
  expect(errors).toEqual([])
  return person?.id ?? ''
}

const project = (changes: object = {}) => ({
  city: 'xining',
  number: `XN-${randomUUID().slice(0, 8)}`,
  title: '虚构项目',
  leaderName: '虚构负责人',
  leaderIdNumber: null,
  creditCode: creditCode(1),
  unitName: '虚构单位 1',
  category: 'key-rnd-conversion',
  startsOn: '2021-01-01',
  plannedEndOn: '2024-12-31',
  state: 'ACTIVE',
  endedOn: null,
  idempotencyKey: randomUUID(),
  ...changes,
})

async function addProject(changes: object = {}) {
  const { errors } = await mutate(
    app,
    app.office,
    'mutation ($input: AddLedgerProjectInput!) { addLedgerProject(input: $input) { errors { code message path } } }',
    project(changes),
  )
  expect(errors).toEqual([])
}

async function addRecord(changes: object) {
  const input = {
    ...{ city: 'xining', subject: 'UNIT', subjectName: '虚构', creditCode: creditCode(1), kind: 'BAD_CREDIT' },
    ...{ what: '虚构事由', source: '虚构文号', idempotencyKey: randomUUID(), ...changes },
  }
  const { errors } = await mutate(
    app,
    app.office,
    'mutation ($input: AddIntegrityRecordInput!) { addIntegrityRecord(input: $input) { errors { code message path } } }',
    input,
  )
  expect(errors).toEqual([])
}

const document = `query ($input: CheckEligibilityInput!) { checkEligibility(input: $input) {
  verdict { findings { rule { code } outcome facts { name value } projects { number state plannedEndOn endedOn }
    records { kind since until source } } } errors { code path message } } }`

type Finding = { rule: { code: string }; outcome: string; facts: object[]; projects: object[]; records: object[] }

/** The answer, as the applicant's member unless said. */
async function check(input: object = {}, account: string | null = member) {
  const whole = {
    city: 'xining',
    year: 2024,
    category: 'key-rnd-conversion',
    applicant: `Applicant:${applicant}`,
    ...input,
  }
  const { data, errors } = await app.askAs(account, document, { input: whole })
  expect(errors).toBeUndefined()
  const { verdict, errors: refusals } = data?.checkEligibility as {
    verdict: { findings: Finding[] } | null
    errors: { code: string; path: string[] }[]
  }
  return { verdict, errors: refusals, rule: (code: string) => verdict?.findings.find(({ rule }) => rule.code === code) }
}

test('facts come from the registration, and are taken from nobody', async () => {
  const { rule } = await check()
  expect(rule('applicant.legal-person-in-city')).toMatchObject({ outcome: 'PASS' })
  const facts = { applicant: { kind: 'UNIVERSITY', ongoingProjects: 0 }, declarations: { researchManagement: true } }
  const { verdict, errors } = await check({ facts })
  expect(verdict).toBeNull()
  expect(errors.map(({ code, path }) => [code, path.join('.')]).toSorted()).toEqual([
    ['FACT_KNOWN', 'input.facts.applicant.kind'],
    ['FACT_KNOWN', 'input.facts.applicant.ongoingProjects'],
    ['FACT_KNOWN', 'input.facts.declarations.researchManagement'],
  ])
  expect((await check({ facts: { declarations: { rdSubLedger: true } } })).errors).toEqual([])
})

test('an organisation that the caller doesn’t see is not there, for a stranger and for the public', async () => {
  const stranger = await app.makeAccount()
  await app.makeMember(stranger, await makeApplicant(50))
  for (const account of [stranger, null]) {
    const { verdict, errors } = await check({}, account)
    expect({ verdict, errors }).toMatchObject({
      verdict: null,
      errors: [{ code: 'APPLICANT_UNKNOWN', path: ['input', 'applicant'] }],
    })
  }
  const nobody = await check({ applicant: `Applicant:${randomUUID()}` })
  expect(nobody.errors).toEqual((await check({}, stranger)).errors)
})

describe('two projects at once', () => {
  test('one under way leaves room for another; with two there is none, and they are told', async () => {
    await addProject({ number: 'XN-1' })
    expect((await check()).rule('applicant.concurrent-projects')).toMatchObject({ outcome: 'PASS', projects: [] })
    await addProject({ number: 'XN-2', plannedEndOn: '2025-06-30' })
    expect((await check()).rule('applicant.concurrent-projects')).toMatchObject({
      outcome: 'FAIL',
      projects: [
        { number: 'XN-1', state: 'ACTIVE', plannedEndOn: '2024-12-31', endedOn: null },
        { number: 'XN-2', state: 'ACTIVE', plannedEndOn: '2025-06-30', endedOn: null },
      ],
    })
  })

  test.each([
    ['a major special', { category: 'major-special' }],
    ['one that was closed on the day', { state: 'CLOSED', endedOn: '2023-06-01' }],
    ['one that begins on the day after', { startsOn: '2023-06-02' }],
    ['one of another organisation', { creditCode: creditCode(2) }],
  ])('%s isn’t counted', async (_what, changes) => {
    await addProject()
    await addProject(changes)
    expect((await check()).rule('applicant.concurrent-projects')?.outcome).toBe('PASS')
  })

  test('one that was closed later was under way before', async () => {
    await addProject()
    await addProject({ state: 'CLOSED', endedOn: '2023-05-20' })
    expect((await check()).rule('applicant.concurrent-projects')?.outcome).toBe('PASS')
    expect((await check({ asOf: '2023-05-19' })).rule('applicant.concurrent-projects')?.outcome).toBe('FAIL')
  })
})

describe('overdue and revoked projects', () => {
  test.each([
    ['planned to the end of 2022', { plannedEndOn: '2022-12-31' }, 'applicant.overdue-projects', 'FAIL'],
    ['planned to the first of 2023', { plannedEndOn: '2023-01-01' }, 'applicant.overdue-projects', 'PASS'],
    [
      'closed late',
      { plannedEndOn: '2022-06-30', state: 'CLOSED', endedOn: '2023-05-31' },
      'applicant.overdue-projects',
      'PASS',
    ],
    ['revoked by the end of 2022', { state: 'REVOKED', endedOn: '2022-12-31' }, 'applicant.revoked-projects', 'FAIL'],
    ['revoked in 2023', { state: 'REVOKED', endedOn: '2023-01-01' }, 'applicant.revoked-projects', 'PASS'],
  ])('one that was %s', async (_what, changes, code, outcome) => {
    await addProject({ number: 'XN-A', ...changes })
    const finding = (await check()).rule(code)
    expect(finding?.outcome).toBe(outcome)
    expect(finding?.projects.length).toBe(outcome === 'FAIL' ? 1 : 0)
  })

  test('of several only those that block are told', async () => {
    await addProject({ number: 'XN-B', plannedEndOn: '2022-03-31' })
    await addProject({ number: 'XN-C', plannedEndOn: '2023-03-31' })
    expect((await check()).rule('applicant.overdue-projects')?.projects).toMatchObject([{ number: 'XN-B' }])
  })
})

describe('integrity records', () => {
  test.each([
    ['ended three years ago to the day', { since: '2019-01-01', until: '2020-06-01' }, 'FAIL'],
    ['ended a day earlier', { since: '2019-01-01', until: '2020-05-31' }, 'PASS'],
    ['still stands', { since: '2015-01-01' }, 'FAIL'],
    ['is another organisation’s', { since: '2022-01-01', creditCode: creditCode(2) }, 'PASS'],
  ])('bad credit that %s', async (_what, record, outcome) => {
    await addRecord(record)
    const finding = (await check()).rule('applicant.credit-record')
    expect(finding?.outcome).toBe(outcome)
    expect(finding?.records).toEqual(
      outcome === 'FAIL'
        ? [
            {
              kind: 'BAD_CREDIT',
              since: record.since,
              until: 'until' in record ? record.until : null,
              source: '虚构文号',
            },
          ]
        : [],
    )
  })

  test.each([
    ['to the day', { since: '2020-01-01', until: '2023-06-01' }, 'FAIL'],
    ['to the day before', { since: '2020-01-01', until: '2023-05-31' }, 'PASS'],
    ['from the day on', { since: '2023-06-01' }, 'FAIL'],
  ])('a breach that stands %s', async (_what, record, outcome) => {
    await addRecord({ kind: 'INTEGRITY_BREACH', ...record })
    expect((await check()).rule('applicant.integrity')?.outcome).toBe(outcome)
  })
})

describe('a leader', () => {
  test('is looked up over all organisations, by his document’s number', async () => {
    const leader = await makePerson(applicant, 7)
    await addProject({ number: 'XN-7', creditCode: creditCode(2), leaderIdNumber: idNumber(7) })
    await addProject({ number: 'XN-8', creditCode: creditCode(3), leaderIdNumber: idNumber(7) })
    await addProject({ number: 'XN-9', creditCode: creditCode(3), leaderIdNumber: idNumber(8) })
    await addRecord({ subject: 'PERSON', creditCode: null, personIdNumber: idNumber(7), since: '2022-01-01' })
    const { rule, verdict } = await check({ leader })
    expect(rule('leader.concurrent-projects')).toMatchObject({
      outcome: 'FAIL',
      projects: [{ number: 'XN-7' }, { number: 'XN-8' }],
    })
    expect(rule('leader.credit-record')).toMatchObject({ outcome: 'FAIL', records: [{ since: '2022-01-01' }] })
    expect(rule('applicant.credit-record')).toMatchObject({ outcome: 'PASS' })
    expect(JSON.stringify(verdict)).not.toContain(idNumber(7))
  })

  test('of an organisation that the caller doesn’t see is not there', async () => {
    const other = await makeApplicant(60)
    const leader = await makePerson(other, 9)
    expect((await check({ leader })).errors).toMatchObject([{ code: 'LEADER_UNKNOWN', path: ['input', 'leader'] }])
  })
})

test('the route follows from the registration', async () => {
  const { data } = await app.askAs(
    member,
    'query ($input: RouteInput!) { route(input: $input) { route { outcome authorities { code } } errors { code path } } }',
    {
      input: {
        city: 'xining',
        year: 2024,
        category: 'key-rnd-conversion',
        direction: 'clean-energy',
        applicant: `Applicant:${applicant}`,
      },
    },
  )
  expect(data?.route).toMatchObject({ route: { outcome: 'FOUND' }, errors: [] })
})

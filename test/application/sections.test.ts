import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registered } from '../applicant/registrations.js'
import { type ApplicationApp, keyOf, startApplicationApp } from './application-app.js'

let app: ApplicationApp
beforeAll(async () => {
  app = await startApplicationApp()
})
afterAll(() => app.close())

const leader = {
  ...{ name: '测试丙', sex: 'MALE', birthMonth: '1949-12', title: '高级工程师', mobile: '13900005678' },
  ...{ idKind: 'RESIDENT_ID', idNumber: '11010519491231002X', email: 'leader@example.org' },
}

test('an application begins empty, under the newest guideline of its city', async () => {
  const id = await app.create()
  const found = await app.read(
    id,
    `status title city applicant { name } guideline { year } createdAt updatedAt deletedAt
     cover { revision editedAt editedBy title } basics { partners { name } leader { name } } grounds { text }`,
  )
  expect(found).toEqual({
    ...{ status: 'DRAFT', title: '', city: 'xining', deletedAt: null, guideline: { year: 2024 } },
    ...{ createdAt: '2023-06-01T02:00:00.000Z', updatedAt: '2023-06-01T02:00:00.000Z' },
    applicant: { name: '虚构锂材科技有限公司' },
    cover: { revision: 0, editedAt: null, editedBy: null, title: null },
    basics: { partners: [], leader: null },
    grounds: { text: null },
  })
})

describe('a section', () => {
  test('is saved half-filled, and read back with who saved it', async () => {
    const application = await app.create()
    const content = { title: '  虚构盐湖提锂工艺 ', startMonth: '2024-01' }
    const saved = await app.save(
      'cover',
      { application, revision: 0, content },
      {
        selected: 'title startMonth endMonth cover { revision editedAt editedBy title category startMonth }',
      },
    )
    expect(saved).toEqual({
      ...{ revision: 1, merged: null, conflicts: [], errors: [] },
      application: {
        ...{ title: '虚构盐湖提锂工艺', startMonth: '2024-01', endMonth: null },
        cover: {
          ...{ revision: 1, editedAt: '2023-06-01T02:00:00.000Z', editedBy: '测试填报人' },
          ...{ title: '虚构盐湖提锂工艺', category: null, startMonth: '2024-01' },
        },
      },
    })
  })

  test('sent twice is saved once', async () => {
    const application = await app.create()
    const input = { application, revision: 0, content: { text: '论述其重要意义。' } }
    expect(await app.save('grounds', input)).toMatchObject({ revision: 1, errors: [] })
    expect(await app.save('grounds', input)).toMatchObject({ revision: 1, errors: [] })
    const again = { ...input, revision: 1 }
    expect(await app.save('grounds', again)).toMatchObject({ revision: 1, errors: [] })
    const rows = await app.execute('select from section_revision where application_id = ?', [keyOf(application)])
    expect(rows).toHaveLength(1)
    const events = await app.execute('select actor, action from audit_event where subject_id = ? order by sequence', [
      keyOf(application),
    ])
    expect(events).toEqual([
      { actor: app.editor, action: 'createApplication' },
      { actor: app.editor, action: 'saveApplicationGrounds' },
    ])
  })

  test('based on an older revision is refused, with what is there now', async () => {
    const application = await app.create()
    await app.save('market', { application, revision: 0, content: { text: '甲' } })
    const late = await app.save(
      'market',
      { application, revision: 0, content: { text: '乙' } },
      {
        selected: 'market { revision text }',
      },
    )
    expect(late).toMatchObject({
      revision: 1,
      errors: [{ code: 'STALE_REVISION', path: ['input', 'revision'] }],
      application: { market: { revision: 1, text: '甲' } },
    })
    const ahead = await app.save('market', { application, revision: 7, content: { text: '乙' } })
    expect(ahead.errors).toMatchObject([{ code: 'REVISION_UNKNOWN', path: ['input', 'revision'] }])
  })

  test('meets no other section, and of fifty at once on one section one wins', async () => {
    const application = await app.create()
    const [one, other] = await Promise.all([
      app.save('methods', { application, revision: 0, content: { text: '甲' } }),
      app.save('schedule', { application, revision: 0, content: { text: '乙' } }),
    ])
    expect([one, other]).toMatchObject([
      { revision: 1, errors: [] },
      { revision: 1, errors: [] },
    ])
    const racing = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        app.save('methods', { application, revision: 1, content: { text: `第 ${at} 个` } }),
      ),
    )
    expect(racing.filter(({ errors }) => errors.length === 0)).toHaveLength(1)
    expect(racing.filter(({ errors }) => errors[0]?.code === 'STALE_REVISION')).toHaveLength(49)
  })
})

describe('personal values', () => {
  test('are sealed, shown masked, and stay when they are sent back masked', async () => {
    const application = await app.create()
    const selected = 'basics { leader { name idNumber mobile } }'
    const { application: first } = await app.save(
      'basics',
      { application, revision: 0, content: { leader } },
      { selected },
    )
    const shown = (first?.basics as { leader: typeof leader }).leader
    expect(shown.idNumber).toMatch(/^\d{0,3}\*+/)
    expect(shown.mobile).toContain('******')
    const content = { leader: { ...leader, ...shown, title: '研究员' } }
    const again = await app.save('basics', { application, revision: 1, content }, { selected })
    expect(again).toMatchObject({ revision: 2, errors: [], application: { basics: { leader: shown } } })
    const values = await app.execute<{ kind: string; value_sealed: string }>(
      'select kind, value_sealed from application_personal_value where application_id = ? order by kind',
      [keyOf(application)],
    )
    expect(values.map(({ kind }) => kind)).toEqual(['ID_NUMBER', 'PHONE'])
    const dump = JSON.stringify([
      values,
      await app.execute('select * from section_revision where application_id = ?', [keyOf(application)]),
      await app.execute('select * from audit_event where subject_id = ?', [keyOf(application)]),
    ])
    expect(dump).not.toContain(leader.idNumber)
    expect(dump).not.toContain(leader.mobile)
  })

  test('with a mask that was never shown are refused', async () => {
    const application = await app.create()
    const content = { leader: { ...leader, idNumber: '1****************X' } }
    const { errors } = await app.save('basics', { application, revision: 0, content })
    expect(errors).toMatchObject([{ code: 'MASKED_VALUE_UNKNOWN', path: ['input', 'content', 'leader', 'idNumber'] }])
  })
})

describe('what can never be right is told at once', () => {
  test.each([
    ['cover', { direction: 'no-such' }, 'DIRECTION_UNKNOWN', ['direction']],
    ['cover', { category: 'major-special', direction: 'no-such' }, 'DIRECTION_UNKNOWN', ['direction']],
    ['cover', { startMonth: '2024-13' }, 'MONTH_MALFORMED', ['startMonth']],
    ['basics', { leader: { idKind: 'RESIDENT_ID', idNumber: '110105194912310021' } }, null, ['leader', 'idNumber']],
    ['budget', { labour: { specialFunds: '-1' } }, null, ['labour', 'specialFunds']],
    ['budget', { labour: { specialFunds: '1.001' } }, 'AMOUNT_TOO_PRECISE', ['labour', 'specialFunds']],
    ['basics', { partners: Array.from({ length: 6 }, () => ({ name: '合作' })) }, null, ['partners']],
    ['team', { personnel: Array.from({ length: 16 }, () => ({ name: '人' })) }, null, ['personnel']],
  ])('%s %j', async (section, content, code, path) => {
    const application = await app.create()
    const { errors, revision } = await app.save(section, { application, revision: 0, content })
    expect(revision).toBeNull()
    expect(errors).toMatchObject([{ ...(code && { code }), path: ['input', 'content', ...path] }])
  })
})

test('ids name what is the organisation’s own, and attachments what the guideline has', async () => {
  const application = await app.create()
  const other = await app.makeAccount()
  const theirs = await registered(app, other)
  const file = async (applicant: string) => {
    const id = randomUUID()
    await app.execute(
      `insert into document (id, purpose, file_name, media_type, size, sha256, uploaded_by_id, applicant_id, state, scan,
         created_at, stored_at) values (?, 'ATTACHMENT', 'agreement.pdf', 'application/pdf', 10, ?, ?, ?, 'STORED', 'CLEAN', now(), now())`,
      [id, id.replaceAll('-', '').padEnd(64, '0'), app.editor, keyOf(applicant)],
    )
    return `Document:${id}`
  }
  const items = [
    { requirement: 'industry-university-research-agreement', document: await file(app.applicant) },
    { requirement: 'no-such', document: await file(theirs) },
    { evidence: 'Evidence:00000000-0000-4000-8000-000000000001' },
  ]
  const { errors } = await app.save('attachments', { application, revision: 0, content: { items } })
  expect(errors.map(({ code, path }) => [code, path.slice(2).join('.')])).toEqual([
    ['ATTACHMENT_UNKNOWN', 'items.1.requirement'],
    ['FILE_UNKNOWN', 'items.1.document'],
    ['EVIDENCE_UNKNOWN', 'items.2.evidence'],
  ])
  const saved = await app.save('attachments', { application, revision: 0, content: { items: items.slice(0, 1) } })
  expect(saved).toMatchObject({ revision: 1, errors: [] })
})

describe('others', () => {
  test('neither see nor change it', async () => {
    const application = await app.create()
    const stranger = await app.makeAccount()
    const reader = await app.makeAccount()
    await app.makeMember(reader, keyOf(app.applicant))
    const save = (account: string) =>
      app.save('grounds', { application, revision: 0, content: { text: '他人' } }, { account })
    expect(await app.read(application, 'id', reader)).not.toBeNull()
    expect((await save(reader)).errors).toMatchObject([{ code: 'MEMBER_RIGHT_NEEDED' }])
    for (const role of ['PROGRAMME_OFFICE', 'SUPERVISOR', 'ACCEPTANCE_DESK'] as const) {
      const official = await app.makeAccount({ grants: [{ role }] })
      await expect(app.read(application, 'id', official)).rejects.toThrow('APPLICATION_UNKNOWN')
    }
    const elsewhere = await app.makeAccount()
    await app.makeMember(elsewhere, keyOf(app.applicant))
    await app.execute('update member set left_at = now() where account_id = ?', [elsewhere])
    expect((await save(stranger)).errors).toMatchObject([{ code: 'APPLICATION_UNKNOWN' }])
    expect((await save(elsewhere)).errors).toMatchObject([{ code: 'APPLICATION_UNKNOWN' }])
  })
})

import { parseArgs } from 'node:util'
import { openAutosave } from '../src/autosave.js'
import { fieldLabel, sectionLabel } from '../src/form.js'
import { type Client, createClient, type Locale, type SectionContent, type SectionName } from '../src/index.js'
import { fillInTexts } from './fill-in-texts.js'

/*
 * Fills in a part of an application at a service that was started as a demo (`npm start`), as two people: one at the office,
 * one on a phone. Everything in it is invented. The password is the one that the first start printed:
 *
 *     PASSWORD=… npx tsx sdk/examples/fill-in-application.ts
 *
 * Options: --locale zh-CN|en, --url ADDRESS, --email ADDRESS.
 */
const { values } = parseArgs({
  options: {
    locale: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().locale },
    url: { type: 'string', default: process.env.SHENBAO_URL ?? `http://127.0.0.1:${process.env.PORT || 4000}/graphql` },
    email: { type: 'string', default: 'applicant@demo.example' },
  },
})
const locale: Locale = values.locale.startsWith('zh') ? 'zh-CN' : 'en'
const texts = fillInTexts[locale]

try {
  const office = await signedIn()
  const phone = await signedIn()
  const session = await office.auth.session()
  const [membership] = session?.memberships ?? []
  if (!session || !membership) throw new Error(texts.refusedSignIn)
  console.log(texts.who(session.account.name, membership.applicantName))

  const begun = await office.application.create({ applicant: membership.applicantId })
  if (begun.status === 'refused') throw new Error(begun.errors[0]?.message)
  const { id, guideline } = begun.application
  console.log(texts.begun(guideline.year))

  await fillIn(office, id, membership.applicantId)
  await tellCompleteness(office, id)
  await meet(office, phone, id)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function signedIn(): Promise<Client> {
  const client = createClient({ url: values.url, locale })
  const { status } = await client.auth.signIn({ email: values.email, password: process.env.PASSWORD ?? '' })
  if (status !== 'signed-in') throw new Error(texts.refusedSignIn)
  return client
}

async function fillIn(client: Client, application: string, applicant: string): Promise<void> {
  await save(client, application, 'cover', {
    title: '盐湖提锂副产镁基储能材料（虚构项目）',
    category: 'key-rnd-conversion',
    direction: 'clean-energy',
  })
  const leader = { name: '虚构甲', sex: 'FEMALE', idKind: 'RESIDENT_ID', title: '研究员' } as const
  // The last digit can't be right, which is told at once; with the right one it is saved, and masked from then on.
  await save(client, application, 'basics', { leader: { ...leader, idNumber: '110105194912310021' } })
  await save(client, application, 'basics', { leader: { ...leader, idNumber: '11010519491231002X' } })
  await save(client, application, 'grounds', { text: '论述项目的重要意义。\n\n- 资源利用\n- 市场需求' })

  const uploaded = await client.application.attachments.upload(emptyPage(), { applicant, name: texts.file })
  if (uploaded.status === 'refused') throw new Error(uploaded.errors[0]?.message)
  console.log(texts.uploaded(uploaded.document.fileName, uploaded.document.size))
  await save(client, application, 'attachments', {
    items: [{ key: 'commitment', requirement: 'integrity-commitment', document: uploaded.document.id }],
  })
}

/** Saves a section for the first time, and says what became of it. */
async function save<N extends SectionName>(
  client: Client,
  application: string,
  section: N,
  content: SectionContent<N>,
): Promise<void> {
  const result = await client.application.save(section, { application, revision: 0, content })
  if (result.status === 'saved') return console.log(texts.saved(sectionLabel(section, locale), result.revision))
  for (const { path, message } of result.errors) {
    console.log(texts.refused(fieldLabel(section, path.slice(2), locale), message))
  }
}

async function tellCompleteness(client: Client, application: string): Promise<void> {
  const { sections } = await client.application.completeness(application)
  const missing = sections.flatMap(({ missing }) => missing.map(({ label }) => label))
  console.log(texts.done(sections.filter(({ done }) => done).length, sections.length))
  for (const label of missing.slice(0, 4)) console.log(`  · ${label}`)
}

/** Two people in one section: first in different fields, then in the same one. */
async function meet(office: Client, phone: Client, id: string): Promise<void> {
  const atOffice = await openAutosave(office, await office.application.get(id))
  const onPhone = await openAutosave(phone, await phone.application.get(id))
  atOffice.change('cover', { ...atOffice.content('cover'), startMonth: '2027-01' })
  await atOffice.flush()
  onPhone.change('cover', { ...onPhone.content('cover'), endMonth: '2028-12' })
  await onPhone.flush()
  const { title, startMonth, endMonth } = onPhone.content('cover')
  console.log(texts.merged(title ?? '', `${startMonth} – ${endMonth}`))

  atOffice.change('cover', { ...onPhone.content('cover'), title: '镁基储能材料（虚构）' })
  await atOffice.flush()
  onPhone.change('cover', { ...onPhone.content('cover'), title: '镁基储能示范（虚构）' })
  await onPhone.flush()
  const state = onPhone.state('cover')
  if (state.status === 'conflict') {
    const [field = ''] = state.conflicts
    const mine = onPhone.content('cover').title ?? ''
    console.log(texts.conflict(fieldLabel('cover', field, locale), mine, state.current.title ?? ''))
    onPhone.resolve('cover', { ...state.merged, title: '镁基储能材料示范（虚构）' })
  }
  await onPhone.flush()
  const { cover } = await office.application.get(id)
  console.log(texts.resolved(cover.title ?? '', cover.revision))
  atOffice.close()
  onPhone.close()
}

/** A PDF of one empty page, in place of a scan. */
function emptyPage(): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Size 4/Root 1 0 R>>
% ${locale}
%%EOF
`)
}

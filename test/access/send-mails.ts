import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { openMail } from '../../server/mail/send-mail.js'
import { startMailSender } from '../../server/mail/start-mail-sender.js'
import type { TemplateName } from '../../server/mail/templates.js'
import { type Persona, personas } from './personas.js'
import type { StartedWorld } from './start-world.js'

const idempotencyKey = 'canary-mail-0001'
const personaNamed = (name: string) => personas.find((persona) => persona.name === name) as Persona

/** Has the service write mails to people of the world, by what they and others do; sends them, and gives the files by template. */
export async function sendMails(started: StartedWorld): Promise<ReadonlyMap<TemplateName, readonly string[]>> {
  const { orm, keyring, dataDir, logger, service, world } = started
  const em = () => orm.em.fork()
  /** Calls a mutation `name(input: NameInput!)`, which has to be accepted. */
  const ask = async (who: string, name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const document = `mutation ($input: ${type}!) { result: ${name}(input: $input) { errors { code } } }`
    const { data, errors } = await service.ask(personaNamed(who), document, { input })
    const refused = (data?.result as { errors: unknown[] } | null | undefined)?.errors
    if (errors || refused?.length !== 0) throw new Error(JSON.stringify({ name, errors, refused }))
  }
  const [application] = await em().execute<{ id: string }[]>('select id from application where applicant_id = ?', [
    world.keys.alpha,
  ])
  const invited = (name: string) => ({ email: `mailed-${name}@example.org`, idempotencyKey })
  const applicant = `Applicant:${world.keys.alpha}`
  await ask('alpha manage read', 'inviteMember', { applicant, rights: ['READ'], ...invited('member') })
  const shared = { application: `Application:${application?.id}`, right: 'READ' }
  await ask('alpha edit read', 'inviteCollaborator', { ...shared, ...invited('collaborator') })
  await ask('administrator', 'inviteOfficial', { role: 'ADMINISTRATOR', ...invited('official') })
  const person = { name: '测试庚', password: 'correct horse battery', phone: '+8613800138000' }
  for (const email of ['mailed-new@example.org', 'account-newcomer@example.org'])
    await ask('public', 'signUp', { ...person, email })
  await em().execute(`update auth."user" set "twoFactorEnabled" = true where id = 'account-unproven'`)
  const lost = { account: 'UserAccount:account-unproven', reason: '测试理由：手机遗失。' }
  await ask('administrator', 'resetSecondFactor', lost)
  const forgotten = 'mutation { requestPasswordReset(email: "account-former@example.org") { done } }'
  await service.ask(personaNamed('public'), forgotten)
  const rows = await em().execute<{ id: string; sealed: string }[]>(
    `select id, content_sealed as sealed from mail where template = 'password-reset'`,
  )
  for (const { id, sealed } of rows) {
    const mail = openMail(keyring, id, sealed)
    const code = mail.template === 'password-reset' ? mail.values.code : ''
    await ask('public', 'resetPassword', { code, newPassword: 'correct horse battery' })
  }

  const settings = { smtpUrl: undefined, mailFrom: undefined, publicUrl: 'https://apply.example.cn', dataDir }
  const sender = startMailSender({ orm, keyring, settings, logger })
  await vi.waitFor(
    async () => {
      const waiting = await em().execute<object[]>('select from mail where content_sealed is not null')
      if (waiting.length > 0) throw new Error(`${waiting.length} mails wait.`)
    },
    { timeout: 15_000, interval: 200 },
  )
  await sender.close()
  return filesByTemplate(join(dataDir, 'outbox'))
}

function filesByTemplate(folder: string): Map<TemplateName, string[]> {
  const found = new Map<TemplateName, string[]>()
  for (const file of readdirSync(folder)) {
    const template = file.replace(/^\d+-(.*)-[\da-f]{8}\.eml$/, '$1') as TemplateName
    found.set(template, [...(found.get(template) ?? []), readFileSync(join(folder, file), 'utf8')])
  }
  return found
}

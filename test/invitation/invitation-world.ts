import { randomUUID } from 'node:crypto'
import { type InvitationApp, startInvitationApp } from './invitation-app.js'

const fields = 'invitation { id email state rights role city authority expiresAt } errors { code message path }'

type Errors = { code: string; message: string; path: string[] }[]
type Made = { invitation: { id: string; state: string; rights: string[] } | null; errors: Errors }
type Accepted = { acceptance: object | null; errors: { code: string; path: string[] }[] }
type Listed = { totalCount: number; nodes: { id: string; email: string; state: string }[] }

/** Who takes part in tests of invitations: all are invented, and made anew for each test but the administrator. */
export class InvitationWorld {
  /** The service's clock. */
  time = new Date(0)
  /** Key of an organisation. */
  applicant = ''
  /** Accounts: who manages the organisation, and who is invited. */
  manager = ''
  guest = ''
  /** The guest's address. */
  address = ''

  private constructor(
    readonly app: InvitationApp,
    readonly administrator: string,
  ) {}

  static async start(): Promise<InvitationWorld> {
    let time = () => new Date(0)
    const app = await startInvitationApp(() => time())
    const world = new InvitationWorld(app, await app.makeAccount({ grants: [{ role: 'ADMINISTRATOR' }] }))
    time = () => world.time
    return world
  }

  async renew(): Promise<void> {
    this.time = new Date('2026-06-01T08:00:00Z')
    this.applicant = await this.app.makeApplicant()
    this.manager = await this.app.makeAccount()
    await this.app.makeMember(this.manager, this.applicant, 'MANAGE')
    this.guest = await this.app.makeAccount()
    this.address = await this.app.addressOf(this.guest)
  }

  inviteMember(input: object = {}, by: string | null = this.manager): Promise<Made> {
    const member = { applicant: `Applicant:${this.applicant}`, email: this.address, rights: ['EDIT'] }
    return this.#invite('inviteMember', by, { ...member, ...input })
  }

  inviteOfficial(input: object = {}, by: string | null = this.administrator): Promise<Made> {
    const official = { email: this.address, role: 'ACCEPTANCE_DESK', city: 'xining' }
    return this.#invite('inviteOfficial', by, { ...official, ...input })
  }

  accept(token: string, account: string | null = this.guest): Promise<Accepted> {
    const document =
      'mutation ($token: String!) { acceptInvitation(token: $token) { acceptance { applicant applicantName role city authority } errors { code path } } }'
    return this.#ask(account, document, { token })
  }

  revoke(id: string, account = this.manager): Promise<Made> {
    return this.#ask(account, `mutation ($id: ID!) { revokeInvitation(id: $id) { ${fields} } }`, { id })
  }

  list(account: string, args = ''): Promise<Listed> {
    return this.#ask(account, `{ invitations${args} { totalCount nodes { id email state } } }`)
  }

  close(): Promise<void> {
    return this.app.close()
  }

  #invite(name: 'inviteMember' | 'inviteOfficial', by: string | null, input: object): Promise<Made> {
    const type = name === 'inviteMember' ? 'InviteMemberInput' : 'InviteOfficialInput'
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`
    return this.#ask(by, document, { input: { idempotencyKey: randomUUID(), ...input } })
  }

  /** What a document with one field is answered with. @throws Error with the codes of top-level errors */
  async #ask<Answer>(account: string | null, document: string, variables = {}): Promise<Answer> {
    const { data, errors } = await this.app.askAs(account, document, variables)
    if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join())
    return Object.values(data ?? {})[0] as Answer
  }
}

export const codesOf = ({ errors }: { errors: readonly { code: string }[] }) => errors.map(({ code }) => code)

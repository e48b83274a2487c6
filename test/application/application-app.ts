import { type AccessApp, startAccessApp } from '../access/viewers.js'
import { keyOf, registered, type UserError } from '../applicant/registrations.js'

/* What tests of applications have in common: an invented organisation with an editor, and how sections are saved. */

export type Saved = {
  application: Record<string, unknown> | null
  revision: number | null
  merged: Record<string, unknown> | null
  conflicts: string[]
  errors: UserError[]
}

export interface ApplicationApp extends AccessApp {
  /** May do everything for the organisation. */
  readonly editor: string
  /** Id of the organisation. */
  readonly applicant: string
  /** Begins an application of the organisation; gives its id. */
  create(account?: string): Promise<string>
  /**
   * Saves a section, named as the field of `Application`.
   * @param selected of the application in the answer
   */
  save(section: string, input: object, options?: { account?: string; selected?: string }): Promise<Saved>
  /** What an account reads of an application; null if it doesn't see it. */
  read(id: string, selected: string, account?: string): Promise<Record<string, unknown> | null>
}

/** The service with the bundled notices, on a day of the call of 2024's guideline unless another clock is given. */
export async function startApplicationApp(
  now: () => Date = () => new Date('2023-06-01T02:00:00Z'),
): Promise<ApplicationApp> {
  const app = await startAccessApp(now)
  const editor = await app.makeAccount({ name: '测试填报人' })
  const applicant = await registered(app, editor)
  let keys = 0
  return {
    ...app,
    editor,
    applicant,
    async create(account = editor) {
      const input = { idempotencyKey: `application-${keys++}`, applicant }
      const { data, errors } = await app.askAs(
        account,
        'mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { application { id } errors { code } } }',
        { input },
      )
      const payload = data?.createApplication as { application: { id: string } | null; errors: UserError[] } | undefined
      if (!payload?.application) throw new Error(JSON.stringify(errors ?? payload?.errors))
      return payload.application.id
    },
    async save(section, input, { account = editor, selected = 'id' } = {}) {
      const name = `saveApplication${section.slice(0, 1).toUpperCase()}${section.slice(1)}`
      const { data, errors } = await app.askAs(
        account,
        `mutation ($input: S${name.slice(1)}Input!) { ${name}(input: $input) {
          application { ${selected} } revision merged { revision } conflicts errors { code message path } } }`,
        { input },
      )
      if (!data) throw new Error(JSON.stringify(errors))
      return data[name] as Saved
    },
    async read(id, selected, account = editor) {
      const { data, errors } = await app.askAs(account, `query ($id: ID!) { application(id: $id) { ${selected} } }`, {
        id,
      })
      if (errors) throw new Error(JSON.stringify(errors))
      return data?.application as Record<string, unknown> | null
    },
  }
}

export { keyOf }

import { createClient } from '../../sdk/src/index.js'
import { type ApplicationApp, startApplicationApp } from '../application/application-app.js'

/** The service with an invented organisation, and clients of its members. */
export type ApplicationService = ApplicationApp & {
  /** A client whose requests come from an account, or from nobody (null); of the organisation's editor unless said. */
  client(options?: {
    account?: string | (() => string | null)
    url?: string
    retries?: number
  }): ReturnType<typeof createClient>
}

/** @param now the service's clock; a day of the call of 2024's guideline unless given */
export async function startApplicationService(now?: () => Date): Promise<ApplicationService> {
  const app = await startApplicationApp(now)
  return {
    ...app,
    client: ({ account = app.editor, url = `${app.url}/graphql`, retries } = {}) =>
      createClient({
        ...{ url, locale: 'en', retries },
        fetch: (address, init) => {
          const asking = typeof account === 'function' ? account() : account
          const headers = { ...init.headers, ...(asking !== null && { 'x-test-account': asking }) }
          return fetch(address, { ...init, headers })
        },
      }),
  }
}

import { pino } from 'pino'
import { storeBundledNotices } from '../../server/guideline/store-bundled-notices.js'
import { startTestApp, type TestApp } from '../support/test-app.js'

/** The service with the notices that come with it; `url` is that of its GraphQL. */
export async function startXiningService(): Promise<Pick<TestApp, 'url' | 'close'>> {
  const app = await startTestApp()
  await storeBundledNotices(app.orm.em, pino({ level: 'silent' }))
  return { url: `${app.url}/graphql`, close: app.close }
}

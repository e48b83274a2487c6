import { enableCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { destination, type Logger, pino } from 'pino'
import { identityProviderOf } from './account/oidc-settings.js'
import { startSigning } from './audit/start-signing.js'
import { checkNoDemoAccounts, checkProductionSettings } from './check-production.js'
import { type Config, loadConfig } from './config.js'
import { openDatabase } from './database/open-database.js'
import { checkStorage } from './document/check-storage.js'
import { storageOf } from './document/storage-setting.js'
import { listenError } from './listen-error.js'
import { startMailSender } from './mail/start-mail-sender.js'
import { checkSealedRows } from './secrets/check-sealed-rows.js'
import { keysFileOf, openKeyring } from './secrets/open-keyring.js'
import { StartupError } from './startup-error.js'

// graphql looks at this once, when it is loaded: without it every type check is three times as slow.
process.env.NODE_ENV ??= 'production'

/** What a first start in a demo prints below its ready line. */
let demoLines: readonly string[] = []
/** What has been opened, last first: the order in which it is closed. */
const opened: { close(patienceMs: number): Promise<void> }[] = []
let stoppingSince: number | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

try {
  const config = loadConfig(process.env)
  checkProductionSettings(config)
  identityProviderOf(config)
  await checkStorage(storageOf(config))
  const logger = pino({ level: config.logLevel }, destination(2))
  const url = await start(config, logger)
  const ready = `Shenbao 申报 is ready: ${url}/graphql  (GraphiQL in a browser at the same address)`
  process.stdout.write(`${[ready, ...demoLines].join('\n')}\n`)
} catch (error) {
  if (stoppingSince === undefined) await stopAfter(error)
}

async function start(config: Config, logger: Logger): Promise<string> {
  // Loading the modules takes longer than PostgreSQL takes to start: both at once, and compiled code is kept.
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/shenbao', import.meta.url)))
  const loading = Promise.all([import('./app.js'), import('./guideline/store-bundled-notices.js')])
  const keys = openKeyring(config, logger)
  opened.unshift(keys)
  const database = await openDatabase(config, logger, (error) => void stopAfter(error))
  opened.unshift(database)
  await checkNoDemoAccounts(database.orm.em.fork(), config.deployment)
  await checkSealedRows(database.orm.em.fork(), keys.keyring, keysFileOf(config))
  opened.unshift(startSigning({ config, em: database.orm.em, keyring: keys.keyring, logger }))
  const [{ createApp }, { storeBundledNotices }] = await loading
  await storeBundledNotices(database.orm.em, logger)
  if (config.deployment === 'demo') {
    const { demoAccountLines, makeDemoAccounts } = await import('./account/make-demo-accounts.js')
    demoLines = demoAccountLines(await makeDemoAccounts(database.orm.em.fork(), keys.keyring))
  }
  const app = await createApp({ config, orm: database.orm, logger, keyring: keys.keyring })
  opened.unshift(app, startMailSender({ orm: database.orm, keyring: keys.keyring, settings: config, logger }))
  return await app.listen().catch((error) => {
    throw listenError(config, error)
  })
}

async function stopAfter(error: unknown): Promise<void> {
  // A stack trace helps with mistakes of ours only, not with a wrong setting.
  const words = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`\nShenbao 申报 stopped · 服务已停止\n${words}\n`)
  await stop(1)
}

/** npm passes Ctrl-C on to us a second time within milliseconds; a second one of a person's ends everything at once. */
function onSignal(): void {
  if (stoppingSince === undefined) void stop(0)
  else if (Date.now() - stoppingSince > 500) process.exit(130)
}

/** Requests that run have three seconds to end; PostgreSQL and all else are gone within five, if need be by force. */
async function stop(exitCode: number): Promise<void> {
  if (stoppingSince !== undefined) return
  stoppingSince = Date.now()
  setTimeout(() => process.exit(1), 4_500)
  for (const { close } of opened) await Promise.race([close(1_000), sleep(3_000)])
  process.exit(exitCode)
}

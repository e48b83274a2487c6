import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Keyring } from '../secrets/keyring.js'
import { deliveryTo } from './deliver-line.js'
import { signHeads } from './sign-heads.js'

type Options = {
  readonly config: Pick<Config, 'auditHeadsEverySeconds' | 'auditHeadsFile' | 'auditHeadsUrl' | 'dataDir'>
  readonly em: EntityManager
  readonly keyring: Keyring
  readonly logger: Logger
}

/** Signs the heads of the audit trail every so often, and a last time when it is closed. What fails is logged and tried again. */
export function startSigning({ config, em, keyring, logger }: Options): { close(): Promise<void> } {
  const signing = { em, keyring, deliver: deliveryTo(config), now: () => new Date() }
  const stopping = new AbortController()
  const { signal } = stopping
  const sign = () =>
    signHeads(signing).catch((error) => {
      logger.error(
        { reason: reasonOf(error) },
        'the heads of the audit trail weren’t brought out; they will be tried again',
      )
    })
  const signingOn = (async () => {
    const pause = config.auditHeadsEverySeconds * 1_000
    while (await sleep(pause, true, { ref: false, signal }).catch(() => false)) await sign()
  })()
  return {
    async close() {
      stopping.abort()
      await signingOn
      await sign()
    },
  }
}

/** What fetch says is only that it failed; why is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

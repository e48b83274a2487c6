import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import { completeKeyFile, createKeyFile, readKeyFile } from './key-file.js'
import { newKeySet } from './key-material.js'
import { Keyring } from './keyring.js'

export interface OpenKeyring {
  readonly keyring: Keyring
  /** Stops looking for changes of the file. */
  close(): Promise<void>
}

/** A running service sees changed keys within this time and that of reading a small file. */
export const rereadEveryMs = 1_000

/** Where the keys are: KEYS_FILE, by default in DATA_DIR. */
export function keysFileOf({ keysFile, dataDir }: Pick<Config, 'keysFile' | 'dataDir'>): string {
  return keysFile ?? join(dataDir, 'keys.json')
}

/**
 * The keys of this configuration, followed while the file changes. For a demo what is missing is made.
 * @throws {StartupError} when it is missing, open to others, or not a key file
 */
export function openKeyring(config: Pick<Config, 'keysFile' | 'dataDir' | 'deployment'>, logger: Logger): OpenKeyring {
  const file = keysFileOf(config)
  if (config.deployment === 'demo') {
    if (existsSync(file)) completeKeyFile(file)
    else if (createKeyFile(file, newKeySet())) {
      logger.info(`made the key file ${file}: without it, personal data in the database can't be read`)
    }
  }
  return loadKeyring(file, logger)
}

/** Reads a key file and follows its changes; a change that can't be read is logged, and the keys stay as they were. */
export function loadKeyring(file: string, logger: Logger): OpenKeyring {
  let { text, keys } = readKeyFile(file)
  const keyring = new Keyring(keys)
  let reported = ''
  const reread = () => {
    try {
      const changed = readKeyFile(file)
      reported = ''
      if (changed.text === text) return
      text = changed.text
      keyring.replace(changed.keys)
      logger.info(`the key file ${file} has changed: its keys are in use`)
    } catch (error) {
      const problem = (error as Error).message
      if (problem !== reported) logger.error(`the keys in use stay as they are. ${problem}`)
      reported = problem
    }
  }
  // Not fs.watch, which misses changes on network drives and of linked files: the file is small.
  const timer = setInterval(reread, rereadEveryMs).unref()
  return { keyring, close: async () => clearInterval(timer) }
}

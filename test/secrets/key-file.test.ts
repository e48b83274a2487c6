import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createKeyFile, readKeyFile, replaceKeyFile } from '../../server/secrets/key-file.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { keysFileOf, loadKeyring, openKeyring } from '../../server/secrets/open-keyring.js'
import { StartupError } from '../../server/startup-error.js'
import { temporaryFolder, until } from '../support/data-folder.js'

const silent = pino({ level: 'silent' })

/** The problem that a key file with this content is refused for. */
function problemOf(content: string): string {
  const file = join(temporaryFolder(), 'keys.json')
  writeFileSync(file, content, { mode: 0o600 })
  return refused(() => readKeyFile(file)).problem.en
}

function refused(read: () => unknown): StartupError {
  try {
    read()
  } catch (error) {
    if (error instanceof StartupError) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('a key file', () => {
  it('is its owner’s alone, and reads back as it was made', () => {
    const file = join(temporaryFolder(), 'deep/er/keys.json')
    const keys = newKeySet()
    expect(createKeyFile(file, keys)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKeyFile(file).keys).toEqual(keys)
  })

  it('is never overwritten when it is made, and leaves nothing beside it', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'keys.json')
    const keys = newKeySet()
    expect([createKeyFile(file, keys), createKeyFile(file, newKeySet())]).toEqual([true, false])
    expect(readKeyFile(file).keys).toEqual(keys)
    replaceKeyFile(file, newKeySet())
    expect(readKeyFile(file).keys).not.toEqual(keys)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  it.each([0o640, 0o604, 0o620])('with mode %o is refused, with the command that mends it', (mode) => {
    const file = join(temporaryFolder(), 'keys.json')
    createKeyFile(file, newKeySet())
    chmodSync(file, mode)
    const { problem, remedy } = refused(() => readKeyFile(file))
    expect(problem.en).toContain('Other users of this machine')
    expect(remedy.en).toContain(`chmod 600 ${file}`)
    chmodSync(file, 0o600)
    expect(readKeyFile(file).keys.version).toBe(1)
  })

  it('that is missing tells how to make one', () => {
    const { problem, remedy } = refused(() => readKeyFile('/nowhere/keys.json'))
    expect(problem).toEqual({
      'zh-CN': '没有密钥文件 /nowhere/keys.json。',
      en: 'There is no key file /nowhere/keys.json.',
    })
    expect(remedy.en).toContain('npm run keys -- create')
  })

  it('that can’t be written says where', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'taken'), '')
    const file = join(folder, 'taken/keys.json')
    expect(refused(() => createKeyFile(file, newKeySet())).problem.en).toContain(file)
    mkdirSync(join(folder, 'keys.json'))
    expect(refused(() => replaceKeyFile(join(folder, 'keys.json'), newKeySet())).problem.en).toContain('be written')
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'taken'])
  })

  it('with a wrong content is refused with the places, and without any secret', () => {
    const keys = newKeySet()
    const { personal, session } = keys.purposes
    const [secret = ''] = personal.map((key) => key.secret)
    const text = (purposes: object) => JSON.stringify({ version: 1, purposes: { ...keys.purposes, ...purposes } })
    const problems = [
      problemOf(`{ "secret": "${secret}"`),
      problemOf(text({ personal: personal.map((key) => ({ ...key, state: 'readable' })) })),
      problemOf(text({ personal: [...personal, ...personal.map((key) => ({ ...key, state: 'readable' }))] })),
      problemOf(text({ personal: personal.map((key) => ({ ...key, algorithm: 'ROT13' })) })),
      problemOf(text({ personal: personal.map((key) => ({ ...key, secret: secret.slice(0, 20) })) })),
      problemOf(text({ audit: session })),
      problemOf(text({ audit: keys.purposes.audit.map((key) => ({ ...key, secret })) })),
      problemOf(text({ session: undefined })),
    ]
    const words = [
      'not JSON',
      'purposes.personal: exactly one key must be "current"',
      'purposes.personal.1.id: two keys have this id',
      'purposes.personal.0: the algorithm must be one of AES-256-GCM',
      'purposes.personal.0: the secret must have 32 bytes',
      'the algorithm must be Ed25519',
      'purposes.audit.0: the secret must be an Ed25519 key',
      'purposes.session: Invalid input',
    ]
    for (const [i, word] of words.entries()) expect(problems[i]).toContain(word)
    for (const problem of problems) expect(problem).not.toContain(secret.slice(0, 10))
  })
})

describe('the keys of a deployment', () => {
  it('are made at the first start of a demo, and stay', async () => {
    const dataDir = temporaryFolder()
    const config = { dataDir, keysFile: undefined, deployment: 'demo' as const }
    for (const _start of [1, 2]) await openKeyring(config, silent).close()
    const first = readFileSync(keysFileOf(config), 'utf8')
    await openKeyring(config, silent).close()
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(first)
  })

  it('are missed in production', () => {
    const config = { dataDir: temporaryFolder(), keysFile: undefined, deployment: 'production' as const }
    expect(refused(() => openKeyring(config, silent)).remedy.en).toContain('npm run keys -- create')
  })

  it('are followed while the service runs; a broken file is reported once, and changes nothing', async () => {
    const file = join(temporaryFolder(), 'keys.json')
    createKeyFile(file, newKeySet())
    let log = ''
    const logger = pino({ level: 'info' }, { write: (line: string) => void (log += line) })
    const { keyring, close } = loadKeyring(file, logger)
    const keyOf = () => keyring.secrets('session')[0].id
    const before = keyOf()
    writeFileSync(file, 'half a fi')
    await until(() => log.includes('not JSON'), 3_000)
    expect(keyOf()).toBe(before)
    const keys = newKeySet()
    replaceKeyFile(file, keys)
    await until(() => keyOf() === keys.purposes.session[0]?.id, 3_000)
    await close()
    expect(log.match(/not JSON/g)).toHaveLength(1)
    for (const [key] of Object.values(keys.purposes)) expect(log).not.toContain(key?.secret)
  })
})

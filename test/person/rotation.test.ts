import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { Terminal } from '../../server/guideline/terminal.js'
import { runKeysCommand } from '../../server/secrets/cli.js'
import { createKeyFile, readKeyFile } from '../../server/secrets/key-file.js'
import { newKeySet } from '../../server/secrets/key-material.js'
import { loadKeyring } from '../../server/secrets/open-keyring.js'
import { temporaryFolder } from '../support/data-folder.js'
import { residentId, startPersonApp } from './start-person-app.js'

const silent = pino({ level: 'silent' })

/** Keys that a command changes while two servers on one database, each with a keyring of its own, answer. */
test('keys are rotated and the old ones retired while people are added, changed and told: nothing fails, nothing is lost', async () => {
  const file = join(temporaryFolder(), 'keys.json')
  createKeyFile(file, newKeySet())
  const keys = loadKeyring(file, silent)
  const app = await startPersonApp(keys.keyring)
  const applicant = await app.makeApplicant()
  const editor = await app.makeAccount()
  await app.makeMember(editor, applicant, 'EDIT')
  const numbers = new Map<string, string>()
  let rotating = true

  const add = async () => {
    const number = residentId()
    const { person, errors } = await app.addPerson(editor, applicant, { idDocument: { kind: 'RESIDENT_ID', number } })
    expect(errors).toEqual([])
    numbers.set(person?.id ?? '', number)
  }
  const value = async (id: string) =>
    (await app.reveal(editor, id, 'ID_NUMBER')).data?.revealPersonalData as { value: string }
  const addAgain = async (number: string) => {
    const { errors } = await app.addPerson(editor, applicant, { idDocument: { kind: 'RESIDENT_ID', number } })
    expect(errors.map(({ code }) => code)).toEqual(['PERSON_EXISTS'])
  }
  await add()
  const working = (async () => {
    while (rotating) {
      await add()
      const [id = '', number = ''] = [...numbers].at(Math.floor(numbers.size / 2)) ?? []
      expect(await value(id)).toMatchObject({ value: number })
      await addAgain(number)
      await sleep(150)
    }
  })()

  const before = readKeyFile(file).keys.purposes
  const run = async (args: string) => {
    const lines: string[] = []
    const terminal = new Terminal(
      'en',
      (line) => lines.push(line),
      (line) => lines.push(line),
    )
    const environment = { KEYS_FILE: file, DATABASE_URL: app.database.url }
    return { code: await runKeysCommand(args.split(' '), environment, terminal), lines }
  }
  // A server looks at the file every second.
  for (const purpose of ['personal', 'blind-index'])
    expect(await run(`rotate ${purpose} --wait 2`)).toMatchObject({ code: 0 })
  expect(await run('retire')).toMatchObject({ code: 0 })
  await sleep(1_500)
  rotating = false
  await working

  const after = readKeyFile(file).keys.purposes
  expect(after.personal.map(({ id }) => id)).not.toContain(before.personal[0]?.id)
  expect(after['blind-index']).toHaveLength(1)
  expect(numbers.size).toBeGreaterThan(5)
  for (const [id, number] of [...numbers].slice(0, 40)) expect(await value(id)).toMatchObject({ value: number })
  for (const number of [...numbers.values()].slice(0, 10)) await addAgain(number)
  await keys.close()
  await app.close()
}, 120_000)

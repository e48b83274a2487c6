import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { issue } from '../../schema/rules/issue.js'
import { localDateOf } from '../../schema/rules/time-zone.js'
import type { AddLedgerProjectInput, UpdateLedgerProjectInput } from '../../schema/types/register.input.js'
import { actorOf } from '../access/viewer.js'
import { isKey } from '../document/read-document.js'
import type { Context } from '../http/context.js'
import { Refused, refusal } from '../refusal.js'
import type { Keyring } from '../secrets/keyring.js'
import { personalIdNumber } from '../secrets/personal-value.js'
import { keyOfGlobalId } from '../selection/prepare/global-id.js'
import { checkProject, endStates } from './check-project.js'
import { findOwnCity } from './city-categories.js'
import { lockRegister } from './lock-register.js'
import { LedgerProject } from './register.entity.js'
import { checkRevision, notInRegister } from './stale-revision.js'

/**
 * Adds a project to the ledger of the caller's city.
 * @returns its key
 * @throws {Refused} for what is wrong with the input, and PROJECT_NUMBER_TAKEN
 */
export async function addLedgerProject(
  em: EntityManager,
  { viewer, keyring, now }: Context,
  input: AddLedgerProjectInput,
): Promise<string> {
  const { city } = input
  const { timeZone, categories } = await findOwnCity(em, viewer, city)
  const checked = checkProject(input, categories, localDateOf(now(), timeZone))
  if ('issues' in checked) throw new Refused(checked.issues.map((found) => refusal(found, 'input')))
  const { leaderIdNumber, ...project } = checked.project
  await lockRegister(em, 'LEDGER', city)
  const { number } = project
  if ((await em.count(LedgerProject, { city, number })) > 0) throw new Refused([refusal(taken, 'input', 'number')])

  const id = randomUUID()
  em.create(LedgerProject, {
    ...project,
    ...leaderColumns(keyring, id, leaderIdNumber),
    ...{ id, city, import: null, revision: 1, recordedBy: actorOf(viewer), recordedAt: now() },
  })
  await em.flush()
  return id
}

/**
 * Changes a project of the ledger.
 * @returns its key
 * @throws {Refused} NOT_IN_REGISTER, STALE_REVISION, and for what is wrong with the input
 */
export async function updateLedgerProject(
  em: EntityManager,
  { viewer, keyring, now }: Context,
  input: UpdateLedgerProjectInput,
): Promise<string> {
  const { id, revision, ...given } = input
  const key = keyOfGlobalId('LedgerProject', id) ?? ''
  const project = isKey(key) ? await em.findOne(LedgerProject, key) : null
  if (!project || !viewer.cities.PROGRAMME_OFFICE.includes(project.city)) throw notInRegister('id')
  await checkRevision(em, project, revision)
  const { timeZone, categories } = await findOwnCity(em, viewer, project.city)
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))
  const draft = { ...project, ...changes }
  const endedOn = endStates.includes(draft.state) ? draft.endedOn : (given.endedOn ?? null)
  const checked = checkProject({ ...draft, endedOn }, categories, localDateOf(now(), timeZone))
  if ('issues' in checked) throw new Refused(checked.issues.map((found) => refusal(found, 'input')))
  const { leaderIdNumber, ...values } = checked.project
  const leader = leaderIdNumber === null ? {} : leaderColumns(keyring, key, leaderIdNumber)
  Object.assign(project, { ...values, ...leader, import: null, revision: revision + 1 })
  return key
}

function leaderColumns(keyring: Keyring, row: string, leaderIdNumber: string | null) {
  const place = { table: 'ledger_project', column: 'leader_id_sealed', row }
  const personal = leaderIdNumber === null ? null : personalIdNumber(keyring, leaderIdNumber, place)
  return {
    leaderIdSealed: personal?.sealed ?? null,
    leaderIdIndex: personal?.index ?? null,
    leaderIdMasked: personal?.masked ?? null,
  }
}

const taken = issue(
  'PROJECT_NUMBER_TAKEN',
  '台账中已有该项目编号；如需修改，请用 updateLedgerProject。',
  'The ledger has a project of this number already; change it by updateLedgerProject.',
)
